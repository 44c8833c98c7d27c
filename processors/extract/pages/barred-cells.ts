import { fold } from '../../normalise/fold.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import { markdownRows } from './markdown-rows.ts';

/**
 * A table whose converter set each cell on a line of its own, a bar before it and a lone one before the first:
 *
 *     |
 *     | Model
 *     | Price
 *     | Orca 3
 *     | ¥2
 *
 * Where rows are whole, counting tells how many columns there are, and the table is set as Markdown sets it; else its cells stand without
 * bars, as in the text copy of a page.
 */
export function withBarredCells(text: string): string {
  if (!BARRED_CELLS.test(text)) return text;
  const lines = text.split('\n');
  const written: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const { cells, next } = cellsFrom(lines, at);
    if (cells.length < FEWEST) {
      written.push(lines[at] ?? '');
      at++;
      continue;
    }
    written.push('', ...(asRows(cells) ?? cells.flat()), '');
    at = next;
  }
  return written.join('\n');
}

const BARRED_CELLS = /^\|[ \t]*[^|\s][^|\n]*\n\|[ \t]*[^|\s][^|\n]*\n\|[ \t]*[^|\s][^|\n]*$/m;
const CELL = /^\s*\|\s*([^|]*)$/;
const FEWEST = 4;
const WIDEST = 12;
/** A line of a cell is no longer. */
const LONGEST_PART = 40;

/** The cells of one table from a line on, each with its lines. */
function cellsFrom(lines: readonly string[], from: number): { cells: string[][]; next: number } {
  const cells: string[][] = [];
  // The lone bar that opens a table.
  const start = /^\s*\|\s*$/.test(lines[from] ?? '') ? from + 1 : from;
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const cell = CELL.exec(line)?.[1]?.trim();
    if (cell === '') break;
    if (cell !== undefined) cells.push([cell]);
    else if (cells.length > 0 && isMore(line, lines[at + 1] ?? '')) cells.at(-1)?.push(line.trim());
    else break;
  }
  return { cells, next: at };
}

/** The second line of a cell, a figure or a remark in brackets, before the next cell. */
const isMore = (line: string, next: string): boolean =>
  line.length <= LONGEST_PART && /\d|^\s*[(（/]/.test(line) && !line.includes('|') && /^\s*\|\s*[^|\s]/.test(next);

/**
 * Rows of the fewest columns of which each holds figures in all rows or in none, below a header of words. What a cell above reaches down to is
 * not repeated, so that rows may lack words on the left. Null where no number of columns fits.
 */
function asRows(cells: readonly Cell[]): string[] | null {
  for (const lacking of [false, true]) {
    for (let width = 2; width <= WIDEST && width * 2 <= cells.length; width++) {
      const header = cells.slice(0, width);
      if (header.some(isFigure) || new Set(header.map(([text]) => text)).size < width) continue;
      const rows = rowsOf(cells, width, lacking);
      if (rows === null) continue;
      return markdownRows([header, ...rows].map((row) => row.map((parts) => withoutStruck(parts).join('<br>'))));
    }
  }
  return null;
}

type Cell = readonly string[];

/** The rows behind a header, each as the first, or without some of the words it begins with; null where what is left makes none. */
function rowsOf(cells: readonly Cell[], width: number, lacking: boolean): Cell[][] | null {
  const first = cells.slice(width, 2 * width).map(isFigure);
  const words = first.indexOf(true);
  if (words < 0) return null;
  const rows: Cell[][] = [];
  for (let at = width; at < cells.length; ) {
    const absent = Array.from({ length: lacking ? Math.max(words, 1) : 1 }, (_, count) => count).find((count) =>
      first.slice(count).every((figure, index) => {
        const cell = cells[at + index];
        return cell !== undefined && (isFigure(cell) === figure || isNone(cell));
      }),
    );
    if (absent === undefined) return null;
    rows.push([...Array.from({ length: absent }, (): Cell => ['']), ...cells.slice(at, at + width - absent)]);
    at += width - absent;
  }
  return rows;
}

/** "0.18" over "0.09": a price that is struck out on the page, and the one that is paid. */
const withoutStruck = (parts: Cell): Cell => {
  const [before, paid] = parts.map((part) =>
    /^[$¥€￥]?\d+(?:\.\d+)?$/.test(part) ? Number(part.replace(/^\D/, '')) : 0,
  );
  return parts.length === 2 && before !== undefined && paid !== undefined && 0 < paid && paid < before
    ? parts.slice(1)
    : parts;
};

/** "1K characters" is a unit, and no figure. */
const isFigure = ([text = '']: Cell): boolean =>
  /^[^\p{L}\d]{0,3}(?:US\$|HK\$|USD|CNY|RMB|EUR)?\s?\d/iu.test(text) && unitOnly(fold(text)) === null;
/** What stands where nothing does. */
const isNone = ([text = '']: Cell): boolean => /^[-–—/]+$|^(?:free|免费|不支持|n\/a)$/i.test(text);
