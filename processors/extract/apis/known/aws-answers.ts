import { isObject, type Json, type JsonObject, parseJson } from '../json.ts';

/**
 * What the AWS price list service answers, `[{"product": {"sku": ...}, "terms": ...}]` with each entry as an object or as a text, in the
 * form of its files, where products and terms stand apart; null for anything else.
 */
export function asPriceListFile(list: readonly Json[]): JsonObject | null {
  const products: Record<string, Json> = {};
  const terms: Record<string, Record<string, Json>> = {};
  for (const one of list) {
    const entry = typeof one === 'string' ? dataIn(one) : isObject(one) ? one : null;
    const product = entry?.['product'];
    const sku = isObject(product) ? product['sku'] : undefined;
    const offered = entry?.['terms'];
    if (typeof sku !== 'string' || product === undefined || !isObject(offered)) return null;
    products[sku] = product;
    for (const [kind, offers] of Object.entries(offered)) terms[kind] = { ...terms[kind], [sku]: offers };
  }
  return list.length === 0 ? null : { products, terms };
}

function dataIn(text: string): JsonObject | null {
  try {
    const data = parseJson(text);
    return isObject(data) ? data : null;
  } catch {
    // No entry of a price list.
    return null;
  }
}
