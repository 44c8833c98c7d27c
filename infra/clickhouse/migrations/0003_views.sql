-- What a data team asks first. Described, with examples, in docs/queries.md.

-- Units of a currency that one euro buys, per day (European Central Bank).
CREATE VIEW IF NOT EXISTS tokentape.fx_rates AS
SELECT day, currency, per_eur FROM tokentape.fx_rates_state FINAL;

-- US dollars for one unit of each currency, by the last day that has a rate. One pass over the rates: many questions join it.
CREATE VIEW IF NOT EXISTS tokentape.usd_rates AS
SELECT of.1 AS currency, of.2 AS usd_per_unit, of.3 AS day
FROM
(
    SELECT groupArray((toString(currency), rate, last_day)) AS per_eur, anyIf(rate, currency = 'USD') AS usd, anyIf(last_day, currency = 'USD') AS usd_day
    FROM (SELECT currency, argMax(per_eur, day) AS rate, max(day) AS last_day FROM tokentape.fx_rates_state GROUP BY currency)
)
ARRAY JOIN arrayConcat(
    [('USD', toDecimal256(1, 12), today())],
    usd > 0 ? [('EUR', divideDecimal(usd, toDecimal32(1, 0), 12), usd_day)] : [],
    arrayMap(other -> (other.1, divideDecimal(usd, other.2, 12), other.3),
        arrayFilter(other -> usd > 0 AND other.1 NOT IN ('USD', 'EUR') AND other.2 > 0, per_eur))) AS of;

-- The newest price of every series, where it is still listed and where it last was.
CREATE VIEW IF NOT EXISTS tokentape.latest_prices AS
SELECT
    p.series AS series, p.provider AS provider, p.product AS product, p.product_key AS product_key, p.meter AS meter,
    p.mode AS mode, p.tier AS tier, p.region AS region, p.currency AS currency, p.per AS per, p.amount AS amount,
    p.unit_price AS unit_price,
    coalesce(p.unit_price_usd, toDecimal128(multiplyDecimal(p.unit_price, nullIf(fx.usd_per_unit, 0), 18), 18)) AS unit_price_usd,
    p.observed_at AS observed_at,
    listed ? greatest(p.observed_at, r.observed_at) : p.observed_at AS last_seen_at,
    CAST(r.document_id = p.document_id AND (r.seen_again OR r.extractor_version = p.extractor_version), 'Bool') AS listed,
    p.effective_at AS effective_at, p.document_id AS document_id, p.source_id AS source_id, p.url AS url,
    p.evidence AS evidence, p.extractor AS extractor, p.extractor_version AS extractor_version, p.recorded_at AS recorded_at
FROM tokentape.latest_prices_state AS p FINAL
LEFT JOIN (SELECT * FROM tokentape.latest_readings_state FINAL) AS r ON r.source_id = p.source_id AND r.url = p.url
LEFT JOIN tokentape.usd_rates AS fx ON fx.currency = p.currency
WHERE p.provider != 'ecb';

CREATE VIEW IF NOT EXISTS tokentape.daily_prices AS
WITH bitShiftLeft(toUInt256(1), 128) - 1 AS price_bits
SELECT
    day, provider, series, source_id, url, product, product_key, meter, mode, tier, region, currency,
    reinterpret(toInt128(bitAnd(first_quote, price_bits)), 'Decimal128(18)') AS open, high, low,
    reinterpret(toInt128(bitAnd(last_quote, price_bits)), 'Decimal128(18)') AS close
FROM tokentape.daily_prices_state FINAL;

-- Every price once, by the newest extractor: repeated deliveries and superseded readings are folded.
CREATE VIEW IF NOT EXISTS tokentape.price_history AS
SELECT
    provider, series, source_id, url, observed_at,
    argMax(p.product, p.recorded_at) AS product, argMax(p.meter, p.recorded_at) AS meter,
    argMax(p.mode, p.recorded_at) AS mode, argMax(p.currency, p.recorded_at) AS currency,
    argMax(p.amount, p.recorded_at) AS amount, argMax(p.per, p.recorded_at) AS per,
    argMax(p.unit_price, p.recorded_at) AS unit_price, argMax(p.document_id, p.recorded_at) AS document_id,
    argMax(p.evidence, p.recorded_at) AS evidence, max(p.recorded_at) AS last_recorded_at
FROM tokentape.prices AS p
GROUP BY provider, series, source_id, url, observed_at;

