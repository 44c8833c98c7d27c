import { z } from 'zod';
import { stableId } from '../../infra/contracts/ids.ts';
import { changeSubject } from '../../infra/contracts/market.ts';
import { type PriceChange, priceChange } from '../../infra/contracts/price-change.ts';
import { compareText } from './claim.ts';

/** The price changes of one subject seen in one reading of one document. */
export const changeGroup = z.object({
  group_id: z.string(),
  subject: z.string(),
  document_id: z.string(),
  observed_at: z.string(),
  /** By change_id; the highest revision of each. */
  changes: z.record(z.string(), priceChange),
});
export type ChangeGroup = z.infer<typeof changeGroup>;

/** The same content may come back weeks later: a reading is a document at a time. */
export function groupIdOf(change: PriceChange): string {
  return stableId('observed', changeSubject(change), change.source_id, change.document_id, change.observed_at);
}

/** The group with the change in it; the same object when it was known already. */
export function withChange(group: ChangeGroup | undefined, change: PriceChange): ChangeGroup {
  const known = group?.changes[change.change_id];
  if (group !== undefined && known !== undefined && known.revision >= change.revision) return group;
  return {
    group_id: groupIdOf(change),
    subject: changeSubject(change),
    document_id: change.document_id,
    observed_at: change.observed_at,
    changes: { ...group?.changes, [change.change_id]: change },
  };
}

/**
 * What the group says now: changes taken back are left out, and so are suspects while there are sound ones; they join when a second
 * look agrees. Sorted by product, meter and series.
 */
export function standingChanges(group: ChangeGroup): readonly PriceChange[] {
  const known = standing.get(group);
  if (known !== undefined) return known;
  const all = Object.values(group.changes).filter((change) => !change.retracted);
  const sound = all.filter((change) => !change.suspect);
  const sorted = (sound.length > 0 ? sound : all).sort(
    (a, b) => compareText(a.product, b.product) || compareText(a.meter, b.meter) || compareText(a.series, b.series),
  );
  standing.set(group, sorted);
  return sorted;
}

/** Groups never change: one with another change in it is another object. */
const standing = new WeakMap<ChangeGroup, readonly PriceChange[]>();
