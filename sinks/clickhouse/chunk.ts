import { createHash } from 'node:crypto';
import type { StageRecord } from '../../infra/log/stage.ts';
import { rowsOf } from './rows.ts';
import type { RecordTopic, Row, TableName } from './tables.ts';

/** What one batch has for one table, as the engine reads it. */
export interface Chunk {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly rows: number;
  /** One JSON array a line (JSONCompactEachRow), values in the order of `columns`. */
  readonly lines: string;
  /** Names the records it was made of: the same batch delivered again has the same. */
  readonly token: string;
}

/** The rows of a batch, a chunk a table. */
export function chunksOf(records: readonly StageRecord<RecordTopic>[]): Chunk[] {
  const tables = new Map<TableName, Row[]>();
  for (const record of records) {
    for (const [table, rows] of rowsOf(record)) {
      const collected = tables.get(table);
      if (collected === undefined) tables.set(table, [...rows]);
      else for (const row of rows) collected.push(row);
    }
  }
  const token = tokenOf(records);
  return [...tables].flatMap(([table, rows]) => {
    const columns = Object.keys(rows[0] ?? {});
    if (columns.length === 0) return [];
    const lines = rows.map((row) => `${JSON.stringify(columns.map((name) => row[name]))}\n`).join('');
    return [{ table, columns, rows: rows.length, lines, token }];
  });
}

/** Of the records' own bytes and places: a log that was deleted and begun anew counts its offsets from 0 again. */
function tokenOf(records: readonly StageRecord<RecordTopic>[]): string {
  const hash = createHash('sha256');
  for (const record of records) {
    hash.update(`${record.topic}/${record.partition}@${record.offset}+${record.arrivedAt}:${record.bytes.length}\n`);
    hash.update(record.bytes);
  }
  return hash.digest('hex');
}
