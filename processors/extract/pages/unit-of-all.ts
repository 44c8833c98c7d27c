import { findUnit } from '../../normalise/unit-phrase.ts';
import type { Reading } from './cell.ts';

/**
 * The unit of several amounts of a line that each have a label and only one a unit: "Pay as you go: $0.32 Annual commit: $0.24 per hour", "Per 1,000
 * requests high: $14 low: $6". The one behind the last amount is that of all, and so is the one before the first label.
 */
export function withUnitOfAll(readings: readonly Reading[], text: string): Reading[] {
  const leads = unitBefore(readings, text);
  return readings.map((reading, index) => {
    const unit = readings.slice(index + 1).find(({ amount }) => amount.unit !== null)?.amount.unit ?? leads;
    if (reading.amount.unit !== null || !isLabelled(reading) || !unit) return reading;
    const words = index === 0 && leads !== null ? text.slice(leads.end, reading.amount.start).trim() : reading.words;
    return { ...reading, words, amount: { ...reading.amount, unit } };
  });
}

const isLabelled = ({ words }: Reading): boolean => /\p{L}{3}.*:\s*$/u.test(words);

/** What the amounts are for, where it stands before all their labels. */
function unitBefore(readings: readonly Reading[], text: string): ReturnType<typeof findUnit> {
  const [first] = readings;
  if (first === undefined || readings.length < 2) return null;
  if (!readings.every((reading) => isLabelled(reading) && reading.amount.unit === null)) return null;
  const found = findUnit(text.slice(0, first.amount.start));
  return found !== null && /\p{L}{3}/u.test(text.slice(found.end, first.amount.start)) ? found : null;
}
