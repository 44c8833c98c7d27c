import { isObject, type Json } from '../json.ts';
import { isMeterKey, meterPhrase } from './meter-name.ts';
import { type Direction, directionOf, phraseOf } from './words.ts';

const LABEL_KEY =
  /\b(?:type|name|label|meter|kind|category|token|direction|usage|dimension|item|sku|metric|charge|title|description|value|text)\b/;

/** The text beside a price that says which way its tokens go: {"value": "Input (/M tokens)", "price": "$0.60"}; null where none does. */
export function labelOf(within: Json | undefined): string | null {
  if (!isObject(within)) return null;
  for (const [key, value] of Object.entries(within))
    if (isShort(value) && LABEL_KEY.test(phraseOf(key)) && directionOf(phraseOf(value)) !== null) return value;
  return null;
}

/** The text beside a price that says in brackets what it buys: {"value": "Pages (/1K)", "price": "$1"}; null where none does. */
export function countedLabel(within: Json | undefined): string | null {
  if (!isObject(within)) return null;
  for (const [key, value] of Object.entries(within))
    if (isShort(value) && BRACKETED.test(value) && LABEL_KEY.test(phraseOf(key))) return value;
  return null;
}
const BRACKETED = /[(（]\s*(?:\/|per\b|每)[^()（）]+[)）]$/i;

/** The way of tokens that the name of a meter says: {"meterName": "4.1 mini cchd Inp glbl"}. */
export function directionOfMeter(within: Json | undefined): Direction | null {
  if (!isObject(within)) return null;
  for (const [key, value] of Object.entries(within)) {
    const direction = isShort(value) && isMeterKey(key) ? directionOf(meterPhrase(value)) : null;
    if (direction !== null) return direction;
  }
  return null;
}

const isShort = (value: Json): value is string => typeof value === 'string' && value.length < 60;
