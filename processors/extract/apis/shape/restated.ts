import type { Meter } from '../../../../infra/contracts/price.ts';
import { scale } from '../../../normalise/decimal.ts';

/** A price without a unit, and the entry it is of. */
interface Unlabelled {
  readonly per: number | null;
  readonly qualifier: string | null;
  readonly quote: {
    readonly product: string;
    readonly meter: Meter;
    readonly mode: string;
    readonly tier: string | null;
    readonly region: string | null;
    readonly currency: string;
    readonly amount: string;
  };
}

/**
 * Without amounts that say again, for a million tokens or a thousand, what another of the same entry says for one:
 * {"prompt": "0.0000002", "input": 0.2}.
 */
export function withoutRestated<T extends Unlabelled>(read: readonly T[]): T[] {
  const alike = Map.groupBy(
    read.filter(({ per, quote }) => per === null && Number(quote.amount) !== 0),
    ({ qualifier, quote: { product, meter, mode, tier, region, currency } }) =>
      [product, meter, mode, tier, qualifier, region, currency].join('\n'),
  );
  const again = new Set(
    [...alike.values()].flatMap((group) => {
      const amounts = new Set(group.map(({ quote }) => scale(quote.amount, 1, 1)));
      return group.filter(({ quote }) => STEPS.some((step) => amounts.has(scale(quote.amount, step, 1))));
    }),
  );
  return read.filter((one) => !again.has(one));
}

/** Of so many tokens another price of the same may be. */
const STEPS = [1000, 1_000_000];
