import { isList, isObject, type Json, type JsonObject, Numeral } from '../apis/json.ts';

const DEEPEST = 200;
const TAG = /^[a-z][a-z0-9-]*$/;
const REFERENCE = /^\$L?([0-9a-f]+)$/;
const VOID: ReadonlySet<string> = new Set(['script', 'style', 'link', 'meta', 'svg', 'path', 'img', 'input']);

/** HTML of every React element in the rows that a server sends the browser in scripts ("flight"); empty where they carry none. */
export function flightHtml(rows: ReadonlyMap<string, Json>): string {
  const render = new Renderer(rows);
  return [...rows.keys()].map((id) => render.row(id)).join('\n');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

class Renderer {
  readonly #rows: ReadonlyMap<string, Json>;
  /** A row is shown where it is first referred to, and once. */
  readonly #shown = new Set<string>();

  constructor(rows: ReadonlyMap<string, Json>) {
    this.#rows = rows;
  }

  row(id: string): string {
    if (this.#shown.has(id)) return '';
    this.#shown.add(id);
    const value = this.#rows.get(id);
    return isList(value) ? this.#node(value, 0) : '';
  }

  #node(value: Json | undefined, depth: number): string {
    if (depth > DEEPEST) return '';
    if (typeof value === 'string') {
      const text = this.#row(value);
      if (text !== null) return escaped(text);
      const reference = REFERENCE.exec(value)?.[1];
      return reference !== undefined ? this.row(reference) : escaped(value.startsWith('$$') ? value.slice(1) : value);
    }
    if (value instanceof Numeral) return value.literal;
    if (!isList(value)) return '';
    if (!isElementTuple(value)) return value.map((child) => this.#node(child, depth + 1)).join('');
    const [, type, , props] = value;
    const children = isObject(props) ? (this.#markup(props) ?? this.#node(props['children'], depth + 1)) : '';
    if (typeof type !== 'string' || !TAG.test(type)) return `<div>${children}</div>`;
    if (VOID.has(type)) return '';
    return `<${type}${attributes(props)}>${children}</${type}>`;
  }

  /** What is set as HTML, in its place or in a row of its own. */
  #markup(props: JsonObject): string | null {
    const given = props['dangerouslySetInnerHTML'];
    const html = isObject(given) ? given['__html'] : undefined;
    return typeof html === 'string' ? (this.#row(html) ?? html) : null;
  }

  /** The text of the row that a reference names; null where it is of anything else. */
  #row(reference: string): string | null {
    const row = this.#rows.get(REFERENCE.exec(reference)?.[1] ?? '');
    return typeof row === 'string' ? row : null;
  }
}

const isElementTuple = (value: readonly Json[]): boolean => value[0] === '$' && value.length >= 4;

/** Attributes that shape a table or tell panels apart. */
function attributes(props: Json | undefined): string {
  if (!isObject(props)) return '';
  const kept: string[] = [];
  for (const [name, as] of [
    ['className', 'class'],
    ['colSpan', 'colspan'],
    ['rowSpan', 'rowspan'],
    ['role', 'role'],
    ['id', 'id'],
    ['aria-labelledby', 'aria-labelledby'],
  ] as const) {
    const value = props[name];
    const text = value instanceof Numeral ? value.literal : value;
    if (typeof text === 'string') kept.push(` ${as}="${escaped(text).replaceAll('"', '&quot;')}"`);
  }
  return kept.join('');
}
