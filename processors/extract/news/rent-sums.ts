import type { MoneyAround } from './money-around.ts';
import type { Quantity } from './quantity.ts';
import { type Rate, rateAfter, rateBefore } from './rates.ts';

/** What is asked for a machine or a card, and what leads from there to the sum: 月租从年初5.5万, 报价已到7万. */
const ASKED =
  /(?:[月年日时周]租金?|租金|租价|月费|年费|月付|包月|报价|售价|单价|标价|挂牌价)[^,，。;；\d]{0,14}(?:\d[\d.]*万?[^,，。;；\d]{0,8})?$/;
/** H200也由7万涨到8.8万: another, whose sum moves as the one before it. */
const MOVES = /(?:[由从自][^,，。;；\d]{0,4}|[涨升降跌落掉提砍调上][到至为])了?(?:约|近)?$/;
/** 个别小单8.5万, H200在9到10万, 现在7.8万: what else of a sentence about rents is told so is one of them. */
const ANOTHER =
  /(?:[a-z]{1,4}\d{2,4}[a-z]*|[卡机台单版家]|现在|如今|目前|今年|[上这本][个]?[月周]|已经?|直接[^,，。;；\d]{0,4}说|[年月周天]前|去年[^,，。;；\d]{0,6}|才|只要|[要开]价|[报要卖给])[^,，。;；\d]{0,6}$/;
/** What a number that says a sum may have behind it. */
const BARE =
  /^(?:多|左右|上下|出头|以[上下内]|起步?|之间|封顶)?了?(?:$|[,，。;；、)）/(（]|[涨升降跌落掉提砍调回到至为变起上]|每|一[个台张]|不等|都|还)/;
/** H100每小时2.6美元；国内H20月租由5万涨到6.2万 */
const AT_HOME = /国[内产][^,，。;；]*$/;
/** A card, or a machine of several, by the words ahead of its sum. */
const CARD =
  /(?<![a-z])(?:[habv]\d{2,3}|gb\d00|l\d0s?|[2345]0[6789]0|[49]10[bc]?|mi\d{3})(?!\d)|卡|整机|服务器|裸金属|节点|显存/;
/** Nobody rents a card for less, or a machine for more, in 元. */
const [LEAST, MOST] = [1000, 5_000_000];
/** More than any machine costs by the hour. */
const MOST_AN_HOUR = 500;
/** What is subscribed to. */
const PLAN =
  /(?:(?<![a-z])(?:lite|pro\+?|max|plus|ultra|team|starter|coding ?plan)|套餐|会员|订阅|[\u4e00-\u9fff][版档])[^,，。;；\d]{0,8}$/;
const MOST_FOR_A_PLAN = 5000;
/** How far the rents of one sentence lie apart. */
const ALIKE = 8;

const sizeOf = (q: Quantity): number => Number(q.min ?? q.max);

/** "8卡H100整机月租从5.5万涨到7万", 4090大概1.9一小时: a bare number that is asked for something is a sum, in 元 unless the text counts in another money. */
export function withRents(text: string, quantities: readonly Quantity[], around: MoneyAround): Quantity[] {
  let rent: { readonly rate: Rate; readonly size: number } | null = null;
  const sold = SOLD.exec(text);
  return quantities.map((q) => {
    if (q.unit !== 'number') return q;
    // 算力卡渠道报价：昇腾910C单卡18.5万，910B3 11万
    if (sold && q.start > sold.index + sold[0].length - 1 && isPriceOfCard(text, q))
      return { ...q, unit: 'money', currency: around.soFar() ?? 'CNY', large: false };
    const lead = text.slice(Math.max(0, q.start - 40), q.start);
    const rate: Rate | null =
      rentOf(text, lead, q, around) ?? (rent && goesOn(text, lead, q, rent.size) ? rent.rate : null);
    if (!rate) return q;
    rent = { rate, size: sizeOf(q) };
    const currency = AT_HOME.test(lead) ? 'CNY' : (around.soFar() ?? 'CNY');
    // 2.8一小时起
    const least = /^ ?起/.test(text.slice(Math.max(q.end, rate.end)));
    return { ...q, unit: 'money', currency, large: false, rate, max: least ? null : q.max };
  });
}

/** What opens a list of what cards are sold for. */
const SOLD =
  /(?:算力卡|加速卡|显卡|国产卡|gpu|芯片)[^,，。;；:：()（）]{0,4}(?:渠道|现货|市场|采购|拿货)(?:价格?|报价|行情)(?:[(（][^()（）]{0,20}[)）])?[:：]/;
const OF_A_CARD = /(?:[a-z]{0,4}\d{2,4}[a-z]?\d?|单卡|整机|一体机|超节点)[^,，。;；\d]{0,4}$/;
const isPriceOfCard = (text: string, q: Quantity): boolean =>
  /万$/.test(text.slice(q.start, q.end)) &&
  BARE.test(text.slice(q.end)) &&
  OF_A_CARD.test(text.slice(Math.max(0, q.start - 16), q.start));

const inTenThousands = (text: string, q: Quantity): boolean => /[万千]$/.test(text.slice(q.start, q.end));

/** What a bare number is asked for: words before it say that it is a rent, or what is behind it says by which time. */
function rentOf(text: string, lead: string, q: Quantity, around: MoneyAround): Rate | null {
  const size = sizeOf(q);
  const behind = rateAfter(text, q.end);
  const byTime = behind?.meter === 'month' || behind?.meter === 'hour' || behind?.meter === 'gpu_hour';
  const inReach = behind?.meter === 'month' ? size >= LEAST && size <= MOST : size <= MOST_AN_HOUR;
  // 4090大概1.9一小时
  if (byTime && inReach && CARD.test(lead) && around.rents()) return behind;
  // GLM的Lite现在49一个月
  if (behind?.meter === 'month' && size <= MOST_FOR_A_PLAN && PLAN.test(lead)) return behind;
  if (!(inTenThousands(text, q) || around.rents()) || size < LEAST || size > MOST || !BARE.test(text.slice(q.end)))
    return null;
  return ASKED.test(lead) ? (behind ?? rateBefore(text, q.start)) : null;
}

/** Another sum of a sentence that has told a rent, of about its size. */
const goesOn = (text: string, lead: string, q: Quantity, last: number): boolean =>
  (inTenThousands(text, q) || !q.large) &&
  BARE.test(text.slice(q.end)) &&
  (MOVES.test(lead) || ANOTHER.test(lead)) &&
  sizeOf(q) <= last * ALIKE &&
  sizeOf(q) * ALIKE >= last;
