import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** 以每百万tokens 2元的价格亮相，X…: a price that only leads up to the clause of its owner. */
const LEADS_UP = /^(?:以|凭借?|靠着?|仗着|用|按|从|拿)(?!来)/;
/** 每卡每小时2.15美元——这是X给Y挂出的价签. */
export const THIS_IS = /^[^。;；]{0,60}?(?:[,，:：]|-{1,2}|—{1,2}) ?(?:这|此|以上)(?:[就正便]?是|[为乃])/;
const BEHIND = /^[^。;；]{0,44}[,，][^,，。;；]{0,14}$/;

/**
 * Whose price a Chinese sentence tells before it names anybody: the first actor, and the product or the chip, of what stands
 * behind it. Null where somebody stands before the price, or nothing leads up to a name.
 */
export function ownerBehind(
  { text, entities }: Reading,
  q: Quantity,
): { actor: Entity; product: Entity | null } | null {
  if (!hasHan(text) || entities.some((e) => isActor(e) && e.end <= q.start)) return null;
  const end = Math.max(q.end, q.rate?.end ?? 0);
  const actor = entities.find((e) => isActor(e) && e.start >= end);
  if (!actor) return null;
  const between = text.slice(end, actor.start);
  if (!THIS_IS.test(text.slice(end)) && !(LEADS_UP.test(text.trimStart()) && BEHIND.test(between))) return null;
  const product = entities.find((e) => e.kind !== 'organisation' && e.kind !== 'reporter' && e.start >= end);
  return { actor, product: product ?? null };
}
