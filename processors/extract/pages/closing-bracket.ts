/** One past the bracket of a script that closes the one at `start`, those in texts left out of account; null where none does. */
export function endOf(script: string, start: number): number | null {
  // Behind a brace, round ones are of programs, and may stand in patterns that nobody closes.
  const [opens, closes] = script[start] === '(' ? ['([{', ')]}'] : ['[{', ']}'];
  let depth = 0;
  let quote = '';
  for (let at = start; at < script.length; at++) {
    const letter = script[at] ?? '';
    if (quote !== '') {
      if (letter === '\\') at++;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    else if (opens.includes(letter)) depth++;
    else if (closes.includes(letter)) {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
