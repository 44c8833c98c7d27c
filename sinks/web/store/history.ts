import { z } from 'zod';
import { decimal, timestamp } from '../../../infra/contracts/common.ts';
import { flag, list, period } from '../api/params.ts';
import { after, among, between, type Position, type Statement, select } from './statement.ts';
import { FX_RATES, PRICES } from './tables.ts';

export const MAX_SERIES = 8;

export const historyFilter = {
  series: z
    .array(z.string())
    .min(1)
    .max(MAX_SERIES)
    .meta({ verbatim: true })
    .describe('One to eight series; repeat the parameter'),
  source: list(z.string()),
  moves: flag.optional().describe('Only observations where the price moved, and the last one of each source'),
  ...period,
};
export interface HistoryFilter {
  readonly series: readonly string[];
  readonly source?: readonly string[] | undefined;
  readonly moves?: boolean | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export const pricePoint = z.object({
  series: z.string(),
  observed_at: timestamp,
  unit_price: decimal,
  /** As published in dollars, else at the rate of the day (the last one known before it); null where there is none. */
  unit_price_usd: decimal.nullable(),
  currency: z.string(),
  source_id: z.string(),
  url: z.string(),
  document_id: z.string(),
});
export type PricePoint = z.infer<typeof pricePoint>;

/** Every observation once, as the newest extractor read it. */
const OBSERVED = `SELECT series, source_id, url, p.observed_at AS observed_at, any(p.currency) AS currency,
  argMax(p.unit_price, p.recorded_at) AS unit_price, argMax(tuple(p.unit_price_usd), p.recorded_at).1 AS stated_usd,
  argMax(toString(p.document_id), p.recorded_at) AS document_id
FROM ${PRICES} AS p WHERE p.series IN {series_keys:Array(String)}
GROUP BY series, source_id, url, p.observed_at`;

const MOVES = `SELECT * FROM (
  SELECT *, lagInFrame(toNullable(unit_price), 1, NULL) OVER earlier AS previous,
    row_number() OVER (PARTITION BY series, source_id, url ORDER BY observed_at DESC) AS from_end
  FROM (${OBSERVED})
  WINDOW earlier AS (PARTITION BY series, source_id, url ORDER BY observed_at ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
) WHERE previous IS NULL OR previous != unit_price OR from_end = 1`;

/** US dollars for one unit of a currency, per day on which both rates are known. */
const RATES = `SELECT quoted.currency AS currency, toDateTime64(quoted.day, 3, 'UTC') AS since, divideDecimal(usd.per_eur, quoted.per_eur, 12) AS rate
FROM (SELECT day, currency, per_eur FROM ${FX_RATES} UNION ALL SELECT day, 'EUR', toDecimal128(1, 18) FROM ${FX_RATES} WHERE currency = 'USD') AS quoted
INNER JOIN (SELECT day, per_eur FROM ${FX_RATES} WHERE currency = 'USD') AS usd ON usd.day = quoted.day
WHERE quoted.per_eur > 0`;

const withDollars = (
  rows: string,
): string => `(SELECT h.series AS series, h.source_id AS source_id, h.url AS url, h.observed_at AS observed_at,
  h.currency AS currency, h.unit_price AS unit_price, h.document_id AS document_id,
  coalesce(h.stated_usd, if(h.currency = 'USD', h.unit_price, NULL), toDecimal128(multiplyDecimal(h.unit_price, nullIf(r.rate, 0), 12), 12)) AS unit_price_usd
FROM (${rows}) AS h ASOF LEFT JOIN (${RATES}) AS r ON r.currency = h.currency AND h.observed_at >= r.since)`;

const POINT_ID = "concat(document_id, '|', series)";
export const pointId = (row: PricePoint): string => `${row.document_id}|${row.series}`;

export const historyStatement = (filter: HistoryFilter, position: Position | undefined, limit: number): Statement => {
  const statement = select({
    columns: Object.keys(pricePoint.shape).join(', '),
    from: withDollars(filter.moves === true ? MOVES : OBSERVED),
    where: [
      ...among('source_id', 'source_ids', filter.source),
      ...between('observed_at', filter),
      ...after('observed_at', POINT_ID, position),
    ],
    order: `observed_at DESC, ${POINT_ID} DESC`,
    limit,
  });
  return { ...statement, params: { ...statement.params, series_keys: filter.series } };
};
