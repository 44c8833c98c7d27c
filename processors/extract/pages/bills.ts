import { fold } from '../../normalise/fold.ts';
import { findAmounts } from './amounts.ts';
import type { PageContext } from './page-context.ts';
import type { PricedCell } from './priced-cells.ts';
import type { Segment } from './segments.ts';

const TOTAL = /^(?:grand |estimated )?(?:sub-?)?total\b|^sum\b|^合计|^总计|^小计|^总费用|^合計/i;
/** What is rounded differs by less. */
const ROUNDED = 0.005;

/** True for a bill: amounts without a unit of their own, and under all of them, in a row called so, their total. */
export function isBill(segment: Segment, priced: readonly PricedCell[], { currencies }: PageContext): boolean {
  const last = segment.rows.findLast(({ cells }) => TOTAL.test(fold(cells[0]?.text ?? '')));
  if (last === undefined) return false;
  return [...Map.groupBy(priced, ({ column }) => column)].every(([column, cells]) => {
    const [total] = findAmounts(fold(last.cells[column]?.text ?? ''), currencies);
    const above = cells.filter(({ row }) => row.index < last.index);
    if (total === undefined || above.length < 2) return false;
    const parts = above.flatMap(({ readings }) => readings.map(({ amount }) => amount));
    const sum = parts.reduce((all, { amount }) => all + Number(amount), 0);
    const whole = Number(total.amount);
    return parts.every(({ unit }) => unit === null) && Math.abs(sum - whole) <= whole * ROUNDED;
  });
}

/** "Your estimated cost:", "Monthly total", "Typical spend:" over an amount: what some use comes to. */
const COMES_TO =
  /^(?:your |monthly |estimated |typical |average |projected |total )+(?:costs?|spend|total|bill|price|estimate)\b.{0,12}$/i;
/** "Estimate only. Actual use varies." */
const IS_ESTIMATE = /^(?:this is )?(?:an |just an |only an )?estimate\b/i;

/** True for an amount that a calculator shows, by the lines above and below it. */
export const isReckonedUp = (above: string, below: string): boolean => COMES_TO.test(above) || IS_ESTIMATE.test(below);

/** "≈ $648 / month" */
const ABOUT_A_MONTH =
  /^\(?(?:[≈~≃]|about\b|approx\.?|roughly\b|est\.?)\s*\p{Sc}?\s?\d.*(?:\/|\bper\b|\ba\b) ?(?:mo|month)\b/iu;
const BY_THE_HOUR = /(?:\/|\bper\b|\ban\b) ?(?:\p{L}+ ?(?:\/|-|per) ?)?h(?:ou)?r?s?\b/iu;
/** A card has its price within so many lines. */
const WITHIN = 10;

/** True for what a month of hours comes to, about, below the price of one: no price of its own. */
export const comesToMonth = (text: string, above: readonly { readonly text: string }[]): boolean =>
  ABOUT_A_MONTH.test(text) && above.slice(-WITHIN).some((one) => BY_THE_HOUR.test(one.text));
