import { headRole } from './columns.ts';
import { resolveSpans, singleCell } from './grid.ts';
import { withLostRowspans } from './lost-rowspans.ts';
import { markdownLines } from './markdown-inline.ts';
import type { Grid } from './model.ts';
import { IS_MODEL } from './names.ts';
import { isCell, isWord, type Token } from './text-tokens.ts';

const WIDEST = 12;
const LONGEST = 300;
const OVER = 6;

/**
 * "Model", "Kind", "Input", "Output", then "Heron 3", "Audio", "$32", "$64", "Text", "$4", "$16": a text copy of rows that lack what the cell above
 * reaches down to. The first row is whole and tells how many cells there are; the others have as many amounts, and some have fewer words.
 * Null where no such table starts here.
 */
export function tableOfReaching(
  tokens: readonly Token[],
  at: number,
): { grid: Grid; first: number; next: number } | null {
  if (!tokens[at]?.head) return null;
  // "Realtime models", "Standard", "Batch" over the header.
  for (let first = at; first - at <= OVER && tokens[first]?.money === false; first++) {
    const found = tableAt(tokens, first);
    if (found !== null) return { ...found, first };
  }
  return null;
}

function tableAt(tokens: readonly Token[], at: number): { grid: Grid; next: number } | null {
  if (!isCorner(tokens[at])) return null;
  let words = 0;
  while (words <= 2 * WIDEST && isWord(tokens[at + words])) words++;
  const amounts = amountsFrom(tokens, at + words);
  const width = (words + amounts) / 2;
  const front = width - amounts;
  if (amounts === 0 || !Number.isInteger(width) || front < 2 || width > WIDEST) return null;
  const header = tokens.slice(at, at + width);
  const isHeaded = header.slice(front).some(({ priceHead }) => priceHead);
  // "Chat models" over a header of its own, "Output" as the name of a row: it does not begin here.
  if (header.slice(1).some(isCorner) || tokens[at + width]?.priceHead) return null;
  if (!isHeaded || new Set(header.map(({ folded }) => folded)).size < width) return null;
  const rows: (readonly Token[])[] = [header];
  let next = at + width;
  for (let row = rowAt(tokens, next, front, amounts); row !== null && rows.length < LONGEST; ) {
    rows.push(row);
    next += row.length;
    row = rowAt(tokens, next, front, amounts);
  }
  const lacking = rows.filter(({ length }) => length < width);
  if (rows.length < 3 || lacking.length === 0) return null;
  const cells = withLostRowspans(
    rows.map((row, at) => row.map(({ text }) => singleCell(markdownLines(text), at === 0))),
    true,
  );
  const grid = resolveSpans(cells);
  // What is lacking is the name.
  const reaches = rows.every((row, index) => row.length === width || grid[index]?.[0]?.text !== row[0]?.text);
  return reaches ? { grid: { rows: grid, caption: null }, next } : null;
}

const isCorner = (token: Token | undefined): boolean =>
  token?.head === true && /^(?:product|version)$/.test(headRole(token.folded) ?? '');

/** Words, at least one and no more than a whole row has, and as many amounts as all rows have. */
function rowAt(tokens: readonly Token[], at: number, front: number, amounts: number): readonly Token[] | null {
  let words = 0;
  while (words <= front && isWord(tokens[at + words])) words++;
  if (words === 0 || words > front || amountsFrom(tokens, at + words) !== amounts) return null;
  return tokens.slice(at, at + words + amounts);
}

function amountsFrom(tokens: readonly Token[], from: number): number {
  let end = from;
  while (end - from <= WIDEST && isCell(tokens[end])) end++;
  return tokens.slice(from, end).some(({ money }) => money) ? end - from : 0;
}

/** "heron-3", "heron-3-mini" over amounts: names of models that share them. */
export const areNames = (words: readonly Token[]): boolean =>
  words.length > 1 && words.every(({ text }) => SLUG.test(text) || IS_MODEL.test(text));
const SLUG = /^(?=\S*\d)[a-z\d]+(?:[-_./:][a-z\d]+)+$/;
