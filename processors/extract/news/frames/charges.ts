import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

/** 计提库存及采购承诺费用45亿美元, 确认资产减值损失3亿, 重组费用19亿 */
const CHARGE =
  /(?:计提|减值|重组|跌价)[^,，。;；\d]{0,20}(?:费用|损失|准备|拨备|支出)(?:总额|合计|共计|金额)?(?:为|达|约|近|超过?|共|高达)* ?$/;
const WROTE_OFF = /(?:计提|减记|减值)了?(?:约|近|超过?|高达)* ?$/;
const OF_WHAT = /^的?[^,，。;；\d]{0,24}(?:费用|损失|减值|准备|拨备)/;

/** AWS贡献356亿美元: a business that opens its sentence brings in so much, whatever was told before. */
const BRINGS_IN = /^(?!.*其中)[^,，。;；\d]{2,30}(?:贡献|带来)了?(?:大?约|近|超过?|逾)* ?$/;
export function bringsIn({ text }: Reading, q: Quantity): Found | null {
  if (!BRINGS_IN.test(text.slice(0, q.start)) || /^的?[^,，。;；\d]{0,6}(?:税|gdp|产值|就业)/.test(text.slice(q.end)))
    return null;
  return { cue: { kind: 'revenue', start: q.start, end: q.start }, cost: 2 };
}

/** What a house writes off or sets aside, a figure of its results like any other. */
export function writtenOff({ text }: Reading, q: Quantity): Found | null {
  const lead = text.slice(0, q.start);
  const at = CHARGE.exec(lead)?.index ?? (OF_WHAT.test(text.slice(q.end)) ? WROTE_OFF.exec(lead)?.index : undefined);
  return at === undefined ? null : { cue: { kind: 'commerce', start: at, end: at + 2 }, cost: 2 };
}
