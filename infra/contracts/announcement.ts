import { z } from 'zod';
import { decimal, orNull, partialDate, timestamp, version } from './common.ts';
import { meter } from './price.ts';

export const announcementKind = z.enum([
  'price_change',
  'price_quote',
  'token_volume',
  'market_size',
  'financial',
  'capacity',
]);
export const period = z.enum(['day', 'week', 'month', 'quarter', 'half', 'year', 'total']);
export const metric = z.enum(['revenue', 'operating_profit', 'net_income', 'capex', 'investment', 'other']);

/** This text states this about the market. Values are in base units (docs/records.md). */
export const announcement = z.object({
  version,
  /** Hash of document, kind, quote position and values. */
  announcement_id: z.string(),
  kind: announcementKind,
  subject: orNull(z.string()),
  object: orNull(z.string()),
  direction: orNull(z.enum(['increase', 'decrease'])),
  value_min: orNull(decimal),
  value_max: orNull(decimal),
  /** percent, tokens, chips, watts, times or an ISO 4217 code. */
  unit: orNull(z.string()),
  old_value: orNull(decimal),
  meter: orNull(meter),
  per: orNull(z.number().positive()),
  period: orNull(period),
  as_of: orNull(partialDate),
  effective: orNull(partialDate),
  growth_pct: orNull(z.number()),
  metric: orNull(metric),
  status: z.enum(['actual', 'forecast', 'target']).default('actual'),
  /** The text takes an announced change back: "will no longer raise", "取消涨价". `direction` is that of the change taken back. */
  cancels: z.boolean().default(false),
  attribution: orNull(z.string()),
  /** Verbatim, with character offsets (UTF-16 units, end exclusive) into the document's text. */
  quote: z.string(),
  quote_start: z.number().int().nonnegative(),
  quote_end: z.number().int().nonnegative(),
  confidence: z.number().min(0).max(1),
  /** Name of the rule that fired and why the confidence is what it is. */
  reasons: z.array(z.string()).default([]),
  document_id: z.string(),
  source_id: z.string(),
  url: z.string(),
  title: orNull(z.string()),
  lang: orNull(z.string()),
  published_at: orNull(timestamp),
  observed_at: timestamp,
  extractor: z.string(),
  extractor_version: z.string(),
  backfill: z.boolean().default(false),
});
export type Announcement = z.infer<typeof announcement>;
