import { Decimal } from 'decimal.js';
import { type DaySpan, dayOf } from '../../infra/contracts/partial-date.ts';
import type { PriceChange } from '../../infra/contracts/price-change.ts';
import type { ChangeGroup } from './change-group.ts';
import { standingChanges } from './change-group.ts';
import { type Claim, compareText } from './claim.ts';
import { type Cluster, firstOf } from './cluster.ts';
import { isSilent, near } from './magnitude.ts';
import { areAllAmong, isGeneric, listedName, relate } from './product-name.ts';

/** What price pages say about an announced change. */
export interface Confirmation {
  readonly verdict: 'confirmed' | 'partly_confirmed' | null;
  /** Earliest first, then as `standingChanges` sorts. */
  readonly changes: readonly PriceChange[];
  /** Days from the announced date to the first change; negative when it came early. */
  readonly lagDays: number | null;
}

export const UNCONFIRMED: Confirmation = { verdict: null, changes: [], lagDays: null };

/** Pages are updated a few days early, and up to weeks late. */
const DAYS_EARLY = 3;
const DAYS_EARLY_UNDATED = 14;
const DAYS_LATE = 45;
/** Once the first price has moved, the rest of the announced ones follow within days; what moves later is another change. */
const ROLLOUT_DAYS = 7;
/** "In 2026" is no date to wait for. */
const LONGEST_SPAN_DAYS = 92;

/** The days within which a change may confirm the cluster, and the days it was announced for. */
export function confirmationWindow(cluster: Cluster): { readonly announced: DaySpan; readonly window: DaySpan } {
  const when = effectiveSpan(cluster);
  if (when !== null) return { announced: when, window: { start: when.start - DAYS_EARLY, end: when.end + DAYS_LATE } };
  const { said } = firstOf(cluster);
  return { announced: { start: said, end: said }, window: { start: said - DAYS_EARLY_UNDATED, end: said + DAYS_LATE } };
}

/** The announced date, where it is one that can be waited for. */
export function effectiveSpan(cluster: Cluster): DaySpan | null {
  const { when } = cluster.leader;
  return when !== null && when.end - when.start <= LONGEST_SPAN_DAYS ? when : null;
}

/**
 * Finds for each announced change the observed ones that bear it out. A pure function of both sets. A change bears out at most one
 * announcement: the most definite ones choose first.
 */
export function confirmAll(clusters: readonly Cluster[], groups: readonly ChangeGroup[]): Map<Cluster, Confirmation> {
  const sorted = [...groups]
    .sort((a, b) => compareText(a.observed_at, b.observed_at) || compareText(a.group_id, b.group_id))
    .map((group) => ({ day: dayOf(group.observed_at), group }));
  const taken = new Set<string>();
  const confirmations = new Map<Cluster, Confirmation>();
  for (const cluster of [...clusters].sort(byDefiniteness)) {
    const found = confirm(cluster, sorted, taken);
    for (const change of found.changes) taken.add(change.change_id);
    confirmations.set(cluster, found);
  }
  return confirmations;
}

function confirm(cluster: Cluster, groups: readonly DatedGroup[], taken: ReadonlySet<string>): Confirmation {
  const { announced, window } = confirmationWindow(cluster);
  const fitting: Fit[] = [];
  const offSize: PriceChange[] = [];
  /** A price moves once for one announcement; its next move is another change. */
  const moved = new Set<string>();
  for (const group of within(groups, window)) {
    for (const fit of fitsOf(cluster, group)) {
      const { change } = fit;
      if (taken.has(change.change_id) || moved.has(change.series)) continue;
      if (fit.claims.length === 0) offSize.push(change);
      else {
        fitting.push(fit);
        moved.add(change.series);
      }
    }
  }
  const changes = rollout(fitting.length > 0 ? fitting.map(({ change }) => change) : offSize);
  const [first] = changes;
  if (first === undefined) return UNCONFIRMED;
  const lagDays = lag(dayOf(first.observed_at), announced);
  if (fitting.length === 0) return { verdict: 'partly_confirmed', changes, lagDays };
  const kept = new Set(changes);
  const isAll = isWhole(
    cluster,
    fitting.filter(({ change }) => kept.has(change)),
  );
  return { verdict: isAll ? 'confirmed' : 'partly_confirmed', changes, lagDays };
}

