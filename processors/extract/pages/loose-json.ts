import { parseJson } from '../apis/json.ts';
import { literalAt } from './literals.ts';

/** What may stand before data in a script: comments, a declaration, the name it is given to or the call it is handed to. */
const BEFORE =
  /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*(?:(?:export\s+(?:default\s+|(?=const|let|var)))?(?:(?:const|let|var)\s+)?(?:[\w$.]+(?:\s*:\s*[\w$<>,.[\]\s|]+?)?\s*[=(]\s*)?)(?=[{[])/;

/**
 * The JSON of a body that is none itself: one value a line (JSON Lines), or data as a script writes it, with comments, a name before it or
 * in a call (`callback({...});`). Null where it is neither.
 */
export function looseJson(body: string): string | null {
  return fromLines(body) ?? fromScript(body);
}

function fromLines(body: string): string | null {
  const rows = body.split('\n').filter((line) => line.trim() !== '');
  if (rows.length < 2 || !rows.every((line) => /^\s*\{.*\}\s*$/.test(line))) return null;
  const list = `[${rows.join(',')}]`;
  try {
    parseJson(list);
    return list;
  } catch {
    // Lines of a script, say.
    return null;
  }
}

function fromScript(body: string): string | null {
  const start = BEFORE.exec(body)?.[0].length;
  if (start === undefined) return null;
  const literal = literalAt(body, start);
  return literal === null || !/^\s*\)?\s*(?:as const|satisfies [\w$<>,.[\]\s]+)?\s*;?\s*$/.test(body.slice(literal.end))
    ? null
    : JSON.stringify(literal.value);
}
