import { isList, isObject, type Json } from '../apis/json.ts';

const DEEPEST = 200;

/**
 * What the rows of a React page hold beside its elements, as JSON: data, texts, and what its components are given, that of all of one kind
 * together.
 */
export function flightData(rows: Iterable<Json>): string[] {
  const given = new Map<string, Json[]>();
  const visit = (value: Json, depth: number) => {
    if (depth > DEEPEST || !isList(value)) return;
    const [, kind, , props] = value;
    if (isElement(value) && isObject(props)) {
      const own = Object.entries(props).filter(([key]) => key !== 'children');
      // What markup is given is how it looks.
      const data = typeof kind === 'string' && /^\$/.test(kind) ? own : own.filter(([, inner]) => isData(inner));
      if (data.length > 0) {
        const known = given.get(String(kind)) ?? [];
        known.push(unescaped(Object.fromEntries(data)));
        given.set(String(kind), known);
      }
      for (const inner of Object.values(props)) visit(inner, depth + 1);
    } else for (const inner of value) visit(inner, depth + 1);
  };
  const all = [...rows];
  for (const row of all) visit(row, 0);
  return [
    ...given.values().map((data) => (data.length === 1 ? data[0] : data)),
    ...all.filter(isData).map(unescaped),
  ].map((data) => JSON.stringify(data));
}

const isElement = (value: Json): value is readonly Json[] => isList(value) && value[0] === '$' && value.length >= 4;

/** A list of elements is none, nor is one. */
const isData = (value: Json): boolean =>
  isObject(value) ||
  (isList(value) && value[0] !== '$' && value.some(isObject) && !value.some(isElement)) ||
  (typeof value === 'string' && value.length > 80);

/** A "$" that begins a text is written twice, where one begins a reference. */
const unescaped = (value: Json): Json =>
  typeof value === 'string'
    ? value.replace(/^\$\$/, '$')
    : isList(value)
      ? value.map(unescaped)
      : isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unescaped(inner)]))
        : value;
