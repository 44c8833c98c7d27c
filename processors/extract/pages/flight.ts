/** React elements as a server sends them to the browser ("flight" rows), turned back into HTML. */

const PUSH = /self\.__next_f\.push\(\s*(\[[\s\S]*?\])\s*\)\s*;?\s*$/;
const DEEPEST = 200;
const TAG = /^[a-z][a-z0-9-]*$/;
const VOID: ReadonlySet<string> = new Set(['script', 'style', 'link', 'meta', 'svg', 'path', 'img', 'input']);

/** HTML of every element the scripts carry; empty where they carry none. */
export function flightHtml(scripts: readonly string[]): string {
  const payload = scripts.map(pushed).join('');
  if (payload === '') return '';
  const rows = new Map<string, unknown>();
  for (const line of payload.split('\n')) {
    const row = /^([0-9a-f]+):([[{"].*)$/.exec(line);
    if (row?.[1] === undefined || row[2] === undefined) continue;
    try {
      rows.set(row[1], JSON.parse(row[2]));
    } catch {
      // A row that is cut or of another kind (text, module) has no elements.
    }
  }
  const render = new Renderer(rows);
  return [...rows.keys()].map((id) => render.row(id)).join('\n');
}

function pushed(script: string): string {
  const match = PUSH.exec(script.trim())?.[1];
  if (match === undefined) return '';
  try {
    const call: unknown = JSON.parse(match);
    return Array.isArray(call) && typeof call[1] === 'string' ? call[1] : '';
  } catch {
    return '';
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class Renderer {
  readonly #rows: ReadonlyMap<string, unknown>;
  /** A row is shown where it is first referred to, and once. */
  readonly #shown = new Set<string>();

  constructor(rows: ReadonlyMap<string, unknown>) {
    this.#rows = rows;
  }

  row(id: string): string {
    if (this.#shown.has(id)) return '';
    this.#shown.add(id);
    const value = this.#rows.get(id);
    return isElementTuple(value) || Array.isArray(value) ? this.#node(value, 0) : '';
  }

  #node(value: unknown, depth: number): string {
    if (depth > DEEPEST) return '';
    if (typeof value === 'string') {
      const reference = /^\$L?([0-9a-f]+)$/.exec(value)?.[1];
      if (reference !== undefined) return this.#rows.has(reference) ? this.row(reference) : '';
      return escaped(value.startsWith('$$') ? value.slice(1) : value);
    }
    if (typeof value === 'number') return String(value);
    if (!Array.isArray(value)) return '';
    if (!isElementTuple(value)) return value.map((child) => this.#node(child, depth + 1)).join('');
    const [, type, , props] = value;
    const children = isRecord(props) ? this.#node(props['children'], depth + 1) : '';
    if (typeof type !== 'string' || !TAG.test(type)) return `<div>${children}</div>`;
    if (VOID.has(type)) return '';
    return `<${type}${attributes(props)}>${children}</${type}>`;
  }
}

const isElementTuple = (value: unknown): value is [string, unknown, unknown, unknown] =>
  Array.isArray(value) && value[0] === '$' && value.length >= 4;

/** Attributes that shape a table or tell panels apart. */
function attributes(props: unknown): string {
  if (!isRecord(props)) return '';
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
    if (typeof value === 'string' || typeof value === 'number')
      kept.push(` ${as}="${escaped(String(value)).replaceAll('"', '&quot;')}"`);
  }
  return kept.join('');
}
