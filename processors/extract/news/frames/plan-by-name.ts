import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { tame } from './borrowed.ts';

const PLANS =
  '(?:(?:chatgpt|codex) (?:plus|pro|go|team|business)|claude (?:pro|max|team)|google ai (?:pro|ultra|plus)|(?:github )?copilot (?:pro|business|enterprise)|supergrok(?: heavy)?|cursor (?:pro|ultra|teams)|perplexity (?:pro|max))\\+?(?: plan)?';
const MAKES_PLANS = /chatgpt|codex|claude|google ai|copilot|supergrok|cursor|perplexity/;
/** Up to its sum: what people subscribe to, by its name. */
const PLAN = new RegExp(
  `\\b${PLANS}(?: alone| itself)?(?: ?\\(|[,:]? (?:is|was|costs?|at|for|stays at|staying at|runs?|goes for|remains at)(?: still| just| only)?| ?(?:版|档|套餐|会员|订阅)?(?:的|那?每月的?|卖|收|是|为|要|只要|仅|售价|定价|起价|月费|订阅费){1,2}(?:每月)?(?:约|才|只)?)? ?$`,
);
const NAMED = new RegExp(
  `.*\\b(${PLANS}(?: alone| itself)?(?: ?\\(|[,:]? (?:is|was|costs?|at|for|stays at|runs?|goes for|remains at|sells for)(?: still| just| only)?| ?(?:版|档|套餐|会员|订阅)?(?:的|卖|收|是|为|要|售价|定价|月费)(?:每月)?约?)? ?)$`,
);

/** "Poe starts at $4.99; ChatGPT Plus alone is $20": whose plan a price is of, whoever sells access to its models; undefined elsewhere. */
export const ownerOfPlan = ({ text, entities }: Reading, q: Quantity): Entity | undefined => {
  const from = Math.max(0, q.start - 60);
  const lead = text.slice(from, q.start);
  const said = MAKES_PLANS.test(lead) ? NAMED.exec(lead) : null;
  const at = said ? from + said.index + said[0].length - (said[1]?.length ?? 0) : -1;
  return said ? entities.find((e) => isActor(e) && e.start <= at && e.end > at) : undefined;
};
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
