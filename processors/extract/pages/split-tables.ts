import { findAmounts } from './amounts.ts';
import type { Block, Cell, Grid } from './model.ts';
import type { PageContext } from './page-context.ts';

/** A table that is only a header and the headless table of the same width right after it are one table. */
export function joinSplitTables(blocks: readonly Block[], page: PageContext): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (
      block.kind === 'table' &&
      last?.kind === 'table' &&
      isHeadOnly(last.grid, page) &&
      isHeadless(block.grid) &&
      fits(last.grid, block.grid)
    ) {
      joined[joined.length - 1] = {
        ...block,
        grid: {
          rows: [
            ...last.grid.rows.map((row) => row.slice(0, width(block.grid)).map((cell) => ({ ...cell, header: true }))),
            ...block.grid.rows,
          ],
          caption: last.grid.caption ?? block.grid.caption,
        },
        around: { ...block.around, before: last.around.before, own: last.around.own },
      };
    } else joined.push(block);
  }
  return joined;
}

/** Of one width, the empty cell over a scroll bar left out. */
const fits = (head: Grid, body: Grid): boolean =>
  width(head) === width(body) || (width(head) === width(body) + 1 && head.rows.every((row) => row.at(-1)?.text === ''));

const width = (grid: Grid): number => grid.rows[0]?.length ?? 0;
const isHeadOnly = (grid: Grid, page: PageContext): boolean =>
  grid.rows.length > 0 &&
  grid.rows.length <= 3 &&
  width(grid) > 1 &&
  grid.rows.every((row) => row.every((cell) => cell.header) || row.every((cell) => saysNoPrice(cell, page)));

const saysNoPrice = ({ text }: Cell, page: PageContext): boolean =>
  text.length < 80 && findAmounts(text, page.currencies).length === 0;

/** The first cell of a row may head the row. */
const isHeadless = (grid: Grid): boolean =>
  grid.rows.length > 0 && !(grid.rows[0] ?? []).some((cell, column) => column > 0 && cell.header && cell.text !== '');
