import { hasHeader } from './format-header.ts';

/** Formats whose parts may simply follow one another. */
const STREAMED = new Set([
  'JSONEachRow',
  'JSONLines',
  'NDJSON',
  'JSONCompactEachRow',
  'JSONStringsEachRow',
  'JSONCompactStringsEachRow',
  'CSV',
  'TSV',
  'TabSeparated',
  'TabSeparatedRaw',
  'TSVRaw',
  'RowBinary',
  'Native',
  'LineAsString',
]);

/** Answers in these formats can be sent while they are made. */
export const isStreamed = (format: string): boolean => STREAMED.has(format) || hasHeader(format);

export function contentType(format: string): string {
  if (/EachRow|^JSONLines$|^NDJSON$/.test(format)) return 'application/x-ndjson; charset=UTF-8';
  if (/^(JSON|PrettyJSON)/.test(format)) return 'application/json; charset=UTF-8';
  if (/^CSV/.test(format)) return 'text/csv; charset=UTF-8; header=present';
  if (/^(TSV|TabSeparated)/.test(format)) return 'text/tab-separated-values; charset=UTF-8';
  if (/^(Native|RowBinary|Parquet|Arrow|ORC|Avro|MsgPack|BSON|Protobuf|CapnProto|Npy)/.test(format)) {
    return 'application/octet-stream';
  }
  return 'text/plain; charset=UTF-8';
}
