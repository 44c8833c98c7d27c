import type { z } from 'zod';
import { changeDirection } from '../../../infra/contracts/price-change.ts';
import { flag, list, period } from '../api/params.ts';
import { priceFilter, words } from './prices.ts';
import { after, among, between, type Position, type Statement, select, when } from './statement.ts';
import { PRICE_CHANGES } from './tables.ts';

const { listed: _listed, ...shared } = priceFilter;

export const changeFilter = {
  ...shared,
  direction: list(changeDirection),
  ...period,
  suspect: flag.optional(),
  backfill: flag.optional(),
};
export type ChangeFilter = Partial<z.infer<z.ZodObject<typeof changeFilter>>>;

export const changesStatement = (filter: ChangeFilter, position: Position | undefined, limit: number): Statement =>
  select({
    columns: '*',
    from: PRICE_CHANGES,
    where: [
      ...among('provider', 'providers', filter.provider),
      ...among('series', 'series_keys', filter.series),
      ...among('meter', 'meters', filter.meter),
      ...among('mode', 'modes', filter.mode),
      ...among('region', 'regions', filter.region),
      ...among('currency', 'currencies', filter.currency),
      ...among('source_id', 'source_ids', filter.source),
      ...words(filter.q),
      ...among('direction', 'directions', filter.direction),
      ...between('observed_at', filter),
      ...when(filter.suspect, 'suspect = {suspect:Bool}', { suspect: filter.suspect }),
      ...when(filter.backfill, 'backfill = {backfill:Bool}', { backfill: filter.backfill }),
      ...after('observed_at', 'change_id', position),
    ],
    order: 'observed_at DESC, change_id DESC',
    limit,
  });

/** Where the changes of a signal were read: evidence and addresses, by change_id. */
export const changesByIdStatement = (ids: readonly string[]): Statement =>
  select({
    columns: '*',
    from: PRICE_CHANGES,
    where: when(ids, 'change_id IN {ids:Array(String)}', { ids }),
    limit: 500,
  });
