import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import { explain } from '../../../infra/log/embedded/sqlite-error.ts';
import { isRetriable } from '../../../infra/log/errors.ts';
import { gate, jsonOf, readAll, until } from './support.ts';
import { temporaryLog } from './temporary-log.ts';

const DAY = 86_400_000;
const WORKER = fileURLToPath(new URL('crash-worker.ts', import.meta.url));

describe('two users of one file', () => {
  test('what another process appends wakes the consumers and shows in tables', async () => {
    const { log, path } = await temporaryLog();
    const other = openEmbeddedLog({ path });
    const table = await log.table('fetch_state').load(0);
    const seen: unknown[] = [];
    await log.consume({
      topics: ['prices'],
      group: 'g',
      onBatch: async ({ records }) => void seen.push(...records.map(jsonOf)),
    });
    await other.append('prices', [{ key: 'k', value: 'from elsewhere' }]);
    await other.append('fetch_state', [{ key: 'a', value: 1, partition: 0 }]);
    await until(() => seen.length === 1 && table.get('a') === 1);
    await other.close();
  });

  test('offsets never collide, however many write at once', async () => {
    const { log, path } = await temporaryLog({ partitions: 1 });
    const others = [openEmbeddedLog({ path }), openEmbeddedLog({ path })];
    await Promise.all(
      [log, ...others].map(async (each, writer) => {
        for (let n = 0; n < 100; n++) await each.append('prices', [{ key: 'k', value: { writer, n } }]);
      }),
    );
    const records = await readAll(log, 'prices');
    expect(records.map(({ offset }) => offset)).toEqual(Array.from({ length: 300 }, (_, n) => n));
    await Promise.all(others.map((each) => each.close()));
  });

  test('a group belongs to one process; the message says what to do, and a killed owner frees it', async () => {
    const { log, path } = await temporaryLog();
    await log.append('fetch_jobs', [{ key: 'k', value: 1 }]);
    const worker = spawn(
      process.execPath,
      [WORKER, 'consume', JSON.stringify({ adapter: 'embedded', path, partitions: 2 })],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    // A test that fails halfway must not leave it running: the run would wait for it.
    onTestFinished(() => void worker.kill('SIGKILL'));
    const exited = new Promise((resolve) => worker.once('exit', resolve));
    for await (const _line of createInterface({ input: worker.stdout })) break;
    const join = () => log.consume({ topics: ['fetch_jobs'], group: 'crash', onBatch: async () => undefined });
    await expect(join()).rejects.toThrow(
      /another process already runs "crash" on .*; stop it, or set TOKENTAPE_DATA_DIR/,
    );
    worker.kill('SIGKILL');
    await exited;
    await (await join()).stop();
  });

  test('a file locked for too long is one clear error, and the log works on afterwards', async () => {
    const { log, path } = await temporaryLog({ lockTimeoutMs: 30 });
    const blocker = new DatabaseSync(path);
    blocker.exec('BEGIN IMMEDIATE');
    const refused = await log.append('prices', [{ key: 'k', value: 1 }]).catch((error: unknown) => error);
    expect(isRetriable(refused)).toBe(true);
    expect(String(refused)).toMatch(/another process keeps .* locked; stop it, or set TOKENTAPE_DATA_DIR/);
    blocker.exec('ROLLBACK');
    blocker.close();
    await log.append('prices', [{ key: 'k', value: 2 }]);
    expect((await readAll(log, 'prices')).map(jsonOf)).toEqual([2]);
  });
});

describe('a file that cannot be used', () => {
  test('a full disk is named, retried and loses nothing', () => {
    const small = new DatabaseSync(':memory:');
    small.exec('PRAGMA max_page_count = 4; CREATE TABLE t (b BLOB)');
    let full: unknown;
    try {
      small.exec('INSERT INTO t VALUES (zeroblob(1000000))');
    } catch (error) {
      full = error;
    }
    const explained = explain(full, '/data/log.db');
    expect(explained.message).toMatch(/^the disk that holds \/data\/log\.db is full; free some space/);
    expect(isRetriable(explained)).toBe(true);
  });

  test.each([
    ['another kind of file', 'no database at all '.repeat(100), /is no event log or is damaged/],
    ['a log of a newer version', null, /was written by a newer version of tokentape \(format 99\)/],
  ])('%s', async (_what, content, message) => {
    const temporary = await temporaryLog();
    const path = join(dirname(temporary.path), 'other.db');
    if (content !== null) writeFileSync(path, content);
    else {
      const newer = new DatabaseSync(path);
      newer.exec('PRAGMA user_version = 99');
      newer.close();
    }
    expect(() => openEmbeddedLog({ path })).toThrow(message);
  });

  test.skipIf(process.getuid?.() === 0)('a directory without the right to write', async () => {
    const temporary = await temporaryLog();
    const directory = join(dirname(temporary.path), 'closed');
    mkdirSync(directory);
    chmodSync(directory, 0o500);
    expect(() => openEmbeddedLog({ path: join(directory, 'log.db') })).toThrow(/cannot be opened .*writable/);
  });
});

describe('retention', () => {
  test('counts from arrival: old records go, younger ones and compacted topics stay', async () => {
    const { log } = await temporaryLog({ partitions: 1 });
    await log.append(
      'prices',
      Array.from({ length: 1_200 }, (_, n) => ({ key: 'k', value: n })),
    );
    await log.append('signals', [{ key: 'k', value: 'kept for 90 days' }]);
    await log.append('fetch_state', [
      { key: 'k', value: 'kept' },
      { key: 'gone', value: 1 },
      { key: 'gone', value: null },
    ]);
    expect(await log.enforceRetention(Date.now() + 6 * DAY)).toBe(1);
    expect(await readAll(log, 'prices')).toHaveLength(1_200);
    expect(await log.enforceRetention(Date.now() + 8 * DAY)).toBe(1_200);
    expect(await readAll(log, 'prices')).toEqual([]);
    expect(await readAll(log, 'signals')).toHaveLength(1);
    expect((await readAll(log, 'fetch_state')).map(({ key }) => key)).toEqual(['k']);
    await log.append('prices', [{ key: 'k', value: 'next' }]);
    expect((await readAll(log, 'prices')).map(({ offset }) => offset)).toEqual([1_200]);
  });

  test('by size, the oldest go first', async () => {
    const { log } = await temporaryLog({ partitions: 1, maxTopicBytes: 10_000 });
    const random = () => Array.from({ length: 1_000 }, () => String.fromCharCode(33 + Math.random() * 90)).join('');
    await log.append(
      'prices',
      Array.from({ length: 30 }, () => ({ key: 'k', value: random() })),
    );
    await log.enforceRetention();
    const kept = await readAll(log, 'prices');
    expect(kept.length).toBeGreaterThanOrEqual(8);
    expect(kept.length).toBeLessThanOrEqual(10);
    expect(kept.at(-1)?.offset).toBe(29);
  });

  test('a consumer goes on behind what was deleted, and lag counts only what is there', async () => {
    const { log } = await temporaryLog({ partitions: 1 });
    await log.append(
      'prices',
      Array.from({ length: 10 }, (_, n) => ({ key: 'k', value: n })),
    );
    await log.enforceRetention(Date.now() + 8 * DAY);
    await log.append('prices', [{ key: 'k', value: 'new' }]);
    expect(await log.lag('g', ['prices'])).toMatchObject([{ lag: 1 }]);
    const got = gate();
    const seen: unknown[] = [];
    await log.consume({
      topics: ['prices'],
      group: 'g',
      onBatch: async ({ records }) => {
        seen.push(...records.map(jsonOf));
        got.open();
      },
    });
    await got.passed;
    expect(seen).toEqual(['new']);
  });
});

test('an existing topic keeps its number of partitions', async () => {
  const temporary = await temporaryLog({ partitions: 3 });
  const again = openEmbeddedLog({ path: temporary.path, partitions: 8 });
  expect(await again.partitions('prices')).toBe(3);
  await again.close();
});

test('members of a group consume the same topics', async () => {
  const { log } = await temporaryLog();
  const onBatch = async () => undefined;
  await log.consume({ topics: ['prices'], group: 'g', onBatch });
  await expect(log.consume({ topics: ['prices', 'signals'], group: 'g', onBatch })).rejects.toThrow(
    'group g consumes prices; a member cannot consume prices, signals',
  );
});
