import { fold } from '../../normalise/fold.ts';
import { isWorked } from './decoys.ts';
import type { PricedCell } from './priced-cells.ts';
import type { DataRow } from './segments.ts';

/** Over how much somebody uses, and not over how much there is in a machine. */
const USED =
  /\busage\b|\bconsum(?:ed|ption)\b|\bused\b|^(?:hours?|quantity|volume)\b|用量|使用量|사용량|\bverbrauch|\bmenge\b|\bconsommation|\bconsumo\b|\bverbruik/i;
/** "720 hours", "4,500 GB", "10M". */
const QUANTITY = /^(\d[\d,]*(?:\.\d+)?)\s?([km]?)(?![a-z]{0,2}\d)/i;
/** A rate may be of a thousand or a million. */
const COUNTS = [1, 1e3, 1e6];
/** What is rounded differs by less. */
const ROUNDED = 0.01;

/**
 * The prices of a table without what some use of each comes to: "720 hours" under "Usage", "$0.025/hour", "$18". All of it is an example where
 * the text over the table calls it one.
 */
export function withoutWorkedSums(
  priced: readonly PricedCell[],
  headers: readonly (readonly string[])[],
  textOver: string | undefined,
): readonly PricedCell[] {
  const used = headers.findIndex((texts) => USED.test(fold(texts.at(-1) ?? '')));
  if (used < 0) return priced;
  const rows = Map.groupBy(priced, ({ row }) => row);
  const columns = new Set(priced.map(({ column }) => column));
  const sums = new Set([...columns].filter((column) => comesToIt([...rows], used, column)));
  if (sums.size === 0) return priced;
  return textOver !== undefined && isWorked(fold(textOver)) ? [] : priced.filter(({ column }) => !sums.has(column));
}

/** True where the amounts of a column are what the quantities come to at the rate of another, in every row and at least two. */
function comesToIt(
  rows: readonly (readonly [DataRow, readonly PricedCell[]])[],
  used: number,
  column: number,
): boolean {
  const told = rows.flatMap(([row, cells]) => {
    const quantity = quantityOf(row.cells[used]?.text ?? '');
    const sum = amountIn(cells.find((cell) => cell.column === column));
    if (quantity === null || sum === null) return [];
    const rates = cells.filter((cell) => cell.column !== column).flatMap((cell) => amountIn(cell) ?? []);
    return [rates.some((rate) => COUNTS.some((count) => isAbout(sum, (quantity * rate) / count)))];
  });
  return told.length > 1 && told.every(Boolean);
}

const amountIn = (cell: PricedCell | undefined): number | null => {
  const amount = Number(cell?.readings[0]?.amount.amount ?? 0);
  return amount > 0 ? amount : null;
};

const isAbout = (sum: number, product: number): boolean => Math.abs(sum - product) <= product * ROUNDED;

function quantityOf(text: string): number | null {
  const [, digits = '', scale = ''] = QUANTITY.exec(fold(text)) ?? [];
  const quantity = Number(digits.replaceAll(',', '')) * (scale === '' ? 1 : /k/i.test(scale) ? 1e3 : 1e6);
  // One of it costs its rate.
  return quantity > 1 ? quantity : null;
}
