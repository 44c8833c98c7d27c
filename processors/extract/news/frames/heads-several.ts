import type { Draft } from '../draft.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const LEADS = /^[^,，。;；.]{0,8}[:：]/;

/** API 价格降低一半：甲 4→2，乙 0.2→0.1: a percentage that a colon sets over the prices of several things, a claim of its own. */
export function headsSeveral({ text, start }: Reading, q: Quantity, priced: readonly Draft[]): boolean {
  if (q.unit !== 'percent' || !LEADS.test(text.slice(q.end, q.end + 12))) return false;
  const things = new Set(
    priced
      .filter((d) => d.kind === 'price_change' && d.oldValue != null && (d.valueStart ?? 0) - start > q.end)
      .map((d) => d.object),
  );
  return things.size > 1;
}

/** The prices below such a percentage, without it. */
export const withoutHead = (priced: readonly Draft[], q: Quantity): Draft[] =>
  priced.map((d) => (Math.abs(d.growth ?? 0) === Number(q.min) ? { ...d, growth: null } : d));
