import { isCompared } from '../compared-with.ts';
import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { isListedInside } from '../roles.ts';
import type { Subject } from '../source-subject.ts';

/** Behind a stop or a copula, with nothing but a preposition before it. */
const BEGINS =
  /(?:[,，。.:：—]|-{2}|["”]) ?(?:(?:that|this|it|which)(?:'s| is| was) |(?:how many|how much|what|the|so|many|much|for|at|of|all|by|then|now) |[这那]便?就?[是为]|于|在|由|对|据|今年|去年)*$/;

/**
 * "Each day 180 trillion tokens: the model has ...", 首批4608块已点亮, 公司方面说: where nobody is named before a figure, whoever the next
 * clause begins with. Null where that is nobody, or only who counted.
 */
export function houseBehind(reading: Reading, q: Quantity, { how }: Subject): Entity | null {
  if (how === 'clause' || how === 'sentence' || how === 'label' || how === 'unknown') return null;
  const { text, entities } = reading;
  if (entities.some((e) => isActor(e) && e.end <= q.start)) return null;
  const next = entities.find((e) => isActor(e) && e.start >= q.end);
  if (!next || isCompared(text, entities, next) || isListedInside(text.slice(q.end, next.start))) return null;
  return BEGINS.test(text.slice(q.end, next.start).slice(-40)) ? next : null;
}

/** 远超OpenRouter的周总量（27万亿）: a figure in a bracket is of the house named right before it, whatever that is set beside. */
export function houseOfBracket({ text, entities }: Reading, q: Quantity): Entity | null {
  const house = entities.findLast((e) => e.kind === 'organisation' && e.end <= q.start);
  return house && /^[^,，。;；:：()（）\d]{0,10}[(（] ?[约近逾超]?过? ?$/.test(text.slice(house.end, q.start))
    ? house
    : null;
}
