import type { Quote } from '../../../normalise/price.ts';
import { qualifierOf } from './words.ts';

/** A quote, and the keys between its entry and its price, as words. */
export interface Keyed {
  readonly quote: Quote;
  readonly qualifier: string | null;
  readonly around: string;
}

/**
 * What tells amounts apart that would stand in one series: what the keys on the way say that not all of them have,
 * {"requests": {"class_a": {"price": 5}, "class_b": {"price": 0.4}}}.
 */
export function toldApart<T extends Keyed>(quotes: readonly T[]): ReadonlyMap<T, string> {
  const told = new Map<T, string>();
  for (const alike of Map.groupBy(quotes, seriesOf).values()) {
    const [first] = alike;
    if (first === undefined || alike.every(({ around }) => around === first.around)) continue;
    for (const one of alike) {
      const words = qualifierOf(one.around);
      if (words !== null) told.set(one, words);
    }
  }
  return told;
}

const seriesOf = ({ quote: { product, meter, mode, tier, region, currency }, qualifier }: Keyed): string =>
  [product, meter, mode, tier, qualifier, region, currency].join('\n');
