/**
 * A market as a data team would have it after a while, made inside ClickHouse: pages of 50 prices, each read every hour a little
 * off the hour, every price moving once in two months by up to a fifth. The same numbers always give the same market.
 */
import type { ClickHouseClient } from '@clickhouse/client';

export interface MarketSize {
  readonly series: number;
  readonly hours: number;
}

const PER_PAGE = 50;
/** Hours between two moves of one price. */
const STANDS = 1440;
/** Hours per INSERT: a month, one partition. */
const CHUNK = 720;

export function marketSize(observations: number): MarketSize {
  const series = observations >= 10_000_000 ? 5000 : observations >= 1_000_000 ? 2000 : 200;
  return { series, hours: Math.max(48, Math.round(observations / series)) };
}

/** One row per series, in `bench.series`; acme's Large 2 is the one docs/queries.md asks about. */
export async function makeSeries(client: ClickHouseClient, { series }: MarketSize): Promise<void> {
  await client.command({ query: 'CREATE DATABASE IF NOT EXISTS bench ENGINE = Atomic' });
  await client.command({ query: 'DROP TABLE IF EXISTS bench.series' });
  await client.command({
    query: `CREATE TABLE bench.series ENGINE = Memory AS
    WITH
      intDiv(number, ${PER_PAGE}) AS page, intDiv(number % ${PER_PAGE}, 5) AS model, number % 5 AS kind, page % 10 = 9 AS gpus
    SELECT
      number AS s, page,
      CAST(page = 0 ? 'acme' : concat('vendor-', toString(page)), 'LowCardinality(String)') AS provider,
      CAST(model = 0 ? 'Large 2' : concat('Model ', toString(model), '-', toString(page)), 'LowCardinality(String)') AS product,
      CAST(replaceAll(lower(product), ' ', '-'), 'LowCardinality(String)') AS product_key,
      CAST(gpus ? 'gpu_hour' : ['input', 'output', 'cached_input', 'input', 'output'][kind + 1], 'LowCardinality(String)') AS meter,
      CAST(NOT gpus AND kind >= 3 ? 'batch' : 'standard', 'LowCardinality(String)') AS mode,
      CAST(gpus ? concat('region-', toString(kind)) : NULL, 'LowCardinality(Nullable(String))') AS region,
      CAST(page % 4 = 3 ? 'CNY' : 'USD', 'LowCardinality(String)') AS currency,
      gpus ? 1. : 1000000. AS per,
      CAST(concat(provider, '/', product_key, '/', meter, '/', mode, '/-/', ifNull(region, '-'), '/', currency, '/', toString(toUInt64(per))), 'LowCardinality(String)') AS series,
      CAST(concat(provider, '-pricing'), 'LowCardinality(String)') AS source_id,
      CAST(concat('https://', provider, '.example/pricing'), 'LowCardinality(String)') AS url,
      CAST(concat('table 1, row ', toString(model + 2), ', column ', meter), 'LowCardinality(String)') AS evidence,
      (1 + cityHash64(s) % 400) * 500 AS base, cityHash64(s, 'phase') % ${STANDS} AS phase
    FROM numbers(${series})`,
  });
}

/** Fills a database that has tokentape's record tables, whatever their engines are. */
export async function fillMarket(client: ClickHouseClient, database: string, size: MarketSize): Promise<void> {
  const run = (query: string) =>
    client.command({ query, clickhouse_settings: { throw_on_max_partitions_per_insert_block: 0 } });
  const into = (table: string, select: string) => run(`INSERT INTO ${database}.${table} ${select}`);
  for (let hour = 0; hour < size.hours; hour += CHUNK) {
    const hours = `(SELECT number AS h FROM numbers(${hour}, ${Math.min(CHUNK, size.hours - hour)}))`;
    await into('prices', pricesOf(hours, size));
    await into('readings', readingsOf(hours, size));
    await into('fetches', fetchesOf(hours, size));
    await into('price_changes', changesOf(hours, size));
  }
  await into('prices', ratesOf(size));
  await into('documents', documentsOf(size));
  await into('signals', signalsOf(size));
  await into('signals', volumesOf(size));
}

const at = ({ hours }: MarketSize): string =>
  `(toStartOfHour(now64(3), 'UTC') - toIntervalHour(${hours} - h) + toIntervalMillisecond(cityHash64(page, h) % 120000))`;
const DOCUMENT = 'lower(hex(sipHash128(page, h)))';
const priceOf = (hour: string): string =>
  `toDecimal128(intDiv(base * if(intDiv(${hour} + phase, ${STANDS}) = 0, 100, 80 + cityHash64(s, intDiv(${hour} + phase, ${STANDS})) % 41), 100), 18) / 10000`;
const PAGES = '(SELECT DISTINCT page, provider, source_id, url FROM bench.series)';

const pricesOf = (hours: string, size: MarketSize): string => `
(series, provider, product, product_key, meter, mode, tier, region, currency, per, amount, unit_price, unit_price_usd,
 observed_at, effective_at, document_id, source_id, url, evidence, extractor, extractor_version, backfill, version, recorded_at)
SELECT series, provider, product, product_key, meter, mode, NULL, region, currency, per, ${priceOf('h')} AS price, price,
  if(currency = 'USD', price, NULL), ${at(size)} AS seen, NULL, ${DOCUMENT}, source_id, url, evidence, 'pages', '1', false, 1,
  seen + toIntervalMillisecond(300 + cityHash64(h, page) % 700)
FROM ${hours} AS hours CROSS JOIN bench.series`;

