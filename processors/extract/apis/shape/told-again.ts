import { scale } from '../../../normalise/decimal.ts';
import type { Quote } from '../../../normalise/price.ts';
import { isList } from '../json.ts';
import type { Candidate } from './candidates.ts';
import { phraseOf } from './words.ts';

/** Where what is said may have been said already: in a list of tiers or of times, as the lowest of several prices, or in what is kept of the past. */
export type Again = 'tiers' | 'lowest' | 'past';

/** A price, and whether it stands where others are said again. */
export interface Sayable {
  readonly quote: Quote;
  readonly again: Again | null;
}

const TIERS =
  /\b(?:tiers?|tiered|ranges?|steps|brackets|thresholds|overrides?|intervals|periods|validit(?:y|ies)|revisions|versions|snapshots|timeline)\b/;
const PAST = /\b(?:history|histories|changes|change ?log)\b/;
const LOWEST = /\b(?:lowest|cheapest)\b/;

/** What the keys between a price and its entry say of it. */
export function againOf({ steps, entry }: Candidate): Again | null {
  for (let index = steps.length - 1; index >= entry.depth; index -= 1) {
    const step = steps[index];
    if (PAST.test(phraseOf(step?.key ?? ''))) return 'past';
    if (LOWEST.test(phraseOf(step?.key ?? ''))) return 'lowest';
    if (isList(step?.within) && TIERS.test(phraseOf(steps[index - 1]?.key ?? ''))) return 'tiers';
  }
  return null;
}

/**
 * Without what is said once more: {"input": 1.2, "input_tiers": [{"cost": 1.2, "min": 0}, {"cost": 2.4, "min": 32000}]},
 * {"context_over_200k": {"input": 2.5}, "tiers": [{"input": 2.5, "tier": {"size": 200000}}]}, {"community": 1.2, "lowest_price": 1.2}. Of what has
 * a price now its past is left out: {"input": 1, "price_history": [{"date": "2026-01-05", "input": 2}]}.
 */
export function withoutToldAgain<T extends Sayable>(read: readonly T[]): T[] {
  if (read.every(({ again }) => again === null)) return [...read];
  const said = new Set(read.flatMap((one) => (one.again === null ? [rateOf(one, true), rateOf(one, false)] : [])));
  const priced = new Set(read.flatMap(({ again, quote }) => (again === null ? [quote.product] : [])));
  return read.filter((one) =>
    one.again === 'past'
      ? !priced.has(one.quote.product)
      : one.again === null || !said.has(rateOf(one, one.again === 'tiers')),
  );
}

/** The lowest price is that of a way of buying, which it need not name. */
const rateOf = (
  { quote: { product, meter, mode, region, currency, amount, per } }: Sayable,
  withMode: boolean,
): string =>
  [product, meter, withMode ? mode : '', withMode ? region : '', currency, scale(amount, per, 1_000_000)].join('\n');
