import { createHash } from 'node:crypto';
import type { ClickHouseClient } from '@clickhouse/client';
import type { StageRecord } from '../../infra/log/stage.ts';
import { rowsOf } from './rows.ts';
import type { RecordTopic, Row, TableName } from './tables.ts';

/**
 * Writes a batch, one insert per table. The token is made of the records' own bytes and places: the same batch delivered
 * again within the table's window leaves no second row, in the table and in the views fed by it, and no other batch can
 * be taken for it (a log that was deleted and begun anew counts its offsets from 0 again).
 */
export async function insertBatch(
  client: ClickHouseClient,
  records: readonly StageRecord<RecordTopic>[],
): Promise<number> {
  const tables = new Map<TableName, Row[]>();
  for (const record of records) {
    for (const [table, rows] of rowsOf(record)) {
      const collected = tables.get(table);
      if (collected === undefined) tables.set(table, [...rows]);
      else for (const row of rows) collected.push(row);
    }
  }
  const token = tokenOf(records);
  let written = 0;
  for (const [table, rows] of tables) {
    const [first] = rows;
    if (first === undefined) continue;
    const [column, ...others] = Object.keys(first);
    if (column === undefined) continue;
    const columns: [string, ...string[]] = [column, ...others];
    await client.insert({
      table,
      columns,
      values: rows.map((row) => columns.map((name) => row[name])),
      format: 'JSONCompactEachRow',
      clickhouse_settings: {
        insert_deduplicate: 1,
        insert_deduplication_token: token,
        deduplicate_blocks_in_dependent_materialized_views: 1,
        // A batch is one block, so that it is stored whole or not at all.
        input_format_parallel_parsing: 0,
        min_insert_block_size_rows: '2000000',
        min_insert_block_size_bytes: '1000000000',
        throw_on_max_partitions_per_insert_block: 0,
      },
    });
    written += rows.length;
  }
  return written;
}

function tokenOf(records: readonly StageRecord<RecordTopic>[]): string {
  const hash = createHash('sha256');
  for (const record of records) {
    hash.update(`${record.topic}/${record.partition}@${record.offset}+${record.arrivedAt}:${record.bytes.length}\n`);
    hash.update(record.bytes);
  }
  return hash.digest('hex').slice(0, 32);
}
