import { fold } from '../../normalise/fold.ts';
import { findAmounts } from './amounts.ts';
import type { Cell, Grid, Line } from './model.ts';
import type { PageContext } from './page-context.ts';
import { withPriceApart } from './plan-heads.ts';

/**
 * Rates in the header of a table whose prices stand in other columns, each of what its column counts: "Plan | Storage ($0.08 / GB) | Price per month" over
 * "Small | 25 GB | $5". They are lines, and the words alone head the columns. Null where there are none.
 */
export function ratesInHeads(grid: Grid, page: PageContext): { lines: Line[]; grid: Grid } | null {
  const [first = [], ...rows] = grid.rows;
  const isPriced = (text: string) => findAmounts(fold(text), page.currencies).length > 0;
  if (rows.length === 0 || first.some((cell) => !cell.across)) return null;
  const isOver = (column: number) => rows.some((row) => isPriced(row[column]?.text ?? ''));
  const head = first.map((cell, column) =>
    column > 0 && isPriced(cell.text) && !isOver(column) ? withPriceApart(cell, page) : cell,
  );
  const isRate = (cell: Cell, column: number) =>
    cell !== first[column] || (cell.lines.length > 1 && cell.lines.slice(1).some(isPriced) && !isOver(column));
  // An amount that nothing is taken from makes no header.
  if (head.some((cell, column) => isPriced(cell.text) && !isRate(cell, column))) return null;
  const rates = head.filter(isRate);
  if (rates.length === 0 || !head.some((_, column) => isOver(column))) return null;
  const lines = rates.flatMap(({ lines: [name = '', ...rest] }, rate): Line[] => [
    { text: name, level: 3, path: [-1 - rate] },
    { text: rest.join(' '), level: 0, path: [-1 - rate] },
  ]);
  const names = head.map((cell, column): Cell => {
    const name = cell.lines.slice(0, 1);
    return isRate(cell, column) ? { ...cell, lines: name, text: name.join(' ') } : cell;
  });
  return { lines, grid: { ...grid, rows: [names, ...rows] } };
}
