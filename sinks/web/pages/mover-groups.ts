import type { Mover } from '../store/movers.ts';

/** Meters of one product that moved alike: "qwen-plus: input, output +20%" is one story. */
export interface MoverGroup {
  readonly first: Mover;
  readonly movers: readonly Mover[];
}

const storyOf = ({ provider, product, mode, tier, region, currency, steps, pct }: Mover): string =>
  JSON.stringify([provider, product, mode, tier, region, currency, steps, pct.toFixed(1)]);

/** In the order of their first member. */
export const groupMovers = (movers: readonly Mover[]): MoverGroup[] =>
  [...Map.groupBy(movers, storyOf).values()].flatMap((members) => {
    const [first] = members;
    return first ? [{ first, movers: members }] : [];
  });
