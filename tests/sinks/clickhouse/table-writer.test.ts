import { ClickHouseError } from '@clickhouse/client';
import { bulkhead } from 'cockatiel';
import { expect, test } from 'vitest';
import type { Chunk } from '../../../sinks/clickhouse/chunk.ts';
import { TableWriter } from '../../../sinks/clickhouse/table-writer.ts';

const chunk = (token: string, rows = 1, columns = ['a']): Chunk => ({
  table: 'fetches',
  columns,
  rows,
  lines: '["x"]\n'.repeat(rows),
  token,
});

/** An engine whose inserts end when the test says so. */
function engine() {
  const inserts: { readonly tokens: string[]; readonly end: (error?: Error) => void }[] = [];
  const started = new Set<() => void>();
  const insert = (chunks: readonly Chunk[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = (error?: Error) => (error === undefined ? resolve() : reject(error));
      inserts.push({ tokens: chunks.map(({ token }) => token), end });
      for (const tell of started) tell();
    });
  const nth = async (index: number) => {
    for (;;) {
      const found = inserts[index];
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => started.add(resolve));
    }
  };
  return { insert, inserts, nth };
}

const refusal = (code: string) => new ClickHouseError({ message: 'no', code, type: 'X' });

test('what comes while an insert runs goes with the next one', async () => {
  const { insert, inserts, nth } = engine();
  const writer = new TableWriter(insert);
  const writes = [writer.write(chunk('a'))];
  const running = await nth(0);
  writes.push(writer.write(chunk('b')), writer.write(chunk('c')), writer.write(chunk('d')));
  running.end();
  (await nth(1)).end();
  await Promise.all(writes);
  expect(inserts.map(({ tokens }) => tokens)).toEqual([['a'], ['b', 'c', 'd']]);
});

test.each([
  { rows: 1, most: 1 },
  { rows: 15_000, most: 2 },
])('inserts of $rows rows: never more than $most at the same time', async ({ rows, most }) => {
  let running = 0;
  let seen = 0;
  const writer = new TableWriter(async () => {
    seen = Math.max(seen, ++running);
    await new Promise(setImmediate);
    running--;
  });
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      for (let turn = 0; turn < index % 7; turn++) await new Promise(setImmediate);
      await writer.write(chunk(String(index), rows));
    }),
  );
  expect(seen).toBe(most);
});

test('of several chunks the one that is refused fails alone', async () => {
  const inserted: string[] = [];
  const writer = new TableWriter(async (chunks) => {
    await new Promise(setImmediate);
    if (chunks.some(({ token }) => token === 'bad')) throw refusal('407');
    inserted.push(...chunks.map(({ token }) => token));
  });
  const ends = await Promise.allSettled(['first', 'a', 'bad', 'b'].map((token) => writer.write(chunk(token))));
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(inserted).toEqual(['first', 'a', 'b']);
});

test('an engine that is away fails everybody, and the writer goes on after it', async () => {
  let away = true;
  const writer = new TableWriter(async () => {
    await new Promise(setImmediate);
    if (away) throw new Error('connect ECONNREFUSED');
  });
  const ends = await Promise.allSettled(['a', 'b', 'c'].map((token) => writer.write(chunk(token))));
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  away = false;
  await expect(writer.write(chunk('d'))).resolves.toBeUndefined();
});

test('chunks of other columns wait for an insert of their own, and a large group is cut', async () => {
  const groups: string[][] = [];
  const writer = new TableWriter(async (chunks) => {
    groups.push(chunks.map(({ token }) => token));
    await new Promise(setImmediate);
  });
  await Promise.all([
    writer.write(chunk('first')),
    writer.write(chunk('a')),
    writer.write(chunk('other', 1, ['b'])),
    writer.write(chunk('c', 40_000)),
    writer.write(chunk('d', 40_000)),
    writer.write(chunk('e')),
  ]);
  expect(groups).toEqual([['first'], ['a', 'c'], ['other'], ['d', 'e']]);
});

test('tables that share turns: small inserts one after the other with all that waits by then, a full one at once', async () => {
  const { insert, inserts, nth } = engine();
  const oneAtATime = bulkhead(1, 10);
  const [first, second] = [1, 2].map(() => new TableWriter(insert, (work) => oneAtATime.execute(work)));
  const writes = [first?.write(chunk('a')), second?.write(chunk('b'))];
  writes.push(second?.write(chunk('c')));
  expect(inserts.map(({ tokens }) => tokens)).toEqual([['a']]);
  writes.push(first?.write(chunk('full', 10_000)));
  expect(inserts.map(({ tokens }) => tokens)).toEqual([['a'], ['full']]);
  (await nth(0)).end();
  (await nth(2)).end();
  (await nth(1)).end();
  await Promise.all(writes);
  expect(inserts.map(({ tokens }) => tokens)).toEqual([['a'], ['full'], ['b', 'c']]);
});

test('a turn that comes when a full insert has taken everything is given on', async () => {
  const { insert, inserts, nth } = engine();
  const oneAtATime = bulkhead(1, 10);
  const [first, second] = [1, 2].map(() => new TableWriter(insert, (work) => oneAtATime.execute(work)));
  const writes = [first?.write(chunk('a')), second?.write(chunk('b')), second?.write(chunk('rest', 10_000))];
  expect(inserts.map(({ tokens }) => tokens)).toEqual([['a'], ['b', 'rest']]);
  (await nth(0)).end();
  (await nth(1)).end();
  await Promise.all(writes);
  writes.push(first?.write(chunk('later')));
  (await nth(2)).end();
  await Promise.all(writes);
  expect(inserts.at(-1)?.tokens).toEqual(['later']);
});
