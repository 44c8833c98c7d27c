import { headsPlan, PLAN_NAME } from './names.ts';
import type { Counted } from './text-counted.ts';
import type { Token } from './text-tokens.ts';

const WIDEST = 12;
const FEWEST = 3;

/**
 * "Plan", "Price", "Storage", "Seats", then "Starter", "$5/month", "10 GB", "3" and so on: rows of as many cells as the header has, whatever its
 * words say, where each column holds amounts in all rows or in none. Null where no such table starts here.
 */
export function stridedTable(tokens: readonly Token[], at: number): Counted | null {
  const corner = tokens[at];
  if (corner === undefined || !corner.head || corner.priceHead) return null;
  let best: Counted | null = null;
  for (let width = 2; width <= WIDEST; width++) {
    const header = tokens.slice(at, at + width);
    if (header.length < width || !header.every(mayHead)) break;
    if (new Set(header.map(({ folded }) => folded)).size < width) continue;
    const found = rowsBelow(tokens, at + width, header);
    if (found !== null && (best === null || found.rows.length > best.rows.length)) best = found;
  }
  return best;
}

const mayHead = ({ money, bare, empty, sentence, level, folded }: Token): boolean =>
  !money && !bare && !sentence && level === 0 && folded.length <= 40 && (!empty || PLAN_NAME.test(folded));

function rowsBelow(tokens: readonly Token[], from: number, header: readonly Token[]): Counted | null {
  const width = header.length;
  const rows: (readonly Token[])[] = [];
  for (let next = from; ; next += width) {
    const row = tokens.slice(next, next + width);
    const [name] = row;
    if (row.length < width || name === undefined || !isName(name) || row.some(({ level }) => level > 0)) break;
    const fits = row.every((cell, column) => column === 0 || isOfColumn(cell, rows, column));
    if (!fits || rows.some(([other]) => other?.folded === name.folded)) break;
    rows.push(row);
  }
  const isPriced = header.map((_, column) => rows.some((row) => row[column]?.money));
  const isHeaded = header.some((head, column) => isPriced[column] && (head.priceHead || headsPlan(head.folded)));
  if (rows.length < FEWEST || !isHeaded || isRepeated(isPriced)) return null;
  // A cell of words in a column of amounts would shift what follows.
  const cellsOf = (row: readonly Token[], priced: boolean) => row.filter((_, column) => isPriced[column] === priced);
  return {
    words: cellsOf(header, false),
    priced: cellsOf(header, true),
    rows: rows.map((row) => ({ words: cellsOf(row, false), prices: cellsOf(row, true) })),
    next: from + rows.length * width,
  };
}

/** Name, amount, name, amount: two rows taken for one. */
const isRepeated = (isPriced: readonly (boolean | undefined)[]): boolean =>
  isPriced.some(
    (_, period) =>
      period > 1 &&
      isPriced.length % period === 0 &&
      isPriced.every((priced, column) => priced === isPriced[column % period]),
  );

const isName = ({ money, bare, empty, sentence, folded }: Token): boolean =>
  (!empty || PLAN_NAME.test(folded)) && !money && !bare && !sentence && folded.length <= 60 && /\p{L}/u.test(folded);

/** Amounts beside amounts, or what stands for one; anything else beside anything else. */
function isOfColumn(cell: Token, rows: readonly (readonly Token[])[], column: number): boolean {
  if (cell.sentence || cell.folded.length > 60) return false;
  const others = rows.flatMap((row) => row[column] ?? []);
  const isMoney = others.some(({ money }) => money);
  if (cell.money) return others.every(({ money, empty }) => money || empty);
  return !isMoney || cell.empty;
}
