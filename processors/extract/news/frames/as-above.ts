import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { shareOf, tame } from './borrowed.ts';
import { sidesIn } from './meter.ts';
import { topicOf } from './rate-topic.ts';

/** How many sentences above may say what a bare sum is per. */
const REACH = 3;
/** How far a price may be from those above it and still be one of them. */
const ALIKE = 40;

/** What stands right before a bare sum that is a price. */
const LEADS =
  /(?:[,，:：、]|为|是|[要收卖报挂标开叫喊付掏花给租]|只|仅|约|近|[至到]|价格?|在|需|元则|则)(?:了|出|着)?(?:不到|超过?|逾)? ?$/;
const NO_PRICE =
  /^ ?的?(?:营收|收入|利润|亏损|投资|预算|市场|规模|罚|融资|订单|合同|差距?|价差|补贴|代金|优惠券|额度)|^ ?(?:左右)?的(?:差|缺)/;
/** A sum that is none of the price: 多花0.2元, 便宜0.3元. */
const STEP =
  /(?:差|多[花付收]|少[花付收]|省|节省|便宜|贵|涨|降|高出?|低|减|加|优惠|返|送|充|满|补贴|奖励|罚)了?(?:约|近|大约)? ?$/;
const METERS: ReadonlySet<Rate['meter']> = new Set([
  'token',
  'hour',
  'gpu_hour',
  'storage_gb_month',
  'image',
  'second',
]);

/** "…每GB每月0.023美元。Cloudflare R2稍低，0.015美元": a bare sum of a Chinese text, after sentences that price one thing by its unit, is per that unit. */
export function rateAsAbove(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  if (!hasHan(reading.text) || [...rates.values()].some(({ own }) => own)) return;
  const bare = money.filter((q) => !rates.has(q) && isBare(reading, q));
  if (bare.length === 0) return;
  const above = rateNear(article, reading);
  if (!above) return;
  for (const q of bare) {
    const value = Number(q.min ?? q.max);
    if (q.currency !== above.currency || value > above.most * ALIKE || value * ALIKE < above.least) continue;
    rates.set(q, { rate: { ...shareOf(above.rate, q), side: above.rate.side }, own: false });
  }
}

/** True where a bare sum is how far a price is from another, or no price at all. */
export const isStep = (text: string, q: Quantity): boolean =>
  STEP.test(text.slice(Math.max(0, q.start - 8), q.start)) || NO_PRICE.test(text.slice(q.end, q.end + 8));

/** True where the words around a bare sum of a Chinese sentence make it a price, and no part of one. */
export const standsAsPrice = (text: string, q: Quantity): boolean =>
  LEADS.test(text.slice(Math.max(0, q.start - 6), q.start)) && !isStep(text, q);

const isBare = ({ text, entities }: Reading, q: Quantity): boolean =>
  q.rate === null &&
  tame(q) &&
  standsAsPrice(text, q) &&
  (PRICED.test(text.slice(0, q.start)) ||
    sidesIn(text, Math.max(0, q.start - 16), q.start).length > 0 ||
    entities.some((e) => (isActor(e) || e.kind === 'chip') && e.end <= q.start));
/** 按需价大致落在, 中位数是: a price is told, of whomever. */
const PRICED = /(?:[按即现]?[需期时货]价|均价|中位数|报价|租金|要价|叫价|单价|价格|价位)[^,，。;；\d]{0,8}$/;

interface Above {
  readonly rate: Rate;
  readonly currency: string;
  readonly least: number;
  readonly most: number;
}

/** The one unit of the sentences right above that price something; null where they have none, or several. */
function rateNear(article: Article, reading: Reading): Above | null {
  for (const i of article.thread.before(reading.index, REACH)) {
    const sentence = article.sentences[i];
    if (!sentence || reading.block - sentence.block > 1) return null;
    const above = article.reading(i);
    const sums = above.quantities.filter((q) => q.unit === 'money' && !q.large);
    if (sums.length === 0) continue;
    const rate = sums.find((q) => q.rate !== null)?.rate ?? topicOf(above.text, sums[0]?.start ?? 0, sums);
    if (!rate) continue;
    if (!METERS.has(rate.meter) || sums.some((q) => q.rate !== null && q.rate.meter !== rate.meter)) return null;
    const sides = new Set(sidesIn(above.text, 0, above.text.length).map(({ side }) => side));
    const [side] = sides;
    // 命中缓存的部分只收0.1元: the side is told here.
    const own = sidesIn(reading.text, 0, reading.text.length).length > 0;
    if (rate.meter === 'token' && !own && (sides.size !== 1 || side === undefined)) return null;
    const values = sums.map((q) => Number(q.min ?? q.max));
    const currency = sums[0]?.currency ?? '';
    return {
      rate: { ...rate, side: own ? null : (rate.side ?? (rate.meter === 'token' ? (side ?? null) : null)) },
      currency,
      least: Math.min(...values),
      most: Math.max(...values),
    };
  }
  return null;
}
