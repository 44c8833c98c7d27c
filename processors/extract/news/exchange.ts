import { type Entity, isActor } from './entities.ts';
import type { Found } from './frames/sums.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';

const MORE =
  '(?:(?:an?|another|additional|further|extra|new|fresh|up to|as much as|about|around|some|over|more than|nearly|at least|the|first|initial|final) )*';
const TAKES = `(?:t(?:akes?|ook|aking)|g(?:ets?|ot|etting)|accept(?:s|ed|ing)?|receiv(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|land(?:s|ed|ing)?)`;
/** Between whoever takes and the sum. */
const TAKEN = new RegExp(`\\b${TAKES} ${MORE}$`);
const TAKER_ACTS = new RegExp(`^ (?:has |have |had |will |is to |also |just |now |then )*${TAKES}\\b`);
const FROM =
  /^\+?(?: (?:more|in (?:cash|equity|funding|investment|new money)|of (?:new )?(?:equity|investment|funding|money)))? from (?:the )?$/;
const FOR_IT =
  /\bin (?:exchange|return),? (?:for|(?:(?:it|they|the \w+) )?(?:has |have |will |is )?(?:agree[ds]?|commit(?:s|ted)?|promise[ds]?|pledge[ds]?|sign(?:s|ed)?))\b/;
/** What is promised for money, up to a figure of it. */
const PROMISED =
  /\bin (?:exchange|return) for (?:an? |its |the )?(?:[^;.]|\.\d){0,120}$|[,;] (?:and )?in (?:exchange|return),? (?:it|they|the \w+) (?:[^;.]|\.\d){0,120}$/;
const PUT_INTO =
  /\b(?:invest(?:s|ed|ing|ment)?|put(?:s|ting)?|pour(?:s|ed|ing)?|inject(?:s|ed|ing)?)\b[^;]{0,50} in(?:to)? (?:the )?$/;

/** "Anthropic took another $5B from Amazon in exchange for": who gives the money for something else; null elsewhere. */
export function giverFor({ text, entities }: Reading, { start, end }: Quantity): Entity | null {
  if (!text.includes(' from ') || !FOR_IT.test(text.slice(end)) || !TAKEN.test(text.slice(0, start))) return null;
  return (
    entities.find((e) => e.kind === 'organisation' && e.start >= end && FROM.test(text.slice(end, e.start))) ?? null
  );
}

/** What is given in such an exchange is put into whoever takes it. */
export const givenInExchange = (reading: Reading, q: Quantity): Found | null =>
  giverFor(reading, q) ? { cue: { kind: 'investment', start: q.start, end: q.start }, cost: 20 } : null;

/** Who took what was given in such an exchange, in the words of the text. */
export function takerOf(reading: Reading, q: Quantity): string | null {
  if (!giverFor(reading, q)) return null;
  const e = reading.entities.findLast((actor) => isActor(actor) && actor.end <= q.start);
  if (e) return reading.original.slice(e.start, e.end);
  // "Nscale took $2 billion from"
  return /^((?:[A-Z][\w&.-]*|AI)(?: (?:[A-Z][\w&.-]*|AI)){0,3}) /.exec(reading.original)?.[1] ?? null;
}

/** "... $5B from Amazon in exchange for a $100B AWS commitment", "invested $2 billion in Nebius in return for 1 GW": who promises something for another's money; null elsewhere. */
export function promiserOf({ text, entities }: Reading, start: number): Entity | null {
  if (!text.includes(' in exchange') && !text.includes(' in return')) return null;
  const at = PROMISED.exec(text.slice(0, start))?.index;
  if (at === undefined) return null;
  return (
    entities.findLast(
      (e) => e.kind === 'organisation' && e.end <= at && PUT_INTO.test(text.slice(Math.max(0, e.start - 90), e.start)),
    ) ??
    entities.find(
      (e) => isActor(e) && e.kind === 'organisation' && e.end <= at && TAKER_ACTS.test(text.slice(e.end, e.end + 40)),
    ) ??
    null
  );
}
