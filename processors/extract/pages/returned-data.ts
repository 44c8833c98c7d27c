import { isList, type Json } from '../apis/json.ts';
import { endOf } from './closing-bracket.ts';
import { literalAt } from './literals.ts';

/** `(function(a,b){return {`: what values that stand more than once are called within, and what is handed back. */
const FUNCTION = /\(\s*function\s*\(([\w$,\s]*)\)\s*\{(?:[^{}]{0,4000};)?\s*return\s*(?=[{[])/y;

/** The data that a function hands back which is called where it stands, as Nuxt writes it: `(function(a){return {currency:a}}("USD"))`. Null elsewhere. */
export function returnedAt(script: string, start: number): { text: string; end: number } | null {
  FUNCTION.lastIndex = start;
  const found = FUNCTION.exec(script);
  const bodyEnd = found === null ? null : endOf(script, FUNCTION.lastIndex);
  if (found === null || bodyEnd === null) return null;
  const call = script.slice(bodyEnd, bodyEnd + 20).search(/(?<=^\s*;?\s*\}\s*\)?\s*)\(/);
  const callEnd = call < 0 ? null : endOf(script, bodyEnd + call);
  if (callEnd === null) return null;
  const given = literalAt(`[${script.slice(bodyEnd + call + 1, callEnd - 1)}]`, 0)?.value;
  const values = isList(given) ? given : [];
  const names = (found[1] ?? '').split(',').map((name) => name.trim());
  const known = new Map<string, Json>(names.map((name, index) => [name, values[index] ?? null]));
  const data = literalAt(script, start + found[0].length, known);
  return data === null ? null : { text: JSON.stringify(data.value), end: callEnd };
}
