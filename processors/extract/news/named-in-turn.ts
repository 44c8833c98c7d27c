import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { fold } from './text.ts';

/** So far behind a figure the next one of its row may stand. */
const REACH = 160;
/** What stands between two figures of a row besides the name of the next thing. */
const LINK =
  /(?:(?:^| )(?:from|at|to|by|is|are|was|were|be|about|around|over|up|nearly|roughly|some|only|just|goes|go|went|down|rises?|rose|falls?|fell|drops?|dropped|climbed|climbs|costs?|for|will|now|the|remaining|came|comes|stands|than|more|less|least|an?|another|moves?|moved|becomes?|contributed|adds?|added|as|much))* ?$/;
const NEXT =
  /(?:^|[,;] ?|\b(?:and|but|while|plus) )(?:(?:and|but|while|the|its|those (?:of|for)|that of|that for) )*([a-z\d][\w.+'’/-]*(?: (?:and )?[\w.+'’/-]+){0,3})$/;
/** No name: a meter, a time, who acts, what is compared, any verb. */
const NO_NAME =
  /^(?:\d|per |an? |each |first|second|third)|\b(?:input|output|cache[ds]?|prompt|completion|in|out|hits?|miss(?:es)?|revenues?|income|profits?|net|year|quarter|month|hour|half|year-end|against|versus|or|where|far|and|will|would|has|have|had|could|should|can|may|might|is|are|was|were|be|been|when|that|which|who|what|if|it|they|we|he|she|you|of|on|with|per|so|both|full|finally|after|before|since|from|some|lost|dollars|yuan|euros|cents|rupees|wants?|sees|forecasts?|took|takes?|surpass|intends?|expand|became|becomes?|exceed|reach|sticks?|stays|below|above|twice|double|again|then|later|earlier|gave|expects|reached|increase|decrease|down|up|compared|[a-z]{3,}ed|(?!pricing|computing|training|networking|gaming|hosting|advertising|licensing|streaming|coding|embedding|reasoning|caching)[a-z]{2,}ing)\b/;

/**
 * "E3 goes from $36 to $39 and E5 from $57 to $60", "Block Storage goes up 9 percent and snapshots 20 percent": the name right before
 * a figure of a row is of its own. Null where none stands there, or where `known` already does.
 */
export function namedInTurn(reading: Reading, q: Quantity, known: string | null): string | null {
  const last = reading.quantities.findLast((each) => each.end <= q.start && each.unit === q.unit);
  const from = Math.max(last?.end ?? 0, last?.rate?.end ?? 0);
  if (!last || q.start - from > REACH) return null;
  const stretch = reading.text.slice(from, q.start);
  // "from $57 to $60": the name stands before both.
  if (/^ to $/.test(stretch)) return namedInTurn(reading, last, known);
  const lead = stretch.slice(0, LINK.exec(stretch)?.index ?? stretch.length);
  const thing = NEXT.exec(lead)?.[1];
  if (thing === undefined || NO_NAME.test(thing)) return null;
  const at = from + lead.length - thing.length;
  const end = at + thing.length;
  if (known !== null && (reading.original.slice(at, q.start).includes(known) || fold(known).includes(thing)))
    return null;
  return reading.entities.some((e) => e.kind === 'organisation' && e.start <= at && e.end >= end)
    ? null
    : reading.original.slice(at, end);
}
