import { z } from 'zod';
import { decimal, timestamp } from '../../../infra/contracts/common.ts';
import { historyStatement, MAX_SERIES, type PricePoint, pricePoint } from './history.ts';
import { browsePrices, type LatestPrice } from './prices.ts';
import { signalsStatement } from './signals.ts';
import type { Store } from './store.ts';
import { storedSignal } from './stored-signal.ts';

const MAX_POINTS = 20_000;
const MAX_MARKS = 200;

const point = z.object({ at: timestamp, unit_price: decimal, unit_price_usd: decimal.nullable() });

/** What the chart of several series is drawn from: their moves, and what was announced about their providers. */
export const priceChart = z.object({
  series: z.array(
    z.object({ series: z.string(), currency: z.string(), source_id: z.string(), points: z.array(point) }),
  ),
  announced: z.array(
    z.object({
      signal_id: z.string(),
      subject: z.string().nullable(),
      headline: z.string(),
      headline_zh: z.string().nullable(),
      /** When it was announced. */
      at: timestamp,
      effective: z.string().nullable(),
    }),
  ),
});
export type PriceChart = z.infer<typeof priceChart>;

export interface ChartQuery {
  readonly series: readonly string[];
  readonly days?: number | undefined;
}

/** One line per series: of several sources that quote it, the one read last, and of those the one with most points. */
const oneSource = (points: readonly PricePoint[]): readonly PricePoint[] => {
  const groups = Map.groupBy(points, ({ source_id, url }) => `${source_id}|${url}`);
  const last = (group: readonly PricePoint[]): string => group.at(-1)?.observed_at ?? '';
  return (
    [...groups.values()].sort((a, b) => (last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : b.length - a.length))[0] ?? []
  );
};

/** A price stands as long as it is listed: its line goes on to where it was last seen, changed or not. */
const upToLastSeen = (points: readonly PricePoint[], latest: readonly LatestPrice[]): readonly PricePoint[] => {
  const last = points.at(-1);
  const seen = latest.find(
    ({ series, source_id, url }) => series === last?.series && source_id === last.source_id && url === last.url,
  );
  if (!last || !seen?.listed || seen.last_seen_at <= last.observed_at) return points;
  return [...points, { ...last, observed_at: seen.last_seen_at }];
};

/** Points before the range shrink to one, so that a line starts at the price that stood. */
const within = (points: readonly PricePoint[], since: string | null): PricePoint[] => {
  if (since === null) return [...points];
  const before = points.filter(({ observed_at }) => observed_at < since).at(-1);
  const inside = points.filter(({ observed_at }) => observed_at >= since);
  return before ? [{ ...before, observed_at: since }, ...inside] : inside;
};

export const readChart = async (store: Store, query: ChartQuery, abort?: AbortSignal): Promise<PriceChart> => {
  const since = query.days === undefined ? null : new Date(Date.now() - query.days * 86_400_000).toISOString();
  const [points, found] = await Promise.all([
    store.rows(historyStatement({ series: query.series, moves: true }, undefined, MAX_POINTS), pricePoint, abort),
    browsePrices(store, { series: [...query.series] }, MAX_SERIES, abort),
  ]);
  const providers = [...new Set(found.map(({ provider }) => provider))];
  const announced =
    providers.length === 0
      ? []
      : await store.rows(
          signalsStatement(
            { kind: ['price_change'], subject: providers, origin: ['announced', 'both'], ...(since ? { since } : {}) },
            undefined,
            MAX_MARKS,
          ),
          storedSignal,
          abort,
        );
  const bySeries = Map.groupBy(points.toReversed(), ({ series }) => series);
  return {
    series: query.series.flatMap((series) => {
      const line = within(upToLastSeen(oneSource(bySeries.get(series) ?? []), found), since);
      const [first] = line;
      if (!first) return [];
      const drawn = line.map(({ observed_at: at, unit_price, unit_price_usd }) => ({ at, unit_price, unit_price_usd }));
      return [{ series, currency: first.currency, source_id: first.source_id, points: drawn }];
    }),
    announced: announced.map(({ signal_id, subject, headline, headline_zh, effective, first_seen_at, citations }) => ({
      signal_id,
      subject,
      headline,
      headline_zh,
      at: citations[0]?.published_at ?? first_seen_at,
      effective,
    })),
  };
};
