import type { Quantity } from '../quantity.ts';
import { type Rate, rateAfter } from '../rates.ts';
import { PER_MILLION, shareOf, tame } from './borrowed.ts';
import { inOrOut } from './meter.ts';

/** Sums with "in" or "out" behind them get that side, and the unit told behind it or behind the next: "$3 in / $15 out per 1k". */
export function inAndOut(
  text: string,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  let below: Rate | null = null;
  for (const q of money.toReversed()) {
    const own = rates.get(q)?.rate ?? null;
    const behind = own?.end ?? q.end;
    const hit = inOrOut(text, q.end) ?? (behind > q.end ? inOrOut(text, behind) : null);
    if (!hit || !tame(q)) {
      below = null;
      continue;
    }
    const base: Rate = own ?? rateAfter(text, hit.end) ?? below ?? PER_MILLION;
    below = base;
    if (base.meter === 'token') rates.set(q, { rate: { ...shareOf(base, q), side: hit.side }, own: own !== null });
  }
}
