import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import { longestFirst, PLACE_SLUGS } from '../places.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { onlyCounts } from './counted-market.ts';
import { OUR_MARKET } from './market.ts';
import type { Found } from './sums.ts';

const PLACES = longestFirst(PLACE_SLUGS.keys(), false);
/** Buyers at large, and that they buy: "Businesses in Germany bought", "the Gulf states together spent", "Europe bought". */
const WHO = `\\b(?:(?:mainland |greater |all of |the whole of )?(?:${PLACES})|businesses|enterprises|companies|firms|customers|consumers|users|organi[sz]ations|states|governments|agencies|buyers|households|developers|banks|the (?:world|region|country|continent|market|industry))(?: (?:in|across|of|around|outside) [\\w' -]{2,30}?)?(?: (?:together|alone|collectively|now|already|last year|will|would|are to|is to|is expected to|are expected to|have|has|had))*`;
const ABOUT =
  '(?: about| some| around| nearly| over| under| more than| less than| up to| roughly| only| just| an estimated)*';
const BUY = new RegExp(
  `${WHO} (?:bought|buys?|buying|purchased|ordered|consumed|handed(?: over)?|paid|pays?|paying)(?: a (?:little|bit|shade|touch))?${ABOUT} $`,
);
/** "The world bought servers for" */
const BUY_THING = new RegExp(
  `${WHO} (?:bought|buys?|buy|purchased|ordered|consumed) ((?:[\\w&/'-]+ ){1,4})(?:for|worth)${ABOUT} $`,
);
/** "$18 billion of cloud services", "18 billion euros' worth of GPU time": what they buy. */
const OF_IT =
  /^(?:['’]s?)?(?: worth)? (?:of|in|on|for|to (?:the )?(?:providers|vendors|suppliers|sellers|operators) of) ((?:[\w&/'-]+,? ?){1,6})/;

/** What all who buy a thing of ours pay for it, no house among them; null for any other sum. */
export function boughtByAll(article: Article, reading: Reading, q: Quantity): Found | null {
  const { text, entities } = reading;
  if (entities.some((e) => isActor(e) && e.end <= q.start)) return null;
  const bought = BUY_THING.exec(text.slice(0, q.start));
  if (bought?.[1] && OUR_MARKET.test(bought[1])) {
    const start = bought.index + bought[0].lastIndexOf(bought[1]);
    return { cue: { kind: 'market', start, end: start + bought[1].trimEnd().length }, cost: 41 };
  }
  if (!BUY.test(text.slice(0, q.start)) && !onlyCounts(article, reading, q)) return null;
  const thing = OF_IT.exec(text.slice(q.end));
  return thing?.[1] && OUR_MARKET.test(thing[1])
    ? { cue: { kind: 'market', start: q.end, end: q.end + thing[0].length }, cost: 41 }
    : null;
}
