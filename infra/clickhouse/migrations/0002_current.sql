-- What holds now, kept up to date by materialised views, so that the common questions read thousands of rows, not billions.
-- Every target is idempotent: a row that comes twice changes nothing. The engine folds a block before it writes it, so a view
-- that only replaces need not: sorting whole rows for that took four times as long.

-- The newest price of every series at every address. `rank` orders by observation, then by when we learnt it.
CREATE TABLE IF NOT EXISTS tokentape.latest_prices_state
(
    series LowCardinality(String),
    source_id LowCardinality(String),
    url LowCardinality(String),
    provider LowCardinality(String),
    product LowCardinality(String),
    product_key LowCardinality(String),
    meter LowCardinality(String),
    mode LowCardinality(String),
    tier LowCardinality(Nullable(String)),
    region LowCardinality(Nullable(String)),
    currency LowCardinality(String),
    per Float64,
    amount Decimal(38, 18),
    unit_price Decimal(38, 18),
    unit_price_usd Nullable(Decimal(38, 18)),
    observed_at DateTime64(3, 'UTC'),
    effective_at Nullable(DateTime64(3, 'UTC')),
    document_id String,
    evidence String,
    extractor LowCardinality(String),
    extractor_version LowCardinality(String),
    recorded_at DateTime64(3, 'UTC'),
    line_id UInt64,
    rank UInt128 CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(rank)
ORDER BY (provider, series, source_id, url)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape.latest_prices_mv TO tokentape.latest_prices_state AS
SELECT
    series, source_id, url, provider, product, product_key, meter, mode, tier, region, currency, per, amount, unit_price,
    unit_price_usd, observed_at, effective_at, document_id, evidence, extractor, extractor_version, recorded_at, line_id,
    bitShiftLeft(toUInt128(toUnixTimestamp64Milli(observed_at)), 64) + toUnixTimestamp64Milli(recorded_at) AS rank
FROM tokentape.prices;

-- The last good look at every address. A page without a single price removes nothing, so it is no good look.
CREATE TABLE IF NOT EXISTS tokentape.latest_readings_state
(
    source_id LowCardinality(String),
    url LowCardinality(String),
    document_id String,
    observed_at DateTime64(3, 'UTC'),
    seen_again Bool,
    authority LowCardinality(Nullable(String)),
    extractor LowCardinality(String),
    extractor_version LowCardinality(String),
    rank UInt128 CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(rank)
ORDER BY (source_id, url)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape.latest_readings_mv TO tokentape.latest_readings_state AS
SELECT
    source_id, url, document_id, observed_at, seen_again, authority, extractor, extractor_version,
    bitShiftLeft(toUInt128(toUnixTimestamp64Milli(observed_at)), 64) + toUnixTimestamp64Milli(recorded_at) AS rank
FROM tokentape.readings
WHERE prices > 0 OR seen_again;

-- The last reading with prices of every day, so that what was listed at a time is no matter of all readings.
CREATE TABLE IF NOT EXISTS tokentape.daily_readings_state
(
    source_id LowCardinality(String),
    url LowCardinality(String),
    day Date CODEC(Delta(2), ZSTD(1)),
    read_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')) CODEC(ZSTD(1))
)
ENGINE = AggregatingMergeTree
PARTITION BY toYear(day)
ORDER BY (source_id, url, day)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape.daily_readings_mv TO tokentape.daily_readings_state AS
SELECT r.source_id AS source_id, r.url AS url, toDate(r.observed_at) AS day, max(r.observed_at) AS read_at
FROM tokentape.readings AS r
WHERE r.prices > 0
GROUP BY source_id, url, day;

-- Open, high, low and close of every day on which a series was read.
-- `first_quote` and `last_quote` hold time, time of learning and price in one number (42, 42 and 128 bits), so that the
-- earliest and the latest are a plain min and max. For the first, a later learning of the same quote comes before.
CREATE TABLE IF NOT EXISTS tokentape.daily_prices_state
(
    provider LowCardinality(String),
    series LowCardinality(String),
    source_id LowCardinality(String),
    url LowCardinality(String),
    day Date CODEC(Delta(2), ZSTD(1)),
    line_id SimpleAggregateFunction(any, UInt64) CODEC(ZSTD(1)),
    product SimpleAggregateFunction(anyLast, LowCardinality(String)),
    product_key SimpleAggregateFunction(anyLast, LowCardinality(String)),
    meter SimpleAggregateFunction(anyLast, LowCardinality(String)),
    mode SimpleAggregateFunction(anyLast, LowCardinality(String)),
    tier SimpleAggregateFunction(anyLast, LowCardinality(Nullable(String))),
    region SimpleAggregateFunction(anyLast, LowCardinality(Nullable(String))),
    currency SimpleAggregateFunction(anyLast, LowCardinality(String)),
    low SimpleAggregateFunction(min, Decimal(38, 18)) CODEC(ZSTD(1)),
    high SimpleAggregateFunction(max, Decimal(38, 18)) CODEC(ZSTD(1)),
    first_quote SimpleAggregateFunction(min, UInt256) CODEC(ZSTD(1)),
    last_quote SimpleAggregateFunction(max, UInt256) CODEC(ZSTD(1)),
    -- The latest of those that we learnt on that very day, 0 where there is none. Later news: late_prices_state.
    prompt_quote SimpleAggregateFunction(max, UInt256) CODEC(ZSTD(1))
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (provider, series, source_id, url, day)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape.daily_prices_mv TO tokentape.daily_prices_state AS
WITH
    toUInt256(toUnixTimestamp64Milli(p.observed_at)) AS at,
    toUInt256(toUnixTimestamp64Milli(p.recorded_at)) AS learnt,
    toUInt256(reinterpretAsUInt128(p.unit_price)) AS price,
    bitShiftLeft(toUInt256(1), 42) - 1 AS mask
SELECT
    any(p.provider) AS provider, any(p.series) AS series, any(p.source_id) AS source_id, any(p.url) AS url,
    toDate(p.observed_at) AS day, p.line_id AS line_id,
    anyLast(p.product) AS product, anyLast(p.product_key) AS product_key, anyLast(p.meter) AS meter,
    anyLast(p.mode) AS mode, anyLast(p.tier) AS tier, anyLast(p.region) AS region, anyLast(p.currency) AS currency,
    min(p.unit_price) AS low, max(p.unit_price) AS high,
    min(bitShiftLeft(at, 170) + bitShiftLeft(mask - learnt, 128) + price) AS first_quote,
    max(p.quote) AS last_quote, maxIf(p.quote, toDate(p.recorded_at) = day) AS prompt_quote
FROM tokentape.prices AS p
GROUP BY line_id, day;

-- Every price a series had in a month, from when to when. Years are a few rows of these per series: what stood at a time is
-- the months before, the days of its month and the prices of its day; the steps of a price are the beginnings of these spans.
CREATE TABLE IF NOT EXISTS tokentape.monthly_prices_state
(
    -- May count in the index (0004_index.sql), which so reads nothing else. A matter of the series, like line_id.
    indexed Bool CODEC(ZSTD(1)),
    line_id UInt64 CODEC(ZSTD(1)),
    month Date CODEC(Delta(2), ZSTD(1)),
    unit_price Decimal(38, 18) CODEC(ZSTD(1)),
    first_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) CODEC(ZSTD(1)),
    last_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')) CODEC(ZSTD(1)),
    last_quote SimpleAggregateFunction(max, UInt256) CODEC(ZSTD(1)),
    -- As in daily_prices_state.
    prompt_quote SimpleAggregateFunction(max, UInt256) CODEC(ZSTD(1))
)
ENGINE = AggregatingMergeTree
PARTITION BY toYear(month)
ORDER BY (indexed, line_id, month, unit_price)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape.monthly_prices_mv TO tokentape.monthly_prices_state AS
SELECT
    any(p.meter IN ('input', 'output') AND p.mode = 'standard' AND p.provider != 'ecb') AS indexed,
    p.line_id AS line_id, toStartOfMonth(p.observed_at) AS month, p.unit_price AS unit_price,
    min(p.observed_at) AS first_at, max(p.observed_at) AS last_at,
    max(p.quote) AS last_quote, maxIf(p.quote, toDate(p.recorded_at) = toDate(p.observed_at)) AS prompt_quote
FROM tokentape.prices AS p
GROUP BY line_id, month, unit_price;

-- What we learnt on another day than it was seen on: history loaded later, pages read anew by a better extractor. With the prompt
-- quotes of the days this answers what we believed when, without a look at every price.
CREATE TABLE IF NOT EXISTS tokentape.late_prices_state
(
    line_id UInt64 CODEC(ZSTD(1)),
    quote UInt256 CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree
ORDER BY (line_id, quote)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape.late_prices_mv TO tokentape.late_prices_state AS
SELECT p.line_id AS line_id, p.quote AS quote
FROM tokentape.prices AS p
WHERE toDate(p.recorded_at) != toDate(p.observed_at);

-- Reference rates: prices of the provider `ecb`, each what one euro costs in a currency.
CREATE TABLE IF NOT EXISTS tokentape.fx_rates_state
(
    day Date,
    currency LowCardinality(String),
    per_eur Decimal(38, 18),
    observed_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(observed_at)
ORDER BY (currency, day)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape.fx_rates_mv TO tokentape.fx_rates_state AS
SELECT
    toDate(ifNull(p.effective_at, p.observed_at)) AS day,
    p.currency AS currency, p.unit_price AS per_eur, p.observed_at AS observed_at
FROM tokentape.prices AS p
WHERE p.provider = 'ecb' AND p.unit_price > 0;

-- The highest revision of every change and every signal.
CREATE TABLE IF NOT EXISTS tokentape.price_changes_state AS tokentape.price_changes
ENGINE = ReplacingMergeTree(revision)
PARTITION BY toYYYYMM(observed_at)
ORDER BY (provider, series, observed_at, change_id)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape.price_changes_mv TO tokentape.price_changes_state AS
SELECT * FROM tokentape.price_changes;

CREATE TABLE IF NOT EXISTS tokentape.signals_state AS tokentape.signals
ENGINE = ReplacingMergeTree(revision)
ORDER BY signal_id
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape.signals_mv TO tokentape.signals_state AS
SELECT * FROM tokentape.signals;