-- The price of every series as it stood at a time: SELECT * FROM price_at(at = '2026-03-01 00:00:00').
-- The months before know, then the days of its month, and for its day the prices of those series that were read that day
-- by then. Listed: the page's last reading had it.
CREATE VIEW IF NOT EXISTS tokentape.price_at AS
WITH
    toDate({at:DateTime64(3, 'UTC')}) AS on_day,
    pages AS
    (
        SELECT source_id, url, max(read_at) AS last_read_at
        FROM
        (
            SELECT source_id, url, read_at FROM tokentape.daily_readings_state WHERE day < on_day
            UNION ALL
            SELECT source_id, url, observed_at FROM tokentape.readings
            WHERE observed_at >= toStartOfDay({at:DateTime64(3, 'UTC')}) AND observed_at <= {at:DateTime64(3, 'UTC')} AND prices > 0
        )
        GROUP BY source_id, url
    ),
    quotes AS
    (
        SELECT line_id, max(quote) AS quote
        FROM
        (
            SELECT line_id, last_quote AS quote FROM tokentape.monthly_prices_state
            WHERE month < toStartOfMonth({at:DateTime64(3, 'UTC')})
            UNION ALL
            SELECT line_id, last_quote FROM tokentape.daily_prices_state
            WHERE day >= toStartOfMonth({at:DateTime64(3, 'UTC')}) AND day < on_day
            UNION ALL
            SELECT line_id, quote FROM tokentape.prices
            WHERE observed_at >= toStartOfDay({at:DateTime64(3, 'UTC')}) AND observed_at <= {at:DateTime64(3, 'UTC')}
                AND (provider, series) IN
                (
                    SELECT provider, series FROM tokentape.daily_prices_state
                    WHERE day = on_day AND bitShiftRight(first_quote, 170) <= toUnixTimestamp64Milli({at:DateTime64(3, 'UTC')})
                )
        )
        GROUP BY line_id
    )
SELECT
    s.series AS series, s.provider AS provider, s.product AS product, s.product_key AS product_key, s.meter AS meter,
    s.mode AS mode, s.tier AS tier, s.region AS region, s.currency AS currency,
    reinterpret(toInt128(bitAnd(q.quote, bitShiftLeft(toUInt256(1), 128) - 1)), 'Decimal128(18)') AS unit_price,
    fromUnixTimestamp64Milli(toInt64(bitShiftRight(q.quote, 170)), 'UTC') AS observed_at,
    s.source_id AS source_id, s.url AS url, CAST(observed_at = pages.last_read_at, 'Bool') AS listed
FROM quotes AS q
INNER JOIN (SELECT * FROM tokentape.latest_prices_state FINAL) AS s ON s.line_id = q.line_id
LEFT JOIN pages ON pages.source_id = s.source_id AND pages.url = s.url;

-- The same question about our own knowledge: what we held, on the day `believed`, the prices at the time `at` to be.
-- Until the day on which both times lie, or the earlier of them, months and days know; that day's prices are looked at one by one.
CREATE VIEW IF NOT EXISTS tokentape.price_believed_at AS
WITH
    least(toDate({at:DateTime64(3, 'UTC')}), toDate({believed:DateTime64(3, 'UTC')})) AS common_day,
    quotes AS
    (
        SELECT line_id, max(quote) AS quote
        FROM
        (
            SELECT line_id, prompt_quote AS quote FROM tokentape.monthly_prices_state
            WHERE month < toStartOfMonth(common_day) AND prompt_quote > 0
            UNION ALL
            SELECT line_id, prompt_quote FROM tokentape.daily_prices_state
            WHERE day >= toStartOfMonth(common_day) AND day < common_day AND prompt_quote > 0
            UNION ALL
            SELECT line_id, quote FROM tokentape.prices
            WHERE toDate(observed_at) = common_day
                AND observed_at <= {at:DateTime64(3, 'UTC')} AND recorded_at <= {believed:DateTime64(3, 'UTC')}
                AND (provider, series) IN
                (
                    SELECT provider, series FROM tokentape.daily_prices_state
                    WHERE day = common_day AND bitShiftRight(first_quote, 170) <= toUnixTimestamp64Milli({at:DateTime64(3, 'UTC')})
                )
            UNION ALL
            SELECT line_id, quote FROM tokentape.late_prices_state
            WHERE bitShiftRight(quote, 170) <= toUnixTimestamp64Milli({at:DateTime64(3, 'UTC')})
                AND bitAnd(bitShiftRight(quote, 128), bitShiftLeft(toUInt256(1), 42) - 1) <= toUnixTimestamp64Milli({believed:DateTime64(3, 'UTC')})
        )
        GROUP BY line_id
    )
SELECT
    s.series AS series, s.provider AS provider, s.product AS product, s.product_key AS product_key, s.meter AS meter,
    s.mode AS mode, s.tier AS tier, s.region AS region, s.currency AS currency,
    reinterpret(toInt128(bitAnd(q.quote, bitShiftLeft(toUInt256(1), 128) - 1)), 'Decimal128(18)') AS unit_price,
    fromUnixTimestamp64Milli(toInt64(bitShiftRight(q.quote, 170)), 'UTC') AS observed_at,
    fromUnixTimestamp64Milli(toInt64(bitAnd(bitShiftRight(q.quote, 128), bitShiftLeft(toUInt256(1), 42) - 1)), 'UTC') AS recorded_at,
    s.source_id AS source_id, s.url AS url
