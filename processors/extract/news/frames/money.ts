import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article, Reading } from '../analysis.ts';
import { carriedDate, clauseAt, dateOf, governingCue, growthOf, statusOf } from '../context.ts';
import type { DateMention } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { DOMAIN } from '../entities.ts';
import { cloudOf } from '../families.ts';
import type { Cue, CueKind } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import { attributionOf, coordinated, groupMeant, isActor, named, type Subject, subjectOf } from '../subject.ts';
import { clauseHead, growLeft, labelOf } from './object.ts';
import { quoteAround } from './quote.ts';

const KINDS: ReadonlySet<CueKind> = new Set([
  'revenue',
  'operating_profit',
  'net_income',
  'capex',
  'investment',
  'spend',
  'commerce',
  'market',
  'price',
  'excluded',
]);
const METRICS: Partial<Record<CueKind, Announcement['metric']>> = {
  revenue: 'revenue',
  operating_profit: 'operating_profit',
  net_income: 'net_income',
  capex: 'capex',
  investment: 'investment',
  spend: 'capex',
  commerce: 'other',
};
/** Markets of interest; a market of anything else is none of ours. */
const OUR_MARKET =
  /\bai\b|cloud|iaas|paas|saas|maas|gpu|compute|computing|data ?cent(?:er|re)|llm|model|agent|token|accelerator|artificial intelligence|machine learning|chip|semiconductor|server|storage|云|算力|人工智能|大模型|模型|智能体|数据中心|智算|芯片|词元|服务器|api/;
/** Smallest sum that an organisation or market reports. */
const SMALLEST = 1_000_000;

const periodOf = (date: DateMention | null): Announcement['period'] => {
  if (date === null) return null;
  if (date.grain === 'quarter' || date.grain === 'half') return date.grain;
  return date.grain === 'year' || date.grain === 'fiscal' ? 'year' : date.grain === 'month' ? null : null;
};

const MULTI_YEAR =
  /(?:next|coming|over (?:the )?|past|within|in) ?(?:the )?(?:next |coming |past )?(?:two|three|four|five|six|seven|eight|ten|\d+)[- ]years?|multi-?year|未来.{0,3}年|[三四五两]年(?:内|间)|\d+ ?年(?:内|间|来)|decade|through 20\d\d|by 20\d\d|20\d\d ?[-~至到] ?(?:20)?\d\d/;
const RUN_RATE = /run[- ]rate|annuali[sz]ed|\barr\b|年化|annual recurring/;

/** A difference, not a level: "$15.7 billion above the third quarter", 增加了 20 亿元. */
const DELTA_BEFORE =
  /(?:an (?:increase|rise|addition|extra) of|an extra|by (?:about |over |nearly )?|增加了?|增长了|减少了?|多出|增量) ?$/;
const DELTA_AFTER =
  /^(?:,? or [\d.]+ ?(?:%|percent|per cent),?)? ?(?:above|more than|higher than|less than|below|over) (?:the|a year|last|its|that|what)\b/;

interface Found {
  readonly cue: Cue;
  readonly cost: number;
}

/** Revenue, profit, capex, investment and the like of an organisation; sizes of markets. */
export function readMoney(article: Article, reading: Reading, q: Quantity, previous: Draft | null): Draft | null {
  if (q.rate !== null && q.rate.meter !== 'year' && !(q.rate.meter === 'month' && q.large)) return null;
  if (Number(q.min ?? q.max) < SMALLEST) return null;
  if (
    DELTA_BEFORE.test(reading.text.slice(Math.max(0, q.start - 24), q.start)) ||
    DELTA_AFTER.test(reading.text.slice(q.end, q.end + 40))
  )
    return null;
  if (/^[a-z]+-[a-z]+-dollar/.test(reading.text.slice(q.start, q.end))) return null;
  if (!reading.quantities.includes(q) && previous?.kind === 'market_size')
    return follow(article, reading, q, previous, null);
  const respective = respectively(article, reading, q);
  let found: Found | null = governingCue(reading, q, KINDS);
  const inherited = found === null || found.cost > 60;
  if (
    inherited &&
    previous &&
    (previous.kind === 'financial' || previous.kind === 'market_size') &&
    previous.quoteEnd >= reading.start - 3 &&
    previous.unit === q.currency
  ) {
    const own = ownCue(found);
    if (own === null) return follow(article, reading, q, previous, respective);
  }
  if (found === null || found.cost > 160) {
    return previous && previous.kind === 'market_size' && sameBlock(article, reading, previous)
      ? follow(article, reading, q, previous, null)
      : unnamedMarket(article, reading, q);
  }
  found = prefer(reading, q, found);
  if (
    previous?.kind === 'financial' &&
    previous.quoteEnd >= reading.start + q.end &&
    /(?:其中|of (?:which|that|this)|including)[^,，;；]{0,20}$/.test(reading.text.slice(0, q.start)) &&
    (found.cue.kind === 'commerce' || found.cue.kind === 'spend')
  )
    return follow(article, reading, q, previous, null);
  if (found.cue.kind === 'excluded') return null;
  if (found.cue.kind === 'price') return null;
  const subject = subjectOf(article, reading, q.start, q.end);
  const clauseHasActor = subject.how === 'clause' || subject.how === 'sentence';
  if (found.cue.kind === 'market' || (found.cue.kind === 'spend' && !clauseHasActor && OUR_MARKET.test(reading.text))) {
    if (
      found.cue.kind === 'market' &&
      found.cue.end - found.cue.start <= 8 &&
      clauseHasActor &&
      !/market|市场|规模/.test(reading.text.slice(found.cue.start, found.cue.end))
    )
      return null;
    return market(article, reading, q, found);
  }
  return financial(article, reading, q, found, subject, respective);
}

