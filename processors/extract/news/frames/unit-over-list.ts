import type { Article } from '../analysis.ts';
import { openingOfItem } from '../list-opening.ts';
import type { Quantity } from '../quantity.ts';
import { type Rate, rateAfter } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';
import { shareOf, tame } from './borrowed.ts';

type Rates = Map<Quantity, { rate: Rate; own: boolean }>;

/** 调整出网流量的单价，按GB计： over 北美：0.04美元→0.08美元: the unit that the Chinese line over a list of bare sums names. */
export function unitOverList(article: Article, reading: Reading, money: readonly Quantity[], rates: Rates): void {
  if (money.length === 0) return;
  if (money.some((q) => !tame(q) || Number(q.max ?? q.min) > DEAREST)) return;
  const opening = openingOfItem(article, reading.index);
  if (!opening || !hasHan(opening.text) || opening.text.length > LONGEST || !PRICED.test(opening.text)) return;
  if (opening.quantities.some((q) => q.unit === 'money')) return;
  const rate = unitNamed(opening.text);
  if (rate) for (const q of money) rates.set(q, { rate: { ...shareOf(rate, q), side: rate.side }, own: true });
}
/** More than any unit costs that a line over a list names. */
const DEAREST = 100_000;
/** A line that announces a list is short. */
const LONGEST = 160;
const PRICED = /(?<![评代性股标])价(?!值)|费|租金?|资费|套餐|订阅|会员|元 ?\//;

/** What stands in the place of 每: 按小时计, (元/GB). */
const OPENS = /(?:按照?|以|\/) ?(?=[\da-z百千万亿十个小卡张月年秒次人席])|每(?=.)/g;
const NAMED: readonly (readonly [string, RegExp])[] = [
  ['每月', /月[费付租结]|包月|按月/],
  ['每年', /年[费付]|包年|按年/],
  ['每小时', /时租|按时/],
];

/** The unit a line names; null where it names none, or one that is no meter of ours. */
function unitNamed(text: string): Rate | null {
  for (const match of matches(OPENS, text)) {
    const rate = rateAfter(`每${text.slice(match.index + match[0].length)}`, 0);
    if (rate && (rate.meter !== 'other' || BYTES.test(text.slice(match.index + match[0].length)))) return rate;
  }
  const words = NAMED.find(([, pattern]) => pattern.test(text))?.[0];
  return words === undefined ? null : rateAfter(words, 0);
}
const BYTES = /^ ?[gt]i?b?(?![a-z])/;
