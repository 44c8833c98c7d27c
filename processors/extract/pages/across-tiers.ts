import type { PricedCell } from './priced-cells.ts';
import type { DataRow } from './segments.ts';

/**
 * In a table whose columns name what is sold: which cells reach down over all tiers where other columns have a price for each. "Archive 0.03" beside
 * "0 - 1 TB 0.12" and "1 - 50 TB 0.11" is a price whatever the tier. `thingOf` says which rows are of one thing, whatever their tier; a thing of one row has no tiers.
 */
export function acrossTiers(
  rows: readonly DataRow[],
  priced: readonly PricedCell[],
  thingOf: (row: DataRow) => string,
): (row: DataRow, column: number) => boolean {
  const things = Map.groupBy(rows, thingOf);
  const own = new Set(priced.flatMap(({ row, cell }) => (cell.origin ? [row] : [])));
  return (row, column) => {
    const [first, ...below] = things.get(thingOf(row)) ?? [];
    const cell = first?.cells[column];
    return (
      below.length > 0 &&
      cell?.origin === true &&
      below.every(({ cells }) => cells[column]?.origin === false && cells[column]?.text === cell.text) &&
      below.some((other) => own.has(other))
    );
  };
}
