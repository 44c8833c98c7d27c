-- One table per record contract (docs/records.md), column by column the same names.
--
-- Every table keeps the first arrival of a row: a record delivered twice collapses (row ids in ORDER BY, and insert
-- tokens within the deduplication window), and `recorded_at`, the time we learnt it, never moves afterwards.
-- `keep_first` grows the earlier a row came, and ReplacingMergeTree keeps the greatest.
-- Nothing expires: what a signal cites must be there when somebody asks.

CREATE TABLE IF NOT EXISTS tokentape.documents
(
    document_id String CODEC(ZSTD(1)),
    source_id LowCardinality(String),
    provider LowCardinality(Nullable(String)),
    authority LowCardinality(Nullable(String)),
    url String CODEC(ZSTD(3)),
    final_url String CODEC(ZSTD(3)),
    fetched_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    published_at Nullable(DateTime64(3, 'UTC')) CODEC(ZSTD(1)),
    kind LowCardinality(String),
    format LowCardinality(String),
    lang LowCardinality(Nullable(String)),
    title Nullable(String) CODEC(ZSTD(3)),
    status UInt16 CODEC(ZSTD(1)),
    etag Nullable(String) CODEC(ZSTD(1)),
    last_modified Nullable(String) CODEC(ZSTD(1)),
    content_hash String CODEC(ZSTD(1)),
    size_bytes UInt32 CODEC(T64, ZSTD(1)),
    -- Versions of a page lie side by side: a window of 16 MiB finds what they share.
    body String CODEC(ZSTD(6, 24)),
    hints String CODEC(ZSTD(3)),
    backfill Bool CODEC(ZSTD(1)),
    version UInt16 CODEC(ZSTD(1)),
    recorded_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    keep_first UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(recorded_at) CODEC(Delta(8), ZSTD(1)),
    INDEX document_id document_id TYPE bloom_filter(0.001) GRANULARITY 1
)
ENGINE = ReplacingMergeTree(keep_first)
PARTITION BY toYYYYMM(fetched_at)
ORDER BY (source_id, url, fetched_at, document_id)
SETTINGS index_granularity = 256, max_compress_block_size = 16777216, non_replicated_deduplication_window = 1000,
    fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS tokentape.fetches
(
    fetch_id String CODEC(ZSTD(1)),
    job_id String CODEC(ZSTD(1)),
    source_id LowCardinality(String),
    url LowCardinality(String),
    final_url LowCardinality(Nullable(String)),
    started_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    duration_ms Float64 CODEC(ZSTD(1)),
    outcome LowCardinality(String),
    status Nullable(UInt16) CODEC(ZSTD(1)),
    size_bytes Nullable(UInt32) CODEC(ZSTD(1)),
    document_id LowCardinality(Nullable(String)),
    error LowCardinality(Nullable(String)),
    retry_at Nullable(DateTime64(3, 'UTC')) CODEC(ZSTD(1)),
    version UInt16 CODEC(ZSTD(1)),
    recorded_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    keep_first UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(recorded_at) CODEC(Delta(8), ZSTD(1))
)
ENGINE = ReplacingMergeTree(keep_first)
PARTITION BY toYYYYMM(started_at)
ORDER BY (source_id, url, started_at, fetch_id)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

-- A message on the topic `prices`: one page read once. What is not in a page's last reading is no longer listed.
-- `seen_again`: the document stood unchanged at that time; its prices are those of its first reading and not repeated.
CREATE TABLE IF NOT EXISTS tokentape.readings
(
    document_id String CODEC(ZSTD(1)),
    source_id LowCardinality(String),
    url LowCardinality(String),
    authority LowCardinality(Nullable(String)),
    observed_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    prices UInt32 CODEC(T64, ZSTD(1)),
    seen_again Bool CODEC(ZSTD(1)),
    extractor LowCardinality(String),
    extractor_version LowCardinality(String),
    backfill Bool CODEC(ZSTD(1)),
    version UInt16 CODEC(ZSTD(1)),
    recorded_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    keep_first UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(recorded_at) CODEC(Delta(8), ZSTD(1))
)
ENGINE = ReplacingMergeTree(keep_first)
PARTITION BY toYYYYMM(observed_at)
ORDER BY (source_id, url, observed_at, document_id, extractor, extractor_version)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

