import type { Line } from './model.ts';

/** "first year", "third year onwards": when a price holds, counted from when one buys. */
const YEAR = /^(?:first|second|third|fourth|1st|2nd|3rd|4th) years?(?: (?:onwards?|and (?:up|later|beyond|after)))?$/i;
const AMOUNT = /^(?:\p{Sc}\s?\d[\d.,]*|\d[\d.,]*\s?\p{Sc})$/u;
const OF_YEAR =
  /\b(?:first|second|third|fourth|1st|2nd|3rd|4th) years?(?: (?:onwards?|and (?:up|later|beyond|after)))?/i;

/** "$149", "first year", "second year", "$119": each year and its amount on one line, whichever stands first. */
export function withYears(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => YEAR.test(text))) return lines;
  const isAmount = (at: number): boolean => AMOUNT.test(lines[at]?.text ?? '');
  const isYear = (at: number): boolean => YEAR.test(lines[at]?.text ?? '');
  const leads = (at: number): boolean => isYear(at) && isAmount(at + 1);
  const follows = (at: number): boolean => isYear(at) && !leads(at) && isAmount(at - 1) && !leads(at - 2);
  return lines.flatMap((line, at) => {
    if (follows(at) || leads(at - 1)) return [];
    const other = follows(at + 1) || leads(at) ? (lines[at + 1]?.text ?? '') : '';
    return [other === '' ? line : { ...line, text: `${line.text} ${other}` }];
  });
}

/** The year that a price of a licence is for; null for any other price. */
export const yearOf = (text: string): string | null =>
  text.length <= 40 && /\p{Sc}/u.test(text) ? (OF_YEAR.exec(text)?.[0] ?? null) : null;