/** A change that is about what a cluster says, and the claims it bears out: none where only the size differs. */
interface Fit {
  readonly change: PriceChange;
  readonly claims: readonly Claim[];
}

/** What of a group is about the cluster. Both never change, so that each pair is looked at once. */
function fitsOf(cluster: Cluster, group: ChangeGroup): readonly Fit[] {
  let ofCluster = fitsSeen.get(cluster);
  if (ofCluster === undefined) {
    ofCluster = new WeakMap();
    fitsSeen.set(cluster, ofCluster);
  }
  const known = ofCluster.get(group);
  if (known !== undefined) return known;
  const found = standingChanges(group).flatMap((change): Fit[] => {
    if (change.suspect) return [];
    const possible = cluster.claims.filter((claim) => canMean(claim, change));
    const names = listedName(change.product);
    const byName = possible.filter((claim) => relate(claim.name, names) !== 'disjoint');
    const claims = (cluster.isWide ? possible : byName).filter((claim) => fits(claim, change));
    return claims.length > 0 || byName.some((claim) => !isGeneric(claim.name)) ? [{ change, claims }] : [];
  });
  ofCluster.set(group, found);
  return found;
}

const fitsSeen = new WeakMap<Cluster, WeakMap<ChangeGroup, readonly Fit[]>>();

interface DatedGroup {
  readonly day: number;
  readonly group: ChangeGroup;
}

/** The groups of these days, found by halving. */
function* within(groups: readonly DatedGroup[], { start, end }: DaySpan): Generator<ChangeGroup> {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.day ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < groups.length; index++) {
    const dated = groups[index];
    if (dated === undefined || dated.day > end) return;
    yield dated.group;
  }
}

/** Everything announced has moved: of a provider-wide change any price, of named products each its own. */
function isWhole(cluster: Cluster, fits: readonly Fit[]): boolean {
  const moved = fits.map(({ change }) => listedName(change.product));
  return cluster.isWide || cluster.claims.every((claim) => areAllAmong(claim.name, moved));
}

function canMean(claim: Claim, change: PriceChange): boolean {
  const { direction, meter } = claim.source;
  if (change.direction !== 'increase' && change.direction !== 'decrease') return false;
  if (direction !== null && direction !== change.direction) return false;
  return meter === null || meter === change.meter;
}

/** A percentage within its range (a point of slack, or a twentieth), an amount at its new price. */
function fits(claim: Claim, change: PriceChange): boolean {
  const { magnitude } = claim;
  if (isSilent(magnitude)) return true;
  const percent = change.pct === null ? null : Math.abs(change.pct);
  if (magnitude.unit === 'percent') {
    if (percent === null) return false;
    const low = magnitude.low ?? 0;
    const high = magnitude.high ?? Number.POSITIVE_INFINITY;
    return percent >= low - Math.max(1, low * 0.05) && percent <= high + Math.max(1, high * 0.05);
  }
  if (magnitude.unit === change.currency && change.new_unit_price !== null) {
    const price = new Decimal(change.new_unit_price).toNumber();
    return [magnitude.low, magnitude.high].some((end) => end !== null && near(end, price, 0.005));
  }
  return (
    magnitude.percent !== null &&
    percent !== null &&
    Math.abs(magnitude.percent - percent) <= Math.max(1, percent * 0.05)
  );
}

function rollout(changes: readonly PriceChange[]): PriceChange[] {
  const [first] = changes;
  if (first === undefined) return [];
  const last = dayOf(first.observed_at) + ROLLOUT_DAYS;
  return changes.filter((change) => dayOf(change.observed_at) <= last);
}

function lag(day: number, announced: DaySpan): number {
  if (day < announced.start) return day - announced.start;
  return Math.max(0, day - announced.end);
}

function byDefiniteness(a: Cluster, b: Cluster): number {
  const definite = (cluster: Cluster) =>
    (effectiveSpan(cluster) === null ? 0 : 2) + (isGeneric(cluster.leader.name) ? 0 : 1);
  return definite(b) - definite(a) || compareText(firstOf(a).order, firstOf(b).order);
}
