import { headRole } from './columns.ts';
import type { Token } from './text-tokens.ts';

/** Columns of a text copy told by counting alone. */
export interface Counted {
  readonly words: readonly Token[];
  readonly priced: readonly Token[];
  readonly rows: readonly { readonly words: readonly Token[]; readonly prices: readonly Token[] }[];
  readonly next: number;
}

const WIDEST = 12;

/**
 * "Model", "Area", "Light", "Full", then "Heron 8B", "EU", "$2", "$4", "Heron 70B", "EU", "$6", "$9": rows of as many words and as many
 * amounts, and before them as many words as all of their columns have, the first of which heads names. What the others say does not matter.
 * Null where no such table starts here.
 */
export function countedTable(tokens: readonly Token[], at: number): Counted | null {
  const corner = tokens[at];
  if (corner === undefined || !headsNames(corner)) return null;
  let first = at;
  while (isWord(tokens[first]) && first - at <= 2 * WIDEST) first++;
  const amounts = runOf(tokens, first);
  if (amounts < 2 || amounts > WIDEST) return null;
  const second = first + amounts;
  let words = 0;
  while (isWord(tokens[second + words]) && words <= 3) words++;
  const width = words + amounts;
  if (words === 0 || words > 3 || first - at !== words + width) return null;
  const header = tokens.slice(at, at + width);
  if (new Set(header.map(({ folded }) => folded)).size < width) return null;
  const rows: Counted['rows'][number][] = [];
  let end = at;
  for (let next = at + width; tokens.slice(next, next + words).every(isWord); ) {
    const [from, run] = [next + words, runOf(tokens, next + words)];
    // What stands behind the amounts of a row is a button: "Contact sales".
    if (run < amounts || tokens.slice(from + amounts, from + run).some(({ empty }) => !empty)) break;
    rows.push({ words: tokens.slice(next, from), prices: tokens.slice(from, from + amounts) });
    next = from + run;
    end = next;
  }
  // Names, each its own.
  const names = new Set(rows.map((row) => row.words[0]?.folded));
  if (rows.length < 2 || names.size < rows.length) return null;
  return { words: header.slice(0, words), priced: header.slice(words), rows, next: end };
}

const headsNames = ({ head, folded }: Token): boolean =>
  head && (/^(?:product|version)$/.test(headRole(folded) ?? '') || /^gpus?$/i.test(folded));

const isWord = (token: Token | undefined): token is Token =>
  token !== undefined &&
  !token.money &&
  !token.empty &&
  !token.sentence &&
  token.level === 0 &&
  token.folded.length <= 60;

function runOf(tokens: readonly Token[], from: number): number {
  let to = from;
  while (tokens[to]?.money === true || tokens[to]?.empty === true) to++;
  return tokens.slice(from, to).some(({ money }) => money) ? to - from : 0;
}
