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

/** "按每百万tokens计，A卖8元，B卖4.8元", "同样一百万输出tokens，A收25美元", "进0.8元，出4.8元，都以百万tokens计", "每千次请求要交一笔搜索费，低档5美元": told once for the bare sums of a Chinese sentence. */
export function rateOfTopic(
  { text }: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  const bare = money.filter((q) => !rates.has(q) && q.rate === null && tame(q));
  const [first, last] = [bare[0], bare.at(-1)];
  if (!first || !last) return;
  const topic = topicOf(text, first.start, money) ?? unitBehind(text, last.end) ?? unitOfAll(text, last.end);
  if (!topic) return;
  // 甲6.1美元；乙7.9美元，均为每卡每小时: of all of them, however they are kept apart.
  const stop = /[均都皆全]/.test(text.slice(last.end, topic.start)) ? /。/ : STOP;
  for (const q of bare)
    if (!stop.test(text.slice(Math.min(topic.end, q.end), Math.max(topic.end, q.start))))
      rates.set(q, { rate: { ...shareOf(topic, q), side: topic.side }, own: topic.side !== null });
}
const STOP = /[;；。]/;

/** The unit that a Chinese sentence names before its first sum at `at`, its place in the sentence; null where it names none. */
export function topicOf(text: string, at: number, money: readonly Quantity[]): Rate | null {
  const lead = text.slice(0, at);
  if (!MAY_OPEN.test(lead)) return null;
  for (const match of matches(UNIT_OPENS, lead)) {
    const start = match.index + match[0].length;
    const rate = rateAfter(`每${lead.slice(start)}`, 0);
    if (!rate || rate.meter === 'year') continue;
    const end = start + rate.end - 1;
    const rest = TOPIC_ENDS.exec(lead.slice(end));
    if (!rest || money.some((q) => q.start > end && q.end < at)) continue;
    return {
      ...rate,
      start: match.index,
      end,
      side: rate.side ?? sidesIn(lead, Math.max(0, match.index - 2), end + rest[0].length)[0]?.side ?? null,
    };
  }
  return null;
}
/** What has a unit, and a comma or a colon behind it. */
const MAY_OPEN = /[每1一][^,，:：]*[,，:：]/;
const UNIT_OPENS =
  /每(?:一|1(?!\d))?(?=.)|(?<=^|[,，:：;；] ?|同样|同样是|同是|同为|都是|处理|生成|调用|输入|输出|跑完?|的)(?:一|1(?= ?百万))(?= ?[百千万个张次秒小]|$)/g;
const TOPIC_ENDS =
  /^ ?(?:的?(?:输入|输出)?(?:价格?|单价|定价|费用|成本|租金))?(?:输入|输出)?(?:为单位|为口径|为准|计费?|计算|计价|来[计算看说]|[算看]|而言|收费|对比|比较|换算|折算|(?:调用|请求|搜索|查询|检索|图片)?(?:还|都|另外?|再|也|额外|单独)*[要需会]?(?:另?收取?|加收|交|缴|付|掏)(?:一[笔份])?[^,，。;；:：\d]{0,6}[费钱])?(?:下来)? ?[,，:：]/;

/** …，都以百万tokens计; (均为每百万tokens) */
function unitBehind(text: string, from: number): Rate | null {
  const match = UNIT_BEHIND.exec(text.slice(from));
  if (!match) return null;
  const end = from + match[0].length;
  const rate = rateAfter(`每${text.slice(end)}`, 0);
  return rate && { ...rate, start: end, end };
}
/** "an A100 at $4.00 and an H100 at $10.00 on demand, both per GPU-hour" */
function unitOfAll(text: string, from: number): Rate | null {
  const match = OF_ALL.exec(text.slice(from));
  const end = match && from + match[0].length;
  return end === null ? null : rateAfter(text, end);
}
const OF_ALL =
  /^(?:[^.;$€£¥]|\.\d){0,50}[,(] ?(?:and )?(?:all|both|each)(?: of them)?(?: (?:prices?|rates|figures|quoted|priced|given|billed|stated|in (?:us )?dollars|usd))*(?= (?:per|an?|by the) )/;
const UNIT_BEHIND =
  /^[^。;；\d]{0,6}[,，(] ?(?:单位)?(?:[均都皆全]?[以按]照?|[均都皆]为|[均都皆]是|单位[:：为是]?)(?:元 ?\/ ?)?每?(?=[百千万gt张小秒次卡])/;
