import { Decimal } from 'decimal.js';
import type { Announcement } from '../../infra/contracts/announcement.ts';
import type { Meter } from '../../infra/contracts/price.ts';

/**
 * How much a claim says, on a scale on which wordings can be compared. Plain numbers: they are only ever compared within a
 * tolerance; what a signal states is taken from the announcement itself.
 */
export interface Magnitude {
  /** What is counted: percent, tokens, a currency ... A multiple ("doubles") is told in percent. */
  readonly unit: string | null;
  /** Ends as stated; "up to 34" has only `high`, "over 100" only `low`. */
  readonly low: number | null;
  readonly high: number | null;
  /** A price change given as amounts, in percent (always positive); null where it cannot be known. */
  readonly percent: number | null;
}

/** Figures that differ by less are the same figure; */
const TOLERANCE = 0.005;
/** by less than this, they are when one is the other rounded. */
const ROUNDING = 0.01;
const TOKEN_METERS: ReadonlySet<Meter | null> = new Set(['input', 'output', 'cached_input', 'cache_write', 'blended']);
const STANDARD_TOKENS = 1_000_000;

/** Magnitude of an announcement; amounts of token meters per million. */
export function magnitudeOf(claim: Announcement): Magnitude {
  const ends = [claim.value_min, claim.value_max].map((value) => (value === null ? null : new Decimal(value)));
  const [low = null, high = null] = ends;
  if (claim.kind === 'price_change' && claim.unit === 'times') {
    const percent = (times: Decimal | null) => (times === null ? null : timesToPercent(times, claim.direction));
    return { unit: 'percent', low: percent(low), high: percent(high), percent: null };
  }
  const factor =
    claim.per !== null && TOKEN_METERS.has(claim.meter) ? new Decimal(STANDARD_TOKENS).div(claim.per) : new Decimal(1);
  const scaled = (value: Decimal | null) => value?.times(factor).toNumber() ?? null;
  return { unit: claim.unit, low: scaled(low), high: scaled(high), percent: percentOf(claim) };
}

/** True where nothing is said about how much. */
export const isSilent = (m: Magnitude): boolean => m.low === null && m.high === null;

/** Every end both state agrees, and they share at least one. */
export function sameFigures(a: Magnitude, b: Magnitude): boolean {
  if (a.unit !== b.unit) return samePercent(a, b);
  const low = agree(a.low, b.low);
  const high = agree(a.high, b.high);
  return low !== false && high !== false && (low === true || high === true);
}

/** One lies within the other: "30 percent" within "5 to 34", "5 to 34" within "up to 34". */
export function oneWithinOther(a: Magnitude, b: Magnitude): boolean {
  if (a.unit !== b.unit) return false;
  return within(a, b) || within(b, a);
}

/** Width used to put the widest claim first; unbounded is 0: it says less, not more. */
export function widthOf(m: Magnitude): number {
  return m.low === null || m.high === null ? 0 : m.high - m.low;
}

export function near(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

function within(inner: Magnitude, outer: Magnitude): boolean {
  if (isSilent(inner)) return false;
  const slack = TOLERANCE * Math.max(Math.abs(outer.high ?? 0), Math.abs(outer.low ?? 0));
  const innerLow = inner.low ?? 0;
  const innerHigh = inner.high ?? Number.POSITIVE_INFINITY;
  return innerLow >= (outer.low ?? 0) - slack && innerHigh <= (outer.high ?? Number.POSITIVE_INFINITY) + slack;
}

function agree(a: number | null, b: number | null): boolean | null {
  return a === null || b === null ? null : near(a, b, TOLERANCE) || isRounding(a, b) || isRounding(b, a);
}

/** "1.3 billion" for 1.29 billion: the same to the digits that are given. */
function isRounding(rough: number, fine: number): boolean {
  if (!near(rough, fine, ROUNDING)) return false;
  const digits = new Decimal(rough).precision();
  return digits >= 2 && new Decimal(fine).toSignificantDigits(digits).eq(rough);
}

/** "from $10 to $2" and "by 80 percent". */
function samePercent(a: Magnitude, b: Magnitude): boolean {
  const [amounts, percents] = a.unit === 'percent' ? [b, a] : [a, b];
  if (percents.unit !== 'percent' || amounts.percent === null) return false;
  const told = percents.high ?? percents.low;
  return told !== null && Math.abs(Math.abs(told) - amounts.percent) <= Math.max(1, 0.02 * amounts.percent);
}

function percentOf(claim: Announcement): number | null {
  if (claim.kind !== 'price_change' || claim.unit === 'percent') return null;
  if (claim.growth_pct !== null) return Math.abs(claim.growth_pct);
  const after = claim.value_max ?? claim.value_min;
  if (claim.old_value === null || after === null) return null;
  const before = new Decimal(claim.old_value);
  return before.isZero() ? null : new Decimal(after).minus(before).div(before).times(100).abs().toNumber();
}

function timesToPercent(times: Decimal, direction: Announcement['direction']): number {
  if (direction !== 'decrease') return times.minus(1).times(100).toNumber();
  return times.isZero() ? 100 : new Decimal(1).minus(new Decimal(1).div(times)).times(100).toNumber();
}
