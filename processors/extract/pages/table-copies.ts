import { fold } from '../../normalise/fold.ts';
import { remembered } from '../../normalise/remembered.ts';
import { bareAmount, findAmounts } from './amounts.ts';
import { byItself } from './by-itself.ts';
import type { Block, Grid, Line } from './model.ts';
import type { PageContext } from './page-context.ts';

/** The amounts of a row, as written. */
type Row = readonly string[];

/**
 * Lines without those that say one of the tables once more, as a narrow layout does: the names of its rows, each over what stands in its row.
 * Lines that say anything else stay.
 */
export function withoutTableCopies(
  tables: readonly Grid[],
  page: PageContext,
): (lines: readonly Line[]) => readonly Line[] {
  const rowsOfTable = byItself((table: Grid) => rowsOf(table, page));
  return (lines) => {
    let left = lines;
    for (const table of tables) {
      if (left.length < 2) break;
      left = withoutCopyOf(rowsOfTable(table), left, page);
    }
    return left;
  };
}

/** Blocks without the tables that say another one under the same headings once more: cards for a narrow screen are a table too. */
export function withoutCopiedTables(blocks: readonly Block[], page: PageContext): readonly Block[] {
  const tables = blocks.filter((block) => block.kind === 'table');
  const copies = new Set<Block>();
  tables.forEach((block, index) => {
    const before = tables[index - 1];
    if (before === undefined || copies.has(before) || !standTogether(before, block)) return;
    if (!isCopy(rowsOf(before.grid, page), rowsOf(block.grid, page))) return;
    // The one that says what its names are of says more.
    copies.add(/^(?:name)?$/i.test(before.grid.rows[0]?.[0]?.text ?? '') ? before : block);
  });
  return copies.size === 0 ? blocks : blocks.filter((block) => !copies.has(block));
}

const standTogether = ({ around: one }: Block, { around: other }: Block): boolean =>
  one.tabs.join('\n') === other.tabs.join('\n') &&
  one.headings.map(({ text }) => text).join('\n') === other.headings.map(({ text }) => text).join('\n');

/** Rows of the same names with the same amounts in each. */
function isCopy(rows: ReadonlyMap<string, readonly Row[]>, others: ReadonlyMap<string, readonly Row[]>): boolean {
  if (rows.size < 2 || rows.size !== others.size) return false;
  const amountsOf = (all: readonly Row[]): string => all.flat().sort().join('\n');
  return [...rows].every(([name, all]) => amountsOf(others.get(name) ?? []) === amountsOf(all));
}

function withoutCopyOf(
  rows: ReadonlyMap<string, readonly Row[]>,
  lines: readonly Line[],
  page: PageContext,
): readonly Line[] {
  if (rows.size === 0) return lines;
  const copied = new Set<Line>();
  const named = new Set<string>();
  let prices = 0;
  let known = 0;
  let record: Line[] = [];
  let row: readonly Row[] = [];
  for (const line of lines) {
    const text = fold(line.text);
    const name = nameOf(text);
    const found = rows.get(name);
    if (found !== undefined) {
      record = [line];
      row = found;
      named.add(name);
      continue;
    }
    const [title] = record;
    if (title === undefined) continue;
    // What stands outside the list of records says something else.
    const shared = Math.max(1, title.path.length - 1);
    if (title.path.some((id, depth) => depth < shared && line.path[depth] !== id)) {
      record = [];
      continue;
    }
    record.push(line);
    const isKnown = row.some((amounts) => amounts.some((amount) => stands(amount, text)));
    const isPrice = findAmounts(text, page.currencies).length > 0;
    if (isPrice) prices++;
    if (isPrice && isKnown) known++;
    if (isKnown) for (const one of record) copied.add(one);
  }
  const isCopy = named.size > 1 && named.size * 2 >= rows.size && known > 1 && known * 10 >= prices * 9;
  return isCopy ? lines.filter((line) => !copied.has(line)) : lines;
}

const LONGEST = 100;

/** The rows with prices, by whatever names them. */
function rowsOf(table: Grid, page: PageContext): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const cells of table.rows) {
    const texts = cells.filter(({ across }) => across).flatMap((cell) => cell.lines.map(fold));
    const amounts = texts.filter((text) => /\d/.test(text) && text.length <= LONGEST);
    const first = fold(cells.find(({ text }) => text !== '')?.text ?? '');
    const isPriced = amounts.some((text) => bareAmount(text) !== null || findAmounts(text, page.currencies).length > 0);
    const name = isPriced ? nameOf(first) : '';
    if (name === '' || bareAmount(first) !== null || findAmounts(first, page.currencies).length > 0) continue;
    const known = rows.get(name);
    if (known === undefined) rows.set(name, [amounts]);
    else known.push(amounts);
  }
  return rows;
}

const nameOf = remembered((text): string => text.toLowerCase().replaceAll(/[^\p{L}\d]/gu, ''));

/** True where a text holds another whole: "$0.30" is not in "$0.305". */
function stands(part: string, text: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    if (!/[\d.,]$/.test(text.slice(0, at)) && !/^[.,]?\d/.test(text.slice(at + part.length))) return true;
  return false;
}
