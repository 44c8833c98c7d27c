const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What frameworks pack before they write it into a page, unpacked; any other data as it is. */
export function unpacked(data: unknown): unknown {
  if (isRecord(data)) return isTagged(data) ? untagged([0, data]) : data;
  return isNumbered(data) ? renumbered(data) : data;
}

/** Astro: every value with its kind before it, `{"name": [0, "Orca"], "models": [1, [...]]}`. */
const isTagged = (data: Record<string, unknown>): boolean =>
  Object.keys(data).length > 0 && Object.values(data).every(isPair);

const isPair = (value: unknown): value is [number, unknown] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && value[0] >= 0 && value[0] <= 11;

const LIST = 1;

function untagged(pair: unknown): unknown {
  if (!isPair(pair)) return pair;
  const [kind, value] = pair;
  if (kind === LIST) return Array.isArray(value) ? value.map(untagged) : value;
  if (kind === 0 && isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, untagged(inner)]));
  return value;
}

/** Nuxt: one list of all values, each object and list naming its own by their places in it, `[{"models": 1}, [2], {"name": 3}, "Orca"]`. */
const isNumbered = (data: unknown): data is readonly unknown[] =>
  Array.isArray(data) &&
  data.length > 3 &&
  data.some(isRecord) &&
  data.every((value) => !isRecord(value) || Object.values(value).every((place) => Number.isInteger(place)));

const DEEPEST = 40;

function renumbered(values: readonly unknown[]): unknown {
  const at = (place: unknown, depth: number): unknown => {
    const value = typeof place === 'number' && depth < DEEPEST ? values[place] : undefined;
    if (isRecord(value))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, at(inner, depth + 1)]));
    if (!Array.isArray(value)) return value ?? null;
    // ["Reactive", 1], ["Date", "2026-01-01"]
    if (typeof value[0] === 'string')
      return typeof value[1] === 'number' ? at(value[1], depth + 1) : (value[1] ?? null);
    return value.map((inner) => at(inner, depth + 1));
  };
  return at(0, 0);
}
