import { markdownRows } from './markdown-rows.ts';

/**
 * Rows of a table whose converter opened each with a bar and set its cells on lines of their own, a bar behind each but the last:
 *
 *     |
 *     Model |
 *     Type |
 *     Price (/1M tokens)
 *     <= 200K input tokens
 *     |
 *     Orca 3 |
 *     Input | $2.00
 *     | |
 *     Output | $8.00
 *
 * Set as Markdown sets them, the lines of a cell with breaks between them. Rows are of one width; where one is not, the table has ended.
 */
export function withRowsOverLines(text: string): string {
  if (!OPENED.test(text)) return text;
  const lines = text.split('\n');
  const written: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const table = OPENS.test(lines[at] ?? '') ? tableFrom(lines, at) : null;
    if (table === null) {
      written.push(lines[at] ?? '');
      at++;
      continue;
    }
    written.push('', ...markdownRows(table.rows), '');
    at = table.next;
  }
  return written.join('\n');
}

const OPENED = /^[ \t]*\|[ \t]*\n[^|\n]*[^|\s][ \t]*\|[ \t]*$/m;
const IS_BAR = /^\s*\|\s*$/;
const OPENS = /^\s*\|/;
const ENDS = /\|\s*$/;
const FEWEST_ROWS = 3;
/** Over so many lines no row goes. */
const LONGEST_ROW = 60;
/** Where a cell of several lines ends at the latest. */
const OUTSIDE = /^\s*$|^#|[.。:：]\s*$/;

interface Row {
  readonly cells: readonly string[];
  readonly next: number;
}

interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly next: number;
}

/** The table that a bar opens at a line, at least one of its rows over lines; null where what follows is none. */
function tableFrom(lines: readonly string[], start: number): Table | null {
  const rows: Row['cells'][] = [];
  let width = 0;
  let at = start;
  for (let row = rowAt(lines, at, 0, 1); row !== null; row = rowAt(lines, at, width, longestOf(rows))) {
    width = row.cells.length;
    rows.push(row.cells);
    at = row.next;
  }
  const isOverLines = lines.slice(start, at).some((line) => IS_BAR.test(line));
  return rows.length < FEWEST_ROWS || !isOverLines ? null : { rows, next: at };
}

/** The row that begins at a line, of a known width unless it is the first; null where none does. `most`: of how many lines the last cells above are. */
function rowAt(lines: readonly string[], start: number, width: number, most: number): Row | null {
  if (!OPENS.test(lines[start] ?? '')) return null;
  let end = start + 1;
  while (end < lines.length && end - start < LONGEST_ROW && !OPENS.test(lines[end] ?? '')) end++;
  const lastBar = start + lines.slice(start, end).findLastIndex((line) => line.includes('|'));
  // The last cell begins behind the last bar, or on the line below it.
  const first = ENDS.test(lines[lastBar] ?? '') ? lastBar + 1 : lastBar;
  // A bar behind the last cell too is how Markdown sets a row.
  if (first === end) return null;
  const rest = lines.slice(first + 1, end);
  const outside = rest.findIndex((line) => OUTSIDE.test(line));
  const more =
    outside < 0 && OPENS.test(lines[end] ?? '') ? rest.length : Math.min(most - 1, outside < 0 ? rest.length : outside);
  const next = first + 1 + ((lines[first] ?? '').trim() === '' ? 0 : more);
  const cells = cellsOf(lines.slice(start, next));
  return cells.length < 2 || (width > 0 && cells.length !== width) ? null : { cells, next };
}

/** Of how many lines the last cells below the header are at most. */
const longestOf = (rows: readonly Row['cells'][]): number =>
  Math.max(1, ...rows.slice(1).map((cells) => (cells.at(-1) ?? '').split(BREAK).length));
const BREAK = '<br>';

/** The cells behind the bar that opens a row, each with its lines. */
const cellsOf = (lines: readonly string[]): string[] =>
  lines
    .join('\n')
    .replace(/^\s*\|/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll(/\s*\n\s*/g, BREAK));
