import { scale } from '../../../normalise/decimal.ts';
import type { Quote } from '../../../normalise/price.ts';

/** A price, and whether its currency's parts are as the document says. */
export interface Hourly {
  readonly quote: Quote;
  readonly isStated: boolean;
}

/** Above this many dollars an hour the median of a list is of no machine anyone rents, let alone of a card. */
const MOST_AN_HOUR = 40;
/** Cents, or hundred millionths of a currency: a median that is one price of a machine in the one is none in the other. */
const partsOf = (median: number): number => (median < 10_000 ? 100 : median >= 100_000 ? 100_000_000 : 1);
const ABOUT_A_DOLLAR = /^(?:USD|EUR|GBP|CHF|CAD|AUD)$/;

/**
 * With times in whole numbers far too high for any list of cards and machines taken as cents, or as smaller parts:
 * {"gpu": "H100", "hourly_price": 250}. Nothing else counts so: a price in dollars has decimals somewhere in a list.
 */
export function withHoursInParts<T extends Hourly>(read: readonly T[]): T[] {
  const hours = read.filter(({ quote }) => quote.meter === 'gpu_hour' || quote.meter === 'instance_hour');
  const median = hours.map(({ quote }) => Number(scale(quote.amount, quote.per, 1))).sort((a, b) => a - b)[
    Math.floor(hours.length / 2)
  ];
  if (median === undefined || median < MOST_AN_HOUR || !hours.every(isWhole)) return [...read];
  const parts = partsOf(median);
  return read.map((one) =>
    TIMES.has(one.quote.meter) && isWhole(one)
      ? { ...one, quote: { ...one.quote, amount: scale(one.quote.amount, parts, 1) } }
      : one,
  );
}

const TIMES: ReadonlySet<string> = new Set(['gpu_hour', 'instance_hour', 'month', 'year']);

const isWhole = ({ isStated, quote: { amount, currency } }: Hourly): boolean =>
  !isStated && /^\d+$/.test(amount) && ABOUT_A_DOLLAR.test(currency);
