import { isObject, type Json, type JsonObject } from '../json.ts';

/**
 * A look at the fields of an object, taken once for all the prices below it: a map of thousands of entries stands around each of them.
 * Null for anything but an object.
 */
export function perObject<T>(look: (object: JsonObject) => T | null): (value: Json | undefined) => T | null {
  const seen = new WeakMap<JsonObject, { readonly answer: T | null }>();
  return (value) => {
    if (!isObject(value)) return null;
    const known = seen.get(value);
    if (known !== undefined) return known.answer;
    const answer = look(value);
    seen.set(value, { answer });
    return answer;
  };
}
