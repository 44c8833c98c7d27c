import type { Article } from '../analysis.ts';
import { clauseAt, weighty } from '../context.ts';
import type { Draft } from '../draft.ts';
import { cloudOf, groupOf } from '../families.ts';
import type { CueKind } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Found } from './sums.ts';

// In English: whether a sum is of a group or of its cloud arm, where only one of the two was named and the words speak of the other.

const UNIT =
  '(?: (?:unit|business|businesses|arm|division|segment|group|operations?|side|services|platform|infrastructure|computing|intelligence))*';
const EARNS =
  '(?:revenues?|sales|turnover|income|profits?|backlog|order book|brought|took|takes|made|makes|earned|earns|turned|booked|contributed|supplied|accounted|is|should|will|generated|posted|reported|grew|rose|climbed|jumped|surged|was|were|had|kept|delivered|added|sold|passed|reached)';
/** "the cloud brought in", "cloud revenue", "the cloud unit's adjusted profit": no cloud of another name, nor of any kind. */
const CLOUD = new RegExp(
  `(?<!\\b(?:google|alibaba|baidu|tencent|microsoft|oracle|huawei|ibm|intelligent|sovereign|private|hybrid|gpu|enterprise|global|worldwide|rival|other|every|each|any|a|gaming|in) )\\b(?:(?:ai|public|core) )?cloud(${UNIT})(?:['’]s)?(?: (?:itself|alone|also|now|has|adjusted|operating|external|quarterly|annual|segment|ebita)){0,3} ${EARNS}\\b`,
);
const LABEL = new RegExp(`^[*_ -]*(?:ai )?cloud(${UNIT})(?: \\([^()]{2,8}\\))?(?: (?:revenues?|sales))?[*_]*:? ?$`);
/** What Microsoft calls its cloud is much of the house; the accounts of carriers are the carrier's own. */
const REPORT_AS_ONE: ReadonlySet<string> = new Set(['microsoft', 'china-telecom', 'china-mobile', 'china-unicom']);
const OF_AN_ARM: ReadonlySet<CueKind> = new Set([
  'revenue',
  'operating_profit',
  'commerce',
  'market',
  'deploy',
  'usage',
]);

/** Of what these have sold and not yet delivered all is their cloud's. */
const ONLY_CLOUD_HAS: ReadonlySet<string> = new Set(['google', 'amazon']);
const BACKLOG = /^(?:backlog|order book|remaining performance obligations?|rpo)\b/;

/** Between the figure before and this one; where its clause begins if that is nearer. */
const stretchBefore = (reading: Reading, q: Quantity): string =>
  reading.text.slice(Math.max(clauseAt(reading, q.start)[0], lastFigure(reading, q)), q.start);
const lastFigure = ({ quantities }: Reading, q: Quantity): number =>
  quantities.findLast((other) => weighty(other) && other.end <= q.start)?.end ?? 0;

/** The cloud arm whose figure a sum is though only its group was named; null where it is the group's. */
export function armMeant(reading: Reading, q: Quantity, found: Found | null, slug: string | undefined): string | null {
  if (slug === undefined || REPORT_AS_ONE.has(slug) || (found !== null && !OF_AN_ARM.has(found.cue.kind))) return null;
  const arm = cloudOf(slug);
  if (arm === slug || groupOf(arm) !== slug || hasHan(reading.text)) return null;
  if (ONLY_CLOUD_HAS.has(slug) && found !== null && BACKLOG.test(reading.text.slice(found.cue.start, found.cue.end)))
    return arm;
  if (!reading.text.includes('cloud')) return null;
  const said = stretchBefore(reading, q);
  const unit = (CLOUD.exec(said) ?? LABEL.exec(reading.text.slice(lastFigure(reading, q), q.start)))?.[1];
  // What Oracle calls its cloud holds its applications too.
  return unit === undefined || (slug === 'oracle' && !unit.includes('infrastructure')) ? null : arm;
}

const WHOLE =
  /(?:^|[^\w-])(?:(?:total|group|overall|company-?wide|group-?wide|consolidated|(?:the )?(?:parent|group|company)['’]s) (?:(?:net|operating|quarterly|annual) )?(?:revenues?|sales|turnover|income|profits?|earnings|loss)|(?:(?:whole|entire) (?:group|company|house|business)|(?:group|company|parent|whole)(?: company)? as a whole|of the whole|the parent)\b)/;
/** "AWS $39.2B, group $189.0B" */
const LABELLED =
  /(?:[,;(|]|\band) (?:the )?(?:group|parent|total|company)(?: total| revenues?| sales)?:? (?:at |with |came to |was |is |had )?(?:about )?$/;

/** "AI applications added $2 billion": another business, behind a cloud that no name was given. */
const OTHER_BUSINESS =
  /^[^a-z]*(?:(?:and|while|but|whereas) )?(?!(?:it|that|this|which|they|up|down|from|against|with|of|in|for|or|after|as|cloud|the cloud|its cloud|a year|the year|year|last)\b)(?![^$€£¥]*\b(?:income|profits?|loss|margin|backlog|orders)\b)(?:[a-z'’-]+ ){1,14}?(?:added|contributed|brought|made|took|turned|was|were|came|earned|rose|grew|fell|supplied|accounted)\b/;

/** The group whose figure a sum is by its words, where only its cloud arm was named before, or only meant; null where the words say nothing of a group. */
export function groupMeant(
  article: Article,
  reading: Reading,
  q: Quantity,
  slug: string | null | undefined,
  previous: Draft | null,
): string | null {
  if (slug === null || slug === undefined || groupOf(slug) === slug || hasHan(reading.text)) return null;
  const said = stretchBefore(reading, q);
  return WHOLE.test(said) ||
    LABELLED.test(reading.text.slice(Math.max(0, q.start - 30), q.start)) ||
    (slug === 'oracle-oci' && OF_ALL_CLOUD.test(reading.text.slice(lastFigure(reading, q), q.start))) ||
    (previous?.subject === slug && OTHER_BUSINESS.test(said) && !namedWith(article, previous, slug))
    ? groupOf(slug)
    : null;
}

/** What Oracle calls its cloud, or a part of it that is no infrastructure. */
const OF_ALL_CLOUD =
  /\b(?:total )?cloud (?:applications|(?:revenues?|sales|services)(?! (?:from|of) infrastructure))|\bcloud sales\b|\b(?:applications|saas|fusion|netsuite)\b/;

/** The sentence of a claim names a house. */
const namedWith = (article: Article, { quoteStart }: Draft, slug: string): boolean => {
  const at = article.sentences.findIndex(({ start, end }) => start <= quoteStart && quoteStart < end);
  return at >= 0 && article.entitiesOf(at).some((e) => e.slug === slug);
};

/** True where an article names a house anywhere. */
export const names = (article: Article, slug: string): boolean =>
  article.titleEntities.some((e) => e.slug === slug) ||
  article.sentences.some((_, i) => article.entitiesOf(i).some((e) => e.slug === slug));
