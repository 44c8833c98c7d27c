import type { Meter } from '../../../../infra/contracts/price.ts';
import type { Quantity } from '../quantity.ts';
import { hasHan } from '../text.ts';
import { sidesIn } from './meter.ts';

const JOINED = /^ ?(?:和|与|及|、|and) ?$/;
const STOP = /[;；。]|综合|平均|均价/;
/** ；超过20万就按4.00美元算: the same side, of a longer input. */
const TIER =
  /^[^;；。]{0,12}[;；] ?(?:超[过出]|高于|大于|[>≥]|再?往上|更长|[\d.]+ ?[k万] ?(?:tokens? ?)?(?:以[上内下]|到|至|[-–~]))[^;；。]{0,18}$/;

/**
 * V3和R1的输入价格分别为0.6元和1.2元; A的输出价是8元，B为4.8元: a price that names no meter is for the one told right before it. In
 * English only where the two are joined.
 */
export function sideGoesOn<Priced extends { readonly q: Quantity; readonly meter: Meter; readonly per: number }>(
  text: string,
  amounts: readonly Priced[],
): Priced[] {
  const han = hasHan(text);
  const read: Priced[] = [];
  for (const amount of amounts) {
    const before = read.at(-1);
    const gap = before && amount.meter === 'blended' ? text.slice(before.q.end, amount.q.start) : '';
    const goesOn =
      before !== undefined &&
      gap !== '' &&
      (JOINED.test(gap) ||
        (han &&
          (!STOP.test(gap) || TIER.test(gap)) &&
          before.per === amount.per &&
          sidesIn(gap, 0, gap.length).length === 0)) &&
      // 输入输出都是2元: for both, so for neither alone.
      !read.some((other) => other.q === before.q && other.meter !== before.meter);
    read.push(goesOn ? { ...amount, meter: before.meter } : amount);
  }
  return read;
}
