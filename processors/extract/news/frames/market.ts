import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { growthOf } from '../growth.ts';
import type { Cue } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { statusOf, yearRuns } from '../status.ts';
import { fold, hasHan } from '../text.ts';
import { carriedDate, dateOf, sameSpan } from '../which-date.ts';
import { marketNoun } from './market-noun.ts';
import { growLeft, labelOf } from './object.ts';
import { isOtherMarket } from './other-markets.ts';
import { quoteAround } from './quote.ts';
import { placeIn } from './region.ts';
import { type Found, periodOf } from './sums.ts';

/** Markets of interest; a market of anything else is none of ours. */
export const OUR_MARKET =
  /\bai\b|aigc|生成式|cloud|iaas|paas|saas|maas|gpu|compute|computing|data ?cent(?:er|re)|inference|serverless|colocation|llm|model|agent|token|accelerator|artificial intelligence|machine learning|idc(?=业务|行业|市场|需求|服务)|chip|semiconductor|server|storage|云|算力|液冷|人工智能|大模型|模型|智能体|数据中心|智算|智能计算|推理|芯片|词元|服务器|\bapis?\b|(?<![a-z])it(?:支出|开支|服务|投入|市场)|\bit (?:spending|services|outlays|budgets)\b/;

/** The size of a market, where the market is one of ours; `topic` is its name where the sentence has none. */
export function readMarket(
  article: Article,
  reading: Reading,
  q: Quantity,
  found: Found,
  topic: string | null = null,
): Draft | null {
  // Nobody measures a market of less; a customer spends that.
  if (Number(q.min ?? q.max) < 10_000_000 || OF_A_FUND.test(reading.text.slice(q.end))) return null;
  if (isOtherMarket(reading.text, ...clauseAt(reading, q.start))) return null;
  const phrase = topic ?? marketPhrase(reading, q, found.cue);
  const ours =
    OUR_MARKET.test(reading.text) ||
    (article.inDomain &&
      (OUR_MARKET.test(contextBefore(article, reading)) ||
        ((BARE_MARKET.test(reading.text) || ADDRESSABLE.test(reading.text)) && reading.entities.some(isActor))));
  if (!ours || DENIED.test(reading.text.slice(0, q.start))) return null;
  // 到2030年整体规模将超过3万亿元: the market of the sentence before.
  const spokenOf =
    /^market(?:place)? (?:size|value|volume)\b|^[ -](?:[\w-]+[ -])*market\b|^(?:整体|总体|市场|产业|行业)?规模|^市场(?:总|整|盘|空间|容量)/.test(
      reading.text.slice(found.cue.start, found.cue.end + 2),
    ) ||
    BARE_MARKET.test(reading.text) ||
    (PLACES_MARKET.test(reading.text) && !reading.entities.some(isActor));
  if (
    topic === null &&
    found.cue.kind !== 'spend' &&
    !OUR_MARKET.test(phrase.toLowerCase()) &&
    !OUR_MARKET.test(reading.text) &&
    !spokenOf &&
    spentOn(reading) === null
  )
    return null;
  const date = dateOf(reading, q, true) ?? sameSpan(article, reading, q) ?? carriedDate(article, reading, 3);
  const asOf = date?.iso ?? article.published?.slice(0, 4) ?? null;
  const [quoteStart, quoteEnd] = quoteAround(reading, q.start, q.end);
  const subject = marketSlug(reading.text, fold(phrase), countsAnew(reading) ? article.titleText : opening(article));
  const stated = statusOf(article, reading, q, asOf);
  const guessed =
    date?.grain === 'year' &&
    (yearRuns(article, reading, q, asOf) ||
      (asOf === article.published?.slice(0, 4) && /估计|估算|测算/.test(reading.text.slice(0, q.start))));
  return {
    kind: 'market_size',
    rule: 'market.size',
    quoteStart,
    quoteEnd,
    subject,
    object: topic ?? marketNoun(article, reading, q, phrase),
    valueStart: reading.start + q.start,
    valueEnd: reading.start + q.end,
    min: q.min,
    max: q.max,
    unit: q.currency,
    period: quarterly(reading, q) ?? periodOf(date) ?? 'year',
    asOf,
    growth: growthOf(reading, q),
    status: stated === 'actual' && guessed ? 'forecast' : stated,
    attribution: attributionOf(article, reading, null, q.start),
    reasons: ['market word'],
    confidence: 0.9 - (found.cost > 60 ? 0.1 : 0),
  };
}

