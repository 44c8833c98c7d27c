import { scale } from '../../../normalise/decimal.ts';
import type { Quote } from '../../../normalise/price.ts';

type Unlabelled = Omit<Quote, 'per'>;

/** Those amounts without a unit that state another of their series once more for a thousand or a million of it: {"prompt": "0.0000002", "input": 0.2}. */
export function statedAgain<T extends { readonly quote: Unlabelled; readonly qualifier: string | null }>(
  unlabelled: readonly T[],
): ReadonlySet<T> {
  const again = new Set<T>();
  for (const alike of Map.groupBy(unlabelled, seriesOf).values()) {
    if (alike.length < 2) continue;
    const more = new Set(alike.flatMap(({ quote }) => SCALES.map((of) => scale(quote.amount, 1, of))));
    for (const one of alike)
      if (Number(one.quote.amount) > 0 && more.has(scale(one.quote.amount, 1, 1))) again.add(one);
  }
  return again;
}

const SCALES = [1_000, 1_000_000];

const seriesOf = ({
  quote: { product, meter, mode, tier, region, currency },
  qualifier,
}: {
  readonly quote: Unlabelled;
  readonly qualifier: string | null;
}): string => [product, meter, mode, tier, qualifier, region, currency].join('\n');
