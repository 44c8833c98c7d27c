import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createStoreClient } from '../../../../infra/clickhouse/client.ts';
import { type EmbeddedEvent, startEmbeddedClickHouse } from '../../../../infra/clickhouse/embedded/start.ts';
import { withClickHouse } from '../../../support/clickhouse.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tokentape-start-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 10 }));

const SMALL = { port: 0, memoryBytes: 2 * 1024 ** 3 };

function pidOf(server: { pid(): number | undefined }): number {
  const pid = server.pid();
  if (pid === undefined) throw new Error('the engine has no process');
  return pid;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('a busy port is one sentence that names the setting', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const address = blocker.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  await expect(startEmbeddedClickHouse({ ...SMALL, dataDir: join(scratch, 'busy'), port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is already in use: stop what listens there, or set CLICKHOUSE_EMBEDDED_PORT to another port (0 picks a free one).`,
  );
  blocker.close();
});

test('a second process on the same data directory is told so, and the first goes on', async () => {
  const first = await withClickHouse({ dataDir: join(scratch, 'twice'), migrated: false });
  await expect(startEmbeddedClickHouse({ ...SMALL, dataDir: join(scratch, 'twice') })).rejects.toThrow(
    /^Another process already holds the embedded ClickHouse in .*twice: stop it, or set TOKENTAPE_DATA_DIR/,
  );
  expect(await first.rows('SELECT 1 AS a')).toEqual([{ a: 1 }]);
  await first.stop();
});

test('a stopped engine leaves its directory to the next, with everything in it', async () => {
  const dataDir = join(scratch, 'again');
  const first = await withClickHouse({ dataDir });
  await first.client.command({ query: 'CREATE TABLE kept (a UInt8) ENGINE = MergeTree ORDER BY a' });
  await first.client.insert({ table: 'kept', values: [[1]], format: 'JSONCompactEachRow' });
  const pid = pidOf(first.server);
  await first.stop();
  expect(isAlive(pid)).toBe(false);
  const second = await withClickHouse({ dataDir });
  expect(await second.rows('SELECT a FROM kept')).toEqual([{ a: 1 }]);
  await second.stop();
});

test('no database reads the file system, and who asks for `default` gets the one that is kept', async () => {
  const store = await withClickHouse({ dataDir: join(scratch, 'default'), migrated: false });
  for (const table of ['`/etc/hostname`', 'default.`/etc/hostname`', 'tokentape.`/etc/hostname`']) {
    await expect(store.client.query({ query: `SELECT * FROM ${table}` })).rejects.toMatchObject({ code: '60' });
  }
  const asked = await fetch(`${store.server.url}/?database=default&query=SELECT%20currentDatabase()`);
  expect(await asked.text()).toBe('tokentape\n');
  await store.stop();
});

test('a stop does not wait for a query without end', async () => {
  const store = await withClickHouse({ dataDir: join(scratch, 'endless'), migrated: false });
  const query = 'SELECT count() FROM numbers(1000000000000) WHERE cityHash64(number) = 1';
  const endless = store.client.query({ query, format: 'JSON' });
  const outcome = expect(endless).rejects.toThrow();
  const running = "SELECT 1 FROM system.processes WHERE query LIKE '%1000000000000%' AND query NOT LIKE '%processes%'";
  await vi.waitFor(async () => expect(await store.rows(running)).toHaveLength(1), 20_000);
  await store.server.stop();
  await outcome;
  await store.stop();
});

test('a killed engine comes back on the same port; what was under way fails cleanly, what was acknowledged is there', async () => {
  const events: EmbeddedEvent[] = [];
  const store = await withClickHouse({ dataDir: join(scratch, 'killed'), onEvent: (event) => events.push(event) });
  await store.client.command({ query: 'CREATE TABLE acked (n UInt32) ENGINE = MergeTree ORDER BY n' });
  let acknowledged = 0;
  let attempted = 0;
  let stopped = false;
  const writer = (async () => {
    while (!stopped) {
      const batch = Array.from({ length: 500 }, (_, i) => [attempted * 500 + i]);
      attempted += 1;
      try {
        await store.client.insert({ table: 'acked', values: batch, format: 'JSONCompactEachRow' });
        acknowledged += 500;
      } catch {
        await vi.waitFor(async () => expect((await store.client.ping()).success).toBe(true), 20_000);
      }
    }
  })();
  for (let round = 1; round <= 3; round += 1) {
    const before = acknowledged;
    await vi.waitFor(() => expect(acknowledged).toBeGreaterThan(before + 1_000), 20_000);
    process.kill(pidOf(store.server), 'SIGKILL');
    await vi.waitFor(() => expect(events.filter(({ kind }) => kind === 'restarted')).toHaveLength(round), 20_000);
  }
  stopped = true;
  await writer;
  const [row] = await store.rows('SELECT toUInt32(count()) AS rows, toUInt32(uniqExact(n)) AS distinct FROM acked');
  const { rows, distinct } = z.object({ rows: z.number(), distinct: z.number() }).parse(row);
  expect(rows).toBe(distinct);
  // A batch whose answer was lost may have been stored; none that was acknowledged may be missing, none is torn.
  expect(rows).toBeGreaterThanOrEqual(acknowledged);
  expect(rows).toBeLessThanOrEqual(attempted * 500);
  expect(rows % 500).toBe(0);
  expect(events.filter(({ kind }) => kind === 'crashed')).toHaveLength(3);
  await store.stop();
});

test('the engine does not outlive its owner', async () => {
  const code = `
    import { startEmbeddedClickHouse } from ${JSON.stringify(new URL('../../../../infra/clickhouse/embedded/start.ts', import.meta.url).href)};
    const server = await startEmbeddedClickHouse({ dataDir: ${JSON.stringify(join(scratch, 'orphan'))}, port: 0, memoryBytes: 2e9 });
    process.send(server.pid());
    setInterval(() => undefined, 1000);`;
  const owner: ChildProcess = fork('--input-type=module', ['-e', code], {
    execArgv: [],
    silent: true,
    execPath: process.execPath,
  });
  const [enginePid] = await once(owner, 'message');
  expect(isAlive(Number(enginePid))).toBe(true);
  owner.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(Number(enginePid))).toBe(false), 20_000);
});

test('a password of one run is not that of the next', async () => {
  const dataDir = join(scratch, 'secret');
  const first = await withClickHouse({ dataDir, migrated: false });
  const old = {
    url: first.server.url,
    username: first.server.user,
    password: first.server.password,
    database: 'tokentape',
  };
  await first.stop();
  const second = await withClickHouse({ dataDir, migrated: false, port: Number(new URL(old.url).port) });
  const stale = createStoreClient(old);
  await expect(stale.query({ query: 'SELECT 1' })).rejects.toMatchObject({ code: '516' });
  await stale.close();
  await second.stop();
});
