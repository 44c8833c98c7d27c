import type { Quantity } from '../quantity.ts';
import { type Rate, rateAfter } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { matches } from '../text.ts';
import { shareOf, tame } from './borrowed.ts';
import { sidesIn } from './meter.ts';

/** What the sums of a sentence buy, told ahead of them. */

const BOUGHT = new Set([1_000, 10_000, 1_000_000]);

/** "What a million output tokens costs: A, 88 cents; B, 64 cents", "a million tokens … to be had for 7 yuan": what is bought stands ahead of its prices. */
export function rateAhead(
  { text, quantities }: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  const last = money.at(-1);
  const count = quantities.find((q) => q.unit === 'tokens' && BOUGHT.has(Number(q.min)) && q.min === q.max);
  if (!last || !count || count.end > last.start || money.some((q) => !tame(q) || Number(q.max ?? q.min) > 200)) return;
  const between = text.slice(count.end, last.start);
  if (
    !/\b(?:costs?|(?:sets?|knocks?) (?:you|users|customers|them) back|pric(?:ed?|es)|goes? for|sells? for|to be had (?:for|at)|is|at|for)\b/.test(
      between,
    )
  )
    return;
  const side = sidesIn(text, count.start, count.end + 40)[0]?.side ?? null;
  const rate: Rate = { start: count.start, end: count.start, meter: 'token', per: Number(count.min), side };
  for (const q of money) rates.set(q, { rate: { ...shareOf(rate, q), side }, own: true });
}

/** "按每百万tokens计，A卖8元，B卖4.8元", "同样一百万输出tokens，A收25美元", "每GB每月，A是0.02美元": the topic of a Chinese sentence. */
export function rateOfTopic(
  { text }: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  const bare = money.filter((q) => !rates.has(q) && q.rate === null && tame(q));
  const first = bare[0];
  if (!first || !MAY_OPEN.test(text)) return;
  const lead = text.slice(0, first.start);
  for (const match of matches(UNIT_OPENS, lead)) {
    const at = match.index + match[0].length;
    const rate = rateAfter(`每${lead.slice(at)}`, 0);
    if (!rate || rate.meter === 'year') continue;
    const end = at + rate.end - 1;
    const rest = TOPIC_ENDS.exec(lead.slice(end));
    if (!rest || money.some((q) => q.start > end && q.end < first.start)) continue;
    const side = rate.side ?? sidesIn(lead, end, end + rest[0].length)[0]?.side ?? null;
    for (const q of bare)
      if (!STOP.test(text.slice(end, q.start)))
        rates.set(q, { rate: { ...shareOf(rate, q), side }, own: side !== null });
    return;
  }
}
/** What has a unit, and a comma or a colon behind it. */
const MAY_OPEN = /[每1一][^,，:：]*[,，:：]/;
const UNIT_OPENS =
  /每(?:一|1(?!\d))?(?=.)|(?<=^|[,，:：;；] ?|同样|同样是|同是|同为|都是|处理|生成|调用|跑完?|的)(?:一|1(?= ?百万))(?= ?[百千万个张次秒小]|$)/g;
const TOPIC_ENDS =
  /^ ?(?:的?(?:输入|输出)?(?:价格?|单价|定价|费用|成本|租金))?(?:输入|输出)?(?:为单位|为口径|为准|计费?|计算|计价|来[计算看说]|[算看]|而言|收费|对比|比较|换算|折算)?(?:下来)? ?[,，:：]/;
const STOP = /[;；。]/;
