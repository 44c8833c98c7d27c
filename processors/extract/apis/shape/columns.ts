import { isList, isObject, type Json, type JsonObject } from '../json.ts';

/**
 * Tables written as a list of column names and a list of rows, `{"columns": ["model", "input"], "rows": [["x", 1]]}`, become lists of
 * objects, the form everything else is read in.
 */
export function rowsAsObjects(value: Json): Json {
  if (isList(value)) return value.map(rowsAsObjects);
  if (!isObject(value)) return value;
  const table = tableIn(value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (table === null) return [[key, rowsAsObjects(inner)]];
      if (key === table.columnsKey) return [];
      return [
        [key, key === table.rowsKey ? table.rows.map((row) => objectOf(table.columns, row)) : rowsAsObjects(inner)],
      ];
    }),
  );
}

interface Table {
  readonly columnsKey: string;
  readonly rowsKey: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Json[])[];
}

/** The one list of names and the one list of rows as long as it; null where an object has no such pair. */
function tableIn(object: JsonObject): Table | null {
  for (const [columnsKey, names] of Object.entries(object)) {
    const columns = namesOf(names);
    if (columns === null) continue;
    for (const [rowsKey, found] of Object.entries(object)) {
      if (rowsKey === columnsKey || !isList(found) || found.length === 0) continue;
      const rows = found.filter(isList);
      if (rows.length === found.length && rows.every((row) => row.length === columns.length))
        return { columnsKey, rowsKey, columns, rows };
    }
  }
  return null;
}

/** Column names, as texts or as objects that have one. */
function namesOf(value: Json): string[] | null {
  if (!isList(value) || value.length < 2) return null;
  const names = value.map((one) => (isObject(one) ? (one['name'] ?? one['key'] ?? one['field']) : one));
  const texts = names.filter((name) => typeof name === 'string');
  return texts.length === value.length && new Set(texts).size === texts.length ? texts : null;
}

const objectOf = (columns: readonly string[], row: readonly Json[]): JsonObject =>
  Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null]));
