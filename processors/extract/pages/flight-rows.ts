import { isList, type Json, parseJson } from '../apis/json.ts';
import { literalAt } from './literals.ts';

const PUSH = /__next_f(?:\s*\|\|\s*\[\])?\)?\.push\(/g;
/** `1a:T5f3,`: a text of so many bytes. Any other row ends with its line. */
const HEAD = /([\da-f]+):(?:T([\da-f]+),)?/y;

/** The rows that a server sends a React page in its scripts ("flight"), by their ids: elements, data and texts. */
export function flightRows(scripts: readonly string[]): ReadonlyMap<string, Json> {
  const rows = new Map<string, Json>();
  let payload = '';
  for (const piece of scripts.flatMap(pushed)) {
    // Data without an id, whole in its piece; any other may begin anywhere in a row.
    const data = dataOf(piece);
    if (data === null) payload += piece;
    else rows.set(`piece ${rows.size}`, data);
  }
  for (let at = 0; at < payload.length; ) {
    HEAD.lastIndex = at;
    const head = HEAD.exec(payload);
    const end = payload.indexOf('\n', at);
    const next = end < 0 ? payload.length : end;
    if (head?.[1] === undefined) {
      at = next + 1;
      continue;
    }
    const start = HEAD.lastIndex;
    if (head[2] === undefined) {
      const data = dataOf(payload.slice(start, next));
      if (data !== null) rows.set(head[1], data);
      at = next + 1;
    } else {
      const text = ofBytes(payload, start, Number.parseInt(head[2], 16));
      rows.set(head[1], text);
      at = start + text.length;
    }
  }
  return rows;
}

/** Null for a row that is cut, or of another kind (a module): it has nothing to show. */
function dataOf(text: string): Json | null {
  if (!/^\s*[[{"]/.test(text) || !/[\]}"]\s*$/.test(text)) return null;
  try {
    return parseJson(text);
  } catch {
    // As a script writes it: `[{label:\`Orca 2\`,input_cost:.75}]`.
    const literal = literalAt(text, 0);
    return literal?.end === text.trimEnd().length ? literal.value : null;
  }
}

const ofBytes = (text: string, start: number, bytes: number): string =>
  Buffer.from(text.slice(start, start + bytes)).toString('utf8', 0, bytes);

/** The texts that a script hands over, in their order. */
function pushed(script: string): string[] {
  if (!script.includes('__next_f')) return [];
  return [...script.matchAll(PUSH)].flatMap((call) => {
    const given = literalAt(script, call.index + call[0].length)?.value;
    const text = isList(given) ? given[1] : undefined;
    return typeof text === 'string' ? [text] : [];
  });
}
