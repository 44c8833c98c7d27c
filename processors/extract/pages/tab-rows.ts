import { showsMoney } from './shows-money.ts';

/** How many lines a cell may be broken over. */
const LONGEST = 6;
const BREAK = '<br>';

/**
 * Rows with a tab between their cells, from the line at `start` on. What a cell says in several lines stands in several lines of the copy: a row that lacks
 * cells goes on in the next line, and a line of money without a tab belongs to the last cell of the row above it.
 */
export function tabRows(lines: readonly string[], start: number): { rows: string[][]; next: number } {
  const rows: string[][] = [];
  const width = cellsOf(lines[start]).length;
  let at = start;
  while (at < lines.length) {
    if (!(lines[at] ?? '').includes('\t')) {
      const line = (lines[at] ?? '').trim();
      const last = rows.length > 1 ? rows.at(-1) : undefined;
      const below = cellsOf(lines[at + 1]);
      if (last !== undefined && goesOn(line, last)) last.push(`${last.pop() ?? ''}${BREAK}${line}`);
      else if (rows.length > 0 && isTitle(line) && below.length === width) {
        // "Output price", "(with thinking)\t$9": the first cell has two lines. Else a title over the rows below.
        if (/^\s*\(/.test(below[0] ?? '')) {
          rows.push([`${line}${BREAK}${below[0] ?? ''}`, ...below.slice(1)]);
          at++;
        } else rows.push([line]);
      } else break;
      at++;
      continue;
    }
    const row = rowAt(lines, at, width);
    rows.push(row.cells);
    at = row.next;
  }
  return { rows, next: at };
}

const cellsOf = (line: string | undefined): string[] => (line ?? '').split('\t');

/** The row that begins at a line: that line alone, or with those below it where they make it as wide as the table. */
function rowAt(lines: readonly string[], at: number, width: number): { cells: string[]; next: number } {
  const own = cellsOf(lines[at]);
  let cells = own;
  for (let next = at + 1; cells.length < width && next < at + LONGEST; next++) {
    const more = cellsOf(lines[next]);
    if ((lines[next] ?? '').trim() === '' || cells.length + more.length - 1 > width) break;
    if (cells === own && areBothWhole(own, more)) break;
    cells = [...cells.slice(0, -1), `${cells.at(-1) ?? ''}${BREAK}${more[0] ?? ''}`, ...more.slice(1)];
    if (cells.length === width) return { cells, next: next + 1 };
  }
  return { cells: own, next: at + 1 };
}

/** "Input\t$1" over "Output\t$4": two rows that end in what they cost, however many columns there are, and no second line of a cell. */
const areBothWhole = (own: readonly string[], more: readonly string[]): boolean =>
  own.length > 1 && isPriced(own.at(-1)) && isPriced(more.at(-1)) && !isPriced(more[0]) && !GOES_ON.test(more[0] ?? '');

const isPriced = (cell: string | undefined): boolean =>
  cell !== undefined && (showsMoney(cell) || /^\s*(?:\d[\d,]*(?:\.\d+)?|[-–—]+)\s*$/.test(cell));
const GOES_ON = /^\s*(?:[(（/]|per\b|每)/i;

const isTitle = (line: string): boolean =>
  line !== '' && line.length <= 60 && !/[.:!?。]$/.test(line) && !showsMoney(line);

/** True for a line of money, or of a remark in brackets, below a row that ends in money. */
const goesOn = (line: string | undefined, row: readonly string[]): boolean =>
  line !== undefined && line.length < 120 && showsMoney(row.at(-1) ?? '') && (showsMoney(line) || /^\s*\(/.test(line));
