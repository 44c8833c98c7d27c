import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import { dayOf, isoDay } from '../../infra/contracts/partial-date.ts';
import type { PriceChange } from '../../infra/contracts/price-change.ts';
import type { Signal } from '../../infra/contracts/signal.ts';
import type { Draft } from './announced-signal.ts';
import { type ChangeGroup, standingChanges } from './change-group.ts';
import { observedHeadline, sharedProduct } from './headline-observed.ts';
import { signalChange } from './signal-change.ts';

/**
 * The signal of one reading's changes, without those that belong to an announced signal; null when nothing is left. `confirms` are
 * the ids of signals other changes of this reading bear out.
 */
export function observedSignal(
  group: ChangeGroup,
  elsewhere: ReadonlySet<string>,
  confirms: readonly string[],
): Draft | null {
  const changes = standingChanges(group).filter((change) => !elsewhere.has(change.change_id));
  const [first] = changes;
  if (first === undefined) return null;
  const headline = observedHeadline(group.subject, changes);
  const suspect = changes.every((change) => change.suspect);
  const percents = changes.flatMap((change) => (change.pct === null ? [] : [Math.abs(change.pct)]));
  const direction = sharedDirection(changes);
  const hasPercent = percents.length > 0 && (direction === 'increase' || direction === 'decrease');
  return {
    version: CONTRACT_VERSION,
    signal_id: group.group_id,
    kind: 'price_change',
    origin: 'observed',
    subject: group.subject,
    object: sharedProduct(changes),
    headline: headline.en,
    headline_zh: headline.zh,
    direction,
    value_min: hasPercent ? String(Math.min(...percents)) : null,
    value_max: hasPercent ? String(Math.max(...percents)) : null,
    unit: hasPercent ? 'percent' : null,
    old_value: null,
    meter: changes.every((change) => change.meter === first.meter) ? first.meter : null,
    per: null,
    period: null,
    as_of: isoDay(dayOf(group.observed_at)),
    effective: null,
    growth_pct: null,
    metric: null,
    status: 'actual',
    state: 'unannounced',
    lag_days: null,
    first_seen_at: group.observed_at,
    updated_at: group.observed_at,
    url: first.url,
    mentions: 1,
    sources: [...new Set(changes.map((change) => change.source_id))],
    citations: [],
    changes: changes.map(signalChange),
    related: confirms.map((signal_id) => ({ signal_id, relation: 'confirms' })),
    suspect,
    suspect_reason: suspect ? first.suspect_reason : null,
    confidence: 1,
    retracted: false,
    backfill: changes.every((change) => change.backfill),
  };
}

function sharedDirection(changes: readonly PriceChange[]): Signal['direction'] {
  const directions = new Set(changes.map((change) => change.direction));
  const [only] = directions;
  return directions.size === 1 && only !== undefined ? only : 'mixed';
}
