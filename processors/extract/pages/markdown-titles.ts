/** A line of bold words, and what stands behind a dash or a colon on the same line. */
interface BoldTitle {
  readonly title: string;
  readonly rest: string;
}

const BOLD = /^\s{0,3}(?:\*\*([^*]+)\*\*|__([^_]+)__):?\s*(?:(?:[-–—:：|·]|\()\s*(\S.*))?$/;
const LISTED = /^\s*(?:[-*+]|\d+[.)])\s/;
/** "Pay as you go: $3.99/h", "- Input: $2": a label and an amount. */
const PRICED =
  /^\s*(?:[-*+]\s+)?(?:[*_]{2})?\p{L}[^:：]{0,40}[:：](?:[*_]{2})?\s*(?:\p{Sc}|[A-Z]{2,3}\s?\p{Sc}?)?\s?\d/u;
const MONEY = /\p{Sc}\s*\d|\d\s*(?:\p{Sc}|元|円|원|USD|EUR|CNY)/u;

/**
 * Lines of bold words that are headings in all but their sign, several under one heading: over a list, or over lines that each say a
 * price by its label. By their place.
 */
export function boldTitles(lines: readonly string[]): ReadonlyMap<number, BoldTitle> {
  const found = new Map<number, BoldTitle>();
  let section: [number, BoldTitle][] = [];
  const close = () => {
    if (section.length > 1) for (const [index, one] of section) found.set(index, one);
    section = [];
  };
  lines.forEach((line, index) => {
    if (/^\s{0,3}#{1,6}\s/.test(line)) close();
    const [, starred, scored, rest = ''] = BOLD.exec(line) ?? [];
    const title = starred ?? scored;
    if (title === undefined || MONEY.test(line)) return;
    const next = lines.slice(index + 1, index + 4).find((below) => below.trim() !== '') ?? '';
    if ((rest === '' && LISTED.test(next)) || PRICED.test(next)) section.push([index, { title, rest }]);
  });
  close();
  return found;
}
