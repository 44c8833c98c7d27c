import type { Readable } from 'node:stream';
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import type { z } from 'zod';
import type { Statement } from './statement.ts';

/** Shapes of the values, so that a row reads like the record contract: exact decimals, ISO times. */
const WIRE: ClickHouseSettings = {
  date_time_output_format: 'iso',
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_decimals: 1,
};
const LIMITS: ClickHouseSettings = { max_execution_time: 15, max_memory_usage: '2000000000' };

/** Formats ClickHouse writes by itself. */
export type ExportFormat = 'CSVWithNames' | 'Parquet' | 'ArrowStream';

/** What every query of this room goes through. */
export const createStore = (client: ClickHouseClient) => ({
  /** Rows of the statement, checked against the schema. The query ends when `signal` aborts. */
  async rows<T extends z.ZodType>(statement: Statement, row: T, signal?: AbortSignal): Promise<z.infer<T>[]> {
    const result = await client.query({
      query: statement.sql,
      query_params: { ...statement.params },
      format: 'JSONEachRow',
      clickhouse_settings: { ...WIRE, ...LIMITS },
      ...(signal ? { abort_signal: signal } : {}),
    });
    return (await result.json<unknown>()).map((item) => row.parse(item));
  },

  /** The statement's result as ClickHouse writes it, held back until it is complete: an error is an error, never a short file. */
  async file(statement: Statement, format: ExportFormat, signal?: AbortSignal): Promise<Readable> {
    const result = await client.exec({
      query: `${statement.sql}\nFORMAT ${format}`,
      query_params: { ...statement.params },
      clickhouse_settings: { ...LIMITS, max_execution_time: 120, date_time_output_format: 'iso', wait_end_of_query: 1 },
      ...(signal ? { abort_signal: signal } : {}),
    });
    return result.stream;
  },
});

export type Store = ReturnType<typeof createStore>;
