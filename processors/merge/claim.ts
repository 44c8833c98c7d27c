import type { Announcement } from '../../infra/contracts/announcement.ts';
import { type DaySpan, dayOf, spanOf } from '../../infra/contracts/partial-date.ts';
import { isCancellation } from './cancellation.ts';
import { type Magnitude, magnitudeOf } from './magnitude.ts';
import { announcedName, type ProductName } from './product-name.ts';

/** An announcement with what comparing it needs. */
export interface Claim {
  readonly id: string;
  readonly source: Announcement;
  /** Day it was said: published, or else seen. */
  readonly said: number;
  /** `said` with its time and the id: one order for all claims. */
  readonly order: string;
  /** When it was seen, then `order`: arrival at the source of all records, not here. */
  readonly seen: string;
  /** When the change takes effect, or the period the figure describes. */
  readonly when: DaySpan | null;
  readonly name: ProductName;
  readonly magnitude: Magnitude;
  readonly cancels: boolean;
}

export function toClaim(source: Announcement): Claim {
  const said = source.published_at ?? source.observed_at;
  const date = source.kind === 'price_change' ? (source.effective ?? source.as_of) : (source.as_of ?? source.effective);
  return {
    id: source.announcement_id,
    source,
    said: dayOf(said),
    order: `${said} ${source.announcement_id}`,
    seen: `${source.observed_at} ${said} ${source.announcement_id}`,
    when: date === null ? null : spanOf(date),
    name: announcedName(source.object),
    magnitude: magnitudeOf(source),
    cancels: isCancellation(source),
  };
}

/** Earliest said first; ties by id, so that the order never depends on arrival. */
export function byOrder(a: Claim, b: Claim): number {
  return compareText(a.order, b.order);
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
