import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestClickHouse, withClickHouse } from '../../support/clickhouse.ts';

let store: TestClickHouse;
beforeAll(async () => {
  store = await withClickHouse();
  // Thirty series over ten days: a third is learnt at once, a third within a day, a third up to a week later; some of one time twice.
  await store.client.command({
    query: `INSERT INTO prices
      (series, provider, product, product_key, meter, mode, currency, per, amount, unit_price, observed_at, document_id, source_id, url,
       evidence, extractor, extractor_version, backfill, version, recorded_at)
    SELECT concat('acme/m', toString(number % 30)) AS series, 'acme', series, series, 'input', 'standard', 'USD', 1000000,
      toDecimal128(cityHash64(number, 'price') % 1000, 18) / 100 AS price, price,
      toDateTime64('2026-03-01 00:00:00', 3, 'UTC') + toIntervalMillisecond(cityHash64(intDiv(number, 2), number % 30, 'seen') % 864000000) AS seen,
      toString(number), 'acme-pricing', 'https://acme.example/', 'row', 'pages', toString(number % 2), false, 1,
      seen + toIntervalMillisecond(cityHash64(number, 'late') % [1000, 86400000, 604800000][number % 3 + 1])
    FROM numbers(3000)`,
  });
});
afterAll(() => store.stop());

test.each([
  ['2026-03-05 12:00:00', '2026-03-05 12:00:00'],
  ['2026-03-05 12:00:00', '2026-03-05 23:59:59.999'],
  ['2026-03-05 12:00:00', '2026-03-06 00:00:00'],
  ['2026-03-05 00:00:00', '2026-03-07 06:00:00'],
  ['2026-03-08 18:30:00', '2026-03-03 09:00:00'],
  ['2026-03-04 07:00:00.001', '2099-01-01 00:00:00'],
  ['2026-02-01 00:00:00', '2099-01-01 00:00:00'],
])('what stood at %s as we held it at %s is what the prices known by then say', async (at, believed) => {
  const of = (from: string) =>
    store.rows(
      `SELECT series, toString(unit_price) AS unit_price, toString(observed_at) AS seen, toString(recorded_at) AS learnt FROM ${from} ORDER BY series`,
    );
  const byHand = await of(`(
    SELECT p.series AS series, argMax((p.unit_price, p.observed_at, p.recorded_at), (p.observed_at, p.recorded_at)) AS last,
      last.1 AS unit_price, last.2 AS observed_at, last.3 AS recorded_at
    FROM prices AS p WHERE p.observed_at <= '${at}' AND p.recorded_at <= '${believed}' GROUP BY series)`);
  expect(await of(`price_believed_at(at = '${at}', believed = '${believed}')`)).toEqual(byHand);
  expect(byHand.length > 0).toBe(at >= '2026-03-01');
});
