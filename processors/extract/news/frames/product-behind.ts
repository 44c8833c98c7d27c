import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';

const WARES =
  / (?:gpus?|cards|chips|instances|servers|models|prices|rates|rents|storage|tokens|plans|nodes|clusters)$/i;
/** "Newer GPUs", "Cloud Servers": what is sold, with a capital. */
export const namesWares = (name: string): boolean => WARES.test(name);

/** "Prices drop 60% on input tokens and 45% on output tokens for Gemini 2 Pro": the product named at the end, where nobody else is. */
export function productBehind({ text, original, entities }: Reading, q: Quantity, known: Subject): Subject {
  if (known.slugs.length > 0 || entities.some((e) => isActor(e) && e.end <= q.start)) return known;
  const behind = entities.filter((e) => isActor(e) && e.start >= q.end);
  const [product] = behind;
  return product?.kind === 'product' &&
    behind.every((e) => e.slug === product.slug) &&
    /\b(?:for|of|on|across) (?:its |the )?$/.test(text.slice(q.end, product.start))
    ? { slugs: [product.slug], names: [original.slice(product.start, product.end)], how: 'sentence' }
    : known;
}
