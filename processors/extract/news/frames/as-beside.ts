import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { shareOf, tame } from './borrowed.ts';
import { sidesIn } from './meter.ts';

/** Between a name and its sum. */
const HAS =
  /^(?: ?[(（][^()（）]{1,12}[)）])? ?(?:整机|单卡|[八8]卡|服务器|节点|裸金属)?(?:[\u4e00-\u9fff]{1,6}后?[企维持稳]{1,2}[稳持定]?[在于]|[:：]|约|则|也|仍|仅|只|为|是|要|报|价|在|需)* ?$/;
/** Copilot每月10美元，Pro+ 39美元: the name of a plan. */
const PLAN =
  /(?:^|[^a-z])(?:pro ?\+?|plus|max|ultra|teams?|lite|business|enterprise|premium|starter|basic|go|(?:个人|专业|团队|企业|商业|旗舰|标准|基础|高级|入门|进阶)(?:版|档|套餐)) ?(?:[:：]|约|则|也|仍|还|依旧|依然|维持|保持|仅|只|为|是|要|报|价|在|需|卖)* ?$/;
/** 三年承诺价1.2美元/芯片时，按需价仍是2.9美元: the same bought otherwise. */
const OTHERWISE = /(?:按需|现货|标准|目录|官网|长约|短租|竞价|承诺|预留)价格?(?:则|也|还|仍|依[旧然])*[是为]? ?$/;
/** How far a price may be from those beside it and still be one of them. */
const ALIKE = 15;

/** "L40S：RunPod 0.79美元/时；Vast.ai 0.55美元/时；CoreWeave 2.25美元": a bare sum right behind a name, after sums that all have one unit, has it too. */
export function rateAsBeside(
  { text, entities }: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  if (rates.size === 0 || !hasHan(text)) return;
  for (const q of money) {
    if (rates.has(q) || q.rate !== null || !tame(q)) continue;
    const named = entities.some(
      (e) => (isActor(e) || e.kind === 'chip') && e.end <= q.start && HAS.test(text.slice(e.end, q.start)),
    );
    const plan = !named && PLAN.test(text.slice(0, q.start));
    if (!named && !plan && !OTHERWISE.test(text.slice(0, q.start))) continue;
    const before = money.filter((other) => other.end <= q.start && rates.has(other));
    const [first, ...more] = before.flatMap((other) => rates.get(other)?.rate ?? []);
    const last = before.at(-1);
    if (!first || !last || last.currency !== q.currency) continue;
    // DeepSeek-V4 0.5元/百万tokens，GLM-5 1.2元: of models told by one price each.
    if (first.meter === 'token' && (first.side !== null || sidesIn(text, 0, text.length).length > 0)) continue;
    if (plan && first.meter !== 'month') continue;
    if (more.some(({ meter, per }) => meter !== first.meter || per !== first.per)) continue;
    const ratio = Number(q.min ?? q.max) / Number(last.min ?? last.max);
    if (ratio < ALIKE && ratio > 1 / ALIKE) rates.set(q, { rate: shareOf(first, q), own: false });
  }
}
