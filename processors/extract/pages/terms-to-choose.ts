import { MONEY_BEGINS, MONEY_ENDS } from '../../normalise/currency.ts';
import { fold } from '../../normalise/fold.ts';
import type { Unit } from '../../normalise/units.ts';
import type { Reading } from './cell.ts';
import { withoutSaved } from './savings.ts';
import { yearOf } from './years-of-prices.ts';

/** How long a price buys, and the words that say it where it is more than a month or a year. */
export interface Term {
  readonly tier: string | null;
  readonly unit: Unit;
}

/** "monthly" and the like, in months. */
const MONTHS: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  semiannually: 6,
  annually: 12,
  yearly: 12,
  biennially: 24,
  triennially: 36,
};
const NUMBERED = String.raw`((\d{1,2})\s?-?\s?(?:(个?月|months?|mos?)|(?:年|years?|yrs?)))`;
const WORDED = '(monthly|quarterly|semi-?annually|annually|yearly|biennially|triennially)';
const CALLED = '(?: (?:price|plan|term))?';
const AMOUNT = String.raw`(?:${MONEY_BEGINS}[\d.,]*(?: ?(?:usd|eur|gbp|cny))?|[\d.,]*${MONEY_ENDS})`;
/** "1年380元", "12 months - $90.00", "$90.00 for 12 months", "$50.00 USD Annually". */
const OFFERS = [
  `${NUMBERED}${CALLED}\\s*[-–—:：=]?\\s*${AMOUNT}`,
  `${AMOUNT}\\s*(?:[-–—/]|for|per)\\s*${NUMBERED}${CALLED}`,
  `${WORDED}${CALLED}\\s*[-–—:：=]?\\s*${AMOUNT}`,
  `${AMOUNT}\\s*[-–—/]?\\s*${WORDED}${CALLED}`,
].map((source) => new RegExp(`^${source}$`, 'iu'));

/** What so much money is paid for, where a text says nothing but for how long and how much. */
export function termOf(text: string): Term | null {
  const year = yearOf(text);
  if (year !== null) return { tier: year, unit: { dimension: 'year', count: 1, noun: 'year' } };
  if (text.length > 60 || !HINT.test(text)) return null;
  const offer = withoutSaved(text);
  const found = OFFERS.map((pattern) => pattern.exec(offer)).find((match) => match !== null);
  const [, written = '', digits, month] = found ?? [];
  const count = digits === undefined ? (MONTHS[written.toLowerCase().replace('-', '')] ?? 0) : Number(digits);
  if (count === 0) return null;
  if (digits === undefined && count % 12 === 0) return termFor('year', count / 12, written);
  return termFor(digits === undefined || month !== undefined ? 'month' : 'year', count, written);
}

const HINT = /月|年|\b(?:mo|yr)s?\b|month|quarter|year|annual|ennial/i;

const termFor = (dimension: 'month' | 'year', count: number, written: string): Term =>
  count === 1
    ? { tier: null, unit: { dimension, count, noun: dimension } }
    : { tier: written, unit: { dimension, count, noun: written } };

/** An amount for a term. */
export function forTerm(reading: Reading, { unit }: Term): Reading {
  const { amount } = reading;
  if (amount.unit !== null && unit.count === 1) return reading;
  const phrase = { unit, start: amount.end, end: amount.end, words: '', implied: false };
  return { ...reading, words: '', amount: { ...amount, unit: phrase } };
}

/** The prices of a cell whose lines each say a term and an amount; null for any other cell. */
export function readTerms(lines: readonly string[], read: (line: string) => readonly Reading[]): Reading[] | null {
  const readings = lines.flatMap((line) => {
    const term = termOf(fold(line));
    const [reading] = term === null ? [] : read(withoutSaved(line));
    return reading === undefined || term === null ? [] : [{ ...forTerm(reading, term), index: 0, of: 1 }];
  });
  return readings.length > 0 && readings.length === lines.length ? readings : null;
}
