import type { Reading } from './cell.ts';

/** An amount, and of how many: "$30.80/hr for all 8 GPUs". */
const OF_MANY = /(\d[\d.,]*)[^()\d]{0,24}\bfor (?:all |an? )?(\d{1,3})\b/gi;
/** What is rounded differs by less. */
const ROUNDED = 0.005;

/** Without amounts that say what so many cost of what another amount of the cell is the price of one of: "$3.85/GPU/hr ($30.80/hr for all 8 GPUs)". */
export function withoutTotals(readings: Reading[], folded: string): Reading[] {
  if (readings.length < 2 || !/\bfor\b/i.test(folded)) return readings;
  const totals = [...folded.matchAll(OF_MANY)].map(([, amount = '', count]) => ({
    total: Number(amount.replaceAll(',', '')),
    count: Number(count),
  }));
  const isTotal = ({ amount }: Reading): boolean =>
    totals.some(
      ({ total, count }) =>
        count > 1 &&
        total === Number(amount.amount) &&
        readings.some((one) => Math.abs(Number(one.amount.amount) * count - total) <= total * ROUNDED),
    );
  return readings.filter((reading) => !isTotal(reading));
}
