import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';

export interface StoreOptions {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** What unqualified table names mean. */
  readonly database: string;
  readonly requestTimeoutMs?: number;
  /** Tables are distributed over this cluster. */
  readonly cluster?: string | undefined;
}

/** Below every server's keep-alive (ours 30 s, ClickHouse's own 10 s), so that no request meets a socket about to close. */
const IDLE_SOCKET_MS = 2_500;

/** An insert is acknowledged once every shard has its rows, and a join of two distributed tables computes its right side once. */
const CLUSTER_SETTINGS = { distributed_foreground_insert: 1, distributed_product_mode: 'global' } as const;

/**
 * The one client for both modes, over HTTP. Answers carry what the record contract carries: 64-bit integers and decimals
 * as strings, times as ISO 8601.
 */
export function createStoreClient(options: StoreOptions): ClickHouseClient {
  return createClient({
    url: options.url,
    username: options.username,
    password: options.password,
    // As a header and not as the `database` parameter, so that a single request can say otherwise (migrate.ts).
    http_headers: databaseHeader(options.database),
    application: 'tokentape',
    request_timeout: options.requestTimeoutMs ?? 60_000,
    max_open_connections: 10,
    compression: { request: false, response: false },
    keep_alive: { enabled: true, idle_socket_ttl: IDLE_SOCKET_MS },
    // Errors are thrown; whoever catches them logs them once.
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: {
      output_format_json_quote_64bit_integers: 1,
      output_format_json_quote_decimals: 1,
      date_time_input_format: 'best_effort',
      date_time_output_format: 'iso',
      ...(options.cluster === undefined ? {} : CLUSTER_SETTINGS),
    },
  });
}

export function databaseHeader(database: string): Record<string, string> {
  return { 'X-ClickHouse-Database': database };
}
