import { amountOf } from '../amount.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';

/**
 * Tables written as a list of column names and a list of rows, `{"columns": ["model", "input"], "rows": [["x", 1]]}`, become lists of
 * objects, the form everything else is read in. So do rows under a row of names.
 */
export function rowsAsObjects(value: Json): Json {
  if (isList(value)) return (headed(value) ?? value).map(rowsAsObjects);
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

/** Rows under a row of names, as spreadsheets give them: [["Model", "Input"], ["x", "$1"]]. */
function headed(list: readonly Json[]): JsonObject[] | null {
  const [first, ...rows] = list;
  const columns = rows.length === 0 || first === undefined ? null : namesOf(first);
  if (columns === null || columns.some((name) => name.length > 60 || HAS_MONEY.test(name))) return null;
  const full = rows.filter(isList);
  if (full.length < rows.length || !full.every((row) => row.length === columns.length && !isText(row.slice(1))))
    return null;
  return full.map((row) => objectOf(columns, row));
}

/** Without a number: one more row of names, or of words. */
const isText = (cells: readonly Json[]): boolean => !cells.some((cell) => amountOf(cell) !== null);

const HAS_MONEY = /[$€£¥￥]\s*\d|^\d/;

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
