import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { FetchAttempt } from '../../infra/contracts/fetch.ts';
import { stableId } from '../../infra/contracts/ids.ts';
import { priceChangeKey } from '../../infra/contracts/market.ts';
import type { Reading } from '../../infra/contracts/price.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { type Output, runStage, type Stage, type StageOptions } from '../../infra/log/stage.ts';
import type { Logger } from '../../infra/telemetry/logger.ts';
import { applyReading } from './apply-reading.ts';
import { type AddressState, addressKey, stateKey } from './state.ts';
import { differing, StateTable } from './state-table.ts';

export interface ChangeStageOptions extends Pick<StageOptions<'prices'>, 'retry' | 'observer'> {
  readonly log: EventLog;
  readonly logger: Logger;
}

/** Appended and committed together. */
const MAX_READINGS = 50;

/** Readings become price changes. What is known of every address lies beside the partition of its readings. */
export async function runChanges({ log, logger, retry, observer }: ChangeStageOptions): Promise<Stage> {
  const view = log.table('detect_state');
  const tables = new Map<number, StateTable>();
  return runStage(log, {
    name: 'detect',
    ...(retry === undefined ? {} : { retry }),
    ...(observer === undefined ? {} : { observer }),
    topics: ['prices'],
    maxRecords: MAX_READINGS,
    onAssigned: async (_topic, partition) => void tables.set(partition, new StateTable(await view.load(partition))),
    onRevoked: (_topic, partition) => {
      tables.delete(partition);
      view.release(partition);
    },
    handle: async (records, { partition }) => {
      const table = tables.get(partition);
      if (table === undefined) throw new Error(`prices/${partition} came before its state was loaded`);
      const states = new Map<string, AddressState>();
      const said: Output[] = [];
      const known: Output[] = [];
      for (const { value: reading } of records) {
        const key = addressKey(reading.source_id, reading.url);
        const before = states.get(key) ?? table.address(reading.source_id, reading.url);
        const { changes, state, problem } = applyReading(before, reading);
        states.set(key, state);
        if (problem !== null) logger.warn({ source: reading.source_id, problem: problem.kind }, problem.message);
        for (const change of changes) said.push({ topic: 'price_changes', key: priceChangeKey(change), value: change });
        if (problem?.kind === 'no_prices') {
          said.push({ topic: 'fetches', key: reading.source_id, value: failure(reading, problem.message) });
        }
        for (const record of differing(before, state)) {
          table.expect(record);
          known.push({ topic: 'detect_state', key: stateKey(record), value: record, partition });
        }
      }
      // All that is said before anything that is known of it: what a crash leaves unsaid is found again.
      return [...said, ...known];
    },
  });
}

/** A source that yields nothing where it yielded something fails like one that cannot be fetched, and shows beside those. */
function failure(reading: Reading, error: string): FetchAttempt {
  return {
    version: CONTRACT_VERSION,
    fetch_id: stableId('no_prices', reading.source_id, reading.url, reading.observed_at),
    job_id: '',
    source_id: reading.source_id,
    url: reading.url,
    final_url: null,
    started_at: reading.observed_at,
    duration_ms: 0,
    outcome: 'no_prices',
    status: null,
    size_bytes: null,
    document_id: reading.document_id,
    error,
    retry_at: null,
  };
}
