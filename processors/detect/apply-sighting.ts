import { Draft } from './draft.ts';
import type { Applied } from './apply-reading.ts';
import { restateAround } from './restate.ts';
import type { AddressState } from './state.ts';

/** A fetch that found the content of a known document unchanged. */
export interface Sighting {
  readonly document_id: string;
  /** When it was seen again. */
  readonly at: string;
}

/** The second look that needs no new reading: the source still says the same, so that what its reading says is no longer suspect. */
export function applySighting(state: AddressState, sighting: Sighting, authority: Occasion['authority']): Applied {
  const { readings } = state.address;
  const seen = readings.findLast((one) => one.document_id === sighting.document_id && one.observed_at < sighting.at);
  if (seen === undefined || seen.seen_again) return { changes: [], state, problem: null };
  const draft = new Draft(state);
  draft.setReadings(readings.with(readings.indexOf(seen), { ...seen, seen_again: true }));
  const changes = restateAround(draft, seen.observed_at, { authority, backfill: false });
  return { changes, state: draft.state(), problem: null };
}
