import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeRecord } from '../../../infra/log/decode.ts';
import { encode } from '../../../infra/log/encode.ts';
import { aReading } from '../../sinks/clickhouse/samples.ts';
import { type TestClickHouse, withClickHouse } from '../../support/clickhouse.ts';
import { storeRecords } from '../../support/store-records.ts';

let store: TestClickHouse;
beforeAll(async () => {
  store = await withClickHouse();
  let offset = 0;
  /** One page of one provider on one day: product -> output price. */
  const page = async (
    provider: string,
    day: string,
    prices: Record<string, string>,
    authority: 'own' | 'aggregator' = 'own',
    currency = 'USD',
    hour = '08',
  ) => {
    const value = aReading({
      source_id: `${provider}-pricing`,
      url: `https://${provider}.example/pricing`,
      document_id: `${provider}-${day}`,
      observed_at: `2026-01-${day}T${hour}:00:00.000Z`,
      authority,
      prices: Object.entries(prices).map(([product, amount]) => ({
        provider,
        product,
        meter: 'output',
        amount,
        currency,
      })),
    });
    offset += 1;
    const bytes = encode('prices', { key: 'k', value });
    await storeRecords(store.client, [
      decodeRecord('prices', {
        topic: 'prices',
        partition: 0,
        offset,
        key: 'k',
        bytes,
        arrivedAt: Date.parse(value.observed_at) + 1000,
      }),
    ]);
  };
  // Acme: two models; one halves on the 2nd, a new one comes on the 3rd, one leaves on the 4th while the other doubles.
  await page('acme', '01', { Large: '10', Small: '0.5' });
  await page('acme', '02', { Large: '5', Small: '0.5' });
  await page('acme', '03', { Large: '5', Small: '0.5', New: '20' });
  await page('acme', '04', { Large: '10', New: '20' });
  // Other: one model in another currency, up by a half on the 3rd. No reading on the 2nd: its price stands.
  await page('other', '01', { One: '2' }, 'own', 'CNY');
  await page('other', '03', { One: '3' }, 'own', 'CNY');
  // Third: halved on the 2nd, back on the 3rd, all within one month; on the 4th two prices, the later one counts.
  await page('third', '01', { One: '4' });
  await page('third', '02', { One: '2' });
  await page('third', '03', { One: '4' });
  await page('third', '04', { One: '9' });
  await page('third', '04', { One: '8' }, 'own', 'USD', '18');
  // An aggregator's list is no constituent.
  await page('listing', '01', { Large: '1' }, 'aggregator');
  await page('listing', '02', { Large: '100' }, 'aggregator');
});
afterAll(() => store.stop());

async function series(scope: string, name: string): Promise<Record<string, number>> {
  const query = `SELECT toString(day) AS day, index FROM token_price_index WHERE scope = '${scope}' AND name = '${name}' AND day <= '2026-01-05' ORDER BY day`;
  const found = await store.client.query({ query, format: 'JSONCompactEachRow' });
  return Object.fromEntries((await found.json<[string, number]>()).map(([day, index]) => [day.slice(8, 10), index]));
}

test("a provider's index chains the mean step of the models that stood on both days", async () => {
  // 2nd: two models stood, one halved: exp(ln(0.5) / 2). 4th: Large doubled among two that stood; the one that left counts no more.
  const halved = 100 * Math.exp(Math.log(0.5) / 2);
  const doubled = halved * Math.exp(Math.log(2) / 2);
  const found = await series('provider', 'acme');
  expect(found['01']).toBe(100);
  expect(found['02']).toBeCloseTo(halved, 3);
  expect(found['03']).toBeCloseTo(halved, 3);
  expect(found['04']).toBeCloseTo(doubled, 3);
  expect(found['05']).toBeCloseTo(doubled, 3);
  expect(await series('provider', 'other')).toMatchObject({ '01': 100, '02': 100, '03': 150, '05': 150 });
  expect(await series('provider', 'third')).toEqual({ '01': 100, '02': 50, '03': 100, '04': 200, '05': 200 });
});

test('overall, every provider weighs the same', async () => {
  const found = await series('all', 'all');
  const second = 100 * Math.exp((Math.log(0.5) / 2 + Math.log(0.5)) / 3);
  expect(found['02']).toBeCloseTo(second, 3);
  expect(found['03']).toBeCloseTo(second * Math.exp((Math.log(1.5) + Math.log(2)) / 3), 3);
});

test('bands are by the first price, and aggregators are no constituents', async () => {
  const rows = await store.rows(
    'SELECT product, provider, band, left_on FROM index_constituents ORDER BY provider, product',
  );
  expect(rows).toEqual([
    { product: 'Large', provider: 'acme', band: 'frontier', left_on: null },
    { product: 'New', provider: 'acme', band: 'frontier', left_on: null },
    { product: 'Small', provider: 'acme', band: 'small', left_on: '2026-01-04' },
    { product: 'One', provider: 'other', band: 'mid', left_on: null },
    { product: 'One', provider: 'third', band: 'mid', left_on: null },
  ]);
  const small = await series('band', 'small');
  expect(small).toEqual({ '01': 100, '02': 100, '03': 100 });
});
