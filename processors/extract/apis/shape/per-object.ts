import { isObject, type Json, type JsonObject } from '../json.ts';

/** Where an object says what holds for all of it: {"meta": {"currency": "USD"}, "prices": ...}. */
const ABOUT = ['meta', 'metadata', 'info', 'header', 'defaults', 'locale'] as const;

/**
 * A look at the fields of an object, or of what it says about itself, taken once for all the prices below it: a map of thousands of
 * entries stands around each of them. Null for anything but an object.
 */
export function perObject<T>(look: (object: JsonObject) => T | null): (value: Json | undefined) => T | null {
  const seen = new WeakMap<JsonObject, { readonly answer: T | null }>();
  return (value) => {
    if (!isObject(value)) return null;
    const known = seen.get(value);
    if (known !== undefined) return known.answer;
    const about = ABOUT.map((key) => value[key]).filter(isObject);
    const answer = [value, ...about].map(look).find((one) => one !== null) ?? null;
    seen.set(value, { answer });
    return answer;
  };
}
