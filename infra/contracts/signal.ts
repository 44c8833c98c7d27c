import { z } from 'zod';
import { announcementKind, metric, period } from './announcement.ts';
import { decimal, orNull, partialDate, timestamp, version } from './common.ts';
import { meter } from './price.ts';
import { changeDirection } from './price-change.ts';

export const signalState = z.enum([
  'announced',
  'confirmed',
  'partly_confirmed',
  'overdue',
  'unconfirmed',
  'retracted',
  'unannounced',
]);

export const signalChange = z.object({
  change_id: z.string(),
  series: z.string(),
  product: z.string(),
  meter,
  mode: z.string(),
  currency: z.string(),
  direction: changeDirection,
  old_unit_price: orNull(decimal),
  new_unit_price: orNull(decimal),
  pct: orNull(z.number()),
});

export const citation = z.object({
  announcement_id: z.string(),
  document_id: z.string(),
  source_id: z.string(),
  url: z.string(),
  title: orNull(z.string()),
  quote: z.string(),
  published_at: orNull(timestamp),
  observed_at: timestamp,
});

/** One thing that happened in the market, however many sources report it. */
export const signal = z.object({
  version,
  signal_id: z.string(),
  /** Counts up each time the signal is stated anew; the highest holds. */
  revision: z.number().int().nonnegative(),
  kind: announcementKind,
  /** observed: seen on a price page; announced: read in text; both once linked. */
  origin: z.enum(['observed', 'announced', 'both']),
  subject: orNull(z.string()),
  object: orNull(z.string()),
  headline: z.string(),
  headline_zh: orNull(z.string()),
  direction: orNull(z.enum(['increase', 'decrease', 'mixed', 'new', 'removed'])),
  value_min: orNull(decimal),
  value_max: orNull(decimal),
  unit: orNull(z.string()),
  old_value: orNull(decimal),
  meter: orNull(meter),
  per: orNull(z.number()),
  period: orNull(period),
  as_of: orNull(partialDate),
  effective: orNull(partialDate),
  growth_pct: orNull(z.number()),
  metric: orNull(metric),
  status: z.enum(['actual', 'forecast', 'target']).default('actual'),
  /** Only for price changes. */
  state: orNull(signalState),
  /** Days from the effective (or announced) date to the observed change. */
  lag_days: orNull(z.number()),
  first_seen_at: timestamp,
  updated_at: timestamp,
  /** Where to look: the price page that moved, or the first citation. */
  url: orNull(z.string()),
  mentions: z.number().int().nonnegative(),
  sources: z.array(z.string()),
  citations: z.array(citation),
  changes: z.array(signalChange),
  /** Signals this one restates, confirms, takes back, or (where it is retracted) became part of. */
  related: z.array(
    z.object({ signal_id: z.string(), relation: z.enum(['restates', 'confirms', 'retracts', 'merged_into']) }),
  ),
  suspect: z.boolean().default(false),
  suspect_reason: orNull(z.string()),
  confidence: z.number().min(0).max(1).default(1),
  /** True where nothing is left of it (merged into another, or every change taken back). */
  retracted: z.boolean().default(false),
  backfill: z.boolean().default(false),
});
export type Signal = z.infer<typeof signal>;
