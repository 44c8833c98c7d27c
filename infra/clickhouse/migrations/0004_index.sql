-- The token price index: what a million tokens costs over time, overall, per provider and per price band.
--
-- Method (docs/queries.md says it in words). A constituent is one standard-mode input or output price on a provider's own
-- page. Every day each provider's step is the mean logarithm of today's price over yesterday's, over the constituents that
-- stood on both days, each in its own currency; prices stand from one reading to the next. The overall and the band steps
-- are the means of their providers' steps, so that a long price list weighs no more than a short one. Steps are chained
-- from 100. Models that come or go move nothing by themselves. Bands are by the first price seen, in dollars per million
-- tokens of output: frontier from 8, mid from 1, small below; an input price counts four times.

-- Every constituent once: when it stood, its band, and its moves (day and logarithm of the close over the last close before).
CREATE VIEW IF NOT EXISTS tokentape.index_constituents AS
SELECT
    d.line_id AS line_id, d.provider AS provider, d.series AS series, d.product AS product, d.meter AS meter, d.currency AS currency,
    d.source_id AS source_id, d.url AS url, d.first_day AS first_day, d.last_day AS last_day, d.first_price AS first_price,
    toFloat64(first_price) * ifNull(toFloat64(nullIf(fx.usd_per_unit, 0)), 1) * (meter = 'input' ? 4 : 1) AS dollars,
    multiIf(dollars >= 8, 'frontier', dollars >= 1, 'mid', 'small') AS band,
    -- The day from which it no longer counts; none while its page still lists it.
    l.line_id != 0 ? NULL : last_day + 1 AS left_on,
    d.moves AS moves
FROM
(
    SELECT
        line_id, any(q.provider) AS provider, any(q.series) AS series, anyLast(q.product) AS product, any(q.meter) AS meter,
        any(q.currency) AS currency, any(q.source_id) AS source_id, any(q.url) AS url,
        min(q.day) AS first_day, max(q.day) AS last_day, argMin(q.high, q.day) AS first_price,
        -- Of a quote, the lower half is the price. Its scale does not matter to a ratio.
        arraySort(groupArray((q.day, log(toFloat64(toUInt128(q.last_quote)))))) AS closes,
        arrayFilter(move -> move.2 != 0, arrayZip(closes.1, arrayDifference(closes.2))) AS moves
    FROM tokentape.daily_prices_state AS q FINAL
    WHERE q.meter IN ('input', 'output') AND q.mode = 'standard' AND q.low > 0 AND q.provider != 'ecb'
        AND q.source_id NOT IN (SELECT source_id FROM tokentape.readings WHERE authority IN ('aggregator', 'press'))
    GROUP BY line_id
) AS d
LEFT JOIN tokentape.usd_rates AS fx ON fx.currency = d.currency
LEFT JOIN
(
    SELECT p.line_id AS line_id
    FROM (SELECT * FROM tokentape.latest_prices_state FINAL) AS p
    INNER JOIN (SELECT * FROM tokentape.latest_readings_state FINAL) AS r ON r.source_id = p.source_id AND r.url = p.url
    WHERE r.document_id = p.document_id AND (r.seen_again OR r.extractor_version = p.extractor_version)
) AS l ON l.line_id = d.line_id;

-- Written so that the constituents are computed once: the engine computes a subquery anew wherever it is named.
CREATE VIEW IF NOT EXISTS tokentape.token_price_index AS
WITH
    -- What happens to a provider's constituents (band '': all of them): day, how many enter, how many leave, sum of steps.
    happenings AS
    (
        SELECT provider, arrayJoin(['', band]) AS band,
            groupArrayArray(arrayConcat(
                [(first_day, 1, 0, 0.)],
                left_on IS NULL ? [] : [(assumeNotNull(left_on), 0, 1, 0.)],
                arrayMap(move -> (move.1, 0, 0, move.2), moves))) AS events,
            arrayMin(events.1) AS first, greatest(today(), arrayMax(events.1)) AS last
        FROM tokentape.index_constituents
        GROUP BY provider, band
    ),
    -- Every day from the first on, whether something happened or not.
    days AS
    (
        SELECT provider, band, event.1 AS day, sum(event.2) AS entered, sum(event.3) AS left, sum(event.4) AS step
        FROM happenings
        ARRAY JOIN arrayConcat(events, arrayMap(offset -> (first + offset, 0, 0, 0.), range(toUInt32(last - first) + 1))) AS event
        GROUP BY provider, band, day
    ),
    standing AS
    (
        SELECT provider, band, day, step,
            sum(toInt64(entered) - toInt64(left)) OVER (PARTITION BY provider, band ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS constituents,
            constituents - toInt64(entered) AS matched
        FROM days
    ),
    scoped AS
    (
        SELECT arrayJoin(band = '' ? [('provider', provider), ('all', 'all')] : [('band', band)]) AS of, of.1 AS scope, of.2 AS name, day,
            sum(constituents) AS members,
            countIf(matched > 0) > 0 ? sumIf(step / matched, matched > 0) / countIf(matched > 0) : 0. AS mean
        FROM standing
        WHERE constituents > 0
        GROUP BY of, day
    )
SELECT scope, name, day,
    round(100 * exp(sum(mean) OVER (PARTITION BY scope, name ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)), 4) AS index,
    round(100 * (exp(mean) - 1), 4) AS change_pct, members AS constituents
FROM scoped;
