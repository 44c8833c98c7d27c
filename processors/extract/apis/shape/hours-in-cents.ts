import { scale } from '../../../normalise/decimal.ts';
import type { Quote } from '../../../normalise/price.ts';

/** A price, and whether its currency's parts are as the document says. */
export interface Hourly {
  readonly quote: Quote;
  readonly isStated: boolean;
}

/** Above this many dollars an hour the median of a list is of no machine anyone rents, let alone of a card. */
const MOST_AN_HOUR = 40;
const ABOUT_A_DOLLAR = /^(?:USD|EUR|GBP|CHF|CAD|AUD)$/;

/**
 * With hours in whole numbers far too high for any list of cards and machines taken as cents: {"gpu": "H100", "hourly_price": 250}.
 * Nothing else counts so: a price in dollars has decimals somewhere in a list.
 */
export function withHoursInCents<T extends Hourly>(read: readonly T[]): T[] {
  const hours = read.filter(isHourly);
  const median = hours.map(({ quote }) => Number(scale(quote.amount, quote.per, 1))).sort((a, b) => a - b)[
    Math.floor(hours.length / 2)
  ];
  if (median === undefined || median < MOST_AN_HOUR || !hours.every(isWhole)) return [...read];
  return read.map((one) =>
    isHourly(one) ? { ...one, quote: { ...one.quote, amount: scale(one.quote.amount, 100, 1) } } : one,
  );
}

const isHourly = ({ quote, isStated }: Hourly): boolean =>
  !isStated && (quote.meter === 'gpu_hour' || quote.meter === 'instance_hour');

const isWhole = ({ quote: { amount, currency } }: Hourly): boolean =>
  /^\d+$/.test(amount) && ABOUT_A_DOLLAR.test(currency);
