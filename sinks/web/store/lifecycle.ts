import { z } from 'zod';
import type { Store } from './store.ts';
import { SIGNALS } from './tables.ts';

const counted = z.object({ state: z.string(), n: z.number().int(), lags: z.array(z.number()) });

const ANNOUNCED = "kind = 'price_change' AND origin IN ('announced', 'both')";

/** How many announced price changes stand in each state, and how long the confirmed ones took. */
export const lifecycleSummary = async (
  store: Store,
): Promise<{ counts: Record<string, number>; medianLagDays: number | null }> => {
  const rows = await store.rows(
    {
      sql: `SELECT ifNull(state, '') AS state, count() AS n, groupArrayIf(assumeNotNull(lag_days), lag_days IS NOT NULL) AS lags
FROM ${SIGNALS} WHERE ${ANNOUNCED} GROUP BY state`,
      params: {},
    },
    counted,
  );
  const lags = rows.flatMap((row) => row.lags).sort((a, b) => a - b);
  return {
    counts: Object.fromEntries(rows.map(({ state, n }) => [state, n])),
    medianLagDays: lags[Math.floor(lags.length / 2)] ?? null,
  };
};
