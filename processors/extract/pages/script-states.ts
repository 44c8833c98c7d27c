/** A name that is given an object or a list: `window.__STATE__ = {`, `var plans = [`. */
const GIVEN =
  /(?:window|self|globalThis)\s*\.\s*[\w$.]+\s*=\s*(?=[{[])|\b__\w+__\s*=\s*(?=[{[])|(?:^|[;\s])(?:var|let|const)\s+[\w$]+\s*=\s*(?=[{[])/g;

/** The objects and lists that a script gives names to, each as written, whatever else the script does behind it. */
export function statesIn(script: string): string[] {
  const states: string[] = [];
  let read = 0;
  for (const match of script.matchAll(GIVEN)) {
    const start = match.index + match[0].length;
    if (start < read) continue;
    const end = endOf(script, start);
    if (end === null) continue;
    states.push(script.slice(start, end));
    read = end;
  }
  return states;
}

/** One past the bracket that closes the one at `start`, those in texts left out of account; null where none does. */
function endOf(script: string, start: number): number | null {
  let depth = 0;
  let quote = '';
  for (let at = start; at < script.length; at++) {
    const letter = script[at];
    if (quote !== '') {
      if (letter === '\\') at++;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
