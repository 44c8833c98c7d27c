import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Found } from './sums.ts';

/** So far below the market somebody else counted it, in UTF-16 units. */
const REACH = 400;
/** Who counts, by his trade or in the way he counts. */
const COUNTS = /口径|机构|报告|研报|模型跑|测算|估算|算法|统计|统计局|信通院|咨询/;
/** Leads to the figure he came to: 的数字是, 认为2025年全年只有, 说是, 同一季度. */
const LEADS =
  /(?:数字|数据|说法|估算|测算|算法|答案|统计|结论|口径|跑下来)[^。;；\d]{0,14}(?:20\d\d年[^。;；\d]{0,12})?$|(?:给出|报出|认为|估计|预计|统计|说是|算出)[^。;；\d]{0,10}(?:20\d\d年[^。;；\d]{0,12})?$|(?:同一?(?:季度|时期|年份?)|同期)(?:是|为|约|仅|只有)*$/;

/** 信通院的口径更宽，2024年是8288亿元: the market just told, as somebody else counts it. */
export function countedByAnother(reading: Reading, q: Quantity, found: Found | null, previous: Draft | null): boolean {
  if (previous?.kind !== 'market_size' || !q.large || !hasHan(reading.text)) return false;
  if (reading.start - previous.quoteEnd > REACH || (found !== null && found.cost <= 60 && found.cue.kind !== 'market'))
    return false;
  const lead = reading.text.slice(0, q.start);
  const who = COUNTS.test(lead) || reading.entities.some((e) => e.kind === 'reporter' && e.end <= q.start);
  return who && LEADS.test(lead) && !reading.entities.some((e) => isActor(e) && e.end <= q.start);
}
