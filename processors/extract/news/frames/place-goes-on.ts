import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { PLACE_SLUGS, SLUGS } from '../places.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { endsRightAbove } from '../thread.ts';

const PLACES: ReadonlySet<string> = new Set([...PLACE_SLUGS.values(), ...SLUGS.values()]);
/** Whoever builds there, what is built, and how it is told that there is more of it. */
const THERE =
  /\b(?:developers|operators|builders|investors|companies|firms|providers|landlords|owners|cent(?:er|re)s|sites|campuses|halls|facilities|projects?|another|further|some|more|construction|capacity|pipeline|of (?:it|that|this|which|them))\b/;
/** What is asked of the grid, wanted or wasted is there not. */
const NOT_THERE =
  /\b(?:requests?|applications?|queues?|demand|need(?:s|ed)?|grid|shortfall|deficit|approv\w+|solar|wind|nuclear|gas)\b/;

/**
 * "The country had 1.6 GW in 2025. Developers are working on more than 3 GW, around 1 GW of it for AI": of the place whose capacity was
 * told right before, where a sentence names nobody; null elsewhere.
 */
export function placeGoesOn(article: Article, reading: Reading, q: Quantity, previous: Draft | null): string | null {
  const { text } = reading;
  const place = previous?.subject ?? null;
  if (previous?.kind !== 'capacity' || place === null || previous.unit !== q.unit || !PLACES.has(place)) return null;
  if (hasHan(text) || reading.entities.some(isActor) || !endsRightAbove(article, reading, previous.quoteEnd, 3))
    return null;
  return THERE.test(text) && !NOT_THERE.test(text) ? place : null;
}
