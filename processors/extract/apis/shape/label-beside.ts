import { isObject, type Json } from '../json.ts';
import { directionOf, phraseOf } from './words.ts';

const LABEL_KEY =
  /\b(?:type|name|label|meter|kind|category|token|direction|usage|dimension|item|sku|metric|charge|title|description|value|text)\b/;

/** The text beside a price that says which way its tokens go: {"value": "Input (/M tokens)", "price": "$0.60"}; null where none does. */
export const labelOf = (within: Json | undefined): string | null => labelUnder(LABEL_KEY, within);

/** The text that says a way of tokens, of those under some keys. */
export function labelUnder(keys: RegExp, within: Json | undefined): string | null {
  if (!isObject(within)) return null;
  for (const [key, value] of Object.entries(within))
    if (
      typeof value === 'string' &&
      value.length < 60 &&
      keys.test(phraseOf(key)) &&
      directionOf(phraseOf(value)) !== null
    )
      return value;
  return null;
}
