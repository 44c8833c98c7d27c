import { coordinated } from '../coordinated.ts';
import type { Entity } from '../entities.ts';
import { isPlaceName } from '../places.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';
import { isCommonWord, kebab, type Stranger } from '../unknown-name.ts';
import { houseInTurn } from './houses-in-turn.ts';

const NAME = '([A-Z][\\w.&-]*[a-z][\\w&-]*(?: (?:[A-Z][\\w&-]*|AI))*)';
const AT_BEHIND = new RegExp(`^ (?:at|from|with|through|via|on) ${NAME}(?![\\w'’])`);
const AT_BEFORE = new RegExp(
  `(?:\\b(?:at|from|with)|\\b(?:rented|leased|sold|offered|charged|billed|listed|hosted|served|asked)(?: out)? by) ${NAME}(?=[ ,])`,
  'g',
);
/** "Corvane up 12%, Stelling Cloud down 5%" */
const MOVES_UP = new RegExp(
  `(?:^|[:,;] |and )${NAME},? (?:is |are |was )?(?:up|down)(?: by)?(?: about| nearly| roughly)? $`,
);
/** "- Cheapest route (Corvane): $1.20": who offers at it, in the bracket behind what the line calls the offer. */
const IN_BRACKETS = new RegExp(
  `^[ *_•-]*(?:[A-Za-z][a-z-]* ){0,3}(?:[Rr]oute|[Hh]ost|[Pp]rovider|[Ss]eller|[Pp]rice|[Oo]ption|[Ee]ndpoint|[Vv]endor|[Oo]ffer|[Ss]ource|[Rr]ate|[Cc]heapest|[Ll]owest|[Bb]est)[*_]* \\((?:via |at |on |from |by )?${NAME}\\)[*_]*:`,
);
/** What a price is, no seller. */
const KIND_OF_PRICE =
  /^(?:Direct|Official|Standard|List|Batch|Flex|Cached|Input|Output|Blended|Spot|Reserved|On|Monthly|Annual|Yearly|Weekly|Hourly|Current|Original|Promo|Free|Base|Retail|Average|Median|Peak|Off)\b/;
/** A day, a fair: no seller. */
const NO_SELLER =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|GTC|Computex|CES|Ignite|Build|Connect|Next|Summit|Launch|Singles|Black)\b/;

/** The house nobody knows at which something costs so much: "an hour on an H100 at Corvane", "$2.15 from Corvane". Null where none is named so. */
export function strangerAt(
  reading: Reading,
  q: Pick<Quantity, 'start' | 'end' | 'rate'>,
  start: number,
): Stranger | null {
  if (hasHan(reading.text)) return null;
  const { original, entities } = reading;
  const end = Math.max(q.end, q.rate?.end ?? 0);
  const labelled = original.includes('(') ? IN_BRACKETS.exec(original.slice(0, q.start))?.[1] : undefined;
  if (
    labelled !== undefined &&
    !KIND_OF_PRICE.test(labelled) &&
    !entities.some((e) => e.kind !== 'chip' && e.end <= q.start)
  )
    return { slug: kebab(labelled), name: labelled };
  const behind = AT_BEHIND.exec(original.slice(end, end + 60));
  const match =
    behind ??
    MOVES_UP.exec(original.slice(start, q.start)) ??
    matches(AT_BEFORE, original.slice(start, q.start)).at(-1);
  const name = match?.[1];
  if (!match || name === undefined || NO_SELLER.test(name) || isCommonWord(name) || isPlaceName(name.toLowerCase()))
    return null;
  const at = (behind ? end : start) + match.index + match[0].indexOf(name);
  // Known already, or named before one who is.
  if (entities.some((e) => e.start < at + name.length && e.end > at)) return null;
  if (!behind && entities.some((e) => e.kind === 'organisation' && e.start >= at && e.end <= q.start)) return null;
  const slug = kebab(name);
  return slug === '' ? null : { slug, name };
}

const SELL =
  /^(?:,? (?:each|both|all|all three|now|still|also|will|would|currently|typically))* (?:charge|ask|want|list|sell|price|bill|offer|rent|lease|put|set|take|quote|demand|advertise)\b/;
/** Fireworks和Together都收0.6美元 */
const SELL_HAN =
  /^(?:目前|现在|如今|[两三]家)?(?:也|则)?[都均皆各](?:自|只|仅|是|为|报|标|收|卖|要|挂|按|以|定价|售价)+(?:每[^,，。;；\d]{1,12})? ?$/;
/** "A, B and C each charge $20", "Both A and B ask $3": the houses that each sell at this price; empty where one does. */
export function sellersAlike(reading: Reading, q: Quantity): Entity[] {
  if (q.min !== q.max || houseInTurn(reading, q)) return [];
  const last = reading.entities.findLast((e) => e.kind === 'organisation' && e.end <= q.start);
  if (!last || !(hasHan(reading.text) ? SELL_HAN : SELL).test(reading.text.slice(last.end, q.start))) return [];
  const group = coordinated(reading, last).filter((e) => e.kind === 'organisation' && e.end <= last.end);
  return new Set(group.map((e) => e.slug)).size > 1 ? group : [];
}
