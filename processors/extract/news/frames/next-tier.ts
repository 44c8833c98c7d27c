import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Amount } from './amount.ts';
import { TIER_BEHIND } from './tiers.ts';

const OR = /^,? (?:or|and|but|rising to|going to|then) (?:about |only |just )?$/;

/** "Cache reads are $0.10, or $0.20 above 200K": what the same costs in the next tier, which is told behind its sum. */
export function nextTiers({ text }: Reading, money: readonly Quantity[], found: readonly Amount[]): Amount[] {
  const tiers: Amount[] = [];
  for (const [i, q] of money.entries()) {
    const previous = money[i - 1];
    if (!previous || q.rate !== null || previous.currency !== q.currency || found.some((amount) => amount.q === q))
      continue;
    const lead = text.slice(Math.max(previous.end, previous.rate?.end ?? 0), q.start);
    if (!OR.test(lead) || !TIER_BEHIND.test(text.slice(q.end))) continue;
    for (const amount of found) if (amount.q === previous) tiers.push({ ...amount, q, own: false });
  }
  return tiers;
}
