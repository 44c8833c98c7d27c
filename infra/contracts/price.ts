import { z } from 'zod';
import { authority } from './authority.ts';
import { currency, decimal, orNull, timestamp, version } from './common.ts';

export const meter = z.enum([
  'input',
  'output',
  'cached_input',
  'cache_write',
  'blended',
  'gpu_hour',
  'instance_hour',
  'storage_gb_month',
  'month',
  'year',
  'image',
  'second',
  'request',
  'other',
]);
export type Meter = z.infer<typeof meter>;

/** The parts of a series: what a price is of. */
export const seriesParts = z.object({
  provider: z.string(),
  /** As the source writes it. */
  product: z.string(),
  /** Its normalised slug, part of the series key. */
  product_key: z.string(),
  meter,
  /** standard, batch, flex, priority, off_peak, spot, reserved, fine_tuned, ... */
  mode: z.string().default('standard'),
  /** Context or volume tier as written: "≤ 200K", "0<Token≤128K". */
  tier: orNull(z.string()),
  region: orNull(z.string()),
  currency,
  /** Units the amount buys: 1000000, 1000, 1. */
  per: z.number().positive(),
});
export type SeriesParts = z.infer<typeof seriesParts>;

/** This source quoted this price for this series at this time. */
export const price = seriesParts.extend({
  version,
  /** Readable key of provider/product/meter/mode/tier/region/currency and the standard unit, stable across runs. */
  series: z.string(),
  amount: decimal,
  /** Amount per the meter's standard unit: 1M tokens, 1 hour, 1 GB-month, 1 image ... */
  unit_price: decimal,
  unit_price_usd: orNull(decimal),
  observed_at: timestamp,
  effective_at: orNull(timestamp),
  document_id: z.string(),
  source_id: z.string(),
  /** The row, cell or JSON path it was read from. */
  evidence: z.string(),
  extractor: z.string(),
  extractor_version: z.string(),
});
export type Price = z.infer<typeof price>;

/**
 * All prices of one document: the message on the `prices` topic. Removal and plausibility can only be judged
 * on the whole page, so a page travels whole.
 */
export const reading = z.object({
  version,
  document_id: z.string(),
  source_id: z.string(),
  /** The address that was read. A source with several addresses has one history per address. */
  url: z.string(),
  authority: orNull(authority),
  observed_at: timestamp,
  prices: z.array(price),
  /**
   * The document was found unchanged at `observed_at`: a second look at the prices of its first reading. They are not repeated,
   * `prices` is empty.
   */
  seen_again: z.boolean().optional(),
  backfill: z.boolean().default(false),
});
export type Reading = z.infer<typeof reading>;
