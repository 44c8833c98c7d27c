import { type Cell, EMPTY_CELL, LONGEST_LINE } from './model.ts';

export interface SpannedCell {
  readonly lines: readonly string[];
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
}

/** A cell of its own, as most are. */
export const singleCell = (lines: readonly string[], header: boolean): SpannedCell => ({
  lines,
  header,
  colspan: 1,
  rowspan: 1,
});

const WIDEST = 200;

/** What is written in a cell that goes on with the one above it, where a table has no spans: "^^", ":::" in dialects of wikis, ditto marks, words. */
const AS_ABOVE =
  /^(?:\^\^|:::|〃|"|″|”|''|-? ?〃 ?-?|↑|\(?(?:同上|同前|同格上|ditto|(?:the )?same as above|as above)\)?)$/i;

/** Rows of cells with spans become rows of equal length: a spanning cell is repeated where it reaches, and one that others say they go on with. */
export function resolveSpans(rows: readonly (readonly SpannedCell[])[]): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  rows.forEach((cells, top) => {
    let column = 0;
    for (const cell of cells) {
      const row = grid[top] ?? [];
      while (row[column] !== undefined) column++;
      if (column >= WIDEST) break;
      const above = isContinued(cell) ? grid[top - 1]?.[column] : undefined;
      if (above !== undefined && above.text !== '') {
        row[column] = { ...above, origin: false };
        column++;
        continue;
      }
      const lines = cell.lines.some((line) => line.length > LONGEST_LINE)
        ? cell.lines.map((line) => line.slice(0, LONGEST_LINE))
        : cell.lines;
      const origin: Cell = {
        text: lines.join(' '),
        lines,
        header: cell.header,
        origin: true,
        across: true,
      };
      // rowspan 0 reaches to the end of its group: here, of the table.
      const down = cell.rowspan === 0 ? rows.length - top : Math.min(cell.rowspan, rows.length - top);
      const right = Math.min(Math.max(cell.colspan, 1), WIDEST - column);
      const below: Cell = { ...origin, origin: false };
      const beside: Cell = { ...origin, across: false };
      for (let y = 0; y < down; y++) {
        const target = grid[top + y] ?? [];
        for (let x = 0; x < right; x++)
          target[column + x] ??= y === 0 ? (x === 0 ? origin : beside) : x === 0 ? below : { ...below, across: false };
      }
      column += right;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? EMPTY_CELL));
}

const isContinued = ({ lines, colspan, rowspan }: SpannedCell): boolean =>
  lines.length === 1 && colspan === 1 && rowspan === 1 && AS_ABOVE.test(lines[0] ?? '');
