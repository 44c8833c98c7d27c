import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { createStoreClient } from '../clickhouse/client.ts';
import { startEmbeddedClickHouse } from '../clickhouse/embedded/start.ts';
import { migrate } from '../clickhouse/migrate.ts';
import type { Config } from '../config/fields.ts';
import type { Logger } from '../telemetry/logger.ts';

/** A ClickHouse to talk to: the server that CLICKHOUSE_URL names, or the embedded engine. */
export interface Store {
  readonly client: ClickHouseClient;
  /** May only read, where the store has a user for that: the embedded engine does. */
  readonly reader: ClickHouseClient;
  readonly url: string;
  close(): Promise<void>;
}

/** Where a running process answers for the data folder, so that others can ask it instead of waiting for its lock. */
const ENDPOINT_FILE = 'clickhouse.json';
const endpoint = z.object({ url: z.string() });

/** The store for the pipeline: may write, and is migrated. */
export async function openStore(config: Config, logger: Logger): Promise<Store> {
  const database = config.clickhouseDatabase;
  if (config.clickhouseUrl !== undefined) {
    const { clickhouseUrl: url, clickhouseUser: username, clickhousePassword: password } = config;
    const cluster = config.clickhouseCluster;
    const client = createStoreClient({ url, username, password, database, cluster });
    await migrate(client, { database, cluster });
    return { client, reader: client, url, close: () => client.close() };
  }
  const engine = await startEmbeddedClickHouse({
    dataDir: join(config.dataDir, 'clickhouse'),
    port: config.clickhouseEmbeddedPort,
    database,
    onEvent: (event) => logger.warn(event, 'embedded ClickHouse'),
  });
  const client = createStoreClient({ url: engine.url, username: engine.user, password: engine.password, database });
  const reader = createStoreClient({ url: engine.url, username: 'default', password: '', database });
  await migrate(client, { database });
  const file = join(config.dataDir, ENDPOINT_FILE);
  mkdirSync(config.dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify({ url: engine.url }));
  return {
    client,
    reader,
    url: engine.url,
    close: async () => {
      rmSync(file, { force: true });
      await reader.close();
      await client.close();
      await engine.stop();
    },
  };
}

/** The store for questions: a running process's engine where there is one, else an engine of our own for the moment. */
export async function openReader(config: Config, logger: Logger): Promise<Store> {
  const running = config.clickhouseUrl === undefined ? readEndpoint(config) : null;
  if (running !== null) {
    const client = createStoreClient({
      url: running,
      username: 'default',
      password: '',
      database: config.clickhouseDatabase,
    });
    if ((await client.ping()).success) return { client, reader: client, url: running, close: () => client.close() };
    await client.close();
  }
  return openStore({ ...config, clickhouseEmbeddedPort: 0 }, logger);
}

/** Whether a process of this data folder runs and answers. */
export async function isRunning(config: Config): Promise<boolean> {
  const url = readEndpoint(config);
  if (url === null) return false;
  const answer = await fetch(`${url}/ping`).catch(() => null);
  return answer?.ok ?? false;
}

function readEndpoint(config: Config): string | null {
  try {
    return endpoint.parse(JSON.parse(readFileSync(join(config.dataDir, ENDPOINT_FILE), 'utf8'))).url;
  } catch {
    return null;
  }
}
