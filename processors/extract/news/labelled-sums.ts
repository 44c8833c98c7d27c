import type { Quantity } from './quantity.ts';
import { hasHan } from './text.ts';

const METER = '(?:缓存(?:命中|读取|写入|输入)?|(?:未)?命中|输入|输出)(?:价格?|单价|费用)?';
const LABEL = new RegExp(`${METER}(?:[为是要收卖约:：在]|分别)* ?$`);
const NEXT = new RegExp(`^ ?[、,，/和与及] ?${METER}(?:[为是要收卖约:：在则])* ?$`);

/** 3.4 → 4元: what it becomes is told in money, what it was is too. */
const BECOMES = /^ ?(?:→|->|=>|-->) ?$/;

/** "定在输入1.25、输出2.5美元", "输入3.4 → 4元": sums behind the names of meters, the money said with the last. */
export function withLabelledSums(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  if (!hasHan(text) || !/输入|输出|命中|缓存/.test(text)) return quantities;
  const made = [...quantities];
  for (let i = made.length - 2; i >= 0; i--) {
    const [q, next] = [made[i], made[i + 1]];
    if (!q || next?.unit !== 'money' || next.large || q.unit !== 'number' || q.large || q.min !== q.max) continue;
    const gap = text.slice(q.end, next.start);
    if (!(NEXT.test(gap) || BECOMES.test(gap)) || !LABEL.test(text.slice(0, q.start))) continue;
    made[i] = { ...q, unit: 'money', currency: next.currency };
  }
  return made;
}
