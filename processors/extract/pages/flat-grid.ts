import { type Element, elementsOf, isBlock, isSkipped } from './dom.ts';
import { resolveSpans, type SpannedCell } from './grid.ts';
import { isAmount } from './heads-amounts.ts';
import type { Grid } from './model.ts';
import { cellOf, isHeader, textOf } from './plain-header.ts';

const WIDEST = 12;

/**
 * A table whose cells are all children of one element, as a grid of the style sheet lays them out: no element is a row, and
 * the number of columns shows in what the cells hold. Null where no number of columns puts a header over rows of its kind.
 */
export function flatGrid(root: Element): Grid | null {
  const children = elementsOf(root).filter((child) => !isSkipped(child) && child.name !== 'hr');
  if (children.length < 4 || children.length > 2000 || children.some(holdsBlocks)) return null;
  const cells = children.map((child) => cellOf(child, false));
  for (let width = 2; width <= WIDEST && width * 2 <= cells.length; width++) {
    // Two items of a list over two others are items.
    if (cells.length % width !== 0 || (cells.length === 4 && /^[uo]l$/.test(root.name))) continue;
    const [header, ...rows] = rowsOf(cells, width);
    if (header !== undefined && fits(header, rows, width))
      return { rows: resolveSpans([header.map((cell) => ({ ...cell, header: true })), ...rows]), caption: null };
  }
  return null;
}

const holdsBlocks = (cell: Element): boolean => elementsOf(cell).filter(isBlock).length > 1;

const rowsOf = (cells: readonly SpannedCell[], width: number): SpannedCell[][] =>
  Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width));

/** Names in the first column, and every other column of amounts or of none, throughout. */
function fits(header: readonly SpannedCell[], rows: readonly SpannedCell[][], width: number): boolean {
  if (rows.some(([name]) => name === undefined || name.lines.length === 0 || isAmount(textOf(name)))) return false;
  const priced = Array.from({ length: width }, (_, column) =>
    rows.filter((row) => row[column] !== undefined && isAmount(textOf(row[column]))),
  );
  return priced.some((column) => column.length * 2 > rows.length) && isHeader(header, width, rows);
}
