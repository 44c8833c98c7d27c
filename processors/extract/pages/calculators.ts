import { fold } from '../../normalise/fold.ts';
import { findAmounts } from './amounts.ts';
import type { Grid } from './model.ts';
import type { PageContext } from './page-context.ts';

/** Tokens that rates are stated for; what is reckoned may be for any number. */
const RATES: ReadonlySet<number> = new Set([1000, 1_000_000]);

/**
 * What a calculator reckons with: of its table the columns of names and those that state a rate of tokens ("Input / 1K tokens"),
 * without what it works out ("Per call", "Total"). Null where no column states one.
 */
export function ratesOf(grid: Grid, page: PageContext): Grid | null {
  const [head = [], ...rows] = grid.rows;
  const kept = head.map((cell, column) => {
    const label = page.label(cell.text);
    const counted = label.unit?.dimension === 'token' ? label.unit.count : 0;
    if (label.directions.length > 0 && !label.sum && RATES.has(counted)) return 'rate';
    const money = rows.some(
      (row) => row[column]?.across && findAmounts(fold(row[column].text), page.currencies).length > 0,
    );
    return money ? 'sum' : 'name';
  });
  if (!kept.includes('rate')) return null;
  return { ...grid, rows: grid.rows.map((row) => row.filter((_, column) => kept[column] !== 'sum')) };
}
