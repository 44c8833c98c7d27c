import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

const PLAN =
  '(?:plan|tier|subscription|account|package|seat|edition|membership|licen[cs]e|bundle|pass|option|upgrade)s?(?![\\w-])';
const WORD = '["“]?(?:[A-Z][\\w.+-]*\\w\\+?|[A-Z]\\+?|\\d+x)["”]?';
const NAMED = new RegExp(`^ ((?:${WORD} ){0,4}(?:${WORD}(?![\\w+"”])(?: ${PLAN})?|(?:[a-z]+ )?${PLAN}))`);
/** A sum and its unit that stand before what they are the price of. */
const DETERMINED =
  /\b(?:an?|the|its|their|our|your|either|or|and|new|existing|cheapest|current|basic|to|on|with|for|of|from|between|includes?|requires?|needs?|buys?|get|offers?|both|[a-z]['’]s) ~?$|[(/+] ?$/;
/** A day or a month is no offer; nor is what does something. */
const NO_OFFER =
  /^(?:[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** "the $20/month Plus plan", "a $200-a-month Cursor Ultra account": what stands right behind its price and unit, and the house or product named in it; null elsewhere. */
export function offerBehind(
  { text, original, entities }: Reading,
  { start, end, rate }: Quantity,
): { readonly thing: string; readonly actor: Entity | undefined } | null {
  if (rate === null || rate.start < end || (rate.meter !== 'month' && rate.meter !== 'year') || hasHan(text))
    return null;
  if (!DETERMINED.test(text.slice(Math.max(0, start - 16), start))) return null;
  const thing = NAMED.exec(original.slice(rate.end, rate.end + 80))?.[1];
  if (thing === undefined || NO_OFFER.test(thing)) return null;
  const to = rate.end + 1 + thing.length;
  return { thing, actor: entities.find((e) => isActor(e) && e.start > rate.end && e.end <= to) };
}

const FOR_PLAN = new RegExp(
  `^(?: (?:a|per|each) (?:month|year))? for (?:the |its |their )?((?:${WORD} ){0,3}${WORD}(?![\\w+"”])(?: ${PLAN})?)(?=[,.;)]|$| and | or )`,
);
/** "pay $19 per user a month for Business and $39 for Enterprise", where no product stands before the first of the sums. */
export function planFor({ text, original, entities, quantities }: Reading, q: Quantity): string | null {
  const sums = quantities.filter((other) => other.unit === 'money' && other.start <= q.start);
  const monthly = sums.findLast((other) => other.rate !== null)?.rate?.meter;
  if (q.unit !== 'money' || (monthly !== 'month' && monthly !== 'year')) return null;
  const at = Math.max(q.end, q.rate?.end ?? 0);
  const thing = FOR_PLAN.exec(original.slice(at, at + 72))?.[1];
  if (thing === undefined || NO_OFFER.test(thing)) return null;
  const first = sums[0]?.start ?? 0;
  const other = entities.some(
    (e) =>
      // Whom it is for.
      (e.kind === 'organisation' && e.start >= at && original.startsWith(thing, e.start)) ||
      (e.kind !== 'organisation' && e.kind !== 'person' && e.end <= first && text.slice(e.start, e.end) !== e.slug),
  );
  return other ? null : thing;
}
