import type { ClickHouseClient } from '@clickhouse/client';
import type { StageRecord } from '../../infra/log/stage.ts';
import { chunksOf } from '../../sinks/clickhouse/chunk.ts';
import { insertChunks } from '../../sinks/clickhouse/insert.ts';
import type { RecordTopic } from '../../sinks/clickhouse/tables.ts';

/** One batch into the store, as the sink writes it. */
export async function storeRecords(
  client: ClickHouseClient,
  records: readonly StageRecord<RecordTopic>[],
): Promise<void> {
  for (const chunk of chunksOf(records)) await insertChunks(client, [chunk]);
}
