import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { tame } from './borrowed.ts';

/** Up to its sum: what people subscribe to, by its name. */
const PLAN =
  /\b(?:(?:chatgpt|codex) (?:plus|pro|go|team|business)|claude (?:pro|max|team)|google ai (?:pro|ultra|plus)|(?:github )?copilot (?:pro|business|enterprise)|supergrok(?: heavy)?|cursor (?:pro|ultra|teams)|perplexity (?:pro|max))\+?(?: plan)?(?: ?\(|[,:]? (?:is|was|costs?|at|for|stays at|staying at|runs?|goes for|remains at)(?: still| just| only)?)? ?$/;

/** "Codex comes with ChatGPT Plus ($20)": paid by the month, whatever else the text prices. */
export function planByName(
  { text }: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  for (const q of money) {
    if (rates.has(q) || q.rate !== null || !tame(q)) continue;
    if (PLAN.test(text.slice(Math.max(0, q.start - 48), q.start)))
      rates.set(q, { rate: { start: q.end, end: q.end, meter: 'month', per: 1, side: null }, own: false });
  }
}
