import type { Article } from './analysis.ts';
import { isActor } from './entities.ts';
import { lastAsked } from './last-asked.ts';

import { type Stranger, strangersIn } from './unknown-name.ts';

/** Words that make a capitalised name that of a house, not of a person or a place. */
const OF_A_HOUSE =
  /\b(?:AI|Labs?|Cloud|Comput(?:e|ing)|Data|Digital|Networks?|Systems|Technolog(?:y|ies)|Telecom|Software|Semiconductors?|Energy|Power|Infrastructure|Group|Holdings|Corp|Inc|Robotics|Hosting)\b|[a-z][A-Z]/;

/**
 * The house that an article is about, though the gazetteer lacks it: "Halden Compute", named more than once, in a text whose
 * opening names no house we know. Null elsewhere.
 */
export const protagonistOf = lastAsked((article: Article): Stranger | null => {
  if (article.titleEntities.some(isActor) || [0, 1, 2].some((i) => article.entitiesOf(i).some(isActor))) return null;
  for (let i = 0; i < Math.min(article.sentences.length, 12); i++) {
    const reading = article.reading(i);
    const house = strangersIn(article, reading, reading.text.length).find(({ name }) => OF_A_HOUSE.test(name));
    const first = house?.name.split(' ')[0] ?? '';
    if (house && first.length > 2 && article.document.body.split(first).length > 2) return house;
  }
  return null;
});
