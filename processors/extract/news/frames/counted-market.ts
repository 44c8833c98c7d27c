import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { endsRightAbove } from '../thread.ts';
import { follow } from './follow.ts';
import { marketPhrase, OUR_MARKET, readMarket } from './market.ts';
import type { Found } from './sums.ts';

const FIRM = '(?:the|that|this) (?:research |consulting |analyst )?(?:firm|house|group|consultancy|tracker|analysts)';
/** Where a clause says that somebody counts, and no more: "the firm now projects", "IDC's tracker shows", "for 2025 Gartner has". */
const COUNTS = new RegExp(
  `^(?:(?:in|for|by|at|over) [^,]{3,34},? )?(?:[\\w&'’. -]{2,40}|${FIRM}|it|its)(?:, [^,;]{3,40},)? (?:now |still |itself |again |also |then )?(?:counts?|counted|says?|said|sees?|saw|expects?|expected|projects?|projected|predicts?|predicted|forecasts?|had forecast|reckons?|reckoned|calculates?|calculated|estimates?|estimated|thinks?|shows?|showed|records?|recorded|tall(?:y|ies|ied)|measures?|measured|(?:puts?|pegs?|pegged|sizes?|sized|values?|valued) (?:it|that|this|the (?:figure|number|total|market|whole of 20\\d\\d)) at|settles? for|arrive[sd]? at|(?:comes?|came) (?:up with|to|out at)|(?:made|makes) (?:it|that)|settled (?:for|on)|(?:has|had|have) (?:it|the market|the (?:whole|full) year) at|(?:estimate|forecast|count|figure|tally|number|answer|projection) (?:is|was|stands at))(?: (?:about|around|roughly|some|just|only|over|more than|nearly|up to|as much as|at least))* $`,
);
/** Of one known to count also what others may only have: "the firm has $13 billion for mainland China". */
const HAS =
  /^(?:(?:in|for|by|at|over) [^,]{3,34},? )?[^,;]{2,44}(?:, [^,;]{3,40},)? (?:has|had|gives?|gave) (?:about |some |over |nearly |around )?$/;
const TAKES_UP = new RegExp(`(?:^|[ ,])(?:${FIRM}|it|its analysts) `);
const SPOKEN_OF = /\b(?:markets?|spending|spend|spent|buying|demand|industry|sector|business|outlays)\b/;
/** So many sentences above, in paragraphs before, stands the market that one who counts goes on about. */
const REACH = 8;

/**
 * "European firms are buying more cloud. IDC counted €164 billion for 2025.": the branch that the text above is about, where
 * somebody only counts; null elsewhere.
 */
export function marketCounted(article: Article, reading: Reading, q: Quantity): string | null {
  const lead = reading.text.slice(0, q.start);
  const counter = counterIn(article, reading, lead);
  if (!COUNTS.test(lead) && !(counter && HAS.test(lead))) return null;
  // A sentence that names a branch and states nothing is passed by elsewhere; here it is what is looked for.
  const last = article.thread.before(reading.index, 3).at(-1) ?? 0;
  const first = counter ? Math.min(last, reading.index - REACH) : last;
  for (let i = reading.index - 1; i >= Math.max(0, first); i--) {
    if (!counter && article.sentences[i]?.block !== reading.block) break;
    const above = article.reading(i);
    if ((SPOKEN_OF.test(above.text) || counts(above)) && OUR_MARKET.test(above.text) && !above.entities.some(isActor))
      return askedOf(above) ?? marketPhrase(above, q, { kind: 'market', start: 0, end: 0 });
  }
  const title = article.titleText;
  return SPOKEN_OF.test(title) && OUR_MARKET.test(title) && !article.titleEntities.some(isActor)
    ? (article.document.title ?? null)
    : null;
}

/** "How much is being spent on AI hardware?": what it is spent on; null where nothing is asked. */
function askedOf({ text, original }: Reading): string | null {
  const match = ASKED.exec(text);
  const thing = match?.[1];
  if (!match || thing === undefined) return null;
  const at = match.index + match[0].indexOf(thing);
  return original.slice(at, at + thing.length);
}
const ASKED =
  /\b(?:spent|spend|spending) on ([a-z][\w &/-]{2,40}?)(?: (?:worldwide|globally|each year|a year|in (?:20\d\d|the world)))*\?/;

const isCounter = (e: Entity): boolean => e.kind === 'reporter' && e.slug !== 'wall-street';
/** It tells what somebody counted. */
const counts = ({ entities, quantities }: Reading): boolean =>
  entities.some(isCounter) && quantities.some((q) => q.unit === 'money' && q.large);

/** A house that counts is named, or one named above is taken up ("the firm"). */
function counterIn(article: Article, reading: Reading, lead: string): boolean {
  if (reading.entities.some((e) => isCounter(e) && e.start < lead.length)) return true;
  if (!TAKES_UP.test(lead) || reading.entities.some(isActor)) return false;
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - REACH); i--)
    if (article.entitiesOf(i).some(isCounter)) return true;
  return false;
}

/** Nobody but who counts is named up to a sum or right behind it. */
export function onlyCounts(article: Article, reading: Reading, q: Quantity): boolean {
  const lead = reading.text.slice(0, q.start);
  return (
    (COUNTS.test(lead) || HAS.test(lead)) &&
    !reading.entities.some((e) => isActor(e) && e.start < q.end + BEHIND) &&
    counterIn(article, reading, lead)
  );
}
const BEHIND = 60;

/** What one who counts says, and nobody else is named nor does a word say what the sum is: of the market told above. */
export function readCounted(
  article: Article,
  reading: Reading,
  q: Quantity,
  found: Found | null,
  previous: Draft | null,
): Draft | null {
  const said = found !== null && found.cost <= 60 ? reading.text.slice(found.cue.start, found.cue.end) : '';
  // "Canalys recorded $6 billion": it counts, and takes nothing in.
  if ((said !== '' && !/^(?:record|report|register|book|log)/.test(said)) || !onlyCounts(article, reading, q))
    return null;
  if (
    previous?.kind === 'market_size' &&
    previous.unit === q.currency &&
    endsRightAbove(article, reading, previous.quoteEnd, 4)
  )
    return follow(article, reading, q, previous, null);
  const topic = marketCounted(article, reading, q);
  return topic === null
    ? null
    : readMarket(article, reading, q, { cue: { kind: 'market', start: q.start, end: q.start }, cost: 61 }, topic);
}
