import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { isStep } from './as-above.ts';
import { shareOf, tame } from './borrowed.ts';
import { topicOf } from './rate-topic.ts';
import { sharedUnit } from './shared-unit.ts';

/** A price that is left as it is. */
const STAYS =
  /(?:维持|保持|仍[为是旧然]|依旧|照旧|沿用|停在|留在)|(?:不作?(?:变|动|调整)|没有?变|未变|未作?调整|没动|不涨|持平)/;
/** How many sentences or rows above may say what the prices are per. */
const REACH = 16;
/** How far a price may be from those above it and still be one of them. */
const ALIKE = 40;

/** Business Premium（22美元）与E1（10美元）维持原价, 团队版维持20美元不变: what stays is per the same as what moved above. */
export function staysAsAbove(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  const { text } = reading;
  if (money.length === 0 || rates.size > 0 || !hasHan(text) || !STAYS.test(text)) return;
  const bare = money.filter((q) => q.rate === null && tame(q) && !isStep(text, q));
  const rate = bare.length > 0 ? rateAbove(article, reading, bare) : null;
  if (rate) for (const q of bare) rates.set(q, { rate: shareOf(rate, q), own: false });
}

/** What the prices right above are per; null where none are, or they are per tokens, whose way nothing tells here. */
function rateAbove(article: Article, reading: Reading, bare: readonly Quantity[]): Rate | null {
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - REACH; i--) {
    const above = article.reading(i);
    const sums = above.quantities.filter((q) => q.unit === 'money' && !q.large);
    const rate =
      sums.find((q) => q.rate !== null)?.rate ??
      topicOf(above.text, sums[0]?.start ?? above.text.length, sums) ??
      sharedUnit(above.text)?.rate;
    if (!rate) continue;
    const near =
      sums.length === 0 ||
      sums.some((one) => bare.every((other) => one.currency === other.currency && isNear(one, other)));
    return rate.meter === 'token' || !near ? null : rate;
  }
  return null;
}

function isNear(one: Quantity, other: Quantity): boolean {
  const ratio = Number(one.min ?? one.max) / Number(other.min ?? other.max);
  return ratio < ALIKE && ratio > 1 / ALIKE;
}
