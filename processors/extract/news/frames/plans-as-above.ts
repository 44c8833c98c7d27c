import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { shareOf, tame } from './borrowed.ts';

/** Up to its sum: an edition that people subscribe to. */
const EDITION =
  /(?:(?<![a-z])(?:lite|pro|max|mini|plus|ultra|go|starter|basic|standard|team|teams|business|premium|allegro|allegretto|moderato|andante|vivace)\+?|(?:基础|标准|专业|旗舰|高级|入门|体验|个人|团队|尊享|企业|轻享|畅享)[版档款]?|(?:coding plan|code|coding) ?(?:会员|套餐)?|会员|套餐|订阅)(?:版|档|款|套餐|会员)?(?:则|为|是|卖|要|仅|只|还|仍|维持在?|定[在为]|定价|收|月费|每月)*[:：]? ?$/;
/** What is paid by the month or the year. */
const SUBSCRIBED = /plan|coding|code|套餐|会员|订阅|月费|版|档|(?<![a-z])(?:lite|pro|max|plus|go)(?![a-z])/;

/** "甲 Coding Plan：Lite 40元/月。乙 Coding：Lite 49元、Pro 149元": editions of another house, by the month as those above in the same paragraph. */
export function plansAsAbove(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  if (rates.size > 0 || money.length === 0 || !hasHan(reading.text)) return;
  const goesOn = (q: Quantity, before: Quantity | undefined): boolean =>
    before !== undefined && /^ ?[、/和] ?$/.test(reading.text.slice(before.end, q.start));
  if (
    !money.every(
      (q, i) => q.rate === null && tame(q) && (EDITION.test(reading.text.slice(0, q.start)) || goesOn(q, money[i - 1])),
    )
  )
    return;
  for (const i of article.thread.before(reading.index, 2)) {
    if (article.sentences[i]?.block !== reading.block) return;
    const above = article.reading(i);
    const rate = above.quantities.find((q) => q.rate?.meter === 'month' || q.rate?.meter === 'year')?.rate;
    if (!rate) continue;
    if (SUBSCRIBED.test(above.text)) for (const q of money) rates.set(q, { rate: shareOf(rate, q), own: false });
    return;
  }
}
