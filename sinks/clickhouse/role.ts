import type { ClickHouseClient } from '@clickhouse/client';
import { bulkhead } from 'cockatiel';
import { failureKind } from '../../infra/clickhouse/errors.ts';
import { toError, Unavailable } from '../../infra/log/errors.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { runStage, type Stage, type StageContext, type StageOptions, type StageRecord } from '../../infra/log/stage.ts';
import { type Chunk, chunksOf } from './chunk.ts';
import { insertChunks } from './insert.ts';
import { TableWriter, type Turns } from './table-writer.ts';
import { RECORD_TOPICS, type RecordTopic, type TableName } from './tables.ts';

export interface ClickHouseSinkOptions {
  readonly log: EventLog;
  readonly client: ClickHouseClient;
  readonly observer?: StageOptions<RecordTopic>['observer'];
  readonly retry?: StageOptions<RecordTopic>['retry'];
}

const MAX_BYTES = 32 << 20;

/** Stores every record: consume a batch, insert it with what the other partitions have for the table, commit. */
export function runClickHouseSink({ log, client, observer, retry }: ClickHouseSinkOptions): Promise<Stage> {
  const writers = new Map<TableName, TableWriter>();
  const oneAtATime = bulkhead(1, Number.MAX_SAFE_INTEGER);
  const turns: Turns = (work) => oneAtATime.execute(work);
  const write = (chunk: Chunk): Promise<void> => {
    const writer = writers.get(chunk.table) ?? new TableWriter((chunks) => insertChunks(client, chunks), turns);
    writers.set(chunk.table, writer);
    return writer.write(chunk);
  };
  return runStage(log, {
    name: 'clickhouse',
    topics: RECORD_TOPICS,
    maxBytes: MAX_BYTES,
    ...(observer === undefined ? {} : { observer }),
    ...(retry === undefined ? {} : { retry }),
    handle: async (records, context) => {
      await store(write, records, context);
      return undefined;
    },
  });
}

/** Inserts the batch. Rows the store refuses are the records' fault; everything else is waited out, nothing is dropped for it. */
async function store(
  write: (chunk: Chunk) => Promise<void>,
  records: readonly StageRecord<RecordTopic>[],
  context: StageContext<RecordTopic>,
): Promise<void> {
  try {
    // Every insert has ended when this batch is tried again: a table never takes the same rows twice at a time.
    const ends = await Promise.allSettled(chunksOf(records).map(write));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
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
