import { scale } from '../../../normalise/decimal.ts';
import { type Quote, standardUnits } from '../../../normalise/price.ts';
import { rangeBehind, withoutRange } from '../../../normalise/range-behind.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Problems } from '../problems.ts';
import { textOf } from '../template.ts';
import { type Candidate, candidates } from './candidates.ts';
import { machineName } from './card-count.ts';
import { rowsAsObjects } from './columns.ts';
import { currencyOf, partsOf } from './currency.ts';
import { withHoursInParts } from './hours-in-parts.ts';
import { type Metered, meterOf, modeOf, takesOnly } from './meter.ts';
import { type FoundUnit, parseUnit } from './parse-unit.ts';
import { withoutRestated } from './restated.ts';
import type { Entry } from './steps.ts';
import { arePlausible, tokensBySize } from './token-size.ts';
import { type Again, againOf, withoutToldAgain } from './told-again.ts';
import { toldApart } from './told-apart.ts';
import { unitOf } from './unit.ts';
import { qualifier, regionOf, tierOf } from './variant.ts';

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
  /** What the meter `other` counts; null for any other meter. */
  readonly noun: string | null;
  /** The keys between the entry and the price, as words. */
  readonly around: string;
  /** The entry itself. */
  readonly object: JsonObject | null;
  readonly again: Again | null;
  /** True where the amount itself or its keys say in what it is counted. */
  readonly isStated: boolean;
}

interface Settled extends Omit<Read, 'quote' | 'per'> {
  readonly quote: Quote;
}

/**
 * The prices of JSON nobody has described: which numbers are prices, of what, in which unit and currency, by the names of its keys and,
 * for tokens without a unit, by the size of the amounts. What cannot be told is left out and counted.
 */
export function readShape(document: Json, context: ShapeContext, problems: Problems): Quote[] {
  const { found, nameless } = candidates(rowsAsObjects(document));
  for (const path of nameless) problems.count('amounts are of nothing that has a name', path);
  const fallback = parseUnit(context.unit ?? '');
  const read = withoutRestated(found.flatMap((candidate) => readCandidate(candidate, context, fallback, problems)));
  const sized = withTokenUnits(read, context.currency === 'CNY' ? 7 : 1, problems);
  const kept = withHoursInParts(withoutToldAgain(withoutVariants(sized)));
  const several = countingSeveral(kept);
  const apart = toldApart(kept);
  return kept.map((one) => ({
    ...one.quote,
    tier:
      [one.quote.tier, one.qualifier, several.has(one) ? one.noun : null, apart.get(one) ?? null]
        .filter((part) => part !== null)
        .join(', ') || null,
  }));
}

/** Without variants that cost what the product costs anyway, or nothing ("internal_reasoning": 0) where the product costs something. */
function withoutVariants(sized: readonly Settled[]): Settled[] {
  const plain = new Set(sized.filter((one) => one.qualifier === null).map(({ quote }) => rateKey(quote)));
  const dear = new Set(sized.filter(({ quote }) => Number(quote.amount) !== 0).map(({ quote }) => meterKey(quote)));
  return sized.filter(
    ({ qualifier: words, quote }) =>
      words === null || !(plain.has(rateKey(quote)) || (Number(quote.amount) === 0 && dear.has(meterKey(quote)))),
  );
}

/** {"price_per_minute": 0.006, "price_per_hour": 0.3}: of the meter `other`, and in one series but for what is counted. */
function countingSeveral(settled: readonly Settled[]): ReadonlySet<Settled> {
  const alike = Map.groupBy(
    settled.filter(({ noun }) => noun !== null),
    ({ quote, qualifier: words }) =>
      [quote.product, quote.mode, quote.tier, words, quote.region, quote.currency].join('\n'),
  );
  return new Set([...alike.values()].filter((group) => new Set(group.map(({ noun }) => noun)).size > 1).flat());
}

