import type { ClickHouseClient } from '@clickhouse/client';
import type { EventLog } from '../../infra/log/port.ts';

/** What a token may do: `read` everything shown, or `admin` as well (fetch now, mounted admin paths). */
export type Scope = 'read' | 'admin';

export interface AccessToken {
  /** Shown in logs and rate limits, never the secret. */
  readonly name: string;
  readonly token: string;
  readonly scope: Scope;
}

/** A source as the catalogue describes it. */
export interface CatalogSource {
  readonly id: string;
  readonly name: string;
  readonly provider: string | null;
  /** page, feed, article or api. */
  readonly kind: string;
  readonly url: string;
  /** All of its addresses, where it has several; `url` is the first. */
  readonly urls?: readonly string[];
  /** Cron expression, read on the wall clock of `timezone` (default UTC). */
  readonly schedule: string;
  readonly timezone?: string;
}

/** A path another room answers, such as /metrics. */
export interface Mount {
  readonly path: string;
  readonly access: 'open' | Scope;
  readonly handle: (request: Request) => Response | Promise<Response>;
}

export interface WebLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface WebOptions {
  readonly log: EventLog;
  readonly client: ClickHouseClient;
  readonly catalog: readonly CatalogSource[];
  /** Default 127.0.0.1. Anything but loopback demands `tokens`. */
  readonly host?: string;
  /** Default 8080; 0 takes a free port. */
  readonly port?: number;
  readonly tokens?: readonly AccessToken[];
  /** PEM key and certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Names this server is reached by, besides loopback and addresses: `tape.example.com`. */
  readonly hosts?: readonly string[];
  /** Address people reach it by, for links in feeds, when a proxy stands in front: `https://tape.example.com`. */
  readonly publicUrl?: string;
  readonly mounts?: readonly Mount[];
  /** Requests a client may make in a minute. Default 600. */
  readonly requestsPerMinute?: number;
  readonly logger?: WebLogger;
}
