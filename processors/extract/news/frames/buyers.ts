import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { OUR_MARKET } from './market.ts';
import type { Found } from './sums.ts';

/** Buyers at large, and that they buy: "Businesses in Germany bought", "the Gulf states together spent". */
const BUY =
  /\b(?:businesses|enterprises|companies|firms|customers|consumers|users|organi[sz]ations|states|governments|agencies|buyers|households|developers|banks|the (?:world|region|country|continent|market|industry))(?: (?:in|across|of|around|outside) [\w' -]{2,30}?)?(?: (?:together|alone|collectively|now|already|last year|will|would|are to|is to|is expected to|are expected to|have|has|had))* (?:bought|buys?|buying|purchased|ordered|consumed|handed(?: over)?|paid|pays?|paying)(?: about| some| around| nearly| over| under| more than| less than| up to| roughly| only| just| an estimated)* $/;
/** "$18 billion of cloud services", "18 billion euros' worth of GPU time": what they buy. */
const OF_IT =
  /^(?:['’]s?)?(?: worth)? (?:of|in|on|for|to (?:the )?(?:providers|vendors|suppliers|sellers|operators) of) ((?:[\w&/'-]+,? ?){1,6})/;

/** What all who buy a thing of ours pay for it, no house among them; null for any other sum. */
export function boughtByAll({ text, entities }: Reading, q: Quantity): Found | null {
  if (!BUY.test(text.slice(0, q.start)) || entities.some((e) => isActor(e) && e.end <= q.start)) return null;
  const thing = OF_IT.exec(text.slice(q.end));
  return thing?.[1] && OUR_MARKET.test(thing[1])
    ? { cue: { kind: 'market', start: q.end, end: q.end + thing[0].length }, cost: 41 }
    : null;
}
