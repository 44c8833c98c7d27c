import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** "where the Indian market averages", "the going rate in America is", "Abroad an hour runs to": at the end of what leads up to a price. */
const OF_A_MARKET =
  /(?:^|[,;] (?:and |but )?|\b(?:where|whereas|while|and|but) )(?:the (?:[\w-]+ ){0,2}(?:market|going rate|median|average)(?: (?:rate|price))?(?: (?:in|across|for|on) (?:[\w-]+ ){1,3}?)? ?(?:averages?|pays?|asks?|is|stands at|sits at|(?:runs?|comes|came) (?:to|at))|(?:abroad|overseas|elsewhere|on the (?:world|open) market),? (?:(?:an?|the|one|each) )?(?:[\w-]+ ){1,4}) ?(?:about |around |roughly |some )*$/;

/** True where a price is what a whole market asks, and no house that its words name. */
export const isMarketsRate = ({ text, entities }: Reading, { start }: Pick<Quantity, 'start'>): boolean => {
  const said = OF_A_MARKET.exec(text.slice(0, start));
  return said !== null && !entities.some((e) => isActor(e) && e.start >= said.index && e.end <= start);
};
