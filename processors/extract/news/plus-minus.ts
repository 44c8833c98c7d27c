import { Decimal } from 'decimal.js';
import type { Quantity } from './quantity.ts';

const BETWEEN = /^,? ?(?:±|\+\/-|\+-|plus or minus|give or take|上下浮动|正负) ?$/;

/** 130亿±3亿美元, "$9.0 billion, plus or minus $200 million": a figure and how far it may be off are the two ends of one; a share of it is left alone. */
export function withPlusMinus(sentence: string, found: readonly Quantity[]): readonly Quantity[] {
  if (!/[±+]|or minus|or take|浮动|正负/.test(sentence)) return found;
  const read: Quantity[] = [];
  for (const q of found) {
    const last = read.at(-1);
    const alike = last && (last.unit === q.unit || last.unit === 'number');
    if (!last || !alike || !BETWEEN.test(sentence.slice(last.end, q.start)) || !isExact(last) || !isExact(q)) {
      read.push(q);
      continue;
    }
    const [middle, off] = [new Decimal(last.min ?? 0), new Decimal(q.min ?? 0)];
    if (off.gte(middle)) read.push(q);
    else
      read[read.length - 1] = {
        ...q,
        start: last.start,
        min: middle.minus(off).toFixed(),
        max: middle.plus(off).toFixed(),
      };
  }
  return read;
}

const isExact = ({ min, max }: Quantity): boolean => min !== null && min === max;