/** Gives unlabelled token prices the unit their size speaks of, and drops token prices that are absurd in theirs. */
function withTokenUnits(read: readonly Read[], dearness: number, problems: Problems): Settled[] {
  const unlabelled = read.filter(({ per }) => per === null);
  const plain = unlabelled.filter(({ quote }) => quote.tier === null);
  const bySize = tokensBySize(
    (plain.length > 0 ? plain : unlabelled).map(({ quote }) => quote.amount),
    dearness,
  );
  const settled = read.map((one) => ({ ...one, quote: { ...one.quote, per: one.per ?? bySize } }));
  const isToken = ({ quote }: Settled): boolean => standardUnits(quote.meter) > 1;
  const tokens = settled.filter(isToken).map(({ quote }) => quote);
  if (arePlausible(tokens, dearness)) return settled;
  problems.add(
    `${tokens.length} prices of tokens are too high to be in the unit they seem to be in, first: ${tokens[0]?.evidence ?? ''}`,
  );
  return settled.filter((one) => !isToken(one));
}

function readCandidate(
  candidate: Candidate,
  context: ShapeContext,
  fallback: FoundUnit | null,
  problems: Problems,
): Read[] {
  const { amount } = candidate.amount;
  const unit = unitOf(candidate) ?? fallback;
  const metered = meterOf(candidate, unit);
  if (metered === null) {
    if (Number(amount) !== 0) problems.count('amounts have no unit', candidate.path);
    return [];
  }
  if (Number(amount) === 0 && !isFree(metered, candidate.entry) && !isFreePlan(metered, candidate)) return [];
  const mode = modeOf(candidate);
  const parts = partsOf(candidate);
  return [
    {
      per: metered.per,
      qualifier: qualifier(candidate, metered.meter, mode),
      around: candidate.around,
      object: candidate.entry.object,
      again: againOf(candidate),
      isStated: candidate.amount.currency !== null || parts > 1,
      noun: metered.meter === 'other' ? (unit?.unit.noun ?? null) : null,
      quote: {
        provider: context.provider,
        product: withoutRange(
          metered.meter === 'instance_hour'
            ? machineName(candidate.entry.product, candidate.entry.object)
            : candidate.entry.product,
        ),
        meter: metered.meter,
        mode: mode ?? context.mode ?? 'standard',
        tier: tierOf(candidate) ?? rangeBehind(candidate.entry.product),
        region: regionOf(candidate) ?? context.region ?? null,
        amount: scale(amount, parts, 1),
        currency: currencyOf(candidate) ?? context.currency,
        effective_at: null,
        evidence: `${candidate.path} = ${candidate.amount.literal}`,
      },
    },
  ];
}

/** A plan may cost nothing a month. */
const isFreePlan = ({ meter }: Metered, { steps }: Candidate): boolean =>
  meter === 'month' && steps.some(({ key }) => /^(?:plans?|subscriptions?)$/i.test(key));

/** Tokens may be free. A machine, a picture or a cache for nothing is one that is not offered. */
function isFree({ meter }: Metered, { object, product }: Entry): boolean {
  const kind = KINDS.map((key) => textOf(object?.[key])).find((text) => text !== null) ?? '';
  if (/embed|rerank/i.test(kind) || takesOnly(product)) return meter === 'input';
  return (
    (meter === 'input' || meter === 'output') &&
    !/^(?:image|video|audio|speech|transcri|tts|stt|moderation)/i.test(kind)
  );
}

/** Where entries say what they are: what takes or makes no tokens fills their price with 0. */
const KINDS = ['type', 'task', 'modality', 'category', 'mode'] as const;

const rateKey = (quote: Quote): string => `${meterKey(quote)}\n${scale(quote.amount, quote.per, 1)}`;

const meterKey = ({ product, meter, mode, tier, region }: Quote): string =>
  [product, meter, mode, tier, region].join('\n');
