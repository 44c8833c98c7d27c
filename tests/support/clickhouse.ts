import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClickHouseClient } from '@clickhouse/client';
import { createStoreClient } from '../../infra/clickhouse/client.ts';
import {
  type EmbeddedClickHouse,
  type EmbeddedOptions,
  startEmbeddedClickHouse,
} from '../../infra/clickhouse/embedded/start.ts';
import { migrate } from '../../infra/clickhouse/migrate.ts';

export interface TestClickHouse {
  /** The pipeline's user, in the migrated database `tokentape`. */
  readonly client: ClickHouseClient;
  /** The passwordless read-only user. */
  readonly reader: ClickHouseClient;
  readonly server: EmbeddedClickHouse;
  readonly dataDir: string;
  /** Rows of a query, as JSONEachRow gives them. */
  rows(query: string): Promise<unknown[]>;
  stop(): Promise<void>;
}

/** A real engine with the real schema, in a directory and on a port of its own. Stop it after the tests. */
export async function withClickHouse(
  options: Partial<EmbeddedOptions> & { migrated?: boolean } = {},
): Promise<TestClickHouse> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'tokentape-clickhouse-'));
  const server = await startEmbeddedClickHouse({ port: 0, memoryBytes: 3 * 1024 ** 3, ...options, dataDir });
  const access = { url: server.url, username: server.user, password: server.password, database: 'tokentape' };
  const client = createStoreClient(access);
  const reader = createStoreClient({ ...access, username: 'default', password: '' });
  if (options.migrated ?? true) await migrate(client, { database: 'tokentape' });
  return {
    client,
    reader,
    server,
    dataDir,
    async rows(query) {
      return (await client.query({ query, format: 'JSONEachRow' })).json();
    },
    async stop() {
      await client.close();
      await reader.close();
      await server.stop();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
