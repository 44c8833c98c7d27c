import { MONEY_BEGINS, MONEY_ENDS } from '../../normalise/currency.ts';
import { fold } from '../../normalise/fold.ts';
import type { Unit } from '../../normalise/units.ts';
import type { Reading } from './cell.ts';
import { withoutSaved } from './savings.ts';
import { yearOf } from './years-of-prices.ts';

/** How long a price buys, and the words that say it. */
export interface Term {
  readonly written: string;
  readonly unit: Unit;
}

const SO_LONG = String.raw`(\d{1,2})\s?-?\s?(?:(个?月|months?|mos?)|(?:年|years?|yrs?))(?: (?:price|plan|term))?`;
const AMOUNT = String.raw`(?:${MONEY_BEGINS}[\d.,]*(?: ?(?:usd|eur|gbp|cny))?|[\d.,]*${MONEY_ENDS})`;
/** "1年380元", "12 months - $90.00", "$90.00 for 12 months". */
const OFFER = new RegExp(
  String.raw`^(?:${SO_LONG}\s*[-–—:：=]?\s*${AMOUNT}|${AMOUNT}\s*(?:[-–—/]|for|per)\s*${SO_LONG})$`,
  'iu',
);

/** What so much money is paid for, where a text says nothing but for how long and how much. */
export function termOf(text: string): Term | null {
  const year = yearOf(text);
  if (year !== null) return { written: year, unit: { dimension: 'year', count: 1, noun: 'year' } };
  const found = text.length > 60 ? null : OFFER.exec(withoutSaved(text).trim());
  if (found === null) return null;
  const [, first, month, second, laterMonth] = found;
  const count = Number(first ?? second);
  const dimension = (month ?? laterMonth) === undefined ? 'year' : 'month';
  const written = new RegExp(SO_LONG, 'iu').exec(text)?.[0] ?? '';
  return count === 0 ? null : { written, unit: { dimension, count, noun: written } };
}

/** An amount for a term. */
export function forTerm(reading: Reading, { unit }: Term): Reading {
  const { amount } = reading;
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
