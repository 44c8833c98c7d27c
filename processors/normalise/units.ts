import type { Meter } from '../../infra/contracts/price.ts';
import { scale } from './decimal.ts';

/** What is counted. Two units convert into each other only within one dimension. */
export type Dimension =
  | 'token'
  | 'character'
  | 'word'
  | 'image'
  | 'video'
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'month'
  | 'year'
  | 'request'
  | 'page'
  | 'gb'
  | 'gb_month'
  | 'gpu_hour'
  | 'instance_hour'
  | 'token_hour'
  | 'seat_month'
  | 'other';

/** "1M tokens" is 1,000,000 of token; "GPU-hour" is 1 of gpu_hour; "TB-month" is 1,000 of gb_month. */
export interface Unit {
  readonly dimension: Dimension;
  readonly count: number;
  /** The noun as found, for units that are counted but not told apart: "neuron", "step". */
  readonly noun: string;
}

/** A clock dimension in seconds: the only dimensions that convert across names. */
const SECONDS: Partial<Record<Dimension, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/** True where a price per the one says what one per the other is: the same thing counted, or two spans of time. */
export const isConvertible = (from: Unit, to: Unit): boolean =>
  from.dimension === to.dimension
    ? from.dimension !== 'other' || from.noun === to.noun
    : SECONDS[from.dimension] !== undefined && SECONDS[to.dimension] !== undefined;

/**
 * The price of `to` where `amount` is the price of `from`, exact.
 * @throws where the two do not measure the same thing: a price per image is no price per token.
 */
export function convert(amount: string, from: Unit, to: Unit): string {
  if (!isConvertible(from, to)) {
    throw new Error(`a price per ${from.noun} (${from.dimension}) does not convert to ${to.noun} (${to.dimension})`);
  }
  const clock = ({ dimension }: Unit): number => (from.dimension === to.dimension ? 1 : (SECONDS[dimension] ?? 1));
  return scale(amount, from.count * clock(from), to.count * clock(to));
}

const METERS: Partial<Record<Dimension, Meter>> = {
  image: 'image',
  second: 'second',
  request: 'request',
  month: 'month',
  seat_month: 'month',
  year: 'year',
  gb_month: 'storage_gb_month',
  gpu_hour: 'gpu_hour',
  instance_hour: 'instance_hour',
};

/** The meter a unit implies on its own. Tokens need a direction and hours a machine to be more than `other`. */
export function meterOfUnit(unit: Unit): Meter {
  return METERS[unit.dimension] ?? 'other';
}

/** Kinds of nouns a unit phrase is made of, in the order it names them. */
export type NounKind =
  | 'token'
  | 'character'
  | 'word'
  | 'image'
  | 'megapixel'
  | 'video'
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'request'
  | 'page'
  | 'gb'
  | 'tb'
  | 'pb'
  | 'mb'
  | 'gpu'
  | 'instance'
  | 'vcpu'
  | 'seat'
  | 'other';

/** The unit that one or more nouns make together: gpu + hour, gb + month, token + hour. */
export function combine(kinds: readonly NounKind[], count: number, noun: string): Unit {
  const has = (kind: NounKind) => kinds.includes(kind);
  const unit = (dimension: Dimension, factor = 1): Unit => ({ dimension, count: count * factor, noun });
  if (has('pb') || has('tb') || has('gb') || has('mb')) {
    const factor = has('pb') ? 1_000_000 : has('tb') ? 1000 : has('mb') ? 0.001 : 1;
    if (has('month')) return unit('gb_month', factor);
    // What moves by the megabyte is counted in megabytes.
    if (has('mb') || has('hour') || has('day') || has('second') || has('year')) return unit('other');
    return unit('gb', factor);
  }
  if (has('token')) return unit(has('hour') || has('minute') || has('day') || has('month') ? 'token_hour' : 'token');
  if (has('vcpu') && (has('month') || has('year'))) return unit(has('month') ? 'month' : 'year');
  if (has('vcpu') || has('megapixel') || has('week')) return unit('other');
  for (const machine of ['gpu', 'instance'] as const) {
    if (!has(machine)) continue;
    if (has('hour')) return unit(`${machine}_hour`);
    return unit((['month', 'year', 'second'] as const).find(has) ?? 'other');
  }
  if (has('seat')) {
    if (has('year')) return unit('year');
    return has('day') || has('hour') || has('minute') || has('second') ? unit('other') : unit('seat_month');
  }
  for (const kind of [
    'character',
    'word',
    'page',
    'request',
    'second',
    'minute',
    'hour',
    'day',
    'month',
    'year',
    'image',
    'video',
  ] as const) {
    if (has(kind)) return unit(kind);
  }
  return unit('other');
}
