/** A text that MDX sets in braces between others, or a remark; no attribute's, and none within a template. */
const IN_BRACES = /(?<![=$]\s{0,4})\{\s{0,4}(?:(["'`])([^"'`{}\\\n]{0,80})\1|\/\*[^{}\n]{0,200}\*\/)\s{0,4}\}/g;

/** `{"$"}3.00`, `per token{' '}`: MDX puts in braces what Markdown would read as a sign of its own. They go, their texts stay. */
export const withoutBraces = (source: string): string =>
  /\{\s{0,4}["'`/]/.test(source) ? source.replaceAll(IN_BRACES, (_, _quote, text?: string) => text ?? '') : source;
