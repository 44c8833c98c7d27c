import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { FetchAttempt } from '../../infra/contracts/fetch.ts';
import type { Reading } from '../../infra/contracts/price.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { runStage, type Stage, type StageOptions } from '../../infra/log/stage.ts';

export interface SecondLookOptions extends Pick<StageOptions<'fetches'>, 'retry' | 'observer'> {
  readonly log: EventLog;
}

/**
 * Fetches that found a document unchanged become second looks on `prices`, so that they reach detect in order with the readings of the
 * same source and one worker alone writes its state.
 */
export function runSecondLook({ log, retry, observer }: SecondLookOptions): Promise<Stage> {
  return runStage(log, {
    ...(retry === undefined ? {} : { retry }),
    ...(observer === undefined ? {} : { observer }),
    name: 'second-look',
    topics: ['fetches'],
    handle: async (records) =>
      records.flatMap(({ value }) => {
        const look = secondLook(value);
        return look === null ? [] : [{ topic: 'prices', key: look.source_id, value: look } as const];
      }),
  });
}

function secondLook(fetch: FetchAttempt): Reading | null {
  const unchanged = fetch.outcome === 'unchanged' || fetch.outcome === 'not_modified';
  if (!unchanged || fetch.document_id === null) return null;
  return {
    version: CONTRACT_VERSION,
    document_id: fetch.document_id,
    source_id: fetch.source_id,
    url: fetch.url,
    authority: null,
    observed_at: fetch.started_at,
    prices: [],
    seen_again: true,
    backfill: false,
  };
}
