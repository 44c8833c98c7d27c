import { fold } from '../../normalise/fold.ts';
import { asWritten } from '../../normalise/simplified.ts';
import { findTiers } from '../../normalise/tiers.ts';
import type { Axes } from './axes.ts';

/**
 * "with data sharing" below a name that another row has alone, or with other words below it: what tells the two rows apart. Null where the name is
 * the row's own.
 */
export function apartFromNamesakes(axes: Axes, column: number, written: string): string | null {
  if (!written.includes('\n')) return null;
  const [name = '', ...below] = linesOf(written);
  const others = cellsByName(axes, column).get(name) ?? [];
  if (others.length < 2) return null;
  const own = below.filter((line) => !others.every((lines) => lines.includes(line))).join(' ');
  if (own.length > 40 || !/\p{L}{2}/u.test(own)) return null;
  const [range] = findTiers(fold(own));
  return range === undefined ? own.replace(/^[(（](.*)[)）]$/, '$1') : asWritten(range.text, own);
}

/** The lines of a cell without footnote marks behind them. */
const linesOf = (cell: string): string[] => cell.split('\n').map((line) => line.replace(/[\s*†‡]+$/u, '').trim());

/** The cells of a column that differ, by their first lines. */
function cellsByName(axes: Axes, column: number): ReadonlyMap<string, readonly (readonly string[])[]> {
  const known = byAxes.get(axes);
  if (known !== undefined) return known;
  const cells = Map.groupBy(
    [...new Set(axes.rows.map((row) => axes.value(row, column)))].map(linesOf),
    ([name = '']) => name,
  );
  byAxes.set(axes, cells);
  return cells;
}
const byAxes = new WeakMap<Axes, ReadonlyMap<string, readonly (readonly string[])[]>>();