const ownCue = (found: Found | null): Found | null => (found !== null && found.cost <= 60 ? found : null);
const sameBlock = (article: Article, reading: Reading, previous: Draft): boolean => {
  const block = article.blocks[reading.block];
  return block !== undefined && previous.quoteStart >= block.start;
};

/** "invest RMB 380 billion in infrastructure": an investment word beside a closer but weaker one wins. */
function prefer(reading: Reading, q: Quantity, found: Found): Found {
  if (
    found.cue.kind !== 'market' &&
    found.cue.kind !== 'price' &&
    found.cue.kind !== 'spend' &&
    found.cue.kind !== 'commerce'
  )
    return found;
  const strong = governingCue(
    reading,
    q,
    new Set<CueKind>(['revenue', 'operating_profit', 'net_income', 'capex', 'investment']),
  );
  return strong && strong.cost <= found.cost + 25 && strong.cost < 60 ? strong : found;
}

/** "A, B and C reported $45.6 billion, $54 billion and $13.91 billion, respectively": whose figure this one is. */
function respectively(article: Article, reading: Reading, q: Quantity): { slug: string; name: string } | null {
  if (!/respectively|分别/.test(reading.text)) return null;
  const figures = reading.quantities.filter((other) => other.unit === 'money');
  const at = figures.indexOf(q);
  const meant = groupMeant(article, reading);
  const actor = reading.entities.find(isActor);
  const group = meant ?? (actor ? named(reading, coordinated(reading, actor), 'sentence') : null);
  const slug = group?.slugs[at];
  return group && slug !== undefined && group.slugs.length === figures.length
    ? { slug, name: group.names[at] ?? slug }
    : null;
}

/** A research house puts a sum on a branch without the word market: "China's public cloud was worth $24.11 billion, IDC reports". */
function unnamedMarket(article: Article, reading: Reading, q: Quantity): Draft | null {
  const { text } = reading;
  if (Number(q.min ?? q.max) < 100_000_000 || reading.entities.some(isActor)) return null;
  if (
    attributionOf(article, reading, null) === null ||
    !/cloud|[ims]aas|paas|\bai\b|云|人工智能|大模型|算力/.test(text)
  )
    return null;
  const at = text.search(/cloud|[imsp]aas|\bai\b|云|人工智能|大模型|算力/);
  return market(article, reading, q, { cue: { kind: 'market', start: at, end: at + 2 }, cost: 61 });
}

function follow(
  article: Article,
  reading: Reading,
  q: Quantity,
  previous: Draft,
  respective: { slug: string; name: string } | null,
): Draft {
  const date = dateOf(reading, q);
  const subject = subjectOf(article, reading, q.start, q.end);
  const own = subject.how === 'clause';
  const [quoteStart, quoteEnd] = quoteAround(reading, q.start, q.end);
  const asOf = date?.iso ?? previous.asOf ?? null;
  return {
    ...previous,
    rule: previous.kind === 'market_size' ? 'market.coordinated' : 'financial.coordinated',
    quoteStart,
    quoteEnd,
    subject:
      respective?.slug ??
      (previous.kind === 'financial' && own ? (subject.slugs[0] ?? previous.subject) : previous.subject),
    object:
      respective?.name ??
      (previous.kind === 'financial' && own
        ? (subject.names[0] ?? previous.object)
        : (labelOf(reading, q.start) ?? followHead(reading, q) ?? previous.object)),
    min: q.min,
    max: q.max,
    unit: q.currency,
    asOf,
    period: periodOf(date) ?? previous.period ?? null,
    growth: growthOf(reading, q),
    status: statusOf(article, reading, q, asOf),
    reasons: ['follows the figure before it'],
    confidence: 0.75,
  };
}

