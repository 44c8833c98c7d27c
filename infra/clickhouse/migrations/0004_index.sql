-- The token price index: what a million tokens costs over time, overall, per provider and per price band.
--
-- Method (docs/queries.md says it in words). A constituent is one standard-mode input or output price on a provider's own
-- page. Every day each provider's step is the mean logarithm of today's price over yesterday's, over the constituents that
-- stood on both days, each in its own currency; prices stand from one reading to the next. The overall and the band steps
-- are the means of their providers' steps, so that a long price list weighs no more than a short one. Steps are chained
-- from 100. Models that come or go move nothing by themselves. Bands are by the first price seen, in dollars per million
-- tokens of output: frontier from 8, mid from 1, small below; an input price counts four times.

-- Every constituent once: when it stood, its band, and its moves (day and logarithm of the close over the last close before).
-- A price that stood for some time within a month is one span of monthly_prices_state, and where a span begins the price moves.
-- Where spans of a series overlap (a price that came back within the month, a correction) its days are asked instead.
CREATE VIEW IF NOT EXISTS tokentape.index_constituents AS
WITH
    eligible AS
    (
        SELECT line_id FROM tokentape.latest_prices_state
        WHERE meter IN ('input', 'output') AND mode = 'standard' AND provider != 'ecb'
            AND source_id NOT IN (SELECT source_id FROM tokentape.latest_readings_state WHERE authority IN ('aggregator', 'press'))
    ),
    spans AS
    (
        SELECT line_id, arraySort(groupArray((first_at, last_at, unit_price))) AS of,
            arrayExists((earlier, later) -> later.1 <= earlier.2, arrayPopBack(of), arrayPopFront(of)) AS overlap
        FROM tokentape.monthly_prices_state FINAL
        WHERE unit_price > 0 AND line_id IN (eligible)
        GROUP BY line_id
    )
SELECT
    s.line_id AS line_id, s.provider AS provider, s.series AS series, s.product AS product, s.meter AS meter, s.currency AS currency,
    s.source_id AS source_id, s.url AS url, d.first_day AS first_day, d.last_day AS last_day, d.first_price AS first_price,
    toFloat64(first_price) * ifNull(toFloat64(nullIf(fx.usd_per_unit, 0)), 1) * (meter = 'input' ? 4 : 1) AS dollars,
    multiIf(dollars >= 8, 'frontier', dollars >= 1, 'mid', 'small') AS band,
    -- The day from which it no longer counts; none while its page still lists it.
    r.document_id = s.document_id AND (r.seen_again OR r.extractor_version = s.extractor_version) ? NULL : last_day + 1 AS left_on,
    d.moves AS moves
FROM
(
    SELECT line_id, arrayMin(closes.1) AS first_day, last_day, first_price,
        arrayFilter(move -> move.2 != 0, arrayZip(closes.1, arrayDifference(closes.2))) AS moves
    FROM
    (
        -- The last span to begin on a day is its close.
        SELECT line_id, toDate(of[-1].2) AS last_day, of[1].3 AS first_price,
            arrayMap(span -> (toDate(span.1), log(toFloat64(span.3))),
                arrayFilter((span, next) -> toDate(span.1) != toDate(next), of, arrayPushBack(arrayPopFront(of.1), toDateTime64(0, 3, 'UTC')))) AS closes
        FROM spans
        WHERE NOT overlap
        UNION ALL
        SELECT line_id, max(q.day), argMin(q.high, q.day),
            -- Of a quote, the lower half is the price.
            arraySort(groupArray((q.day, log(toFloat64(reinterpret(toInt128(bitAnd(q.last_quote, bitShiftLeft(toUInt256(1), 128) - 1)), 'Decimal128(18)'))))))
        FROM tokentape.daily_prices_state AS q FINAL
        WHERE q.low > 0 AND (q.provider, q.series, q.source_id, q.url) IN
            (SELECT provider, series, source_id, url FROM tokentape.latest_prices_state WHERE line_id IN (SELECT line_id FROM spans WHERE overlap))
        GROUP BY line_id
    )
) AS d
INNER JOIN (SELECT * FROM tokentape.latest_prices_state FINAL) AS s ON s.line_id = d.line_id
LEFT JOIN (SELECT * FROM tokentape.latest_readings_state FINAL) AS r ON r.source_id = s.source_id AND r.url = s.url
LEFT JOIN tokentape.usd_rates AS fx ON fx.currency = s.currency;

-- From one happening to the next nothing changes: who stands and who votes are steps, and only at the end, per scope, is there
-- a row for every day.
CREATE VIEW IF NOT EXISTS tokentape.token_price_index AS
WITH
    -- What happens to a provider's constituents (band '': all of them): day, how many enter, how many leave, sum of steps.
    happenings AS
    (
        SELECT provider, arrayJoin(['', band]) AS band, event.1 AS day,
            toInt64(sum(event.2)) AS entered, toInt64(sum(event.3)) AS left, sum(event.4) AS step
        FROM tokentape.index_constituents
        ARRAY JOIN arrayConcat(
            [(first_day, 1, 0, 0.)],
            left_on IS NULL ? [] : [(assumeNotNull(left_on), 0, 1, 0.)],
            arrayMap(move -> (move.1, 0, 0, move.2), moves)) AS event
        GROUP BY provider, band, day
    ),
    -- Of those that stand after it, `matched` stood on both days.
    standing AS
    (
        SELECT provider, band, day, entered - left AS grown, step,
            sum(grown) OVER (PARTITION BY provider, band ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS constituents,
            constituents - entered AS matched
        FROM happenings
    ),
    -- Day, members more, voters more, sum of the providers' steps: a provider votes on a day on which any constituent is matched.
    scoped AS
    (
        SELECT arrayJoin(band = '' ? [('provider', provider), ('all', 'all')] : [('band', band)]) AS of, of.1 AS scope, of.2 AS name,
            groupArrayArray([
                (day, grown, toInt64(matched > 0) - toInt64(constituents - grown > 0), matched > 0 ? step / matched : 0.),
                (day + 1, toInt64(0), toInt64(constituents > 0) - toInt64(matched > 0), 0.)]) AS events
        FROM standing
        GROUP BY of
    ),
    days AS
    (
        SELECT scope, name, event.1 AS day, sum(event.2) AS grown, sum(event.3) AS joined, sum(event.4) AS steps
        FROM (SELECT scope, name, events, arrayMin(events.1) AS first FROM scoped)
        ARRAY JOIN arrayConcat(events, arrayMap(offset -> (first + offset, toInt64(0), toInt64(0), 0.), range(toUInt32(greatest(today() - first, 0) + 1)))) AS event
        GROUP BY scope, name, day
    ),
    means AS
    (
        SELECT scope, name, day,
            sum(grown) OVER w AS members, sum(joined) OVER w AS voters, voters > 0 ? steps / voters : 0. AS mean
        FROM days
        WINDOW w AS (PARTITION BY scope, name ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    )
SELECT scope, name, day,
    round(100 * exp(sum(mean) OVER (PARTITION BY scope, name ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)), 4) AS index,
    round(100 * (exp(mean) - 1), 4) AS change_pct, members AS constituents
FROM means
WHERE members > 0 AND day <= today();
