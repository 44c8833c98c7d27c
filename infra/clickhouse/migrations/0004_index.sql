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
-- Half of what this costs is the engine's planning, which grows with every table, join and function: hence the dollar rates as
-- one map, and another test for `returned` than for `spans`, which says the same of the same spans but carries no prices.
CREATE VIEW IF NOT EXISTS tokentape.index_constituents AS
WITH
    own AS
    (
        SELECT * FROM tokentape.latest_prices_state FINAL
        WHERE meter IN ('input', 'output') AND mode = 'standard' AND provider != 'ecb'
            AND source_id NOT IN (SELECT source_id FROM tokentape.latest_readings_state WHERE authority IN ('aggregator', 'press'))
    ),
    spans AS
    (
        SELECT line_id, arraySort(groupArray((first_at, last_at, unit_price))) AS of
        FROM tokentape.monthly_prices_state FINAL
        WHERE indexed AND unit_price > 0
        GROUP BY line_id
        HAVING NOT arrayExists((last, next) -> next <= last, arrayPopBack(of.2), arrayPopFront(of.1))
    ),
    returned AS
    (
        SELECT line_id
        FROM tokentape.monthly_prices_state FINAL
        WHERE indexed AND unit_price > 0
        GROUP BY line_id
        HAVING maxIntersections(toUnixTimestamp64Milli(first_at), toUnixTimestamp64Milli(last_at) + 1) > 1
    ),
    (SELECT CAST(groupArray((currency, toFloat64(usd_per_unit))), 'Map(String, Float64)') FROM tokentape.usd_rates) AS rates
SELECT
    s.line_id AS line_id, s.provider AS provider, s.series AS series, s.product AS product, s.meter AS meter, s.currency AS currency,
    s.source_id AS source_id, s.url AS url, d.first_day AS first_day, d.last_day AS last_day, d.first_price AS first_price,
    toFloat64(first_price) * ifNull(nullIf(rates[currency], 0), 1) * (meter = 'input' ? 4 : 1) AS dollars,
    multiIf(dollars >= 8, 'frontier', dollars >= 1, 'mid', 'small') AS band,
    -- The day from which it no longer counts; none while its page still lists it.
    r.document_id = s.document_id AND (r.seen_again OR r.extractor_version = s.extractor_version) ? NULL : last_day + 1 AS left_on,
    d.moves AS moves
FROM
(
    SELECT line_id, closes.1[1] AS first_day, last_day, first_price,
        arrayFilter(move -> move.2 != 0, arrayZip(closes.1, arrayDifference(closes.2))) AS moves
    FROM
    (
        -- The last span to begin on a day is its close.
        SELECT line_id, toDate(of.2[-1]) AS last_day, of.3[1] AS first_price,
            arrayFilter((close, next) -> close.1 != next,
                arrayZip(arrayMap(at -> toDate(at), of.1) AS days, arrayMap(price -> log(toFloat64(price)), of.3)),
                arrayPushBack(arrayPopFront(days), toDate(0))) AS closes
        FROM spans
        UNION ALL
        SELECT line_id, max(q.day), argMin(q.high, q.day),
            -- Of a quote, the lower half is the price.
            arraySort(groupArray((q.day, log(toFloat64(reinterpret(toInt128(bitAnd(q.last_quote, bitShiftLeft(toUInt256(1), 128) - 1)), 'Decimal128(18)'))))))
        FROM tokentape.daily_prices_state AS q FINAL
        WHERE q.low > 0 AND (q.provider, q.series, q.source_id, q.url) IN
            (SELECT provider, series, source_id, url FROM own WHERE line_id IN (returned))
        GROUP BY line_id
    )
) AS d
INNER JOIN (SELECT line_id, provider, series, product, meter, currency, source_id, url, document_id, extractor_version FROM own) AS s
    ON s.line_id = d.line_id
LEFT JOIN (SELECT source_id, url, document_id, seen_again, extractor_version FROM tokentape.latest_readings_state FINAL) AS r
    ON r.source_id = s.source_id AND r.url = s.url;

-- From one happening to the next nothing changes: who stands and who votes are steps, and only at the end, per scope, is there
-- a row for every day.
CREATE VIEW IF NOT EXISTS tokentape.token_price_index AS
WITH
    -- What happens to a provider's constituents (band '': all of them), in order: day, members more, step. On one day first who
    -- leaves, then the moves, then who enters, so that beside a move `standing` counts those that stood on both days.
    happenings AS
    (
        SELECT provider, arrayJoin(['', band]) AS band,
            arraySort(groupArrayArray(arrayConcat(
                [(first_day, toInt64(1), 0.)],
                left_on IS NULL ? [] : [(assumeNotNull(left_on), toInt64(-1), 0.)],
                arrayMap(move -> (move.1, toInt64(0), move.2), moves)))) AS of,
            arrayCumSum(of.2) AS standing
        FROM tokentape.index_constituents
        GROUP BY provider, band
    ),
    -- Day, members more, voters more, step of the provider. It votes on a day on which any constituent stood on both days: no
    -- longer when the last has left, and from the day after the first has entered.
    votes AS
    (
        SELECT arrayJoin(band = '' ? [('provider', provider), ('all', 'all')] : [('band', band)]) AS counts_in,
            arrayConcat(
                arrayMap((happens, standing) -> (happens.1, happens.2, -toInt64(happens.2 < 0 AND standing = 0), standing > 0 ? happens.3 / standing : 0.),
                    of, standing),
                arrayMap(happens -> (happens.1 + 1, toInt64(0), toInt64(1), 0.),
                    arrayFilter((happens, standing) -> happens.2 > 0 AND standing = 1, of, standing))) AS of
        FROM happenings
    ),
    days AS
    (
        SELECT counts_in.1 AS scope, counts_in.2 AS name, vote.1 AS day, sum(vote.2) AS grown, sum(vote.3) AS joined, sum(vote.4) AS steps
        FROM votes
        ARRAY JOIN of AS vote
        GROUP BY scope, name, day
    ),
    -- Day, logarithm of the index, the day's own, members, and for how many days that holds.
    stretches AS
    (
        SELECT scope, name,
            arraySort(groupArray((day, grown, joined, steps))) AS of,
            arrayMap((steps, voters) -> voters > 0 ? steps / voters : 0., of.4, arrayCumSum(of.3)) AS means,
            arrayMap((day, next) -> toUInt32(greatest(next - day, 0)), of.1, arrayPushBack(arrayPopFront(of.1), today() + 1)) AS lengths,
            arrayFilter(stretch -> stretch.4 > 0, arrayZip(of.1, arrayCumSum(means), means, arrayCumSum(of.2), lengths)) AS stretches
        FROM days
        GROUP BY scope, name
    )
SELECT scope, name, stretch.1 + later AS day,
    round(100 * exp(stretch.2), 4) AS index,
    later = 0 ? round(100 * (exp(stretch.3) - 1), 4) : 0. AS change_pct, stretch.4 AS constituents
FROM stretches
ARRAY JOIN stretches AS stretch
ARRAY JOIN range(stretch.5) AS later
WHERE stretch.1 + later <= today();
