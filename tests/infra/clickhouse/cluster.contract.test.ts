import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClickHouseClient } from '@clickhouse/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStoreClient } from '../../../infra/clickhouse/client.ts';
import { migrationStatements, readMigrations } from '../../../infra/clickhouse/migrate.ts';
import { loadSampleMarket } from './sample-market.ts';

/**
 * The engine here has no Keeper and no DDL queue, so every statement is parsed as it is, and run without `ON CLUSTER` and
 * `Replicated`. What is distributed is really distributed, over a cluster of one shard.
 */
const CONFIG = `<clickhouse>
  <tcp_port>9000</tcp_port>
  <remote_servers><market><shard><replica><host>localhost</host><port>9000</port></replica></shard></market></remote_servers>
</clickhouse>`;
const page = readFileSync(new URL('../../../docs/queries.md', import.meta.url), 'utf8');
const questions = page
  .split(/^### /m)
  .slice(1)
  .flatMap((section) =>
    [...section.matchAll(/```sql\n(.*?)```/gs)].map((found): [string, string] => [
      section.split('\n')[0] ?? '',
      found[1] ?? '',
    ]),
  );

let folder: string;
let node: ChildProcess;
let client: ClickHouseClient;
let all: string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentape-cluster-'));
  const configFile = join(folder, 'config.xml');
  writeFileSync(configFile, CONFIG);
  node = fork(
    fileURLToPath(new URL('cluster-node.ts', import.meta.url)),
    [join(folder, 'data'), configFile, 'secret'],
    {
      execArgv: [],
      stdio: 'inherit',
      env: { ...process.env, UV_THREADPOOL_SIZE: '16', NODE_OPTIONS: '', TZ: 'UTC' },
    },
  );
  const [port] = await once(node, 'message');
  client = createStoreClient({
    url: `http://127.0.0.1:${port}`,
    username: 'tokentape',
    password: 'secret',
    database: 'tokentape',
    cluster: 'market',
  });
  all = (await readMigrations()).flatMap((of) => migrationStatements(of, 'tokentape', 'market'));
  for (const statement of all) await client.command({ query: alone(statement) });
  await loadSampleMarket(client);
});
afterAll(async () => {
  await client.close();
  node.kill('SIGKILL');
  await once(node, 'exit');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

const alone = (statement: string): string =>
  statement
    .replaceAll(" ON CLUSTER 'market'", '')
    .replace(/Replicated(\w*MergeTree)\('[^']*', '[^']*'(?:, )?/, '$1(')
    .replaceAll(
      /replicated_deduplication_window(?:_seconds = 86400, replicated_deduplication_window)?/g,
      'non_replicated_deduplication_window',
    );

test('the engine parses every statement as a cluster gets it', async () => {
  for (const statement of all) {
    const found = await client.query({ query: `EXPLAIN AST ${statement}`, format: 'JSONEachRow' });
    expect((await found.json()).length, statement).toBeGreaterThan(0);
  }
});

test('every table is distributed over the local tables, and holds what was written', async () => {
  const query =
    "SELECT name, engine FROM system.tables WHERE database = 'tokentape' AND engine NOT IN ('View', 'MaterializedView')";
  const tables = await (await client.query({ query, format: 'JSONEachRow' })).json<{ name: string; engine: string }>();
  const over = tables.filter(({ engine }) => engine === 'Distributed').map(({ name }) => name);
  const local = tables.filter(({ engine }) => engine !== 'Distributed').map(({ name }) => name);
  expect(local.sort()).toEqual(over.map((name) => `${name}_local`).sort());
  const counted = await client.query({
    query: 'SELECT (SELECT count() FROM prices) AS seen, (SELECT count() FROM prices_local) AS kept',
    format: 'JSONEachRow',
  });
  const [of] = await counted.json<{ seen: string; kept: string }>();
  expect(of?.seen).toBe(of?.kept);
  expect(Number(of?.kept)).toBeGreaterThan(20);
});

test.each(questions)('%s', async (_title, query) => {
  const rows = await (await client.query({ query, format: 'JSONEachRow' })).json();
  expect(rows.length).toBeGreaterThan(0);
});
