import { scale } from '../../../normalise/decimal.ts';
import type { Quote } from '../../../normalise/price.ts';
import { isList, type Json } from '../json.ts';
import type { Candidate } from './candidates.ts';
import { phraseOf } from './words.ts';

/** A price, and the list of tiers it was read from. */
export interface Tiered {
  readonly quote: Quote;
  readonly tiers: Json | null;
}

const TIERS = /\b(?:tiers?|tiered|ranges?|steps|brackets|thresholds|overrides?)\b/;

/** The innermost list below a price's entry that its keys call one of tiers. */
export function tiersOf({ steps, entry }: Candidate): Json | null {
  for (let index = steps.length - 1; index > entry.depth; index -= 1) {
    const within = steps[index]?.within;
    if (isList(within) && TIERS.test(phraseOf(steps[index - 1]?.key ?? ''))) return within;
  }
  return null;
}

/**
 * Without what a list of tiers says once more: {"input": 1.2, "input_tiers": [{"cost": 1.2, "min": 0}, {"cost": 2.4, "min": 32000}]},
 * {"context_over_200k": {"input": 2.5}, "tiers": [{"input": 2.5, "tier": {"size": 200000}}]}.
 */
export function withoutToldAgain<T extends Tiered>(read: readonly T[]): T[] {
  if (read.every(({ tiers }) => tiers === null)) return [...read];
  const said = Map.groupBy(read, rateOf);
  return read.filter(
    (one) => one.tiers === null || said.get(rateOf(one))?.every(({ tiers }) => tiers !== null) !== false,
  );
}

const rateOf = ({ quote: { product, meter, mode, region, currency, amount, per } }: Tiered): string =>
  [product, meter, mode, region, currency, scale(amount, per, 1_000_000)].join('\n');
