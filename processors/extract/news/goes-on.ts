import { Decimal } from 'decimal.js';
import { readEnglishNumeral, shift } from './numbers.ts';
import type { Quantity } from './quantity.ts';
import { rateAfter } from './rates.ts';

const WORDS =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?';
/** "from 12 yuan per million tokens to 8", "from thirty cents to fifteen": a number that moves from money is money. */
const MOVED = new RegExp(
  `,? (?:down |up )?to (?:just |only |about |around )?(?<number>\\d+(?:\\.\\d+)?|${WORDS})(?= ?(?:[.,;)](?!\\d)|$)| (?:and|from|on|in|as|this|per|for|a|an|starting|effective|with|while)\\b)`,
  'y',
);
const LEAVES = /\b(?:from|f[ae]lls?|drop\w*|ris\w+|rose|cut|went|goes|moves?) (?:from )?(?:[\w-]+ ){0,2}$/;
/** "two dollars sixty" */
const SIXTY = new RegExp(` (?<number>${WORDS})(?= ?(?:[.,;)]|$)| (?:an|a|per|and)\\b)`, 'y');

/** Sums of English that are said in two breaths, or whose unit was said just before. */
export function goesOn(sentence: string, found: readonly Quantity[]): Quantity[] {
  if (!found.some((q) => q.unit === 'money')) return [...found];
  const read: Quantity[] = [];
  for (const q of found) {
    const last = read.at(-1);
    if (last && q.start < last.end) continue;
    // "three dollars and eighty cents"
    if (
      last?.unit === 'money' &&
      q.unit === 'money' &&
      /dollars?$/.test(sentence.slice(last.start, last.end)) &&
      /cents?$/.test(sentence.slice(q.start, q.end)) &&
      /^,? (?:and )?$/.test(sentence.slice(last.end, q.start))
    ) {
      read[read.length - 1] = { ...q, start: last.start, min: sum(last.min, q.min), max: sum(last.max, q.max) };
      continue;
    }
    if (q.unit !== 'money') {
      read.push(q);
      continue;
    }
    const whole = withSixty(sentence, q);
    read.push(whole);
    const next = movedTo(sentence, whole);
    if (next) read.push(next);
  }
  return read;
}

const sum = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : new Decimal(a).plus(b).toFixed();

const numeral = (text: string): string | null => (/^\d/.test(text) ? text : readEnglishNumeral(text));

function withSixty(sentence: string, q: Quantity): Quantity {
  if (!/^[a-z].*dollars?$/.test(sentence.slice(q.start, q.end))) return q;
  SIXTY.lastIndex = q.end;
  const words = SIXTY.exec(sentence)?.groups?.['number'];
  const value = words === undefined ? null : numeral(words);
  if (words === undefined || value === null) return q;
  const cents = shift(value, -2);
  const end = q.end + 1 + words.length;
  return { ...q, end, min: sum(q.min, cents), max: sum(q.max, cents), rate: rateAfter(sentence, end) };
}

function movedTo(sentence: string, q: Quantity): Quantity | null {
  if (q.large || !LEAVES.test(sentence.slice(Math.max(0, q.start - 40), q.start))) return null;
  MOVED.lastIndex = Math.max(q.end, q.rate?.end ?? 0);
  const match = MOVED.exec(sentence);
  const words = match?.groups?.['number'];
  const value = words === undefined ? null : numeral(words);
  if (!match || words === undefined || value === null) return null;
  const amount = shift(value, /cents?$/.test(sentence.slice(q.start, q.end)) ? -2 : 0);
  const end = match.index + match[0].length;
  return { ...q, start: end - words.length, end, min: amount, max: amount, rate: rateAfter(sentence, end) };
}
