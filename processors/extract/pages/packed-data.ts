import { isList, isObject, type Json, type JsonObject, Numeral } from '../apis/json.ts';

/** What frameworks pack before they write it into a page, unpacked; any other data as it is. */
export function unpacked(data: Json): Json {
  if (isObject(data)) return isTagged(data) ? entriesUntagged(data) : data;
  return isNumbered(data) ? renumbered(data) : data;
}

/** Astro: every value with its kind before it, `{"name": [0, "Orca"], "models": [1, [...]]}`. */
const isTagged = (data: JsonObject): boolean => Object.keys(data).length > 0 && Object.values(data).every(isPair);

const isPair = (value: Json): value is readonly [Numeral, Json] =>
  isList(value) && value.length === 2 && value[0] instanceof Numeral && /^(?:\d|1[01])$/.test(value[0].literal);

const PLAIN = '0';
const LIST = '1';

function untagged(pair: Json): Json {
  if (!isPair(pair)) return pair;
  const [{ literal: kind }, value] = pair;
  if (kind === LIST) return isList(value) ? value.map(untagged) : value;
  return kind === PLAIN && isObject(value) ? entriesUntagged(value) : value;
}

const entriesUntagged = (data: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(data).map(([key, inner]) => [key, untagged(inner)]));

/** Nuxt: one list of all values, each object and list naming its own by their places in it, `[{"models": 1}, [2], {"name": 3}, "Orca"]`. */
const isNumbered = (data: Json): data is readonly Json[] =>
  isList(data) &&
  data.length > 3 &&
  data.some(isObject) &&
  data.every((value) => !isObject(value) || Object.values(value).every(isPlace));

const isPlace = (value: Json | undefined): value is Numeral =>
  value instanceof Numeral && /^-?\d+$/.test(value.literal);

const DEEPEST = 40;

function renumbered(values: readonly Json[]): Json {
  const at = (place: Json, depth: number): Json => {
    const value = isPlace(place) && depth < DEEPEST ? values[Number(place.literal)] : undefined;
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, at(inner, depth + 1)]));
    if (!isList(value)) return value ?? null;
    // ["Reactive", 1], ["Date", "2026-01-01"]
    if (typeof value[0] === 'string') return isPlace(value[1]) ? at(value[1], depth + 1) : (value[1] ?? null);
    return value.map((inner) => at(inner, depth + 1));
  };
  return at(new Numeral('0'), 0);
}
