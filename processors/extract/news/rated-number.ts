import type { Quantity } from './quantity.ts';
import { type Rate, rateAfter } from './rates.ts';

/** What is counted by them is no price: 100 tokens/秒, 60/分钟. */
const SOLD_BY: ReadonlySet<string> = new Set(['token', 'hour', 'gpu_hour', 'storage_gb_month', 'image', 'month']);

/** "输入0.004元/千tokens，输出0.016/千tokens": a number right before what it buys is counted in the money said before it. */
export function withRatedNumbers(sentence: string, found: readonly Quantity[]): Quantity[] {
  let money: Quantity | null = null;
  return found.map((q) => {
    if (q.unit === 'money') {
      if (q.rate !== null && !q.large) money = q;
      return q;
    }
    if (money === null || q.unit !== 'number' || q.large || !'/每'.includes(sentence[q.end] ?? ' ')) return q;
    const rate = rateAfter(sentence, q.end);
    return rate === null || kindOf(rate) !== kindOf(money.rate) || !SOLD_BY.has(rate.meter)
      ? q
      : { ...q, unit: 'money', currency: money.currency, rate };
  });
}

/** A card's hour and an hour are said of the same thing. */
const kindOf = (rate: Rate | null): string | undefined => rate?.meter.replace('gpu_', '');
