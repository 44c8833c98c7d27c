import type { Reading } from '../reading.ts';

/** Who buys, words that only say that something has a price or moves, and what holds a verb: no thing that is priced. */
export const BUYERS =
  /^(?:(?:the|its|new|existing|most|many|all|some|other) )*(?:developers?|users?|customers?|subscribers?|clients?|companies|organi[sz]ations?|businesses|enterprises|buyers?|tenants?|anyone|analysts?|founders?|people|teams?|readers?|researchers?|newcomers|everyone|everybody|anybody|all)\b/i;
export const EMPTY =
  /^(?:(?:models?|works|cache hits?|cache miss(?:es)?|cache reads?|cache writes?|news|something|anything|everything|(?:a |one |per )?(?:million|thousand) (?:(?:fresh|new|cached|uncached|input|output|prompt|generated) )*tokens?|the|same|old|new|flat|catalogue|second|first|third|latest|other|former|another|further|sharp|steep|rises?|drops?|increases?|cuts?|reductions?|discounts?|hours?|million|prices?|pricing|rates?|fees?|hourly|monthly|list|standard|twice|half|what|how much|that|it|they|we|you|permanent|temporary|promotional|introductory|peak|off-peak|flat|current|level|page|changes?|feature|most|respective|equivalent|entry|sticker|headline|effective|subsidi[sz]ed|market|going|significantly|well|far|below|above|best|lowest|highest|cheapest|only) ?)+$/i;
/** What else stands behind a price or a percentage: for how long, whom, when. */
const NO_WARE =
  /^(?:in|at|on|for|by|from|to|with|across|over|during|since|until|after|before|as|its?|them|this|that|these|those|what|now|good|free|ever|average|demand|request|top|time|on-year|year|month|week|day|hour|(?:two|three|four|five|six|several|a few|\d+) (?:years?|months?|weeks?|days?|hours?)|(?:limited|short|long) time|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(?:first|second|third|fourth|last|next|same|previous|whole|full) (?:time|year|month|quarter|week|half)|privilege)\b/;
const STOP =
  '(?= (?:prices?|pricing|rates?|rental|fees?|from|until|in|on|at|for|and|by|with|that|which|when|where|while|since|were|was|is|are|will|as|this|last|two|three|than|effective|starting|to)\\b|[,.;:)”"]|$)';
const WARE = `(?:the |its |their |our |an? |all (?:of )?(?:its |the )?|some (?:of its )?|comparable |selected )*([a-z](?:[\\w'-]|\\.\\w)*(?: [a-z\\d](?:[\\w'-]|\\.\\w)*){0,4}?(?: and [a-z](?:[\\w'-]|\\.\\w)*(?: (?:instances?|machines?|models?|cards?|servers?|plans?|products?|gpus?|chips?))?)?)${STOP}`;
const FOR = new RegExp(`^(?: or (?:more|less))? (?:for|on|of|off|to|onto) ${WARE}`);
const MOVE =
  '(?:(?: price| rate| fee)? ?(?:more|less|cuts?|increases?|hikes?|rises?|reductions?|discounts?|drops?|surcharges?))?';
const MOVED_FOR = new RegExp(
  `^(?: or (?:more|less))?(?:${MOVE} (?:off|on|for|across)|${MOVE} (?:to|in|off) the (?:price|cost|rate|rent|fee)s? (?:of|for|on)) ${WARE}`,
);

function wareOf({ text, original, dates }: Reading, pattern: RegExp, end: number): string | null {
  const match = pattern.exec(text.slice(end, end + 90));
  const thing = match?.[1];
  if (!match || thing === undefined || EMPTY.test(thing) || BUYERS.test(thing) || NO_WARE.test(thing)) return null;
  const start = end + match[0].length - thing.length;
  return dates.some((d) => d.start < start + thing.length && d.end > start)
    ? null
    : original.slice(start, start + thing.length);
}

/** "$5 per 1,000 requests for its Search API", "5% off its storage rates": the noun phrase that a price or a percentage is for. */
export const toldBehind = (reading: Reading, end: number): string | null => wareOf(reading, FOR, end);

/** "18% less on A100s", "an increase of 5% to 30% on AI computing", "8% to the price of its 910C instances": what a percentage is told of, right behind it. */
export const movedBehind = (reading: Reading, end: number): string | null => wareOf(reading, MOVED_FOR, end);
