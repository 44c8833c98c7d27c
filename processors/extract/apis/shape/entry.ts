import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { textOf } from '../template.ts';
import { directionOf, phraseOf, qualifierOf } from './words.ts';

/** One step from the document's root towards a value. */
export interface Step {
  /** The object or list the step is taken in. */
  readonly within: Json;
  readonly key: string;
}

/** What a price is of: its product, and where the keys begin that lead from there to the price. */
export interface Entry {
  readonly product: string;
  /** The steps from this index on are below the entry. */
  readonly depth: number;
  readonly object: JsonObject | null;
}

/** Keys that name an entry, best first. */
const NAMES = [
  'id',
  'model',
  'model_id',
  'model_name',
  'slug',
  'gpu_name',
  'gpu_type',
  'gpu_model',
  'gpu',
  'instance_type',
  'name',
  'display_name',
  'full_name',
  'title',
  'product',
  'product_name',
  'sku_name',
  'plan',
  'label',
  'meter_name',
  'sku',
  'type',
  'description',
];
/** Lists of these hold variants of what encloses them: a name inside is a tier's or a meter's. */
const VARIANTS =
  /^(?:prices?|pricings?|tiers?|(?:tiered|volume) pric\w+|overrides?|rates?|costs?|variants?|properties|meters?|breakpoints?)$/;
const STRUCTURE =
  /^(?:models?|items|entries|results?|products?|plans?|skus?|gpus?|gpu types|instance types|props|page props|regions?|locations?)$/;
const NO_NAME =
  /^(?:true|false|object|model|list|llm|chat|text|language|embeddings?|image|audio|video|price|pricing|tokens?|on demand|spot|reserved|standard)$/;

/** The entry that the steps to a value lead through; null where nothing on the way has a name. */
export function entryOf(steps: readonly Step[]): Entry | null {
  for (let depth = steps.length - 1; depth >= 0; depth -= 1) {
    const within = steps[depth]?.within;
    if (!isObject(within)) continue;
    const name = isVariant(steps, depth) ? null : nameOf(within);
    if (name !== null) return { product: name, depth, object: within };
    const outer = steps[depth - 1];
    if (outer !== undefined && isEntryOfMap(outer)) return { product: outer.key, depth, object: within };
  }
  const last = steps.at(-1);
  if (last === undefined || !isObject(last.within) || !/\d/.test(last.key) || !isProductKey(last.key)) return null;
  return { product: last.key, depth: steps.length, object: null };
}

const names = new WeakMap<JsonObject, { readonly name: string | null }>();

/** The text that names an object: no hash, no number, no label of a meter. */
export function nameOf(object: JsonObject): string | null {
  const known = names.get(object);
  if (known !== undefined) return known.name;
  const keys = new Map(Object.keys(object).map((key) => [phraseOf(key).replaceAll(' ', '_'), key]));
  const texts = NAMES.map((name) => textOf(object[keys.get(name) ?? '']));
  const name = texts.find((text) => text !== null && isName(text)) ?? null;
  names.set(object, { name });
  return name;
}

function isName(text: string): boolean {
  if (text.length > 120 || !/\p{L}/u.test(text) || /^[0-9a-f]{8}-|^[0-9a-f]{16,}$|^https?:/i.test(text)) return false;
  const phrase = phraseOf(text);
  return !NO_NAME.test(phrase) && (directionOf(phrase) === null || qualifierOf(phrase) !== null);
}

/** An element of a list of variants, below something that has a name itself. */
function isVariant(steps: readonly Step[], depth: number): boolean {
  const list = steps[depth - 1];
  const holder = steps[depth - 2];
  if (list === undefined || holder === undefined || !isList(list.within)) return false;
  if (!VARIANTS.test(phraseOf(holder.key))) return false;
  return steps
    .slice(0, depth - 1)
    .some((step) => (isObject(step.within) && nameOf(step.within) !== null) || isEntryOfMap(step));
}

const maps = new WeakMap<JsonObject, boolean>();

/** A step into a map from names to entries. */
function isEntryOfMap({ within, key }: Step): boolean {
  return isObject(within) && isProductKey(key) && isMapOfObjects(within);
}

function isMapOfObjects(object: JsonObject): boolean {
  const known = maps.get(object);
  if (known !== undefined) return known;
  const values = Object.values(object);
  const is = values.filter(isObject).length * 2 >= values.length;
  maps.set(object, is);
  return is;
}

/** "gpt-4o" or "H100", not "input", "pricing" or "models". */
function isProductKey(key: string): boolean {
  const phrase = phraseOf(key);
  return isName(key) && !STRUCTURE.test(phrase) && qualifierOf(phrase) !== null;
}
