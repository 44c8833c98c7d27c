import { markdownRows } from './markdown-rows.ts';

/**
 * Tables of Diplodoc (YFM), with rows between double bars, as tables of Markdown:
 *
 *     #|
 *     || **Model** | **per hour** ||
 *     || H100 | $2.50 ||
 *     |#
 *
 * A cell may go on over lines and past blank ones. "^" goes on with the cell above, ">" with the one before.
 */
export const withoutDoubleBars = (text: string): string =>
  text.includes('#|')
    ? text.replaceAll(TABLE, (_, before: string, rows: string) => `${before}${asPipes(rows)}\n`)
    : text;

const TABLE = /(^|\n)[ \t]*#\|[ \t]*\n([\s\S]*?)\|#(?=[ \t]*(?:\n|$))/g;
const ROW = /^[ \t]*\|\|([\s\S]*?)\|\|[ \t]*$/gm;
/** "{.cell-align-center}": how a cell is set. */
const MANNER = /\{[.#][\w .#-]+\}/g;

function asPipes(text: string): string {
  const rows = [...text.matchAll(ROW)].map(([, row = '']) => cellsOf(row));
  return ['', ...markdownRows(rows), ''].join('\n');
}

function cellsOf(row: string): string[] {
  const cells: string[] = [];
  for (const part of row.split(/(?<!\\)\|/)) {
    const lines = part.replaceAll(MANNER, '').split('\n');
    const text = lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('<br>');
    cells.push(text === '>' ? (cells.at(-1) ?? '') : text === '^' ? '^^' : text);
  }
  return cells;
}