FROM quotes AS q
INNER JOIN (SELECT * FROM tokentape.latest_prices_state FINAL) AS s ON s.line_id = q.line_id;

CREATE VIEW IF NOT EXISTS tokentape.current_price_changes AS
SELECT * FROM tokentape.price_changes_state FINAL WHERE NOT retracted;

CREATE VIEW IF NOT EXISTS tokentape.price_changes_believed_at AS
SELECT * FROM
(
    SELECT * FROM tokentape.price_changes
    WHERE recorded_at <= {believed:DateTime64(3, 'UTC')}
    ORDER BY revision DESC
    LIMIT 1 BY change_id
)
WHERE NOT retracted;

CREATE VIEW IF NOT EXISTS tokentape.current_signals AS
SELECT * FROM tokentape.signals_state FINAL WHERE NOT retracted;

CREATE VIEW IF NOT EXISTS tokentape.signals_believed_at AS
SELECT * FROM
(
    SELECT * FROM tokentape.signals
    WHERE recorded_at <= {believed:DateTime64(3, 'UTC')}
    ORDER BY revision DESC
    LIMIT 1 BY signal_id
)
WHERE NOT retracted;

-- Token usage as stated, and as a rate: stated figures are per day, week, month ..., so only per-day figures compare.
CREATE VIEW IF NOT EXISTS tokentape.token_volumes AS
SELECT
    subject, object,
    multiIf(
        as_of IS NULL, toDate(first_seen_at),
        match(assumeNotNull(as_of), '^\\d{4}-\\d{2}-\\d{2}$'), toDate(assumeNotNull(as_of)),
        match(assumeNotNull(as_of), '^\\d{4}-\\d{2}$'), toLastDayOfMonth(toDate(concat(assumeNotNull(as_of), '-01'))),
        match(assumeNotNull(as_of), '^\\d{4}-Q\\d$'), toLastDayOfMonth(makeDate(toUInt16(left(assumeNotNull(as_of), 4)), toUInt8(right(assumeNotNull(as_of), 1)) * 3, 1)),
        match(assumeNotNull(as_of), '^\\d{4}-H\\d$'), toLastDayOfMonth(makeDate(toUInt16(left(assumeNotNull(as_of), 4)), toUInt8(right(assumeNotNull(as_of), 1)) * 6, 1)),
        makeDate(toUInt16(right(assumeNotNull(as_of), 4)), 12, 31)) AS day,
    as_of, period,
    coalesce((value_min + value_max) / 2, value_min, value_max) AS tokens,
    value_min AS tokens_min, value_max AS tokens_max,
    toFloat64(tokens) / transform(ifNull(period, ''), ['day', 'week', 'month', 'quarter', 'half', 'year'],
        [1., 7., 30.4375, 91.3125, 182.625, 365.25], NULL) AS tokens_per_day,
    growth_pct, status, signal_id, headline, mentions, sources, citations, first_seen_at, confidence
FROM tokentape.signals_state FINAL
WHERE kind = 'token_volume' AND NOT retracted AND (value_min IS NOT NULL OR value_max IS NOT NULL);

-- How every source does, from its attempts of the last 30 days.
CREATE VIEW IF NOT EXISTS tokentape.source_health AS
SELECT
    source_id,
    max(started_at) AS last_attempt_at,
    argMax(outcome, started_at) AS last_outcome,
    maxOrNullIf(started_at, good) AS last_success_at,
    maxOrNullIf(started_at, outcome = 'new_content') AS last_new_content_at,
    countIf(NOT good AND started_at > ifNull(success, toDateTime64(0, 3, 'UTC'))) AS failures_since_success,
    argMaxIf(error, started_at, error IS NOT NULL) AS last_error,
    countIf(started_at > now() - INTERVAL 1 DAY) AS attempts_24h,
    countIf(started_at > now() - INTERVAL 1 DAY AND NOT good) AS failures_24h,
    round(avg(good), 4) AS success_ratio,
    quantile(0.95)(duration_ms) AS duration_ms_p95,
    dateDiff('second', last_success_at, now64(3)) AS seconds_since_success
FROM
(
    SELECT *, outcome IN ('new_content', 'unchanged', 'not_modified') AS good,
        max(good ? started_at : NULL) OVER (PARTITION BY source_id) AS success
    FROM tokentape.fetches
    WHERE started_at > now() - INTERVAL 30 DAY AND outcome != 'skipped'
)
GROUP BY source_id;
