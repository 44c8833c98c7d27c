import { headRole } from './columns.ts';
import { isCell, isWord, type Token } from './text-tokens.ts';

/** Columns of a text copy told by counting alone. */
export interface Counted {
  readonly words: readonly Token[];
  readonly priced: readonly Token[];
  readonly rows: readonly { readonly words: readonly Token[]; readonly prices: readonly Token[] }[];
  readonly next: number;
}

const WIDEST = 12;
const LONGEST = 1000;

/**
 * "Model", "Area", "Light", "Full", then "Heron 8B", "EU", "$2", "$4", "Heron 70B", "EU", "$6", "$9": rows of as many words and as many
 * amounts, and before them as many words as all of their columns have, the first of which heads names. What the others say does not matter.
 * Null where no such table starts here.
 */
export function countedTable(all: readonly Token[], at: number): Counted | null {
  const corner = all[at];
  if (corner === undefined || !headsNames(corner)) return null;
  const kept = withoutRemarks(all.slice(at, at + LONGEST));
  const tokens = kept.map(({ token }) => token);
  let first = 0;
  while (isWord(tokens[first]) && first <= 2 * WIDEST) first++;
  const amounts = runOf(tokens, first);
  if (amounts < 2 || amounts > WIDEST) return null;
  const second = first + amounts;
  let words = 0;
  while (isWord(tokens[second + words]) && words <= 3) words++;
  const width = words + amounts;
  if (words === 0 || words > 3 || first !== words + width) return null;
  const header = tokens.slice(0, width);
  if (new Set(header.map(({ folded }) => folded)).size < width) return null;
  const rows: Counted['rows'][number][] = [];
  let end = width;
  for (let next = width; tokens.slice(next, next + words).every(isWord); next = end) {
    const [from, run] = [next + words, runOf(tokens, next + words)];
    // What stands behind the amounts of a row is a button: "Contact sales".
    if (run < amounts || tokens.slice(from + amounts, from + run).some(({ empty }) => !empty)) break;
    rows.push({ words: tokens.slice(next, from), prices: tokens.slice(from, from + amounts) });
    end = from + run;
  }
  // Names, each its own.
  const names = new Set(rows.map((row) => row.words[0]?.folded));
  if (rows.length < 2 || names.size < rows.length) return null;
  const next = at + (kept[end - 1]?.index ?? 0) + 1;
  return { words: header.slice(0, words), priced: header.slice(words), rows, next };
}

/** Tokens with their places, without what is said of a name before its amounts: "Hears who speaks, in forty languages." */
const withoutRemarks = (tokens: readonly Token[]): { token: Token; index: number }[] =>
  tokens
    .map((token, index) => ({ token, index }))
    .filter(({ token, index }) => !token.sentence || !isWord(tokens[index - 1]) || !isCell(tokens[index + 1]));

const headsNames = ({ head, folded }: Token): boolean =>
  head && (/^(?:product|version)$/.test(headRole(folded) ?? '') || /^gpus?$/i.test(folded));

function runOf(tokens: readonly Token[], from: number): number {
  let to = from;
  while (isCell(tokens[to])) to++;
  return tokens.slice(from, to).some(({ money }) => money) ? to - from : 0;
}