-- One row per price and reading. Rows of a series lie together, so everything that repeats (all but the time) costs
-- next to nothing, and even the times repeat from one series of a page to the next: blocks that hold several series find
-- that out. What one question about one series has to decompress grows with them; measured at 3.7 million prices of a
-- month, blocks of 64 KiB cost 1.3 B a price, of 1 MiB 0.9 B and twice the time, these 1.1 B.
-- The extractor's version is part of the identity: a better reading of an old page is another belief, not an overwrite.
CREATE TABLE IF NOT EXISTS tokentape.prices
(
    series LowCardinality(String),
    provider LowCardinality(String),
    product LowCardinality(String),
    product_key LowCardinality(String),
    meter LowCardinality(String),
    mode LowCardinality(String),
    tier LowCardinality(Nullable(String)),
    region LowCardinality(Nullable(String)),
    currency LowCardinality(String),
    per Float64 CODEC(ZSTD(1)),
    amount Decimal(38, 18) CODEC(ZSTD(1)),
    unit_price Decimal(38, 18) CODEC(ZSTD(1)),
    unit_price_usd Nullable(Decimal(38, 18)) CODEC(ZSTD(1)),
    observed_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)) SETTINGS (min_compress_block_size = 524288),
    effective_at Nullable(DateTime64(3, 'UTC')) CODEC(ZSTD(1)),
    document_id LowCardinality(String) CODEC(ZSTD(1)),
    source_id LowCardinality(String),
    url LowCardinality(String),
    evidence LowCardinality(String),
    extractor LowCardinality(String),
    extractor_version LowCardinality(String),
    backfill Bool CODEC(ZSTD(1)),
    version UInt16 CODEC(ZSTD(1)),
    recorded_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)) SETTINGS (min_compress_block_size = 524288),
    -- A series at one address, as a number: grouping by it costs a fraction of grouping by three texts.
    line_id UInt64 MATERIALIZED cityHash64(series, source_id, url) CODEC(ZSTD(1)),
    -- When it was true, when we learnt it, and the price, in one number (42, 42 and 128 bits): the newest is a plain max.
    quote UInt256 ALIAS bitShiftLeft(toUInt256(toUnixTimestamp64Milli(observed_at)), 170)
        + bitShiftLeft(toUInt256(toUnixTimestamp64Milli(recorded_at)), 128) + toUInt256(reinterpretAsUInt128(unit_price)),
    keep_first UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(recorded_at) CODEC(Delta(8), ZSTD(1)) SETTINGS (min_compress_block_size = 524288)
)
ENGINE = ReplacingMergeTree(keep_first)
PARTITION BY toYYYYMM(observed_at)
ORDER BY (provider, series, source_id, url, observed_at, extractor, extractor_version)
SETTINGS index_granularity = 2048, min_compress_block_size = 131072, non_replicated_deduplication_window = 1000,
    fsync_after_insert = 1, fsync_part_directory = 1;

