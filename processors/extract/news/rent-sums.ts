import type { MoneyAround } from './money-around.ts';
import type { Quantity } from './quantity.ts';
import { type Rate, rateAfter, rateBefore } from './rates.ts';

/** What is asked for a machine or a card, and what leads from there to the sum: 月租从年初5.5万, 报价已到7万. */
const ASKED =
  /(?:[月年日时周]租金?|租金|租价|月费|年费|月付|报价|售价|单价|标价|挂牌价)[^,，。;；\d]{0,14}(?:\d[\d.]*万?[^,，。;；\d]{0,8})?$/;
/** H200也由7万涨到8.8万: another, whose sum moves as the one before it. */
const MOVES = /(?:[由从自][^,，。;；\d]{0,4}|[涨升降跌落掉提砍调][到至为])了?(?:约|近)?$/;
/** What a number that says a sum may have behind it. */
const BARE =
  /^(?:多|左右|上下|出头|以[上下内])?(?:$|[,，。;；、)）/]|[涨升降跌落掉提砍调回到至为变起]|每|一[个台张]|不等)/;
/** H100每小时2.6美元；国内H20月租由5万涨到6.2万 */
const AT_HOME = /国[内产][^,，。;；]*$/;
/** Nobody rents a card for less, or a machine for more, in 元. */
const [LEAST, MOST] = [1000, 5_000_000];

/** "8卡H100整机月租从5.5万涨到7万": a bare number in 万 that is asked for something is a sum, in 元 unless the text counts in another money. */
export function withRents(text: string, quantities: readonly Quantity[], around: MoneyAround): Quantity[] {
  let rent: Rate | null = null;
  return quantities.map((q) => {
    const size = Number(q.min ?? q.max);
    if (
      q.unit !== 'number' ||
      !/[万千]$/.test(text.slice(q.start, q.end)) ||
      size < LEAST ||
      size > MOST ||
      !BARE.test(text.slice(q.end))
    )
      return q;
    const lead = text.slice(Math.max(0, q.start - 40), q.start);
    const asked = ASKED.test(lead);
    if (!asked && !(rent && MOVES.test(lead))) return q;
    const rate: Rate | null = rateAfter(text, q.end) ?? (asked ? rateBefore(text, q.start) : null) ?? rent;
    if (!rate) return q;
    rent = rate;
    return { ...q, unit: 'money', currency: AT_HOME.test(lead) ? 'CNY' : (around.sole() ?? 'CNY'), large: false, rate };
  });
}
