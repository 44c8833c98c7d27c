import { fold } from '../../normalise/fold.ts';
import { findAmounts } from './amounts.ts';
import type { Cell, Grid, Line } from './model.ts';
import type { PageContext } from './page-context.ts';
import { isSpend } from './spends.ts';

/**
 * Plans over the columns of a comparison, each with its price under its name or in brackets behind it: "Team", "$250 / month". They are cards, and their names
 * alone head the columns. Null where no price stands in the header.
 */
export function planHeads(grid: Grid, page: PageContext): { lines: Line[]; grid: Grid } | null {
  const [first = [], ...rows] = grid.rows;
  const head = first.map((cell) => withPriceApart(cell, page));
  const [corner, ...plans] = head;
  const isPriced = (line: string) => findAmounts(fold(line), page.currencies).length > 0;
  const isPlan = (cell: Cell) => cell.lines.slice(1).some(isPriced) && !isPriced(cell.lines[0] ?? '');
  if (corner === undefined || plans.length < 2) return null;
  // Without the tag of a header: no row below is of such cells.
  const heads =
    head.every((cell) => cell.header) || (rows.length > 0 && !rows.some((row) => row.slice(1).some(isPlan)));
  if (!heads) return null;
  if (corner.lines.some(isPriced) || plans.filter(isPlan).length * 2 < plans.length) return null;
  const lines = plans.flatMap((cell, plan) =>
    cell.lines.map((text, index): Line => ({ text, level: index === 0 ? 3 : 0, path: [-1 - plan] })),
  );
  const names = head.map((cell) => {
    const first = cell.lines.slice(0, 1);
    return isPlan(cell) ? { ...cell, lines: first, text: first.join(' ') } : cell;
  });
  return { lines, grid: { ...grid, rows: [names, ...rows] } };
}

/** "Team ($250 / month)" as a name and a price below it. */
export function withPriceApart(cell: Cell, page: PageContext): Cell {
  const [, name, price = ''] = /^(.+?)\s*[(（]([^()（）]+)[)）]$/.exec(cell.text) ?? [];
  const isRate =
    !isSpend(fold(price)) &&
    findAmounts(fold(price), page.currencies).some(({ amount, unit }) => unit !== null || Number(amount) === 0);
  return name === undefined || !isRate ? cell : { ...cell, lines: [name, price] };
}
