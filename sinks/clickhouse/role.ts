import type { ClickHouseClient } from '@clickhouse/client';
import { failureKind } from '../../infra/clickhouse/errors.ts';
import { toError, Unavailable } from '../../infra/log/errors.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { runStage, type Stage, type StageContext, type StageOptions, type StageRecord } from '../../infra/log/stage.ts';
import { insertBatch } from './insert.ts';
import { RECORD_TOPICS, type RecordTopic } from './tables.ts';

export interface ClickHouseSinkOptions {
  readonly log: EventLog;
  readonly client: ClickHouseClient;
  readonly observer?: StageOptions<RecordTopic>['observer'];
  readonly retry?: StageOptions<RecordTopic>['retry'];
}

/** A batch is what came within this time, or as much as the limits allow: one insert per batch and table. */
const LINGER_MS = 100;
const MAX_RECORDS = 5_000;
const MAX_BYTES = 32 << 20;

/** Stores every record: consume a batch, insert it, commit. */
export function runClickHouseSink({ log, client, observer, retry }: ClickHouseSinkOptions): Promise<Stage> {
  return runStage(log, {
    name: 'clickhouse',
    topics: RECORD_TOPICS,
    lingerMs: LINGER_MS,
    maxRecords: MAX_RECORDS,
    maxBytes: MAX_BYTES,
    ...(observer === undefined ? {} : { observer }),
    ...(retry === undefined ? {} : { retry }),
    handle: async (records, context) => {
      await store(client, records, context);
      return undefined;
    },
  });
}

/** Inserts the batch. Rows the store refuses are the records' fault; everything else is waited out, nothing is dropped for it. */
async function store(
  client: ClickHouseClient,
  records: readonly StageRecord<RecordTopic>[],
  context: StageContext<RecordTopic>,
): Promise<void> {
  try {
    await insertBatch(client, records);
  } catch (thrown) {
    const error = toError(thrown);
    const kind = failureKind(thrown);
    if (kind !== 'split') {
      const remedy =
        kind === 'stop' ? ' (schema or credentials: no row is at fault, mend it and the sink goes on)' : '';
      throw new Unavailable(`ClickHouse does not take ${context.topic}: ${error.message}${remedy}`, { cause: thrown });
    }
    const [only] = records;
    if (records.length > 1 || only === undefined) throw error;
    context.reject(only, error);
  }
}
