import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { groupOf } from '../families.ts';
import type { CueKind } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { dateOf } from '../which-date.ts';
import type { Found } from './sums.ts';

type Metric = Announcement['metric'];

export const METRICS: Partial<Record<CueKind, Announcement['metric']>> = {
  revenue: 'revenue',
  operating_profit: 'operating_profit',
  net_income: 'net_income',
  capex: 'capex',
  investment: 'investment',
  spend: 'capex',
  commerce: 'other',
};

/** Which metric a sum is, where its word alone would mislead. */
export const metricOfSum = (
  reading: Reading,
  q: Quantity,
  found: Found,
  subject: Subject,
  previous: Draft | null,
  named: Metric,
): Metric =>
  named === 'revenue' && /\b(?:deferred|unearned) $/.test(reading.text.slice(0, found.cue.start))
    ? 'other'
    : named === 'investment' && isOfPurchases(reading, found)
      ? 'other'
      : named === 'investment' && FOR_CAPEX.test(reading.text.slice(q.end))
        ? 'capex'
        : named === 'capex' && isForSite(reading, q, found)
          ? 'investment'
          : named === 'operating_profit' && isBottomLine(reading, found, subject, previous)
            ? 'net_income'
            : named;

/** Whether what somebody spends is a figure of our trade, and not of research, marketing or another branch. */
export function isSpentHere(
  reading: Reading,
  q: Quantity,
  found: Found,
  metric: Metric,
  ofKnown: boolean,
  previous: Draft | null,
): boolean {
  if (
    /研发|research and development|\br&d\b|marketing|sales and|销售费用|营销/.test(
      reading.text.slice(Math.max(0, found.cue.start - 14), q.end),
    ) ||
    ON_OTHER.test(reading.text.slice(q.end))
  )
    return false;
  return (
    found.cue.end === found.cue.start ||
    metric === 'investment' ||
    ofKnown ||
    sameSentenceCapex(previous, reading) ||
    goesOnAboutCapex(previous, reading, q) ||
    ((reading.entities.some(isActor) || SOMEBODY.test(reading.text) || isLabel(reading.text, found.cue)) &&
      Number(q.min ?? q.max) >= 100_000_000) ||
    /\bai\b|cloud|hyperscaler|tech giants|big tech|data ?cent|infrastructure|gpu|chip|compute|server|r&d|云|算力|数据中心|基础设施|芯片|服务器|基建|研发/.test(
      reading.text,
    )
  );
}

/** "It spent $2.3 billion on interest" */
const ON_OTHER =
  /^ (?:on|in|for) (?:its |the |their )?(?:interest|dividends?|(?:share )?(?:buybacks?|repurchases)|research and development|r&d|(?:sales|marketing|advertising)\b|salaries|wages|staff|pay|taxes|debt|lobbying|legal|lawyers|content|acquisitions)\b/;

/** What is spent on plant is capex, what is put into something else an investment. */
export const spentAs = (
  article: Article,
  reading: Reading,
  q: Quantity,
  ofKnown: boolean,
  previous: Draft | null,
): Metric =>
  sameSentenceCapex(previous, reading) ||
  goesOnAboutCapex(previous, reading, q) ||
  (ofKnown && CAPEX_TEXT.test(article.folded)) ||
  /infrastructure|data ?cent|\bon (?:new )?(?:plant|property|equipment)\b|capital (?:spend|expend|outlay|equip|project|goods)|\bcapex\b|hyperscalers|基础设施|数据中心|资本[开支性]/.test(
    reading.text,
  )
    ? 'capex'
    : 'investment';

/** "a $100 billion AWS commitment": what is bought over years. */
const isOfPurchases = ({ text, entities }: Reading, { cue }: Found): boolean =>
  text.startsWith('commitment', cue.start) &&
  (entities.some((e) => isActor(e) && e.end === cue.start - 1) || OF_COMPUTE.test(text.slice(0, cue.start)));
