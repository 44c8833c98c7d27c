import { isList, isObject, type Json } from '../apis/json.ts';
import type { BlockBuilder } from './builder.ts';
import { jsonGrids } from './json-grids.ts';
import { literalAt } from './literals.ts';

/** Where what was read ends, in the text of the page. */
type End = number;

/**
 * What MDX writes as a program at a place of a page where a line begins: data it exports, components given rows or plans as attributes. Its
 * tables go to the builder. Null where Markdown stands there.
 */
export function programAt(source: string, at: number, builder: BlockBuilder): End | null {
  return source.startsWith('export', at) ? exported(source, at, builder) : components(source, at, builder);
}

const EXPORT = /export\s+(?:default\s+|(?:async\s+)?function\s+|(?:const|let|var)\s+([\w$]+)\s*(?::[^=\n]+)?=\s*)/y;

/** Data is read, a function is passed over. */
function exported(source: string, at: number, builder: BlockBuilder): End | null {
  EXPORT.lastIndex = at;
  const head = EXPORT.exec(source);
  if (head === null) return null;
  const literal = literalAt(source, EXPORT.lastIndex);
  if (literal !== null) state({ [head[1] ?? '']: literal.value }, builder);
  return literal?.end ?? statementEnd(source, at);
}

/** Components of one name side by side, each with what it says in attributes: together they are rows. */
function components(source: string, at: number, builder: BlockBuilder): End | null {
  const first = tagAt(source, at);
  if (first === null) return null;
  if (Object.values(first.attributes).some((value) => isObject(value) || isList(value)))
    return state(first.attributes, builder) ? first.end : null;
  if (!first.closed) return null;
  const records = [first.attributes];
  let end = first.end;
  for (;;) {
    const other = tagAt(source, end);
    if (other === null || other.name !== first.name || !other.closed) break;
    records.push(other.attributes);
    end = other.end;
  }
  return state({ '': records }, builder) ? end : null;
}

/** True where values hold tables of prices; they are the builder's then. */
function state(values: Json, builder: BlockBuilder): boolean {
  const grids = jsonGrids(values);
  for (const { name, grid } of grids) {
    if (name !== '' && !PART.test(name)) builder.heading(6, name, []);
    builder.table(grid, []);
  }
  return grids.length > 0;
}

/** What a component calls the rows it is given says nothing of them. */
const PART = /^(?:rows?|data|items?|models?|values?|records?|body|default)$/;

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, Json>>;
  readonly closed: boolean;
  readonly end: End;
}

const NAME = /\s*<([A-Z][\w.]*)(?=[\s/>])/y;
const ATTRIBUTE = /\s*(?:\{\s*\.\.\.[^{}]*\}\s*)*([A-Za-z_][\w:-]*)\s*(=\s*)?/y;
const CLOSE = /\s*(\/?)>/y;
const SHUT = /\s*\}/y;

/** The tag of a component that begins at a place of a text, behind blanks or none. */
function tagAt(source: string, start: number): Tag | null {
  let at = start;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const name = match(NAME)?.[1];
  const attributes: Record<string, Json> = {};
  while (name !== undefined) {
    const close = match(CLOSE);
    if (close !== null) return { name, attributes, closed: close[1] === '/', end: at };
    const [, key = '', given] = match(ATTRIBUTE) ?? [];
    if (key === '') break;
    if (given === undefined) continue;
    const braced = source[at] === '{';
    const literal = literalAt(source, braced ? at + 1 : at);
    if (literal !== null) {
      attributes[key] = literal.value;
      at = literal.end;
    }
    const end =
      literal === null ? (braced ? bracketEnd(source, at) : null) : braced && match(SHUT) === null ? null : at;
    if (end === null) break;
    at = end;
  }
  return null;
}

/** One past the bracket that closes the first one opened behind a place; null where none does. */
function bracketEnd(source: string, start: number): End | null {
  let open = 0;
  for (let at = start; at < source.length; at++) {
    const letter = source[at] ?? '';
    if ('([{'.includes(letter)) open++;
    else if (')]}'.includes(letter) && --open <= 0) return open < 0 ? null : at + 1;
  }
  return null;
}

/** Where a statement ends: behind a bracket that closes all, with nothing after it on its line. */
function statementEnd(source: string, start: number): End | null {
  for (let at = bracketEnd(source, start); at !== null; at = bracketEnd(source, at))
    if (/^[ \t]*;?[ \t]*(?:\n|$)/.test(source.slice(at, at + 40))) return at;
  return null;
}
