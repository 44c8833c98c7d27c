import { endOf } from './closing-bracket.ts';
import { literalAt } from './literals.ts';
import { returnedAt } from './returned-data.ts';

/** A name that is given data, or a call: `window.__STATE__ = {`, `var plans = [`, `draw([`, `= JSON.parse("`, `= (function(a){return {`. */
const GIVEN =
  /(?:(?:window|self|globalThis)\s*\.\s*([\w$.]+)|\b(__\w+__)|(?:^|[;\s])(?:var|let|const)\s+([\w$]+))\s*=\s*(?=[{[]|JSON\.parse\(|\(\s*function\s*\()|(?<![\w$.])(?!(?:gtag|fbq|ga|if|for|while|switch|return|function)\b|dataLayer)[\w$.]+\(\s*(?=\{\s*["'\w]|\[\s*[{["'])/g;
/** A name that says what its numbers are. */
const TELLING = /pric|cost|rate|tariff/i;

/** The data that a script gives names to or calls something with, each as written, whatever else the script does behind it. */
export function statesIn(script: string): string[] {
  const states: string[] = [];
  let read = 0;
  for (const match of script.matchAll(GIVEN)) {
    const start = match.index + match[0].length;
    if (start < read) continue;
    const state = stateAt(script, start);
    if (state === null) continue;
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    states.push(TELLING.test(name) ? `{${JSON.stringify(name)}:${state.text}}` : state.text);
    read = state.end;
  }
  return states;
}

function stateAt(script: string, start: number): { text: string; end: number } | null {
  if (script[start] === 'J') {
    const literal = literalAt(script, start);
    return literal === null ? null : { text: JSON.stringify(literal.value), end: literal.end };
  }
  if (script[start] === '(') return returnedAt(script, start);
  const end = endOf(script, start);
  return end === null ? null : { text: script.slice(start, end), end };
}
