-- The token price index: what a million tokens costs over time, overall, per provider and per price band.
--
-- Method (docs/queries.md says it in words). A constituent is one standard-mode input or output price on a provider's own
-- page. Every day each provider's step is the mean logarithm of today's price over yesterday's, over the constituents that
-- stood on both days, each in its own currency; prices stand from one reading to the next. The overall and the band steps
-- are the means of their providers' steps, so that a long price list weighs no more than a short one. Steps are chained
-- from 100. Models that come or go move nothing by themselves. Bands are by the first price seen, in dollars per million
-- tokens of output: frontier from 8, mid from 1, small below; an input price counts four times.

CREATE VIEW IF NOT EXISTS tokentape.index_constituents AS
SELECT
    d.line_id AS line_id, any(d.provider) AS provider, any(d.series) AS series, anyLast(d.product) AS product,
    any(d.meter) AS meter, any(d.currency) AS currency, any(d.source_id) AS source_id, any(d.url) AS url,
    min(d.day) AS first_day, max(d.day) AS last_day, argMin(d.high, d.day) AS first_price,
    toFloat64(first_price) * ifNull(any(toFloat64(nullIf(fx.usd_per_unit, 0))), 1) * (meter = 'input' ? 4 : 1) AS dollars,
    multiIf(dollars >= 8, 'frontier', dollars >= 1, 'mid', 'small') AS band,
    -- The day from which it no longer counts; none while its page still lists it.
    max(l.line_id) != 0 ? NULL : last_day + 1 AS left_on
FROM tokentape.daily_prices_state AS d
LEFT JOIN tokentape.usd_rates AS fx ON fx.currency = d.currency
LEFT JOIN
(
    SELECT p.line_id AS line_id
    FROM (SELECT * FROM tokentape.latest_prices_state FINAL) AS p
    INNER JOIN (SELECT * FROM tokentape.latest_readings_state FINAL) AS r ON r.source_id = p.source_id AND r.url = p.url
    WHERE r.document_id = p.document_id AND (r.seen_again OR r.extractor_version = p.extractor_version)
) AS l ON l.line_id = d.line_id
WHERE d.meter IN ('input', 'output') AND d.mode = 'standard' AND d.low > 0 AND d.provider != 'ecb'
    AND d.source_id NOT IN (SELECT source_id FROM tokentape.readings WHERE authority IN ('aggregator', 'press'))
GROUP BY line_id;

CREATE VIEW IF NOT EXISTS tokentape.token_price_index AS
WITH
    steps AS
    (
        SELECT line_id, day,
            lagInFrame(toNullable(close), 1, NULL) OVER (PARTITION BY line_id ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before,
            before IS NULL ? 0. : log(toFloat64(close) / toFloat64(assumeNotNull(before))) AS step
        FROM
        (
            SELECT line_id, day, reinterpret(toInt128(bitAnd(last_quote, bitShiftLeft(toUInt256(1), 128) - 1)), 'Decimal128(18)') AS close
            FROM tokentape.daily_prices_state FINAL
            WHERE low > 0 AND meter IN ('input', 'output') AND mode = 'standard'
        )
    ),
    events AS
    (
        SELECT line_id, day, 0 AS entered, 0 AS left, step FROM steps WHERE step != 0
        UNION ALL SELECT line_id, first_day, 1, 0, 0. FROM tokentape.index_constituents
        UNION ALL SELECT line_id, assumeNotNull(left_on), 0, 1, 0. FROM tokentape.index_constituents WHERE left_on IS NOT NULL
    ),
    moves AS
    (
        SELECT band, c.provider AS provider, e.day AS day, sum(e.entered) AS entered, sum(e.left) AS left, sum(e.step) AS step
        FROM events AS e
        INNER JOIN (SELECT line_id, provider, arrayJoin(['', band]) AS band FROM tokentape.index_constituents) AS c ON c.line_id = e.line_id
        GROUP BY band, provider, day
    ),
    days AS
    (
        SELECT band, provider, first + arrayJoin(range(toUInt32(greatest(today(), last) - first) + 1)) AS day
        FROM (SELECT band, provider, min(day) AS first, max(day) AS last FROM moves GROUP BY band, provider)
    ),
    standing AS
    (
        SELECT d.band AS band, d.provider AS provider, d.day AS day, m.step AS step,
            sum(toInt64(m.entered) - toInt64(m.left)) OVER (PARTITION BY band, provider ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS constituents,
            constituents - toInt64(m.entered) AS matched
        FROM days AS d
        LEFT JOIN moves AS m ON m.band = d.band AND m.provider = d.provider AND m.day = d.day
    ),
    scoped AS
    (
        SELECT 'provider' AS scope, p.provider AS name, p.day AS day, p.constituents AS members, p.matched > 0 ? p.step / p.matched : 0. AS mean
        FROM standing AS p
        WHERE p.band = '' AND p.constituents > 0
        UNION ALL
        SELECT s.band = '' ? 'all' : 'band' AS scope, s.band = '' ? 'all' : s.band AS name, s.day AS day, sum(s.constituents) AS members,
            countIf(s.matched > 0) > 0 ? sumIf(s.step / s.matched, s.matched > 0) / countIf(s.matched > 0) : 0. AS mean
        FROM standing AS s
        WHERE s.constituents > 0
        GROUP BY scope, name, day
    )
SELECT scope, name, day,
    round(100 * exp(sum(mean) OVER (PARTITION BY scope, name ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)), 4) AS index,
    round(100 * (exp(mean) - 1), 4) AS change_pct, members AS constituents
FROM scoped;