/** "quarterly sales came to $12 billion", "$12 billion a quarter": whatever year it was. */
function quarterly(reading: Reading, q: Quantity): 'quarter' | null {
  const [start, end] = clauseAt(reading, q.start);
  return /\bquarterly\b/.test(reading.text.slice(start, q.start)) ||
    /^(?: [a-z]+)?(?: (?:per|a|each|every) quarter\b| quarterly\b|-a-quarter\b|\/ ?quarter\b)/.test(
      reading.text.slice(q.end, end),
    )
    ? 'quarter'
    : null;
}

/** "the market", "a sector with revenues of": of whatever the text is about. */
const BARE_MARKET =
  /\b(?:the|this|that|an?|its) (?:overall |total |whole |entire )?(?:market|industry|sector|segment)(?! (?:leader|share|for|of (?!\D{0,12}\d)))\b|(?:这|该|此)(?:个|一|块)?(?:细分)?(?:市场|赛道|行业|产业)(?!份额)/;
/** 把潜在市场规模写到30万亿美元: what a house of ours says it might sell to. */
const ADDRESSABLE =
  /潜在市场|可(?:寻址|触达|服务|获得|及)(?:的)?市场|市场机会|(?<![a-z])tam(?![a-z])|addressable market/;
/** 全球市场2024年为…: of the branch spoken of above, by its place, where no house is named. */
const PLACES_MARKET = /(?:全球|世界|国内|中国|我国|海外)市场(?= ?20\d\d|[今去明]年|大?约|近|已|将|为|达|是|有|[:：])/;
/** "isn't a $100 billion market yet" */
const DENIED =
  /\b(?:isn't|(?:is|are) not|aren't|not yet|never|wasn't|won't be|will not be|hardly|far from)(?: yet| quite| even| really)?(?: be)? (?:worth |an? )*(?:about |as much as )?$/;

/** 规模达11亿美元的"未来"基金: what was collected to invest. */
const OF_A_FUND = /^ ?的[^,，。;；]{0,20}基金/;

