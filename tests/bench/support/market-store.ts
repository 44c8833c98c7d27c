import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClickHouseClient } from '@clickhouse/client';
import { createStoreClient } from '../../../infra/clickhouse/client.ts';
import { type EmbeddedClickHouse, startEmbeddedClickHouse } from '../../../infra/clickhouse/embedded/start.ts';
import { migrate, readMigrations } from '../../../infra/clickhouse/migrate.ts';
import { fillMarket, makeSeries, marketSize } from './observations.ts';
import { makePlain, PLAIN } from './plain.ts';

export interface Engine {
  readonly server: EmbeddedClickHouse;
  client(database: string): ClickHouseClient;
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;

export async function openEngine(dataDir: string): Promise<Engine> {
  const server = await startEmbeddedClickHouse({ dataDir, port: 0 });
  const clients: ClickHouseClient[] = [];
  return {
    server,
    client(database) {
      const { url, user: username, password } = server;
      const client = createStoreClient({ url, username, password, database, requestTimeoutMs: HOUR_MS });
      clients.push(client);
      return client;
    },
    async stop() {
      for (const client of clients) await client.close();
      await server.stop();
    },
  };
}

export interface MarketStore extends Engine {
  /** Rows per second at which ClickHouse itself made and stored the market, ours and plain; null where it was there already. */
  readonly filled: { readonly ours: number; readonly plain: number } | null;
}

/**
 * An engine with the generated market in the databases `tokentape` and `plain`, merged. Kept in the cache for the day: the questions are
 * about the last days, so a market of yesterday is made anew.
 */
export async function openMarket(cache: string, observations: number): Promise<MarketStore> {
  const parent = join(cache, 'bench-markets');
  mkdirSync(parent, { recursive: true });
  const schema = createHash('sha256')
    .update(JSON.stringify(await readMigrations()))
    .digest('hex')
    .slice(0, 8);
  const stamp = `${new Date().toISOString().slice(0, 10)}-${schema}`;
  for (const name of readdirSync(parent)) {
    if (!name.endsWith(stamp)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const folder = join(parent, `${observations}-${stamp}`);
  const isThere = existsSync(folder);
  if (!isThere) {
    const draft = join(parent, `${process.pid}-making`);
    const engine = await openEngine(draft);
    const filled = await make(engine, observations).finally(() => engine.stop());
    renameSync(draft, folder);
    return { ...(await openEngine(folder)), filled };
  }
  return { ...(await openEngine(folder)), filled: null };
}

async function make(engine: Engine, observations: number): Promise<{ ours: number; plain: number }> {
  const client = engine.client('tokentape');
  const size = marketSize(observations);
  await migrate(client, { database: 'tokentape' });
  await makePlain(client);
  await makeSeries(client, size);
  const rate = async (database: string): Promise<number> => {
    const start = performance.now();
    await fillMarket(client, database, size);
    return (size.series * size.hours) / ((performance.now() - start) / 1000);
  };
  const filled = { ours: await rate('tokentape'), plain: await rate(PLAIN) };
  await client.command({ query: 'DROP DATABASE bench' });
  await merge(client);
  return filled;
}

/** What background merges come to in the end. */
async function merge(client: ClickHouseClient): Promise<void> {
  const found = await client.query({
    query: `SELECT DISTINCT database AS db, table FROM system.parts WHERE active AND database IN ('tokentape', '${PLAIN}')`,
    format: 'JSONEachRow',
  });
  for (const { db, table } of await found.json<{ db: string; table: string }>()) {
    await client.command({ query: `OPTIMIZE TABLE ${db}.${table} FINAL` });
  }
}

/** The sizes the storage and query suites look at. */
export const OBSERVATIONS = { normal: [2_000_000], full: [2_000_000, 10_000_000, 100_000_000] } as const;

export const millions = (observations: number): string =>
  observations >= 1_000_000 ? `${observations / 1_000_000} M` : String(observations);
