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
  const header = grouped(all, at, tokens.slice(0, words), tokens.slice(words, width));
  if (new Set(header.map(({ folded }) => folded)).size < width) return null;
  const rows: Counted['rows'][number][] = [];
  let end = width;
  for (let next = width; tokens.slice(next, next + words).every(isWord); next = end) {
    // A row may be free.
    const [from, run] = [next + words, cellsFrom(tokens, next + words)];
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

/**
 * "Tuning", "Preference", "Model size", "LoRA", "Full", "LoRA", "Full": headers that come again, and before the corner as many words as times they
 * come, each over its own.
 */
function grouped(
  all: readonly Token[],
  at: number,
  words: readonly Token[],
  priced: readonly Token[],
): readonly Token[] {
  const own = priced.findIndex(({ folded }, index) => index > 0 && folded === priced[0]?.folded);
  const times = own < 1 ? 1 : priced.length / own;
  const over = all.slice(Math.max(0, at - times), at);
  const comesAgain = priced.every(({ folded }, index) => folded === priced[index % own]?.folded);
  if (times < 2 || !comesAgain || over.length < times || !over.every(isWord)) return [...words, ...priced];
  return [
    // The table begins with what stands over it.
    ...words.map((token, index) => (index === 0 ? { ...token, from: over[0]?.from ?? token.from } : token)),
    ...priced.map((token, index) => {
      const group = over[Math.floor(index / own)];
      return { ...token, text: `${group?.text} ${token.text}`, folded: `${group?.folded} ${token.folded}` };
    }),
  ];
}

/** Tokens with their places, without what is said of a name before its amounts: "Hears who speaks, in forty languages." */
const withoutRemarks = (tokens: readonly Token[]): { token: Token; index: number }[] =>
  tokens
    .map((token, index) => ({ token, index }))
    .filter(({ token, index }) => !token.sentence || !isWord(tokens[index - 1]) || !isCell(tokens[index + 1]));

const headsNames = ({ head, folded }: Token): boolean =>
  head && (/^(?:product|version)$/.test(headRole(folded) ?? '') || /^gpus?$/i.test(folded));

function runOf(tokens: readonly Token[], from: number): number {
  const run = cellsFrom(tokens, from);
  return tokens.slice(from, from + run).some(({ money }) => money) ? run : 0;
}

function cellsFrom(tokens: readonly Token[], from: number): number {
  let to = from;
  while (isCell(tokens[to])) to++;
  return to - from;
}
