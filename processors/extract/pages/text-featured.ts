import { headRole } from './columns.ts';
import type { Counted } from './text-counted.ts';
import { isWord, type Token } from './text-tokens.ts';

const FEWEST = 3;
/** A header has no more columns, and a row no more lines. */
const WIDEST = 12;
const LONGEST = 40;

/**
 * "Type", "Price / month", "Memory", then "Mini", "$4", "0.5 GB", "Own domains", "Sleeps when idle", "Base", "$22", ...: rows that each begin with a name and
 * its price, where the header has them, and go on with as many lines as there is to tell. Null where no such table starts here.
 */
export function featuredTable(tokens: readonly Token[], at: number): Counted | null {
  const corner = tokens[at];
  const priced = tokens[at + 1];
  if (corner === undefined || priced === undefined || !mayName(corner) || corner.priceHead) return null;
  if (!priced.priceHead || priced.label.unit === null) return null;
  let first = at + 2;
  while (first - at < WIDEST && !startsRow(tokens, first)) {
    if (!mayName(tokens[first]) || tokens[first]?.priceHead === true) return null;
    first++;
  }
  if (first - at < 3) return null;
  const rows: Counted['rows'][number][] = [];
  const lengths = new Set<number>();
  let next = first;
  for (let row = first; row - next < LONGEST && startsRow(tokens, row); row = nextRow(tokens, next)) {
    const [name, price] = tokens.slice(row, row + 2);
    if (name === undefined || price === undefined) break;
    if (rows.length > 0) lengths.add(row - next);
    rows.push({ words: [name], prices: [price] });
    next = row + 2;
  }
  const names = new Set(rows.map(({ words: [name] }) => name?.folded));
  // Rows of one length are of cells.
  if (rows.length < FEWEST || names.size < rows.length || lengths.size < 2) return null;
  return { words: [corner], priced: [priced], rows, next };
}

const mayName = (token: Token | undefined): boolean => isWord(token) && !token.bare;

/** A name over an amount that has no unit of its own. */
const startsRow = (tokens: readonly Token[], at: number): boolean => {
  const [name, price] = tokens.slice(at, at + 2);
  return mayName(name) && headRole(name?.folded ?? '') === null && price?.money === true && ALONE.test(price.folded);
};
const ALONE = /^\p{Sc}\s?\d[\d.,]*$/u;

/** Where the next row begins: what stands between has no amounts. */
function nextRow(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at - from < LONGEST && !startsRow(tokens, at)) {
    if (tokens[at]?.money === true || (tokens[at]?.level ?? 0) > 0) return tokens.length;
    at++;
  }
  return at;
}
