import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { daysAgo, QWEN_OUTPUT } from './market/listed.ts';
import { startWeb, type TestWeb } from './support.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web?.stop());

const page = z.object({ data: z.array(z.record(z.string(), z.unknown())) });
const json = async (path: string): Promise<unknown> => {
  const response = await fetch(`${web.url}/api/v1${path}`);
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
};
const rows = async (path: string) => page.parse(await json(path)).data;
const ids = async (path: string, id: string) => (await rows(path)).map((row) => row[id]);

test('prices: exact decimals, dollars by the rate known, and whether still listed', async () => {
  const [qwen] = await rows(`/prices?series=${encodeURIComponent(QWEN_OUTPUT)}`);
  expect(qwen).toMatchObject({ unit_price: '12.8', currency: 'CNY', listed: true, source_id: 'alibaba-cloud-pricing' });
  // 12.8 yuan, 7.8 to the euro, 1.2 dollars to the euro.
  expect(Number(qwen?.['unit_price_usd'])).toBeCloseTo((12.8 / 7.8) * 1.2, 9);
  expect(await ids('/prices?q=h100+runpod', 'provider')).toEqual(['runpod']);
});

test('history: every observation, or only the moves and the last one', async () => {
  const series = `series=${encodeURIComponent(QWEN_OUTPUT)}`;
  const all = await rows(`/series/history?${series}&limit=1000`);
  expect(all.length).toBeGreaterThan(60);
  const moves = await rows(`/series/history?${series}&moves=true`);
  expect(moves.map(({ unit_price, observed_at }) => [unit_price, observed_at])).toEqual([
    ['12.8', daysAgo(0)],
    ['12.8', daysAgo(5)],
    ['9.6', daysAgo(64)],
    ['60', daysAgo(120)],
  ]);
});

test('a better reading of an old page replaces the older one in the history', async () => {
  const series = 'better/model/input/standard/-/-/USD/1000000';
  const reading = (unit_price: string, extractor_version: string, recorded: number) => ({
    series,
    provider: 'better',
    product: 'Model',
    product_key: 'model',
    meter: 'input',
    mode: 'standard',
    tier: null,
    region: null,
    currency: 'USD',
    per: 1_000_000,
    amount: unit_price,
    unit_price,
    unit_price_usd: unit_price,
    observed_at: daysAgo(30),
    effective_at: null,
    document_id: 'doc-better',
    source_id: 'better-pricing',
    url: 'https://better.example/',
    evidence: 'row',
    extractor: 'pages',
    extractor_version,
    backfill: false,
    version: 1,
    recorded_at: daysAgo(recorded),
  });
  await web.store.client.insert({
    table: 'prices',
    values: [reading('250', '1', 30), reading('2.5', '2', 1)],
    format: 'JSONEachRow',
  });
  expect(
    (await rows(`/series/history?series=${encodeURIComponent(series)}`)).map(({ unit_price }) => unit_price),
  ).toEqual(['2.5']);
});

test('a chart begins its range at the price that stood then', async () => {
  const chart = z.object({
    series: z.array(
      z.object({ series: z.string(), points: z.array(z.object({ at: z.string(), unit_price: z.string() })) }),
    ),
    announced: z.array(z.object({ signal_id: z.string(), effective: z.string().nullable() })),
  });
  const { series, announced } = chart.parse(
    await json(`/series/chart?days=30&series=${encodeURIComponent(QWEN_OUTPUT)}`),
  );
  expect(series[0]?.points.map(({ unit_price }) => unit_price)).toEqual(['9.6', '12.8', '12.8']);
  expect(Date.now() - Date.parse(series[0]?.points[0]?.at ?? '')).toBeLessThan(30.1 * 86_400_000);
  expect(announced).toMatchObject([{ signal_id: 'qwen-hike', effective: daysAgo(5).slice(0, 10) }]);
});

test('a line goes on to where its price was last seen, as long as it is listed', async () => {
  const at = (days: number) => ({ observed_at: daysAgo(days), recorded_at: daysAgo(days) });
  const [standing, gone] = ['stands', 'gone'].map((name) => ({
    series: `still/${name}/input/standard/-/-/USD/1000000`,
    provider: 'still',
    product: name,
    product_key: name,
    meter: 'input',
    mode: 'standard',
    tier: null,
    region: null,
    currency: 'USD',
    per: 1_000_000,
    amount: '3',
    unit_price: '3',
    unit_price_usd: '3',
    effective_at: null,
    document_id: `still-${name}`,
    source_id: `still-${name}`,
    url: `https://still.example/${name}`,
    evidence: 'row',
    extractor: 'pages',
    extractor_version: '1',
    backfill: false,
    version: 1,
    ...at(20),
  }));
  const reading = (name: string, document_id: string, days: number, seen_again: boolean) => ({
    document_id,
    source_id: `still-${name}`,
    url: `https://still.example/${name}`,
    prices: seen_again ? 0 : 1,
    seen_again,
    extractor: 'pages',
    extractor_version: '1',
    backfill: false,
    version: 1,
    ...at(days),
  });
  await web.store.client.insert({ table: 'prices', values: [standing, gone], format: 'JSONEachRow' });
  await web.store.client.insert({
    table: 'readings',
    values: [
      reading('stands', 'still-stands', 20, false),
      reading('stands', 'still-stands', 2, true),
      reading('gone', 'still-gone', 20, false),
      reading('gone', 'another', 2, false),
    ],
    format: 'JSONEachRow',
  });
  const chart = z.object({ series: z.array(z.object({ points: z.array(z.object({ at: z.string() })) })) });
  const both = [standing, gone].map((row) => `series=${encodeURIComponent(row?.series ?? '')}`).join('&');
  const { series } = chart.parse(await json(`/series/chart?${both}`));
  expect(series.map(({ points }) => points.map(({ at: when }) => when))).toEqual([
    [daysAgo(20), daysAgo(2)],
    [daysAgo(20)],
  ]);
});

test('movers: net of all steps, by period and direction', async () => {
  const movers = z.object({
    data: z.array(z.object({ product: z.string(), meter: z.string(), pct: z.number(), steps: z.number() })),
  });
  const week = movers.parse(await json('/movers?days=7&direction=increase')).data;
  expect(week.map(({ product, meter, pct }) => `${product} ${meter} ${pct}`)).toEqual([
    'Qwen Max input 33.3333',
    'Qwen Max output 33.3333',
    'H100 SXM gpu_hour 23.6364',
  ]);
  const quarter = movers.parse(await json('/movers?days=90&direction=decrease')).data;
  expect(quarter[0]).toMatchObject({ product: 'Qwen Max', meter: 'input', pct: -84, steps: 2 });
});