-- Every revision of every change, as it was stated. What holds now: view current_price_changes.
CREATE TABLE IF NOT EXISTS tokentape.price_changes
(
    change_id String CODEC(ZSTD(1)),
    source_id LowCardinality(String),
    authority LowCardinality(Nullable(String)),
    url LowCardinality(String),
    series LowCardinality(String),
    provider LowCardinality(String),
    product LowCardinality(String),
    product_key LowCardinality(String),
    meter LowCardinality(String),
    mode LowCardinality(String),
    tier LowCardinality(Nullable(String)),
    region LowCardinality(Nullable(String)),
    currency LowCardinality(String),
    per Float64 CODEC(ZSTD(1)),
    direction LowCardinality(String),
    old_unit_price Nullable(Decimal(38, 18)) CODEC(ZSTD(1)),
    new_unit_price Nullable(Decimal(38, 18)) CODEC(ZSTD(1)),
    pct Nullable(Float64) CODEC(ZSTD(1)),
    previous_observed_at Nullable(DateTime64(3, 'UTC')) CODEC(ZSTD(1)),
    observed_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    previous_document_id Nullable(String) CODEC(ZSTD(1)),
    document_id String CODEC(ZSTD(1)),
    evidence Nullable(String) CODEC(ZSTD(1)),
    suspect Bool CODEC(ZSTD(1)),
    suspect_reason LowCardinality(Nullable(String)),
    revision UInt32 CODEC(T64, ZSTD(1)),
    retracted Bool CODEC(ZSTD(1)),
    backfill Bool CODEC(ZSTD(1)),
    version UInt16 CODEC(ZSTD(1)),
    recorded_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    keep_first UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(recorded_at) CODEC(Delta(8), ZSTD(1))
)
ENGINE = ReplacingMergeTree(keep_first)
PARTITION BY toYYYYMM(observed_at)
ORDER BY (provider, series, observed_at, change_id, revision)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS tokentape.announcements
(
    announcement_id String CODEC(ZSTD(1)),
    kind LowCardinality(String),
    subject LowCardinality(Nullable(String)),
    object LowCardinality(Nullable(String)),
    direction LowCardinality(Nullable(String)),
    value_min Nullable(Decimal(38, 12)) CODEC(ZSTD(1)),
    value_max Nullable(Decimal(38, 12)) CODEC(ZSTD(1)),
    unit LowCardinality(Nullable(String)),
    old_value Nullable(Decimal(38, 12)) CODEC(ZSTD(1)),
    meter LowCardinality(Nullable(String)),
    per Nullable(Float64) CODEC(ZSTD(1)),
    period LowCardinality(Nullable(String)),
    as_of LowCardinality(Nullable(String)),
    effective LowCardinality(Nullable(String)),
    growth_pct Nullable(Float64) CODEC(ZSTD(1)),
    metric LowCardinality(Nullable(String)),
    status LowCardinality(String),
    cancels Bool CODEC(ZSTD(1)),
    attribution Nullable(String) CODEC(ZSTD(3)),
    quote String CODEC(ZSTD(3)),
    quote_start UInt32 CODEC(ZSTD(1)),
    quote_end UInt32 CODEC(ZSTD(1)),
    confidence Float64 CODEC(ZSTD(1)),
    reasons Array(String) CODEC(ZSTD(1)),
    document_id String CODEC(ZSTD(1)),
    source_id LowCardinality(String),
    url String CODEC(ZSTD(3)),
    title Nullable(String) CODEC(ZSTD(3)),
    lang LowCardinality(Nullable(String)),
    published_at Nullable(DateTime64(3, 'UTC')) CODEC(ZSTD(1)),
    observed_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    extractor LowCardinality(String),
    extractor_version LowCardinality(String),
    backfill Bool CODEC(ZSTD(1)),
    version UInt16 CODEC(ZSTD(1)),
    recorded_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    keep_first UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(recorded_at) CODEC(Delta(8), ZSTD(1))
)
ENGINE = ReplacingMergeTree(keep_first)
-- Without the time: an article that was fetched twice states its claims once.
ORDER BY (kind, ifNull(subject, ''), announcement_id, extractor_version)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

