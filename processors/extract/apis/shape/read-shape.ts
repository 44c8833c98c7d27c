import { scale } from '../../../normalise/decimal.ts';
import type { Quote } from '../../../normalise/price.ts';
import { findUnit, unitOnly } from '../../../normalise/unit-phrase.ts';
import type { Unit } from '../../../normalise/units.ts';
import type { Json } from '../json.ts';
import type { Problems } from '../problems.ts';
import { type Candidate, candidates } from './candidates.ts';
import { qualifier, regionOf, tierOf } from './conditions.ts';
import { currencyOf, inCents } from './currency.ts';
import { type Metered, meterOf, modeOf } from './meter.ts';
import { tokensBySize, unitOf } from './unit.ts';

/** What the document itself does not say. */
export interface ShapeContext {
  readonly provider: string;
  readonly currency: string;
  readonly region?: string | undefined;
  readonly mode?: string | undefined;
  /** Unit of bare amounts, as a page would write it. */
  readonly unit?: string | undefined;
}

interface Read {
  readonly quote: Omit<Quote, 'per'>;
  readonly per: number | null;
  readonly qualifier: string | null;
}

/**
 * The prices of JSON nobody has described: which numbers are prices, of what, in which unit and currency, by the names of its keys and,
 * for tokens without a unit, by the size of the amounts. What cannot be told is left out and counted.
 */
export function readShape(document: Json, context: ShapeContext, problems: Problems): Quote[] {
  const { found, nameless } = candidates(document);
  for (const path of nameless) problems.count('amounts are of nothing that has a name', path);
  const fallback = context.unit === undefined ? null : (unitOnly(context.unit) ?? findUnit(context.unit)?.unit ?? null);
  const read = found.flatMap((candidate) => readCandidate(candidate, context, fallback, problems));
  const bySize = tokensBySize(
    read.filter(({ per, quote }) => per === null && quote.tier === null).map(({ quote }) => quote.amount),
  );
  const quotes = read.map(({ quote, per, ...rest }) => ({ quote: { ...quote, per: per ?? bySize }, ...rest }));
  const plain = new Set(quotes.filter((one) => one.qualifier === null).map(({ quote }) => rateKey(quote)));
  return quotes
    .filter((one) => one.qualifier === null || !plain.has(rateKey(one.quote)))
    .map(({ quote, qualifier: words }) => ({
      ...quote,
      tier: [quote.tier, words].filter((part) => part !== null).join(', ') || null,
    }));
}

function readCandidate(candidate: Candidate, context: ShapeContext, fallback: Unit | null, problems: Problems): Read[] {
  const metered = meterOf(candidate, unitOf(candidate) ?? fallback);
  if (metered === null) {
    problems.count('amounts have no unit', candidate.path);
    return [];
  }
  const { amount } = candidate.amount;
  if (Number(amount) === 0 && !isFree(metered)) return [];
  const mode = modeOf(candidate);
  return [
    {
      per: metered.per,
      qualifier: qualifier(candidate, mode),
      quote: {
        provider: context.provider,
        product: candidate.entry.product,
        meter: metered.meter,
        mode: mode ?? context.mode ?? 'standard',
        tier: tierOf(candidate),
        region: regionOf(candidate) ?? context.region ?? null,
        amount: inCents(candidate) ? scale(amount, 100, 1) : amount,
        currency: currencyOf(candidate) ?? context.currency,
        effective_at: null,
        evidence: `${candidate.path} = ${candidate.amount.literal}`,
      },
    },
  ];
}

/** Tokens may be free. A machine, a picture or a cache for nothing is one that is not offered. */
function isFree({ meter }: Metered): boolean {
  return meter === 'input' || meter === 'output';
}

/** A variant that costs what the product costs anyway (audio at the price of text) is no price of its own. */
function rateKey({ product, meter, mode, tier, region, amount, per }: Quote): string {
  return [product, meter, mode, tier, region, scale(amount, per, 1)].join('\n');
}
