import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createStoreClient } from '../../../infra/clickhouse/client.ts';
import { LISTINGS } from '../../../sinks/web/api/listings.ts';
import { matches, type SignalFilter, signalConditions } from '../../../sinks/web/store/signal-filter.ts';
import { select } from '../../../sinks/web/store/statement.ts';
import { createStore } from '../../../sinks/web/store/store.ts';
import { storedSignal } from '../../../sinks/web/store/stored-signal.ts';
import { DEEPSEEK_OUTPUT, daysAgo, QWEN_OUTPUT } from './market/listed.ts';
import { signals } from './market/signals.ts';
import { startWeb, type TestWeb } from './support.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web?.stop());

const page = z.object({ data: z.array(z.record(z.string(), z.unknown())), next: z.string().nullable() });
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${web.url}/api/v1${path}`, { headers });
const json = async (path: string): Promise<unknown> => {
  const response = await get(path);
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
};
const rows = async (path: string) => page.parse(await json(path)).data;
const ids = async (path: string, id: string) => (await rows(path)).map((row) => row[id]);

const needs: Readonly<Record<string, string>> = { '/series/history': `series=${encodeURIComponent(QWEN_OUTPUT)}` };

describe.each(LISTINGS.map(({ path }) => path))('%s', (path) => {
  const query = needs[path] ?? '';

  test('pages follow each other without a gap or a repetition', async () => {
    const whole = await rows(`${path}?${query}&limit=1000`);
    expect(whole.length).toBeGreaterThan(0);
    const walked: unknown[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const answer: z.infer<typeof page> = page.parse(
        await json(`${path}?${query}&limit=3${next ? `&cursor=${next}` : ''}`),
      );
      expect(answer.data.length).toBeLessThanOrEqual(3);
      walked.push(...answer.data);
      next = answer.next;
    }
    expect(walked).toEqual(whole);
  });

  test('the same rows as CSV, Parquet and Arrow, by parameter and by Accept', async () => {
    const whole = await rows(`${path}?${query}&limit=1000`);
    const csv = await get(`${path}?${query}&format=csv`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const inside = await web.store.client.query({
      query: 'SELECT count() AS n FROM format(CSVWithNames, {body:String})',
      query_params: { body: await csv.text() },
      format: 'JSONEachRow',
    });
    expect(z.array(z.object({ n: z.coerce.number() })).parse(await inside.json())).toEqual([{ n: whole.length }]);
    const parquet = Buffer.from(
      await (await get(`${path}?${query}`, { accept: 'application/vnd.apache.parquet' })).arrayBuffer(),
    );
    expect([parquet.subarray(0, 4).toString(), parquet.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
    const arrow = await get(`${path}?${query}&format=arrow`);
    expect(arrow.headers.get('content-type')).toBe('application/vnd.apache.arrow.stream');
    // A stream of Arrow messages: continuation marker, then the schema.
    expect(Buffer.from(await arrow.arrayBuffer()).readUInt32LE(0)).toBe(0xffffffff);
  });

  test('an unchanged answer is not sent again', async () => {
    const first = await get(`${path}?${query}`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/".+"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = await get(`${path}?${query}`, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

test('filters in SQL and filters of the live stream mean the same', async () => {
  const store = createStore(web.store.reader);
  const all = await store.rows(select({ columns: '*', from: 'current_signals' }), storedSignal);
  const filters: SignalFilter[] = [
    {},
    { kind: ['token_volume', 'capacity'] },
    { subject: ['alibaba-cloud', 'google'] },
    { direction: ['decrease'] },
    { state: ['confirmed', 'overdue'] },
    { origin: ['both'] },
    { source: ['market-news'] },
    { source: ['alibaba-cloud-pricing', 'runpod-pricing'] },
    { series: [QWEN_OUTPUT, DEEPSEEK_OUTPUT] },
    { q: 'QWEN' },
    { q: '涨价' },
    { q: 'gigawatts' },
    { since: daysAgo(10), until: daysAgo(2) },
    { recorded_since: daysAgo(6) },
    { min_confidence: 0.95 },
    { suspect: true },
    { suspect: false, backfill: false },
    { kind: ['price_change'], direction: ['increase'], q: 'h100' },
  ];
  for (const filter of filters) {
    const selected = await store.rows(
      select({ columns: '*', from: 'current_signals', where: signalConditions(filter) }),
      storedSignal,
    );
    const expected = all.filter((signal) => matches(signal, filter)).map(({ signal_id }) => signal_id);
    expect([filter, selected.map(({ signal_id }) => signal_id).sort()]).toEqual([filter, expected.sort()]);
  }
});

test('signals: one row each, at the latest revision, newest first', async () => {
  const found = await ids('/signals?limit=1000', 'signal_id');
  expect(found).toHaveLength(new Set(signals().map(({ signal_id }) => signal_id)).size);
  const times = (await rows('/signals?limit=1000')).map(({ first_seen_at }) => String(first_seen_at));
  expect(times).toEqual(times.toSorted().reverse());
  expect((await rows('/signals?q=qwen%20max&state=confirmed'))[0]).toMatchObject({
    signal_id: 'qwen-hike',
    revision: 2,
    lag_days: 0,
    recorded_at: daysAgo(5),
  });
});

test('flags are read as words', async () => {
  expect(await ids('/signals?suspect=true', 'signal_id')).toEqual([]);
  expect((await ids('/prices?listed=false', 'series')).length).toBe(0);
  expect((await ids('/prices?listed=yes', 'series')).length).toBeGreaterThan(0);
});

test('one signal with its history, and a 404 that says where to look', async () => {
  expect(await json('/signals/qwen-hike')).toMatchObject({
    revision: 2,
    state: 'confirmed',
    history: [{ revision: 1, state: 'announced' }],
  });
  const missing = await get('/signals/nothing');
  expect(missing.headers.get('content-type')).toBe('application/problem+json');
  expect(await missing.json()).toMatchObject({ status: 404, title: 'Not found' });
});

test('token volumes come as tokens a day, with their sources', async () => {
  const [google] = await rows('/token-volumes?subject=google&limit=1');
  expect(google).toMatchObject({ tokens_min: '1300000000000000', period: 'month', day: daysAgo(7).slice(0, 10) });
  expect(Number(google?.['tokens_per_day'])).toBeCloseTo(1.3e15 / 30.4375, -9);
});

test('sources say how they are', async () => {
  const { data } = z
    .object({ data: z.array(z.looseObject({ source_id: z.string(), health: z.string() })) })
    .parse(await json('/sources'));
  const health = Object.fromEntries(data.map(({ source_id, health }) => [source_id, health]));
  expect(health).toMatchObject({ 'alibaba-cloud-pricing': 'ok', 'broken-page': 'failing', 'new-page': 'never' });
  expect(data.find(({ source_id }) => source_id === 'alibaba-cloud-pricing')).toMatchObject({
    prices: 2,
    success_ratio: 1,
  });
  expect(data.find(({ source_id }) => source_id === 'broken-page')).toMatchObject({
    last_error: 'answered 503 Service Unavailable',
  });
});

test('search finds signals and prices', async () => {
  const found = z.object({
    signals: z.array(z.looseObject({ signal_id: z.string() })),
    prices: z.array(z.looseObject({ product: z.string() })),
  });
  const { signals: told, prices } = found.parse(await json('/search?q=qwen'));
  expect(told.map(({ signal_id }) => signal_id)).toContain('qwen-hike');
  expect(new Set(prices.map(({ product }) => product))).toEqual(new Set(['Qwen Max']));
});

test('what is wrong with a request is said as problem+json', async () => {
  for (const [path, parameter] of [
    ['/signals?kind=nonsense', 'kind.0'],
    ['/signals?limit=5000', 'limit'],
    ['/signals?cursor=nonsense', 'cursor'],
    ['/series/history', 'series'],
    ['/prices?nonsense=1', 'nonsense'],
  ] as const) {
    const response = await get(path);
    expect([path, response.status, response.headers.get('content-type')]).toEqual([
      path,
      400,
      'application/problem+json',
    ]);
    expect(await response.json()).toMatchObject({ status: 400, errors: [{ parameter }] });
  }
});

test('a file that cannot be finished is an error, never half a file', async () => {
  const { server } = web.store;
  const client = createClient({
    url: server.url,
    username: server.user,
    password: server.password,
    database: 'tokentape',
    clickhouse_settings: { max_rows_to_read: '1' },
    log: { level: ClickHouseLogLevel.OFF },
  });
  const other = await web.another({ client });
  const response = await fetch(`${other.url}/api/v1/prices?format=csv`);
  expect([response.status, response.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
  expect(await response.json()).toMatchObject({ title: 'The query took too much' });
  await other.stop();
  await client.close();
});

test('a store that is gone is a 503 that says what to check', async () => {
  const client = createStoreClient({ url: 'http://127.0.0.1:9', username: 'x', password: '', database: 'x' });
  const other = await web.another({ client });
  const response = await fetch(`${other.url}/api/v1/signals`);
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await response.json()).toMatchObject({ title: 'The store cannot be reached' });
  const shown = await fetch(other.url, { headers: { accept: 'text/html', 'accept-language': 'en' } });
  expect([shown.status, (await shown.text()).includes('ClickHouse does not answer')]).toEqual([503, true]);
  await other.stop();
  await client.close();
});