-- Every revision of every signal, as it was stated. What holds now: view current_signals.
CREATE TABLE IF NOT EXISTS tokentape.signals
(
    signal_id String CODEC(ZSTD(1)),
    revision UInt32 CODEC(T64, ZSTD(1)),
    kind LowCardinality(String),
    origin LowCardinality(String),
    subject LowCardinality(Nullable(String)),
    object LowCardinality(Nullable(String)),
    headline String CODEC(ZSTD(3)),
    headline_zh Nullable(String) CODEC(ZSTD(3)),
    url Nullable(String) CODEC(ZSTD(3)),
    direction LowCardinality(Nullable(String)),
    value_min Nullable(Decimal(38, 12)) CODEC(ZSTD(1)),
    value_max Nullable(Decimal(38, 12)) CODEC(ZSTD(1)),
    unit LowCardinality(Nullable(String)),
    old_value Nullable(Decimal(38, 12)) CODEC(ZSTD(1)),
    meter LowCardinality(Nullable(String)),
    per Nullable(Float64) CODEC(ZSTD(1)),
    period LowCardinality(Nullable(String)),
    as_of LowCardinality(Nullable(String)),
    effective LowCardinality(Nullable(String)),
    growth_pct Nullable(Float64) CODEC(ZSTD(1)),
    metric LowCardinality(Nullable(String)),
    status LowCardinality(String),
    state LowCardinality(Nullable(String)),
    lag_days Nullable(Float64) CODEC(ZSTD(1)),
    first_seen_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    updated_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    mentions UInt32 CODEC(T64, ZSTD(1)),
    sources Array(LowCardinality(String)),
    citations Array(Tuple(announcement_id String, document_id String, source_id String, url String,
        title Nullable(String), quote String, published_at Nullable(DateTime64(3, 'UTC')),
        observed_at DateTime64(3, 'UTC'))) CODEC(ZSTD(3)),
    changes Array(Tuple(change_id String, series String, product String, meter String, mode String, currency String,
        direction String, old_unit_price Nullable(Decimal(38, 18)), new_unit_price Nullable(Decimal(38, 18)),
        pct Nullable(Float64))) CODEC(ZSTD(3)),
    related Array(Tuple(signal_id String, relation String)) CODEC(ZSTD(1)),
    suspect Bool CODEC(ZSTD(1)),
    suspect_reason LowCardinality(Nullable(String)),
    confidence Float64 CODEC(ZSTD(1)),
    retracted Bool CODEC(ZSTD(1)),
    backfill Bool CODEC(ZSTD(1)),
    version UInt16 CODEC(ZSTD(1)),
    recorded_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    keep_first UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(recorded_at) CODEC(Delta(8), ZSTD(1))
)
ENGINE = ReplacingMergeTree(keep_first)
PARTITION BY toYYYYMM(recorded_at)
ORDER BY (signal_id, revision)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS tokentape.alerts
(
    alert_id String CODEC(ZSTD(1)),
    rule LowCardinality(String),
    channel LowCardinality(String),
    signal_ids Array(String) CODEC(ZSTD(1)),
    status LowCardinality(String),
    attempts UInt32 CODEC(T64, ZSTD(1)),
    message_id Nullable(String) CODEC(ZSTD(1)),
    title String CODEC(ZSTD(3)),
    text String CODEC(ZSTD(3)),
    error Nullable(String) CODEC(ZSTD(3)),
    created_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    updated_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    version UInt16 CODEC(ZSTD(1)),
    recorded_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1))
)
ENGINE = ReplacingMergeTree(recorded_at)
ORDER BY alert_id
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS tokentape.dead_letters
(
    dead_letter_id String CODEC(ZSTD(1)),
    stage LowCardinality(String),
    topic LowCardinality(String),
    partition Int32 CODEC(ZSTD(1)),
    offset Int64 CODEC(ZSTD(1)),
    key Nullable(String) CODEC(ZSTD(1)),
    raw String CODEC(ZSTD(3)),
    error String CODEC(ZSTD(3)),
    attempts UInt32 CODEC(T64, ZSTD(1)),
    failed_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1)),
    app_version LowCardinality(String),
    status LowCardinality(String),
    resolved_at Nullable(DateTime64(3, 'UTC')) CODEC(ZSTD(1)),
    version UInt16 CODEC(ZSTD(1)),
    recorded_at DateTime64(3, 'UTC') CODEC(Delta(8), ZSTD(1))
)
ENGINE = ReplacingMergeTree(recorded_at)
ORDER BY (stage, topic, partition, offset, dead_letter_id)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;