function market(article: Article, reading: Reading, q: Quantity, found: Found): Draft | null {
  const phrase = marketPhrase(reading, q, found.cue);
  if (!OUR_MARKET.test(reading.text) && !(article.inDomain && OUR_MARKET.test(contextBefore(article, reading))))
    return null;
  if (!OUR_MARKET.test(phrase.toLowerCase()) && !OUR_MARKET.test(reading.text)) return null;
  const date = dateOf(reading, q) ?? carriedDate(article, reading, 3);
  const asOf = date?.iso ?? article.published?.slice(0, 4) ?? null;
  const [quoteStart, quoteEnd] = quoteAround(reading, q.start, q.end);
  const subject = marketSlug(reading.text, phrase, article);
  return {
    kind: 'market_size',
    rule: 'market.size',
    quoteStart,
    quoteEnd,
    subject,
    object: phrase,
    min: q.min,
    max: q.max,
    unit: q.currency,
    period: periodOf(date) ?? 'year',
    asOf,
    growth: growthOf(reading, q),
    status: statusOf(article, reading, q, asOf),
    attribution: attributionOf(article, reading, null),
    reasons: ['market word'],
    confidence: 0.9 - (found.cost > 60 ? 0.1 : 0),
  };
}

const MARKET_PHRASES = [
  /(?:(?:[\w&'/.-]+ ){0,4}(?:cloud|ai|saas|iaas|paas|maas|compute|infrastructure|software|gpu|data center|model|agent|chip)[\w-]*(?: [\w-]+){0,2}? (?:market(?:place)?|services|spending|infrastructure|industry|ecosystem|solutions?))/,
  /(?:cloud|ai|gpu|compute)[\w ]{0,24}(?:services|infrastructure|market|spending|industry)/,
  /[\u4e00-\u9fffa-z0-9 ]{0,18}(?:市场|行业|产业|服务)/,
];

function marketPhrase(reading: Reading, q: Quantity, cue: Cue): string {
  const [clauseStart, clauseEnd] = clauseAt(reading, q.start);
  const label = labelOf(reading, q.start);
  for (const [from, to] of [
    [clauseStart, clauseEnd],
    [0, reading.text.length],
  ] as const) {
    const clause = reading.text.slice(from, to);
    for (const pattern of MARKET_PHRASES) {
      const match = pattern.exec(clause);
      if (match) {
        const lead =
          /^(?:the |a |an |of |in |for |that |on |however |and |到|在|据|年|显示|指出|预计|其中| )+/.exec(match[0])?.[0]
            .length ?? 0;
        return reading.original.slice(from + match.index + lead, from + match.index + match[0].length);
      }
    }
  }
  return label ?? growLeft(reading, cue.start, cue.end);
}

const SEGMENTS: readonly (readonly [RegExp, string])[] = [
  [/maas/, 'maas'],
  [/iaas|infrastructure as/, 'iaas'],
  [/paas/, 'paas'],
  [/saas/, 'saas'],
  [/gpu.{0,12}(?:rent|租)|算力租赁/, 'gpu-rental'],
  [/gpu/, 'gpu-cloud'],
  [/ai cloud|ai 云|ai云|智能云|人工智能云/, 'ai-cloud'],
  [/public cloud|公有云/, 'public-cloud'],
  [/cloud infrastructure|云基础设施/, 'cloud-infrastructure'],
  [/agent|智能体/, 'ai-agents'],
  [/model|大模型/, 'ai-model-solutions'],
  [/cloud|云/, 'cloud'],
  [/data cent/, 'data-center'],
  [/chip|芯片|accelerator/, 'ai-chips'],
  [/\bai\b|人工智能|ai/, 'ai'],
];

function marketSlug(text: string, phrase: string, article: Article): string {
  const named =
    SEGMENTS.find(([pattern]) => pattern.test(phrase.toLowerCase())) ??
    SEGMENTS.find(([pattern]) => pattern.test(text));
  const region = /china|chinese|中国|我国|国内/.test(text)
    ? 'china'
    : /global|world|全球/.test(text)
      ? 'global'
      : /china|chinese|中国/.test(article.folded.slice(0, 400))
        ? 'china'
        : 'global';
  return `${region}-${named?.[1] ?? 'market'}`;
}

const followHead = (reading: Reading, q: Quantity): string | null => {
  const head = clauseHead(reading, q.start);
  return head !== null && head.length < 30 && /[a-z\u4e00-\u9fff]{2}/i.test(head) ? head : null;
};

const contextBefore = (article: Article, reading: Reading): string =>
  article.folded.slice(Math.max(0, reading.start - 300), reading.start);

function financial(
  article: Article,
  reading: Reading,
  q: Quantity,
  found: Found,
  subject: Subject,
  respective: { slug: string; name: string } | null,
): Draft | null {
  const metric = METRICS[found.cue.kind] ?? null;
  if (metric === null) return null;
  const slug = respective?.slug ?? groupLevel(reading, metric, subject) ?? subject.slugs[0] ?? null;
  const ours =
    reading.entities.some(isActor) ||
    subject.how === 'carried' ||
    subject.how === 'heading' ||
    subject.how === 'title' ||
    subject.how === 'source';
  if (!ours && !DOMAIN.test(reading.text)) return null;
  if (!article.inDomain) return null;
  const spend = found.cue.kind === 'spend';
  if (
    spend &&
    /研发|research and development|\br&d\b|marketing|sales and|销售费用|营销/.test(
      reading.text.slice(Math.max(0, found.cue.start - 14), q.end),
    )
  )
    return null;
  if (
    spend &&
    !(reading.entities.some(isActor) && Number(q.min ?? q.max) >= 100_000_000) &&
    !/\bai\b|cloud|data ?cent|infrastructure|gpu|chip|compute|server|r&d|云|算力|数据中心|基础设施|芯片|服务器|基建|研发/.test(
      reading.text,
    )
  )
    return null;
  const date = dateOf(reading, q) ?? reportingPeriod(article, reading);
  const long = MULTI_YEAR.test(reading.text) && (metric === 'investment' || metric === 'capex' || metric === 'other');
  const annual =
    RUN_RATE.test(reading.text) ||
    /annual|每年|年度|a year\b|per year|yearly/.test(reading.text.slice(Math.max(0, q.start - 60), q.end + 24));
  const asOf = date?.iso ?? null;
  const [quoteStart, quoteEnd] = quoteAround(reading, q.start, q.end);
  const label = labelOf(reading, q.start);
  const phrase = growLeft(reading, found.cue.start, found.cue.end);
  const object =
    metric === 'investment' || metric === 'capex'
      ? (investmentObject(reading, q) ?? phrase)
      : label && label.length <= 12
        ? label
        : phrase;
  return {
    kind: 'financial',
    rule: `financial.${metric}`,
    quoteStart,
    quoteEnd,
    subject: slug,
    object,
    min: q.min,
    max: q.max,
    unit: q.currency,
    period: long
      ? 'total'
      : annual && (date === null || date.grain === 'month' || date.grain === 'day')
        ? 'year'
        : (periodOf(date) ?? (annual ? 'year' : metric === 'investment' || metric === 'other' ? 'total' : null)),
    asOf,
    growth: growthOf(reading, q),
    metric: spend
      ? /infrastructure|data ?cent|基础设施|数据中心/.test(reading.text)
        ? 'capex'
        : 'investment'
      : metric,
    status: statusOf(article, reading, q, asOf),
    attribution: attributionOf(article, reading, slug),
    reasons: [`subject:${subject.how}`, `metric word "${reading.text.slice(found.cue.start, found.cue.end)}"`],
    confidence: 0.92 - (subject.how === 'clause' ? 0 : 0.1) - (found.cost > 60 ? 0.1 : 0),
  };
}

/** "阿里巴巴：收入…；阿里云收入…；资本开支…": capex and net income are the group's where its cloud was only named in passing. */
function groupLevel(reading: Reading, metric: Announcement['metric'], subject: Subject): string | null {
  if (subject.how !== 'sentence' || (metric !== 'capex' && metric !== 'net_income')) return null;
  const first = reading.entities.find(isActor)?.slug;
  return first !== undefined && cloudOf(first) === subject.slugs[0] ? first : null;
}

function investmentObject(reading: Reading, q: Quantity): string | null {
  const english = /^[^.;]{0,20}?\b(?:in|into|on|for|to build)\b ((?:[\w&'-]+ ?){1,8})/.exec(reading.text.slice(q.end));
  if (english?.[1]) {
    const at = q.end + english[0].length - english[1].length;
    return reading.original.slice(at, at + english[1].length).trim();
  }
  const han = /^(?:用于|在|于|投向|建设|到)?([\u4e00-\u9fffa-z0-9 ]{2,20})/.exec(reading.text.slice(q.end));
  return han?.[1] ? reading.original.slice(q.end + han[0].length - han[1].length, q.end + han[0].length).trim() : null;
}

/** The period the article reports on: the nearest quarter, half or fiscal year named above, else in the title's vicinity. */
function reportingPeriod(article: Article, reading: Reading): DateMention | null {
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 12; i--) {
    const date = article
      .reading(i)
      .dates.find(
        (d) =>
          !d.comparison &&
          (d.grain === 'quarter' ||
            d.grain === 'half' ||
            d.grain === 'fiscal' ||
            (d.grain === 'year' && reading.index - i <= 2)),
      );
    if (date) return date;
  }
  return null;
}
