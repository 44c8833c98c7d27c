import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** One request of the ClickHouse HTTP interface, before its body is read. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** The `query` parameter; a body follows it. */
  readonly query: string;
  readonly queryId: string;
  /** Null where the client leaves it to the endpoint. */
  readonly database: string | null;
  readonly sessionId: string | null;
  readonly sessionTimeoutMs: number;
  readonly defaultFormat: string | null;
  /** Answer gzip-compressed, by HTTP. */
  readonly gzip: boolean;
  /** ClickHouse's own block framing of the answer (`compress=1`, JDBC's default). */
  readonly framed: boolean;
  readonly waitEndOfQuery: boolean;
  /** Revision of the Native format the client reads; 0 is the format of files. */
  readonly protocolVersion: number;
  /** Values of {name:Type} placeholders, in the interface's escaped text form. */
  readonly params: ReadonlyMap<string, string>;
  readonly settings: ReadonlyMap<string, string>;
}

/** Parameters that steer the interface and are no settings of the query. */
const INTERFACE = new Set([
  'query',
  'query_id',
  'database',
  'session_id',
  'session_timeout',
  'session_check',
  'default_format',
  'compress',
  'decompress',
  'enable_http_compression',
  'http_zlib_compression_level',
  'wait_end_of_query',
  'send_progress_in_http_headers',
  'http_headers_progress_interval_ms',
  'http_response_buffer_size',
  'http_write_exception_in_output_format',
  'http_make_head_request',
  'http_receive_timeout',
  'http_send_timeout',
  'cancel_http_readonly_queries_on_client_close',
  'buffer_size',
  'user',
  'password',
  'role',
  'quota_key',
  'stacktrace',
  'client_protocol_version',
  'add_http_cors_header',
]);

const one = (text: string | null): boolean => text === '1' || text === 'true';

export function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

export function readRequest(request: IncomingMessage): HttpRequest {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const get = (name: string): string | null => url.searchParams.get(name);
  const params = new Map<string, string>();
  const settings = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    if (name.startsWith('param_')) params.set(name.slice(6), value);
    else if (!INTERFACE.has(name)) settings.set(name, value);
  }
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: get('query') ?? '',
    queryId: get('query_id') || header(request, 'x-clickhouse-query-id') || randomUUID(),
    database: databaseOf(get('database') || header(request, 'x-clickhouse-database')),
    sessionId: get('session_id') || null,
    sessionTimeoutMs: Math.min(Number(get('session_timeout') ?? 60) || 60, 3600) * 1000,
    defaultFormat: header(request, 'x-clickhouse-format') ?? get('default_format'),
    gzip: one(get('enable_http_compression')) && /\bgzip\b/.test(header(request, 'accept-encoding') ?? ''),
    framed: one(get('compress')),
    protocolVersion: Number(get('client_protocol_version') ?? 0) || 0,
    waitEndOfQuery: one(get('wait_end_of_query')),
    params,
    settings,
  };
}

/** Drivers ask for `default` when nobody told them anything; here that means the endpoint's own database. */
function databaseOf(name: string | null): string | null {
  return name === null || name === '' || name === 'default' ? null : name;
}