const OF_COMPUTE = /\b(?:cloud|compute|computing|capacity|gpu|purchase|consumption|offtake|take-or-pay|spend) $/;

/** "has earmarked $180 billion for capital spending" */
const FOR_CAPEX =
  /^ (?:for|on|in|to|towards?|of) (?:its |their |new )?(?:capital (?:spending|expenditures?|outlays?|equipment|projects|goods)|capex)\b|^(?:用于|投向|作为)(?:其|公司)?(?:资本性?(?:开支|支出)|capex)/;
/** "plans to spend $25 billion on a data center campus in Texas": what a site is to cost, no year's budget. */
const isForSite = (reading: Reading, q: Quantity, { cue }: Found): boolean =>
  cue.kind === 'spend' && ON_SITE.test(reading.text.slice(q.end, q.end + 90)) && dateOf(reading, q, true) === null;
const ON_SITE =
  /^ (?:on|to build|building) (?:(?:its|the|an?|two|three|four|new|own|first|ai|[\d.,]+[ -][gm](?:w|egawatts?|igawatts?)) )*(?:(?!for |in |of |and |at )[a-z-]+ ){0,3}(?:campus(?:es)?|sites?|data ?cent(?:er|re)s?|parks?|hubs?|complex|factor(?:y|ies)|plants?)\b(?! and equipment)/;

/** What the large clouds spend together is told of in texts about capital spending. */
const CAPEX_TEXT = /\bcapex\b|capital (?:expenditures?|spending|outlays?)|data cent(?:er|re)s/;
/** "a third-quarter profit of 14.6 million yuan": of a house as a whole it is what is left at the end; of a cloud arm, what it operates at. */
function isBottomLine(reading: Reading, { cue }: Found, subject: Subject, previous: Draft | null): boolean {
  const slug = subject.slugs[0];
  return (
    slug !== undefined &&
    groupOf(slug) === slug &&
    /^(?:profits?|loss(?:es)?|lost)$/.test(reading.text.slice(cue.start, cue.end)) &&
    previous?.metric !== 'operating_profit' &&
    !/operat|\bcloud (?:unit|arm|business|division|segment)/.test(reading.text)
  );
}

/** "it", "the lab", "over five years the tenant": a house that the text above has named. */
const SOMEBODY =
  /(?:^|[,;:] |\b(?:years?|quarter|months?|20\d\d|that|term) )(?:it|the (?:company|group|firm|start-?up|lab|house|tenant|customer|client|buyer|lessee|neocloud|provider|operator|chip ?maker|developer|retailer|(?:[a-z]+ )?giant))\b/;
/** "- Spending: ...": the word is the label of its line. */
const isLabel = (text: string, { start, end }: Found['cue']): boolean => start < 16 && /^[*_]*:/.test(text.slice(end));

/** "2026 capex guide: $30B. Last year it spent $15.4B.": the sentence behind one about capex, which does not say on what. */
const goesOnAboutCapex = (previous: Draft | null, { text, start }: Reading, q: Quantity): boolean =>
  previous?.metric === 'capex' &&
  start >= previous.quoteEnd &&
  start - previous.quoteEnd < RIGHT_BEHIND &&
  ONLY_WHEN.test(text.slice(q.end));
/** So far behind the figure of a sentence the next begins at most, in UTF-16 units. */
const RIGHT_BEHIND = 60;
const ONLY_WHEN =
  /^ ?(?:(?:in|during|for|over) (?:the )?(?:(?:fiscal|all of|whole of|first|second|third|fourth|same|previous|prior|last) )*(?:20\d\d|q[1-4](?: 20\d\d)?|year|quarter|half)|(?:last|this|the previous|the prior) (?:year|quarter)|the (?:year|quarter) before|a (?:year|quarter) (?:ago|earlier|before))?(?:[.,;)]|$| (?:and|but|while|compared|versus|against)\b)/;

const sameSentenceCapex = (previous: Draft | null, reading: Reading): boolean =>
  previous?.metric === 'capex' && previous.quoteEnd > reading.start;
