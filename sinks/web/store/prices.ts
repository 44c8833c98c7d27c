import { z } from 'zod';
import { timestamp } from '../../../infra/contracts/common.ts';
import { meter, price } from '../../../infra/contracts/price.ts';
import { flag, list } from '../api/params.ts';
import { after, among, type Condition, type Position, type Statement, select, when } from './statement.ts';
import type { Store } from './store.ts';
import { LATEST_PRICES } from './tables.ts';

/** The newest observation of a series at one address. */
export const latestPrice = price.omit({ version: true }).extend({
  url: z.string(),
  /** Still there when the address was last read. */
  listed: z.boolean(),
  /** When it was last seen, changed or not. */
  last_seen_at: timestamp,
});
export type LatestPrice = z.infer<typeof latestPrice>;

export const priceFilter = {
  provider: list(z.string()),
  series: list(z.string()).meta({ verbatim: true }).describe('Keys of price series; repeat the parameter'),
  meter: list(meter),
  mode: list(z.string()),
  region: list(z.string()),
  currency: list(z.string()),
  source: list(z.string()),
  listed: flag.optional().describe('Only prices that are (true) or are no longer (false) on their page'),
  q: z.string().max(200).optional().describe('Words, all of which appear in provider, product or series'),
};
export type PriceFilter = Partial<z.infer<z.ZodObject<typeof priceFilter>>>;

/** Each word must appear somewhere: "qwen output" finds Qwen's output prices. */
export const words = (text: string | undefined): readonly Condition[] =>
  (text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word, n) => ({
      sql: `positionCaseInsensitiveUTF8(concat(provider, ' ', product, ' ', series), {word_${n}:String}) > 0`,
      params: { [`word_${n}`]: word },
    }));

const conditions = (filter: PriceFilter): readonly Condition[] => [
  ...among('provider', 'providers', filter.provider),
  ...among('series', 'series_keys', filter.series),
  ...among('meter', 'meters', filter.meter),
  ...among('mode', 'modes', filter.mode),
  ...among('region', 'regions', filter.region),
  ...among('currency', 'currencies', filter.currency),
  ...among('source_id', 'source_ids', filter.source),
  ...when(filter.listed, 'listed = {listed:Bool}', { listed: filter.listed }),
  ...words(filter.q),
];

const COLUMNS = Object.keys(latestPrice.shape).join(', ');

/** Several sources, and several addresses of one, may quote the same series. */
const ROW_ID = "concat(series, '|', source_id, '|', url)";
export const priceId = (row: LatestPrice): string => `${row.series}|${row.source_id}|${row.url}`;

export const latestPricesStatement = (filter: PriceFilter, position: Position | undefined, limit: number): Statement =>
  select({
    columns: COLUMNS,
    from: LATEST_PRICES,
    where: [...conditions(filter), ...after('observed_at', ROW_ID, position)],
    order: `observed_at DESC, ${ROW_ID} DESC`,
    limit,
  });

/** For people: every series once, as the address last read has it, by provider and product. */
export const browseStatement = (filter: PriceFilter, limit: number): Statement =>
  select({
    columns: COLUMNS,
    from: `(SELECT * FROM ${LATEST_PRICES} ORDER BY listed DESC, last_seen_at DESC, source_id, url LIMIT 1 BY series)`,
    where: conditions(filter),
    order: 'provider, product, meter, mode, tier, region, currency',
    limit,
  });

export const browsePrices = (
  store: Store,
  filter: PriceFilter,
  limit: number,
  abort?: AbortSignal,
): Promise<LatestPrice[]> => store.rows(browseStatement(filter, limit), latestPrice, abort);
