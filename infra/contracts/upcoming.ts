import { isoDay, spanOf } from './partial-date.ts';
import type { Signal } from './signal.ts';

/** Prices of this provider are due to move between these days (inclusive): look more often. */
export interface UpcomingChange {
  readonly signal_id: string;
  /** The subject as announced; its sources, and those of its family, are meant. */
  readonly provider: string;
  /** YYYY-MM-DD, UTC. */
  readonly from: string;
  readonly until: string;
}

/** Widest announced date worth watching for: a quarter. "In 2026" says too little to fetch more often for a year. */
const LONGEST_SPAN_DAYS = 92;
const DAYS_BEFORE = 1;
const DAYS_AFTER = 3;

/**
 * The scheduler's view of a signal: when its provider's sources deserve a tighter schedule, or null when there is nothing to wait
 * for (no date, already confirmed, retracted, merged away). Later revisions of a signal replace earlier ones.
 */
export function upcomingChange(signal: Signal): UpcomingChange | null {
  if (signal.kind !== 'price_change' || signal.retracted || signal.subject === null || signal.effective === null)
    return null;
  if (signal.state !== 'announced' && signal.state !== 'overdue' && signal.state !== 'partly_confirmed') return null;
  const span = spanOf(signal.effective);
  if (span.end - span.start > LONGEST_SPAN_DAYS) return null;
  return {
    signal_id: signal.signal_id,
    provider: signal.subject,
    from: isoDay(span.start - DAYS_BEFORE),
    until: isoDay(span.end + DAYS_AFTER),
  };
}
