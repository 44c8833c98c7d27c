import { fold } from '../../normalise/fold.ts';
import type { Unit } from '../../normalise/units.ts';
import type { Reading } from './cell.ts';
import type { DataRow } from './segments.ts';

interface Priced {
  readonly row: DataRow;
  readonly column: number;
  readonly readings: readonly Reading[];
}

const TERM =
  /^[包满]?\s?(\d{1,2})\s?(?:(个月|月|months?|mos?)|年|years?|yrs?)(?: ?(?:价格?|合计|总价|price|total))?(?: ?\([^()]{1,6}\))?$/i;

/** How long a header says that one buys for: "6个月", "3 years". */
function termOf(header: string): Unit | null {
  const [, count = '', months] = TERM.exec(fold(header).trim()) ?? [];
  if (count === '' || Number(count) === 0) return null;
  const dimension = months === undefined ? 'year' : 'month';
  return { dimension, count: Number(count), noun: dimension };
}

const monthsIn = ({ dimension, count }: Unit): number => (dimension === 'year' ? 12 * count : count);

/** A total of twice the months costs at least so much more; a rate never does. */
const GROWS = 1.2;

/**
 * "1 month | 6 months | 1 year" over amounts that grow with the time: what one pays for all of it, each for so many months or years. As
 * they are where the amounts are rates.
 */
export function withTotalsOfTerms<One extends Priced>(
  found: readonly One[],
  headers: readonly (readonly string[])[],
): readonly One[] {
  const terms = headers.map((texts) => termOf(texts.at(-1) ?? ''));
  if (terms.filter((term) => term !== null).length < 2) return found;
  const rows = Map.groupBy(
    found.filter(({ column, readings }) => (terms[column] ?? null) !== null && readings.length === 1),
    ({ row }) => row,
  );
  const grows = [...rows.values()].map((cells) =>
    cells
      .map(({ column, readings: [reading] }) => ({
        months: monthsIn(terms[column] ?? MONTH),
        amount: Number(reading?.amount.amount),
      }))
      .sort((a, b) => a.months - b.months)
      .every(
        (one, at, all) =>
          at === 0 ||
          one.amount / (all[at - 1]?.amount ?? 1) >=
            GROWS ** Math.log2(one.months / (all[at - 1]?.months ?? one.months)),
      ),
  );
  if (!grows.every(Boolean) || ![...rows.values()].some((cells) => cells.length > 1)) return found;
  return found.map((one) => {
    const unit = terms[one.column] ?? null;
    return unit === null ? one : { ...one, readings: one.readings.map((reading) => withUnit(reading, unit)) };
  });
}

const MONTH: Unit = { dimension: 'month', count: 1, noun: 'month' };

const withUnit = (reading: Reading, unit: Unit): Reading =>
  reading.amount.unit === null
    ? {
        ...reading,
        amount: {
          ...reading.amount,
          unit: { unit, start: reading.amount.end, end: reading.amount.end, words: '', implied: false },
        },
      }
    : reading;