const MARKET_PHRASES = [
  /(?:(?:[\w&'/.-]+ ){0,4}\b(?:neocloud|cloud|ai|saas|iaas|paas|maas|compute|infrastructure|software|gpu|data center|model|agent|chip)[\w-]*(?: [\w-]+){0,2}? (?:market(?:place)?|services|spending|infrastructure|industry|ecosystem|solutions?))/,
  /\b(?:neocloud|cloud|ai|gpu|compute)[\w ]{0,24}(?:services|infrastructure|market|spending|industry)/,
  /[\u4e00-\u9fffa-z0-9 ]{0,28}(?:市场|行业|产业|服务(?!器))/,
  /[\u4e00-\u9fffa-z0-9 ]{2,20}(?:总?支出|开支)/,
];

/** "worldwide spending on AI-optimized IaaS will reach": what is spent on. */
const SPENT_ON =
  /\b(?:spending|spend|expenditures?|outlays?|spent (?:[^,.;]|\.\d){1,24}) on (?:the )?((?:[\w&/.'-]+ ){0,6}?[\w&/.'-]+)(?= (?:will|is|are|was|were|rose|grew|reached|hit|to|in|by|at|from|jumped|climbed|surged|of|total\w*|came|topped|exceeded|increased|should|could|for|would|this|next|last|during)\b| ?[,;:(]|\.?$)/;

/** "the market for AI inference", "sales of AI chips": what is bought and sold. */
const SOLD =
  /\b(?:markets? for|sales of|demand for|revenues? from) (?:the )?((?:[\w&/.'-]+ ){0,5}?[\w&/.'-]+)(?= (?:will|is|are|was|were|has|had|rose|grew|reached|hit|to|in|by|at|from|jumped|climbed|surged|of|total\w*|came|topped|passed|exceeded|increased|should|could|would|this|next|last|during|worldwide|amounted|stood)\b| ?[,;:(?]|\.?$)/;

/** "puts data-center GPUs and AI accelerators at about $200 billion": what is measured. */
const PUT_AT =
  /\b(?:puts?|pegs?|pegged|valu(?:es|ed)|siz(?:es|ed)|estimat(?:es|ed)) (?:the )?((?:[\w&/.'-]+ ){0,7}?[\w&/.'-]+)(?= at (?:about |around |roughly |some |nearly |over |more than |up to |just )*[$€£¥\d])/;

export const spentOn = (reading: Reading): string | null => thingOf(reading, SPENT_ON);

/** What the first group of a pattern says, as the text writes it. */
function thingOf(reading: Reading, pattern: RegExp): string | null {
  const match = pattern.exec(reading.text);
  if (!match?.[1]) return null;
  const end = match.index + match[0].length;
  return reading.original.slice(end - match[1].length, end);
}

export function marketPhrase(reading: Reading, q: Quantity, cue: Cue): string {
  const [clauseStart, clauseEnd] = clauseAt(reading, q.start);
  const label = labelOf(reading, q.start);
  const put = thingOf(reading, PUT_AT);
  const branch =
    spentOn(reading) ??
    thingOf(reading, SOLD) ??
    (put !== null && OUR_MARKET.test(put.toLowerCase()) && !/\b(?:the |that |this )?market$/i.test(put) ? put : null);
  if (branch) return branch;
  const own = cue.kind === 'revenue' ? clauseAt(reading, cue.start) : null;
  for (const [from, to] of own
    ? [own]
    : ([
        [clauseStart, clauseEnd],
        [0, reading.text.length],
      ] as const)) {
    const clause = reading.text.slice(from, to);
    for (const pattern of MARKET_PHRASES) {
      const match = pattern.exec(clause);
      if (match) {
        const lead =
          /^(?:(?:[\w&'/.-]+ )*?(?:how (?:big|large) (?:is|was)|forecasts?|expects?|billion|million|trillion|says?|said|estimates?|projects?|predicts?|sees|counts?|reports?|values?|valued|that|will|puts?) |[\d.,-]+[mbt]?n? (?:in|of) |the |a |an |of |in |for |that |on |however |and |到|在|据|年|显示|指出|预计|其中| )+/.exec(
            match[0],
          )?.[0].length ?? 0;
        const at = from + match.index + lead;
        // No part of a word.
        const cut = /[a-z]/.test(reading.text[at - 1] ?? ' ')
          ? (/^[a-z&.'-]+ ?/.exec(reading.text.slice(at))?.[0].length ?? 0)
          : 0;
        return undated(reading, at + cut, from + match.index + match[0].length);
      }
    }
  }
  // 风冷服务器收入: whose revenue it is.
  return label ?? growLeft(reading, cue.start, cue.end).replace(/(?<=.)(?:总|营业)?(?:收入|营收|销售额)$/, '');
}

/** 2025年第四季度全球云服务: a date that leads is no part of the market. */
function undated(reading: Reading, start: number, end: number): string {
  let from = start;
  for (const date of reading.dates) if (date.start <= from && date.end > from && date.end < end) from = date.end;
  return reading.original.slice(from, end).replace(/^[ 的,，度]+/, '');
}

const SEGMENTS: readonly (readonly [RegExp, string])[] = [
  [/maas/, 'maas'],
  [/iaas|infrastructure as/, 'iaas'],
  [/paas/, 'paas'],
  [/saas/, 'saas'],
  [/gpu.{0,12}(?:rent|租)|算力租赁/, 'gpu-rental'],
  [/gpu/, 'gpu-cloud'],
  [/ai cloud|ai 云|ai云|智能云|人工智能(?:公有)?云/, 'ai-cloud'],
  [/public cloud|公有云/, 'public-cloud'],
  [/cloud infrastructure|云基础设施/, 'cloud-infrastructure'],
  [/agent|智能体/, 'ai-agents'],
  [/model|大模型/, 'ai-model-solutions'],
  [/cloud|云/, 'cloud'],
  [/\bservers?\b|服务器/, 'server'],
  [/ai (?:infrastructure|基础设施)|ai基础设施|算力基础设施/, 'ai-infrastructure'],
  [/data cent|数据中心|idc(?=业务|行业|市场|需求|服务)/, 'data-center'],
  [/chip|芯片|accelerator/, 'ai-chips'],
  [/\bai\b|人工智能|ai/, 'ai'],
];

/** What a text begins with: whose market it is about. */
export const opening = ({ folded }: Article): string => folded.slice(0, 400);

/** "MarketsandMarkets expects the AI inference market to climb": who counts for himself need not stay in the country that another counted. */
const countsAnew = ({ text, entities }: Reading): boolean =>
  !hasHan(text) && entities.some((e) => e.kind === 'reporter' && e.start < 8);

/** Region and segment of a market, from its words and those that `about` says what the text is about with. */
export function marketSlug(text: string, phrase: string, about: string): string {
  const named =
    SEGMENTS.find(([pattern]) => pattern.test(phrase.toLowerCase())) ??
    SEGMENTS.find(([pattern]) => pattern.test(text));
  const region = /^(?:china|chinese|中国|我国|国内|全国)/.test(phrase)
    ? 'china'
    : /^(?:global|world|全球|世界)/.test(phrase)
      ? 'global'
      : /china|chinese|中国|我国|国内|全国/.test(text)
        ? 'china'
        : /global|world|全球/.test(text)
          ? 'global'
          : (placeIn(text) ?? (/china|chinese|中国/.test(about) ? 'china' : 'global'));
  return `${region}-${named?.[1] ?? 'market'}`;
}

/** What was said shortly before a sentence, the title first. */
export const contextBefore = (article: Article, reading: Reading): string =>
  `${article.titleText} ${article.folded.slice(Math.max(0, reading.start - 300), reading.start)}`;
