import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { PER_MILLION, shareOf, tame } from './borrowed.ts';
import { sidesIn } from './meter.ts';

/** 每百万token的输入与输出单价分别为…: what the pairs of a sentence, and of the one below it, are. */
const BOTH_SIDES = /输入[和与、及/]输出[^。;；\d]{0,12}分别/;

/** "…，其单价也达到了0.25美元和2.8美元，而C更是高达2.5美元和25美元": sums joined by two, after a pair of what goes in and what comes out, are its input and output again. */
export function pairsAsAbove(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  if (money.length < 2 || !hasHan(reading.text) || sidesIn(reading.text, 0, reading.text.length).length > 0) return;
  const i = article.thread.above(reading.index);
  const above = article.sentences[i];
  const goesOn = above?.block === reading.block && BOTH_SIDES.test(article.folded.slice(above.start, above.end));
  const joint = goesOn ? /^ ?[和与及] ?$/ : /^ ?\/ ?$/;
  if (!goesOn && !(rates.size === 0 && itemsAbovePrice(article, reading))) return;
  for (const [at, first] of money.entries()) {
    const second = money[at + 1];
    if (!second || !tame(first) || !tame(second) || first.rate !== null || second.rate !== null) continue;
    if (!joint.test(reading.text.slice(first.end, second.start))) continue;
    rates.set(first, { rate: { ...shareOf(PER_MILLION, first), side: 'input' }, own: false });
    rates.set(second, { rate: { ...shareOf(PER_MILLION, second), side: 'output' }, own: false });
  }
}

/** So many items up the list tell what its prices are per. */
const ITEMS = 3;
/** 定价（中国内地）：¥6 / ¥24（每百万Token）, then 定价（国际站）：$1.20 / $6.00: true where an item right above prices tokens. */
function itemsAbovePrice(article: Article, reading: Reading): boolean {
  if (article.blocks[reading.block]?.kind !== 'bullet') return false;
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - ITEMS; i--) {
    const item = article.reading(i);
    if (article.blocks[item.block]?.kind !== 'bullet') return false;
    if (item.quantities.some((q) => q.unit === 'money' && q.rate?.meter === 'token')) return true;
  }
  return false;
}
