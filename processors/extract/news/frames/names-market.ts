import { clauseAt } from '../context.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

/** "谷歌已搭建规模约2000亿美元的架构", "数十亿美元规模的业务": the size of something is no market. */
export function sizesMarket(reading: Reading, q: Quantity, { cue }: Found): boolean {
  if (reading.text.slice(cue.start, cue.end) !== '规模') return true;
  if (cue.start >= q.end) return false;
  const before = reading.text.slice(clauseAt(reading, cue.start)[0], cue.start);
  if (OF_A_DEAL.test(reading.text.slice(0, cue.start)) || IS_A_DEAL.test(reading.text.slice(q.end))) return false;
  return !reading.entities.some((e) => isActor(e) && e.start >= cue.start - before.length && e.end <= cue.start)
    ? !/搭建|打造|形成|达成|完成|采购|投资|基金|债券|信贷/.test(before)
    : /市场|产业|行业|赛道/.test(before);
}

/** 这笔协议规模约为…, 规模约1.2万亿美元的合作协议 */
const OF_A_DEAL = /(?:协议|合同|交易|合作|订单|项目|计划|基金|债券|贷款|预算)[,，]?的?(?:总|整体|合计)?$/;
const IS_A_DEAL = /^的?[^,，。;；\d]{0,14}(?:协议|合同|交易|合作|订单|项目|计划|基金|债券|贷款|融资)/;

/** "cloud spending": no house spends it, whoever is named beside, where the word itself says market. */
export const callsItMarket = ({ text }: Reading, { cue }: Found): boolean =>
  cue.end - cue.start > 8 || /market|市场|规模|^tam$/.test(text.slice(cue.start, cue.end));
