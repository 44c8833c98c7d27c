const AMOUNT = String.raw`[$€£¥₹]?\s?\d[\d.,]*(?:\s?[$€£¥₹元])?(?:\s*(?:\/|per)\s*(?:1?[mk]|1,000(?:,000)?|million)?\s?(?:tok(?:en)?s?)?)?`;
const BETWEEN = String.raw`(?:[\s/|,;·•+&-]+|\s+and\s+)`;
const BEHIND = new RegExp(`(${AMOUNT}) in(${BETWEEN}${AMOUNT}) out(?![a-z])`, 'gi');
const BEFORE = new RegExp(String.raw`(?<![a-z])in(:?\s?${AMOUNT}${BETWEEN})out(:?\s?${AMOUNT})`, 'gi');
const ALONE =
  /((?:[$€£¥₹]\s?\d[\d.,]*|\d[\d.,]*\s?[$€£¥₹元])(?:\s*(?:\/|per)\s*(?:1?[mk]|million)?\s?(?:tok(?:en)?s?)?)?) (in|out)$/i;
/** "Image out /1M", "Cached in ($ per 1M)": a header of tokens; "Pricing [in $ / million]" says the currency. */
const OVER =
  /(?<![([]\s?|\b(?:pric(?:es?|ing)|costs?|rates?),?\s)\b(in|out)(?=\s*\(?\s*[$€£¥]?\s*(?:\/|per)\s*1?(?:m|k|million)\b)/i;

/** Headers with "in" and "out" written out, where both head columns, and "sample" beside "prefill": alone they may be of anything. */
export function spelledHeads(headers: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const heads = (word: RegExp) => headers.some((texts) => texts.some((text) => word.test(text)));
  if (heads(PREFILL) && heads(SAMPLE))
    return headers.map((texts) => texts.map((text) => text.replace(SAMPLE, 'output$1')));
  if (!heads(IN) || !heads(OUT)) return headers;
  return headers.map((texts) => texts.map((text) => text.replace(IN, 'input$1').replace(OUT, 'output$1')));
}
const PREFILL = /^pre-?fill/i;
const SAMPLE = /^sampl(?:e|ing)(?![\p{L}\d])(.*)$/iu;
const IN = /^in(?![\p{L}\d])(.*)$/iu;
const OUT = /^out(?![\p{L}\d])(.*)$/iu;

/** A folded text in which "in" and "out" beside amounts are written out: "$1 in / $3 out" speaks of input and output. Elsewhere they are left as they are. */
export function spelledOut(text: string): string {
  const [ofIn, ofOut] = [/\bin\b/i.test(text), /\bout\b/i.test(text)];
  if (!ofIn && !ofOut) return text;
  if (!(ofIn && ofOut)) return text.replace(ALONE, '$1 $2put').replace(OVER, '$1put');
  return text.replace(BEHIND, '$1 input$2 output').replace(BEFORE, 'input$1output$2');
}

/** A header whose words a copy has set without a blank, taken apart: "InputCachedOutput", "Input tokensOutput tokens" name several ways. */
export const unglued = (text: string): string => (MAY_BE_GLUED.test(text) ? text.replaceAll(GLUED, ' / ') : text);
const MAY_BE_GLUED = /[a-z](?:Inp|Prom|Cach|Out|Comp)/;
const GLUED =
  /(?<=(?:[Ii]nput|[Pp]rompt|[Cc]ached|[Rr]ead|[Ww]rite|[Hh]it|[Mm]iss|[Oo]utput|[Cc]ompletion)s?(?: (?:tokens?|price|cost))?)(?=(?:Cached?|Output|Completion)(?![a-z])|(?<!Cached)(?:Input|Prompt)(?![a-z]))/g;