const readingsOf = (hours: string, size: MarketSize): string => `
(document_id, source_id, url, authority, observed_at, prices, seen_again, extractor, extractor_version, backfill, version, recorded_at)
SELECT ${DOCUMENT}, source_id, url, 'own', ${at(size)} AS seen, ${PER_PAGE}, false, 'pages', '1', false, 1,
  seen + toIntervalMillisecond(300 + cityHash64(h, page) % 700)
FROM ${hours} AS hours CROSS JOIN ${PAGES} AS pages`;

const fetchesOf = (hours: string, size: MarketSize): string => `
(fetch_id, job_id, source_id, url, started_at, duration_ms, outcome, status, size_bytes, document_id, error, version, recorded_at)
SELECT ${DOCUMENT}, ${DOCUMENT}, source_id, url, ${at(size)} AS seen, 80 + cityHash64(h, page) % 900,
  if(cityHash64(page, h, 'fails') % 100 = 0, 'timeout', 'new_content') AS came, if(came = 'timeout', NULL, 200), 48000, ${DOCUMENT},
  if(came = 'timeout', 'no answer within 30 s', NULL), 1, seen
FROM ${hours} AS hours CROSS JOIN ${PAGES} AS pages`;

const changesOf = (hours: string, size: MarketSize): string => `
(change_id, source_id, authority, url, series, provider, product, product_key, meter, mode, tier, region, currency, per, direction,
 old_unit_price, new_unit_price, pct, observed_at, document_id, evidence, suspect, revision, retracted, backfill, version, recorded_at)
SELECT lower(hex(sipHash128(s, h))), source_id, 'own', url, series, provider, product, product_key, meter, mode, NULL, region, currency,
  per, multiIf(cityHash64(s, h) % 30 = 0, 'new', price_now > price_before, 'increase', 'decrease'), ${priceOf('(h - 1)')} AS price_before,
  ${priceOf('h')} AS price_now, round(100 * (toFloat64(price_now) / toFloat64(price_before) - 1), 4), ${at(size)} AS seen, ${DOCUMENT},
  evidence, false, 0, false, false, 1, seen
FROM ${hours} AS hours CROSS JOIN bench.series WHERE h > 0 AND (h + phase) % ${STANDS} = 0`;

/** Reference rates, one a day. */
const ratesOf = ({ hours }: MarketSize): string => `
(series, provider, product, product_key, meter, mode, currency, per, amount, unit_price, observed_at, document_id, source_id, url,
 evidence, extractor, extractor_version, backfill, version, recorded_at)
SELECT concat('ecb/', lower(code)), 'ecb', code, lower(code), 'other', 'standard', code, 1,
  toDecimal128(of * (9900 + cityHash64(code, d) % 200), 18) / 10000 AS rate, rate,
  toStartOfDay(now64(3), 'UTC') - toIntervalDay(d) AS seen, concat('ecb-', toString(d)), 'ecb-rates', 'https://rates.example/', code,
  'apis', '1', false, 1, seen
FROM (SELECT number AS d FROM numbers(${Math.ceil(hours / 24) + 1})) AS days
CROSS JOIN (SELECT * FROM values('code String, of UInt32', ('USD', 1), ('CNY', 8), ('GBP', 1), ('JPY', 160))) AS codes`;

/** New content only is a document: of each page the last few hundred, with a body of 4 KB. */
const documentsOf = (size: MarketSize): string => `
(document_id, source_id, provider, authority, url, final_url, fetched_at, kind, format, title, status, content_hash, size_bytes, body, hints,
 backfill, version, recorded_at)
SELECT ${DOCUMENT}, source_id, provider, 'own', url, url, ${at(size)} AS seen, 'page', 'html', concat(provider, ' pricing'), 200, ${DOCUMENT},
  4096, concat(repeat('<tr><td>Large 2</td><td>$2.50</td></tr>', 90), toString(cityHash64(h, page))), '{}', false, 1, seen
FROM (SELECT ${size.hours} - 1 - number AS h FROM numbers(${Math.min(200, size.hours)})) AS hours CROSS JOIN ${PAGES} AS pages`;

const signalsOf = (size: MarketSize): string => `
(signal_id, revision, kind, origin, subject, object, headline, direction, value_min, value_max, unit, status, state, lag_days,
 first_seen_at, updated_at, mentions, sources, suspect, confidence, retracted, backfill, version, recorded_at)
SELECT lower(hex(sipHash128(number))), number % 3, 'price_change', 'both', if(number % 50 = 0, 'acme', concat('vendor-', toString(number % 97))), NULL,
  concat('Prices move, ', toString(number)), 'increase', 5 + number % 30, 5 + number % 30, 'percent', 'actual',
  ['confirmed', 'announced', 'overdue', 'unannounced', 'unconfirmed'][number % 5 + 1] AS state, if(state = 'confirmed', number % 20, NULL),
  now64(3) - toIntervalMinute(number * intDiv(${size.hours} * 60, 20000)) AS seen, seen, 1 + number % 9, ['wire', 'acme-pricing'], false,
  0.9, number % 200 = 0, false, 1, seen
FROM numbers(20000)`;

const volumesOf = (size: MarketSize): string => `
(signal_id, revision, kind, origin, subject, headline, value_min, value_max, unit, period, as_of, status, first_seen_at, updated_at,
 mentions, sources, suspect, confidence, retracted, backfill, version, recorded_at)
SELECT lower(hex(sipHash128('volume', number))), 0, 'token_volume', 'announced', concat('vendor-', toString(number % 97)),
  concat('Tokens a day, ', toString(number)), 1000000000 * (number + 1), 1000000000 * (number + 1), 'tokens', 'day', '2026-03', 'actual',
  now64(3) - toIntervalMinute(number * intDiv(${size.hours} * 60, 2000)) AS seen, seen, 2, ['wire'], false, 0.9, false, false, 1, seen
FROM numbers(2000)`;
