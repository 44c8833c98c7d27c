import { parseDecimal } from '../../normalise/decimal.ts';
import { remembered } from '../../normalise/remembered.ts';
import { isList, isObject, type Json, type JsonObject, Numeral } from '../apis/json.ts';
import { resolveSpans, type SpannedCell, singleCell } from './grid.ts';
import { markdownLines } from './markdown-inline.ts';
import type { Grid } from './model.ts';
import { showsMoney } from './shows-money.ts';

const PRICED = /price|pricing|cost|rate|input|output|prompt|completion|hourly|perhour|单价|价格/i;
const MOST = 200;
const DEEPEST = 12;

type Scalar = string | Numeral;
const isScalar = (value: Json | undefined): value is Scalar => typeof value === 'string' || value instanceof Numeral;

/** Tables that stand in JSON: lists of like objects (keys are the header), and lists of rows with a header beside them or as their first. */
export function jsonGrids(root: Json): { name: string; grid: Grid }[] {
  const found: { name: string; grid: Grid }[] = [];
  const visit = (value: Json, name: string, depth: number, over: Stated, title: string) => {
    if (depth > DEEPEST || found.length >= MOST) return;
    if (isList(value)) {
      const rows = listGrid(value);
      const grid = rows ?? objectGrid(value, over);
      if (grid !== null) found.push({ name: rows === null ? wordsOf(name) : title, grid });
      else for (const child of value.slice(0, 5000)) visit(child, name, depth + 1, over, title);
      return;
    }
    if (!isObject(value)) return;
    const stated = { ...over, ...statedIn(value) };
    const rows = rowGrid(value);
    const heading = [value['title'], value['heading']].find((text) => typeof text === 'string');
    if (rows !== null) {
      found.push({ name: heading ?? wordsOf(name), grid: rows });
      return;
    }
    if (isOffer(value)) found.push({ name: '', grid: toGrid([flattened(value)]) });
    else for (const [key, child] of Object.entries(value)) visit(child, key, depth + 1, stated, heading ?? title);
  };
  visit(root, '', 0, {}, '');
  return found;
}

/** What is said beside a list for all of it: `{"currency": "EUR", "unit": "per 1M tokens", "models": [...]}`. */
type Stated = Readonly<Partial<Record<'currency' | 'unit', string>>>;

function statedIn(value: JsonObject): Stated {
  const { currency, unit } = value;
  return {
    ...(typeof currency === 'string' && /^[A-Za-z]{3}$/.test(currency) ? { currency: currency.toUpperCase() } : {}),
    ...(typeof unit === 'string' && unit.length <= 40 ? { unit } : {}),
  };
}

const isOffer = (value: JsonObject): boolean =>
  typeof value['name'] === 'string' && isObject(value['offers']) && 'price' in value['offers'];

function objectGrid(list: readonly Json[], over: Stated): Grid | null {
  const records = list.filter(isObject);
  if (records.length === 0 || records.length < list.length) return null;
  const rows = records
    .slice(0, 5000)
    .map(flattened)
    .map((row) => withStated(row, over));
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const priced = keys.filter(
    (key) =>
      PRICED.test(key) &&
      rows.some(
        (row) =>
          parseDecimal(literalOf(row.get(key)).replace(/^[$¥€£]/, '')) !== null ||
          /[$¥€£]\s*\d|\d\s*元/.test(literalOf(row.get(key))),
      ),
  );
  const named = keys.some((key) => /name|model|title|id$|gpu|sku|product|instance/i.test(key));
  return priced.length > 0 && named ? toGrid(rows) : null;
}

/** Scalars of an object and of the objects in it, under their joined keys. */
function flattened(record: JsonObject): Map<string, Scalar> {
  const flat = new Map<string, Scalar>();
  const add = (value: JsonObject, prefix: string, depth: number) => {
    for (const [key, child] of Object.entries(value)) {
      const path = prefix === '' ? key : `${prefix} ${key}`;
      if (isScalar(child) && literalOf(child).length <= 200) flat.set(path, child);
      else if (isObject(child) && depth < 3) add(child, path, depth + 1);
    }
  };
  add(record, '', 0);
  return flat;
}

/** A row with what stands around its list, unless it says so itself. */
function withStated(row: Map<string, Scalar>, over: Stated): Map<string, Scalar> {
  const keys = [...row.keys()];
  for (const [key, text] of Object.entries(over)) if (!keys.some((own) => endsIn(key).test(own))) row.set(key, text);
  return row;
}

const endsIn = remembered((key) => new RegExp(`(?:^|[ _])${key}$`, 'i'));

function toGrid(rows: readonly Map<string, Scalar>[]): Grid {
  const told = [...new Set(rows.flatMap((row) => [...row.keys()]))].filter(
    (key) =>
      !key.startsWith('@') && !/(?:^| )(?:url|href|slug|image|icon|description|className|created|updated)\b/i.test(key),
  );
  const shown = told.filter((key) => SHOWN_NAME.test(key));
  const keys = told.filter((key) => !CODE_KEY.test(key) || !shown.some((name) => areOneToOne(rows, name, key)));
  // Names first: the table reader looks for them on the left.
  keys.sort((a, b) => Number(NAME_KEY.test(b)) - Number(NAME_KEY.test(a)));
  const cell = (text: string, header: boolean): SpannedCell => singleCell(text === '' ? [] : [text], header);
  const body = rows.map((row) =>
    keys.map((key) => {
      const text = written(row.get(key));
      // A cache for nothing is one that is not offered.
      return cell(text === '0' && /cach/i.test(key) ? '' : text, false);
    }),
  );
  return { rows: resolveSpans([keys.map((key) => cell(wordsOf(key), true)), ...body]), caption: null };
}

