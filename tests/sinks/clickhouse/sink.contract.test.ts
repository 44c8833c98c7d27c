import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { TopicName } from '../../../infra/contracts/topics.ts';
import { decodeRecord } from '../../../infra/log/decode.ts';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import { encode } from '../../../infra/log/encode.ts';
import { runClickHouseSink } from '../../../sinks/clickhouse/role.ts';
import type { RecordTopic } from '../../../sinks/clickhouse/tables.ts';
import { type TestClickHouse, withClickHouse } from '../../support/clickhouse.ts';
import { storeRecords } from '../../support/store-records.ts';
import {
  aChange,
  aDeadLetter,
  aDocument,
  aFetch,
  anAlert,
  anAnnouncement,
  aPrice,
  aReading,
  aSignal,
} from './samples.ts';

let store: TestClickHouse;
const scratch = mkdtempSync(join(tmpdir(), 'tokentape-sink-'));
beforeAll(async () => {
  store = await withClickHouse();
});
afterAll(async () => {
  await store.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const openLog = (name: string) => openEmbeddedLog({ path: join(scratch, name, 'log.sqlite'), partitions: 1 });

/** A record as the stage hands it over. */
function delivered<T extends RecordTopic>(
  topic: T,
  value: unknown,
  offset: number,
  arrivedAt = Date.parse('2026-03-01T08:00:01Z'),
) {
  return decodeRecord(topic, {
    topic,
    partition: 0,
    offset,
    key: 'k',
    bytes: encode(topic, { key: 'k', value }),
    arrivedAt,
  });
}

const count = async (from: string): Promise<number> => {
  const [row] = z
    .array(z.object({ n: z.number() }))
    .parse(await store.rows(`SELECT toUInt32(count()) AS n FROM ${from}`));
  return row?.n ?? 0;
};

test('every record of every topic is a row under the same names, as exact as it was', async () => {
  const log = openLog('every');
  const records: [TopicName, Record<string, unknown>][] = [
    ['documents', aDocument({ body: 'blank\n\nlines; DROP TABLE x -- "quotes" \u0000 中文' })],
    ['fetches', aFetch()],
    ['price_changes', aChange({ old_unit_price: '0.000000025', new_unit_price: '123456789012.123456789012345678' })],
    ['announcements', anAnnouncement()],
    ['signals', aSignal()],
    ['alerts', anAlert()],
    ['dead_letters', aDeadLetter()],
  ];
  for (const [topic, value] of records) await log.append(topic, [{ key: 'k', value }]);
  const page = aReading({ prices: [{ amount: '0.000000025' }, { meter: 'output', tier: '≤ 200K', region: null }] });
  await log.append('prices', [{ key: 'k', value: page }]);
  const sink = await runClickHouseSink({ log, client: store.client });
  await vi.waitFor(async () => expect(await count('prices')).toBe(2), 20_000);
  await vi.waitFor(
    async () =>
      expect(
        (await sink.lag()).filter(({ lag }) => lag > 0),
        String(sink.status.waitingFor),
      ).toEqual([]),
    20_000,
  );
  for (const [topic, value] of records) {
    const [row] = await store.rows(`SELECT * FROM ${topic}`);
    const expected = topic === 'documents' ? { ...value, hints: JSON.stringify(value['hints']) } : value;
    expect(normalised(row), topic).toMatchObject(normalised(expected));
  }
  const [first] = await store.rows("SELECT * FROM prices WHERE meter = 'input'");
  expect(normalised(first)).toMatchObject(normalised({ ...page.prices[0], url: page.url, backfill: false }));
  const [reading] = await store.rows('SELECT * FROM readings');
  expect(reading).toMatchObject({ document_id: 'doc-1', prices: 2, seen_again: false, extractor: 'pages' });
  await sink.stop();
  await log.close();
});

/** Numbers compare as text written one way: the store quotes 64-bit integers, pads decimals and unpads zeros. */
function normalised(value: unknown): Record<string, unknown> {
  const text = JSON.stringify(value, (_key, part) =>
    /^-?\d+\.\d+$/.test(String(part))
      ? String(part).replace(/\.?0+$/, '')
      : typeof part === 'number'
        ? String(part)
        : part,
  );
  return JSON.parse(text);
}

test('a batch delivered twice, or cut differently, leaves one row everywhere', async () => {
  await truncate();
  const readings = [1, 2, 3, 4].map((day) =>
    delivered(
      'prices',
      aReading({
        observed_at: `2026-03-0${day}T08:00:00.000Z`,
        document_id: `doc-${day}`,
        prices: [{ amount: `${day}` }],
      }),
      day,
    ),
  );
  await storeRecords(store.client, readings);
  await storeRecords(store.client, readings);
  // The token has already folded the second delivery: not even a merge is needed.
  expect(await count('prices')).toBe(4);
  expect(await count('daily_prices_state')).toBe(4);
  expect(await count('monthly_prices_state')).toBe(4);
  expect(await count('daily_readings_state')).toBe(4);
  await storeRecords(store.client, readings.slice(0, 3));
  await storeRecords(store.client, readings.slice(2));
  expect(await count('prices FINAL')).toBe(4);
  expect(await count('daily_prices')).toBe(4);
  expect(await count('monthly_prices_state FINAL')).toBe(4);
  expect(await count('daily_readings_state FINAL')).toBe(4);
  expect(await count('price_history')).toBe(4);
  expect(await store.rows('SELECT unit_price, listed FROM latest_prices')).toEqual([{ unit_price: '4', listed: true }]);
});

test('the same offsets of a log begun anew are other records', async () => {
  await truncate();
  await storeRecords(store.client, [delivered('fetches', aFetch({ fetch_id: 'old' }), 0)]);
  await storeRecords(store.client, [delivered('fetches', aFetch({ fetch_id: 'new' }), 0)]);
  expect(await count('fetches')).toBe(2);
});

test('the first arrival of a row stays, and so does the time we learnt it', async () => {
  await truncate();
  const early = Date.parse('2026-03-01T09:00:00Z');
  for (const arrivedAt of [early, early + 86_400_000, early + 5_000]) {
    await storeRecords(store.client, [delivered('prices', aReading(), 1, arrivedAt)]);
  }
  expect(await store.rows('SELECT recorded_at FROM prices FINAL')).toEqual([
    { recorded_at: '2026-03-01T09:00:00.000Z' },
  ]);
});

test('the record the store refuses is dead-lettered, the others of its batch are stored', async () => {
  await truncate();
  const log = openLog('refused');
  const tooLarge = '9'.repeat(30);
  const values = [1, 2, 3, 4, 5, 6, 7].map((hour) =>
    aReading({
      observed_at: `2026-03-01T0${hour}:00:00.000Z`,
      prices: [{ amount: hour === 5 ? tooLarge : `${hour}`, unit_price: hour === 5 ? tooLarge : `${hour}` }],
    }),
  );
  await log.append(
    'prices',
    values.map((value) => ({ key: 'k', value })),
  );
  const sink = await runClickHouseSink({ log, client: store.client });
  await vi.waitFor(async () => expect(await count('dead_letters')).toBe(1), 30_000);
  await vi.waitFor(async () => expect(await count('prices FINAL')).toBe(6), 30_000);
  expect(await store.rows('SELECT stage, topic, offset FROM dead_letters')).toEqual([
    { stage: 'clickhouse', topic: 'prices', offset: '4' },
  ]);
  await sink.stop();
  await log.close();
});

test('while the store is away nothing is lost and nobody is blamed', async () => {
  await truncate();
  const log = openLog('away');
  const sink = await runClickHouseSink({ log, client: store.client, retry: { initialDelayMs: 20, maxDelayMs: 100 } });
  await log.append('prices', [{ key: 'k', value: aReading() }]);
  await vi.waitFor(async () => expect(await count('prices')).toBe(1), 20_000);
  const pid = store.server.pid();
  if (pid === undefined) throw new Error('no engine');
  process.kill(pid, 'SIGKILL');
  await log.append('prices', [{ key: 'k', value: aReading({ observed_at: '2026-03-02T08:00:00.000Z' }) }]);
  await vi.waitFor(async () => expect(await count('prices')).toBe(2), 30_000);
  expect(sink.status.deadLetters).toBe(0);
  await sink.stop();
  await log.close();
});

test('a schema that is not there stops nothing for good', async () => {
  await truncate();
  const log = openLog('schema');
  await store.client.command({ query: 'RENAME TABLE fetches TO fetches_gone' });
  const sink = await runClickHouseSink({ log, client: store.client, retry: { initialDelayMs: 20, maxDelayMs: 100 } });
  await log.append('fetches', [{ key: 'k', value: aFetch() }]);
  await vi.waitFor(() => expect(sink.status.waitingFor).toMatch(/does not take fetches: .*fetches/), 20_000);
  await store.client.command({ query: 'RENAME TABLE fetches_gone TO fetches' });
  await vi.waitFor(async () => expect(await count('fetches')).toBe(1), 20_000);
  expect(sink.status.deadLetters).toBe(0);
  await sink.stop();
  await log.close();
});

test('a price with an awkward name is still one row', async () => {
  await truncate();
  const product = 'O\'Brien \\ "quoted"\t\n\n中文 <script>';
  await storeRecords(store.client, [delivered('prices', aReading({ prices: [aPrice({ product })] }), 1)]);
  expect(await store.rows('SELECT product FROM prices')).toEqual([{ product }]);
});

async function truncate(): Promise<void> {
  const tables = await store.rows(
    "SELECT name FROM system.tables WHERE database = 'tokentape' AND engine LIKE '%MergeTree' AND name != 'schema_migrations'",
  );
  for (const { name } of z.array(z.object({ name: z.string() })).parse(tables))
    await store.client.command({ query: `TRUNCATE TABLE ${name}` });
}
