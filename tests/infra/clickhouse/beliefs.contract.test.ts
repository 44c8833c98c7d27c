import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestClickHouse, withClickHouse } from '../../support/clickhouse.ts';

let store: TestClickHouse;
beforeAll(async () => {
  store = await withClickHouse();
  // Thirty series over ten days of two months: a third is learnt at once, a third within a day, a third up to a week later; some of one time twice.
  await store.client.command({
    query: `INSERT INTO prices
      (series, provider, product, product_key, meter, mode, currency, per, amount, unit_price, observed_at, document_id, source_id, url,
       evidence, extractor, extractor_version, backfill, version, recorded_at)
    SELECT concat('acme/m', toString(number % 30)) AS series, 'acme', series, series, 'input', 'standard', 'USD', 1000000,
      toDecimal128(cityHash64(number, 'price') % 1000, 18) / 100 AS price, price,
      toDateTime64('2026-02-26 00:00:00', 3, 'UTC') + toIntervalMillisecond(cityHash64(intDiv(number, 2), number % 30, 'seen') % 864000000) AS seen,
      toString(number), 'acme-pricing', 'https://acme.example/', 'row', 'pages', toString(number % 2), false, 1,
      seen + toIntervalMillisecond(cityHash64(number, 'late') % [1000, 86400000, 604800000][number % 3 + 1])
    FROM numbers(3000)`,
  });
});
afterAll(() => store.stop());

const TIMES = [
  ['2026-03-02 12:00:00', '2026-03-02 12:00:00'],
  ['2026-03-02 12:00:00', '2026-03-02 23:59:59.999'],
  ['2026-03-02 12:00:00', '2026-03-03 00:00:00'],
  ['2026-03-02 00:00:00', '2026-03-04 06:00:00'],
  ['2026-03-05 18:30:00', '2026-02-28 09:00:00'],
  ['2026-03-01 00:00:00', '2026-03-01 00:00:00'],
  ['2026-03-01 07:00:00.001', '2099-01-01 00:00:00'],
  ['2026-02-28 23:59:59.999', '2099-01-01 00:00:00'],
  ['2026-02-01 00:00:00', '2099-01-01 00:00:00'],
] as const;

const of = (columns: string, from: string) => store.rows(`SELECT ${columns} FROM ${from} ORDER BY series`);

test.each(TIMES)('what stood at %s as we held it at %s is what the prices known by then say', async (at, believed) => {
  const columns =
    'series, toString(unit_price) AS unit_price, toString(observed_at) AS seen, toString(recorded_at) AS learnt';
  const byHand = await of(columns, newest(`p.observed_at <= '${at}' AND p.recorded_at <= '${believed}'`));
  expect(await of(columns, `price_believed_at(at = '${at}', believed = '${believed}')`)).toEqual(byHand);
  expect(byHand.length > 0).toBe(at >= '2026-02-26');
});

test.each(TIMES)('what stood at %s is what all prices say', async (at) => {
  const columns = 'series, toString(unit_price) AS unit_price, toString(observed_at) AS seen';
  const byHand = await of(columns, newest(`p.observed_at <= '${at}'`));
  expect(await of(columns, `price_at(at = '${at}')`)).toEqual(byHand);
});

const newest = (where: string) => `(
  SELECT p.series AS series, argMax((p.unit_price, p.observed_at, p.recorded_at), (p.observed_at, p.recorded_at)) AS last,
    last.1 AS unit_price, last.2 AS observed_at, last.3 AS recorded_at
  FROM prices AS p WHERE ${where} GROUP BY series)`;
