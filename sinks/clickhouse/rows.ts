import type { StageRecord } from '../../infra/log/stage.ts';
import { priceRows, readingRow } from './price-rows.ts';
import type { RecordTopic, Row, TableName } from './tables.ts';

/** The rows of one record, by table. Column names are the contract's field names. */
export function rowsOf(record: StageRecord<RecordTopic>): readonly (readonly [TableName, readonly Row[]])[] {
  const recorded_at = new Date(record.arrivedAt).toISOString();
  switch (record.topic) {
    case 'prices':
      return [
        ['readings', [readingRow(record.value, recorded_at)]],
        ['prices', priceRows(record.value, recorded_at)],
      ];
    case 'documents':
      return [['documents', [{ ...record.value, hints: JSON.stringify(record.value.hints), recorded_at }]]];
    default:
      return [[record.topic, [{ ...record.value, recorded_at }]]];
  }
}
