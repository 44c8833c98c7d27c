import { z } from 'zod';
import { decimal, timestamp } from '../../../infra/contracts/common.ts';
import { meter } from '../../../infra/contracts/price.ts';
import type { Statement } from './statement.ts';
import { PRICE_CHANGES } from './tables.ts';

/** A series that stands elsewhere at the end of a period than at its beginning. */
export const mover = z.object({
  series: z.string(),
  provider: z.string(),
  product: z.string(),
  meter,
  mode: z.string(),
  tier: z.string().nullable(),
  region: z.string().nullable(),
  currency: z.string(),
  first_unit_price: decimal,
  last_unit_price: decimal,
  direction: z.enum(['increase', 'decrease']),
  /** Percent from first to last. */
  pct: z.number(),
  /** Changes within the period. */
  steps: z.number().int(),
  last_changed_at: timestamp,
});
export type Mover = z.infer<typeof mover>;

export interface MoversOptions {
  /** Days back from now. */
  readonly days: number;
  readonly direction?: 'increase' | 'decrease' | undefined;
  readonly provider?: readonly string[] | undefined;
  readonly limit: number;
}

/**
 * Net moves of the period, largest first. Several sources may quote a series: the one that saw the latest change speaks.
 * Suspect changes wait for their second look and are left out.
 */
export const moversStatement = ({ days, direction, provider = [], limit }: MoversOptions): Statement => ({
  sql: `SELECT series, provider, product, meter, mode, tier, region, currency, first_unit_price, last_unit_price,
  if(last_unit_price > first_unit_price, 'increase', 'decrease') AS direction,
  round((toFloat64(last_unit_price) / toFloat64(first_unit_price) - 1) * 100, 4) AS pct, steps, last_changed_at
FROM (
  SELECT series, source_id, any(provider) AS provider, argMax(product, observed_at) AS product, any(meter) AS meter, any(mode) AS mode,
    any(tier) AS tier, any(region) AS region, any(currency) AS currency,
    assumeNotNull(argMin(old_unit_price, observed_at)) AS first_unit_price,
    assumeNotNull(argMax(new_unit_price, observed_at)) AS last_unit_price,
    toUInt32(count()) AS steps, max(observed_at) AS last_changed_at
  FROM ${PRICE_CHANGES} AS changes
  WHERE changes.observed_at >= now64(3) - toIntervalDay({days:UInt32}) AND NOT suspect
    AND changes.direction IN ('increase', 'decrease') AND (empty({providers:Array(String)}) OR has({providers:Array(String)}, changes.provider))
  GROUP BY series, source_id
  ORDER BY last_changed_at DESC, source_id
  LIMIT 1 BY series
)
WHERE first_unit_price > 0 AND first_unit_price != last_unit_price
  AND ({wanted:String} = '' OR direction = {wanted:String})
ORDER BY abs(pct) DESC, series
LIMIT {row_limit:UInt32}`,
  params: { days, providers: provider, wanted: direction ?? '', row_limit: limit },
});