const SHOWN_NAME = /^(?:(?:display|model|full)?[ _]?name|title|label)$/i;
const NAME_KEY = new RegExp(`${SHOWN_NAME.source}|^(?:model|id)$`, 'i');
/** "model_uid", "itemCode": what a program calls a thing. */
const CODE_KEY = /(?:^|[ _]|[a-z](?=[A-Z]))(?:uu?id|uid|id|key|code)$/i;

/** "SWE-1.5" under "label" for "MODEL_SWE_1_5" under "model_uid", row by row: the one says what the other does. */
function areOneToOne(rows: readonly Map<string, Scalar>[], name: string, code: string): boolean {
  const [names, codes, pairs] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const row of rows) {
    const [shown, called] = [literalOf(row.get(name)), literalOf(row.get(code))];
    if (!/\p{L}/u.test(shown)) return false;
    names.add(shown);
    codes.add(called);
    pairs.add(`${shown}\n${called}`);
  }
  return names.size === pairs.size && codes.size === pairs.size;
}

const literalOf = (value: Scalar | undefined): string => (value instanceof Numeral ? value.literal : (value ?? ''));
const written = (value: Scalar | undefined): string =>
  value instanceof Numeral ? (parseDecimal(value.literal) ?? '') : (value ?? '');

/** {"headers": [...], "rows": [[...], ...]} in its usual spellings. */
function rowGrid(value: JsonObject): Grid | null {
  const columns = value['headers'] ?? value['header'] ?? value['columns'] ?? value['head'];
  const header = textsOf(columns);
  const body = value['rows'] ?? value['data'] ?? value['body'] ?? value['dataSource'] ?? value['items'];
  if (header === null || !isList(body) || body.length === 0) return null;
  const keys = keysOf(columns);
  const rows = body.map(
    (row) => textsOf(row) ?? (keys === null || !isObject(row) ? null : keys.map((key) => textOfCell(row[key]) ?? '')),
  );
  if (!rows.every((row) => row !== null)) return null;
  const cell = (text: Scalar, head: boolean): SpannedCell => singleCell([written(text)], head);
  return {
    rows: resolveSpans([
      header.map((text) => cell(text, true)),
      ...rows.map((row) => row.map((text) => cell(text, false))),
    ]),
    caption: typeof value['caption'] === 'string' ? value['caption'] : null,
  };
}

/** [["GPU", "On demand"], ["L4", "$0.60"]]: rows of texts below those of a header, prices among them. */
function listGrid(list: readonly Json[]): Grid | null {
  const rows = list.map((row) => (isList(row) ? textsOf(row) : null));
  const [header, ...others] = rows;
  if (!header || others.length === 0) return null;
  const isMoney = (text: Scalar): boolean => showsMoney(literalOf(text));
  const fits = others.every((row) => row !== null && row.length === header.length);
  if (!fits || header.some(isMoney) || !others.some((row) => row?.some(isMoney))) return null;
  const cells = (row: readonly Scalar[] | null, head: boolean) =>
    (row ?? []).map((text) => singleCell(markdownLines(written(text)), head));
  return { rows: resolveSpans(rows.map((row, at) => cells(row, at === 0))), caption: null };
}

/** The key that each column has in rows that are objects: `{"key": "gpu", "label": "GPU"}`. Null where one has none. */
function keysOf(columns: Json | undefined): string[] | null {
  if (!isList(columns)) return null;
  const keys = columns.map((column) =>
    isObject(column)
      ? ['dataIndex', 'accessorKey', 'accessor', 'field', 'key', 'id', 'prop']
          .map((name) => column[name])
          .find((key) => typeof key === 'string')
      : undefined,
  );
  return keys.every((key) => key !== undefined) ? keys : null;
}

/** The texts of a row: a list of them, of cells that wrap one each (`{"text": "$1", "href": "/x"}`), or an object with such a list. */
function textsOf(row: Json | undefined): Scalar[] | null {
  const cells = isObject(row) ? (row['cells'] ?? row['columns'] ?? row['values']) : row;
  if (!isList(cells) || cells.length < 2) return null;
  const texts = cells.map(textOfCell);
  return texts.every((text) => text !== null) ? texts : null;
}

function textOfCell(cell: Json | undefined): Scalar | null {
  if (isScalar(cell)) return cell;
  if (!isObject(cell)) return null;
  const text = ['text', 'value', 'content', 'label', 'title', 'name', 'header', 'headerName'].map((key) => cell[key]);
  return text.find(isScalar) ?? null;
}

/** "inputPricePerMillion" and "input_price" as words. */
const wordsOf = (key: string): string =>
  key
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
