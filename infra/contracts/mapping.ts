import { z } from 'zod';
import { meter } from './price.ts';

/**
 * Steps joined by dots: a key, an index, `*` for every element of a list or map, `^` for the entry that encloses this one
 * (one per `*` on the way), `$` at the start for the whole document. `$key` as the last step is the entry's own key.
 * A step in braces is filled in first: "$.products.{^.^.$key}.attributes" looks a product up by the key two entries further out.
 */
const path = z.string();

/**
 * Text with paths in braces: "USD", "{currencyCode}", "{provider}/{id}", "{displayName|id}" for the first that is there.
 * `{$path}` is the way from the entry to the amount, `{$field}` its last key. A missing path makes the whole text absent;
 * a list makes one price for each of its texts (only in `region`).
 */
const template = z.string();

const pattern = z.string().refine((text) => {
  try {
    return new RegExp(text, 'iu') instanceof RegExp;
  } catch {
    return false;
  }
}, 'expected a regular expression');

/** Path -> pattern its text must match, case ignored; absent is "". A leading "!" turns it round. All must hold. */
const conditions = z.record(path, pattern);

const perUnits = z.union([z.number().positive(), template]);

const parts = {
  mode: template.optional(),
  tier: template.optional(),
  region: template.optional(),
  currency: template.optional(),
};

const priceRule = z.strictObject({
  /** Default: the meter of the entry's unit. */
  meter: meter.optional(),
  ...parts,
  /** Units the amount buys: 1000000, or a path to the number ("{num_gpus}": the amount is for so many). Default: the unit's, else 1. */
  per: perUnits.optional(),
  when: conditions.optional(),
  /** Whether 0 is a price (free) or says that it is not offered. Default: the mapping's. */
  zero: z.enum(['price', 'absent']).optional(),
});

/** Path of an amount -> what it is of. Of several rules the first whose `when` holds. */
const prices = z.record(path, z.union([priceRule, z.array(priceRule).min(1)]));

/** Every further number below an entry whose path matches. */
const rest = z.strictObject({
  under: path.default(''),
  matching: pattern.default('.'),
  except: pattern.optional(),
  meter: meter.default('other'),
  ...parts,
  tier: template.default('{$path}'),
  per: perUnits.default(1),
});

const quotes = {
  ...parts,
  when: conditions.optional(),
  prices: prices.default({}),
  rest: rest.optional(),
};

/**
 * Declarative mapping of one JSON price API to prices. An amount is a number, a numeric string (with or without a currency
 * sign), or Google's money object {currencyCode, units, nanos}. Null, text and negative amounts are no price.
 */
export const apiMapping = z.strictObject({
  /** Where the entries are; of several paths the first that leads anywhere. A list at the end of the path is entered by itself. */
  items: z.union([path, z.array(path).min(1)]).default(''),
  /** Default: the document's provider, else the source. */
  provider: template.optional(),
  product: template,
  /** What is taken out of the product's text: the meter in "gpt 4o 0513 Input global Tokens". */
  product_without: pattern.optional(),
  ...quotes,
  currency: template.default('USD'),
  /** Partial or full ISO date from which the entry's prices hold. */
  effective_at: template.optional(),
  /** The entry's unit as published, looked up in `units`. */
  unit: template.optional(),
  /** Unit as published -> units the amount buys, and the meter where the unit decides it: { "1K": { per: 1000 } }. */
  units: z
    .record(z.string(), z.strictObject({ per: z.number().positive().default(1), meter: meter.optional() }))
    .default({}),
  zero: z.enum(['price', 'absent']).default('price'),
  /** Ways of buying and running that the entry's fields name: the first whose `when` holds. A `mode` beside a price goes before. */
  modes: z.array(z.strictObject({ when: conditions, mode: z.string() })).default([]),
  /**
   * Lists inside an entry that hold prices of their own: context tiers, volume tiers, options. Paths written here start at
   * the list's entry, those of the mapping at the entry itself.
   */
  lists: z.array(z.strictObject({ at: path, ...quotes })).default([]),
  /** A marketplace quotes one product many times: the lowest is its price. Otherwise all are kept, and a problem says so. */
  pick: z.literal('lowest').optional(),
});
export type ApiMapping = z.infer<typeof apiMapping>;
export type PriceRule = z.infer<typeof priceRule>;
export type RestRule = z.infer<typeof rest>;
export type MappingConditions = z.infer<typeof conditions>;
