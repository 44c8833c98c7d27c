import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { hasHan, matches } from '../text.ts';
import { isCommonWord, kebab } from '../unknown-name.ts';

/** "Agnes 2.5-flash", "Orbis-3-Pro": a family, its version and which of its sizes. */
const MODEL =
  /(?<![\w./-])([A-Za-z]{3,})[ -]?[Vv]?\d+(?:\.\d+)?(?:[ -](?:flash|pro|lite|mini|max|turbo|plus|air|omni|ultra|coder?|vl|instruct|thinking|preview|chat))+(?![\w.])/gi;
/** What is numbered so and is no family of models. */
const NO_FAMILY =
  /^(?:models?|versions?|tiers?|plans?|levels?|phase|class|gen|top|rank|pro|flash|api|gpu|tpu|cpu|rtx|ver)$/i;

/** The family of a model that nobody knows, right before its price in a Chinese sentence that names no house: who sells it; null elsewhere. */
export function strangeModel({ text, original, entities }: Reading, q: Quantity): Subject | null {
  if (!hasHan(text) || entities.some((e: Entity) => isActor(e) && e.end <= q.start)) return null;
  const model = matches(MODEL, original.slice(0, q.start)).at(-1);
  const family = model?.[1];
  if (!model || family === undefined || NO_FAMILY.test(family) || isCommonWord(family)) return null;
  return { slugs: [kebab(family)], names: [model[0]], how: 'clause' };
}
