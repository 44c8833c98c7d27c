import { z } from 'zod';
import { authority } from './authority.ts';
import { decimal, orNull, timestamp, version } from './common.ts';
import { seriesParts } from './price.ts';

export const changeDirection = z.enum(['increase', 'decrease', 'new', 'removed']);

/** This series moved from A to B between two neighbouring observations. */
export const priceChange = seriesParts.extend({
  version,
  /** Hash of source, series and the two observation times: the same two observations always give the same id. */
  change_id: z.string(),
  source_id: z.string(),
  /** How near the source is to the fact; an aggregator's list is its own subject. */
  authority: orNull(authority),
  url: z.string(),
  series: z.string(),
  direction: changeDirection,
  old_unit_price: orNull(decimal),
  new_unit_price: orNull(decimal),
  /** Percent, rounded to 4 places; null for new, removed and a rise from 0. */
  pct: orNull(z.number()),
  previous_observed_at: orNull(timestamp),
  observed_at: timestamp,
  previous_document_id: orNull(z.string()),
  document_id: z.string(),
  evidence: orNull(z.string()),
  suspect: z.boolean().default(false),
  suspect_reason: orNull(z.string()),
  /** Counts up each time this change_id is stated anew (suspicion lifted, retracted); the highest holds. */
  revision: z.number().int().nonnegative().default(0),
  /** True where a late observation showed that these two observations are no neighbours. */
  retracted: z.boolean().default(false),
  backfill: z.boolean().default(false),
});
export type PriceChange = z.infer<typeof priceChange>;
