import { z } from 'zod';
import { apiMapping } from './mapping.ts';

/** What a source may say about reading its documents. Everything is optional: pages are read without it. */
export const extractHints = z.strictObject({
  /** CSS selector: only tables and cards inside it are read. */
  scope: z.string().optional(),
  currency: z.string().optional(),
  region: z.string().optional(),
  mode: z.string().optional(),
  /** Unit of bare amounts, as a page would write it: "per 1M tokens", "元/千tokens", "per GPU hour". */
  unit: z.string().optional(),
  /** For feeds and listing pages: only links whose address matches this pattern are followed. */
  follow: z.string().optional(),
  /** Declarative mapping of a JSON price API. Without one, JSON is read by shape. */
  mapping: apiMapping.optional(),
});
export type ExtractHints = z.infer<typeof extractHints>;
