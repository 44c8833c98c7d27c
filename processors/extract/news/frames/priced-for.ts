import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** From a sum to the model it is the price of: " for ", " and $3 for ", " a million for ". */
export const FOR =
  /^(?: (?:and|or|\/) [$€£¥][\d.,]+)?(?: (?:in|out|input|output|per|an?|each|every|million|1?m|tokens?|respectively)\b)* for (?:the |its |an? )?$/;

/**
 * "$15 per million tokens for Claude Sonnet 4.5, $12 for Gemini 3 Pro": the model right behind each sum is what it is the price of,
 * and its maker who asks it, where several are told so and no house is named before them. Undefined elsewhere.
 */
export function pricedFor({ text, entities, quantities }: Reading, q: Quantity): Entity | undefined {
  if (hasHan(text) || !text.includes(' for ')) return undefined;
  const models = new Set<string>();
  let own: Entity | undefined;
  for (const sum of quantities) {
    if (sum.unit !== 'money') continue;
    const model = entities.find((e) => e.kind === 'product' && e.start >= sum.end);
    if (!model || !FOR.test(text.slice(sum.end, model.start))) continue;
    models.add(model.slug);
    if (sum === q) own = model;
  }
  if (own === undefined || models.size < 2) return undefined;
  const first = quantities.find((sum) => sum.unit === 'money');
  return entities.some((e) => isActor(e) && e.end <= (first?.start ?? 0)) ? undefined : own;
}
