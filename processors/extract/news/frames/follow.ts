import type { Article } from '../analysis.ts';
import { clauseAt, isCompared, weighty } from '../context.ts';
import { coordinated } from '../coordinated.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import { groupMeant as severalMeant } from '../group-meant.ts';
import { growthOf } from '../growth.ts';
import { type Quantity, rowAround } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { statusOf, yearRuns } from '../status.ts';
import { named, subjectOf } from '../subject.ts';
import { fold, hasHan } from '../text.ts';
import { pollster } from '../unknown-name.ts';
import { dateOf } from '../which-date.ts';
import { ofTwelveMonths } from './financial-period.ts';
import { marketLabel, marketOf, ownMarket } from './followed-market.ts';
import { armMeant, groupMeant } from './group-or-arm.ts';
import { marketSlug, opening, spentOn } from './market.ts';
import { goesOnWith } from './metric-noun.ts';
import { clauseHead, labelOf } from './object.ts';
import { quoteAround } from './quote.ts';
import { quarterGuidedTo } from './reporting-period.ts';
import { severalOf } from './several.ts';
import { businessBehind, namesNoBusiness } from './sum-object.ts';
import { periodOf, periodWord, YEAR_OVER_YEAR_FROM, yearEarlier, yearOfPart } from './sums.ts';
import { turnedInto } from './turned.ts';
import { yearBefore } from './year-before.ts';
import { MULTI_YEAR } from './years-together.ts';

/** "A, B and C reported $45.6 billion, $54 billion and $13.91 billion, respectively": whose figure this one is. */
export function respectively(article: Article, reading: Reading, q: Quantity): { slug: string; name: string } | null {
  const { text } = reading;
  const isFigure = (other: Quantity): boolean =>
    q.unit === 'money' ? other.unit === 'money' : other.unit === 'tokens' || (other.unit === 'number' && other.large);
  const row = /分别|以|各/.test(text) ? inRow(reading, q, isFigure) : null;
  if (row) return row;
  if (!/respectively|分别/.test(text)) return null;
  const said = text.lastIndexOf('分别', q.start);
  const paired = said < 0 ? inPairs(reading, q, isFigure) : null;
  if (paired) return paired;
  const figures = reading.quantities.filter((other) => isFigure(other) && (said < 0 || other.start > said));
  const at = figures.indexOf(q);
  const meant = severalMeant(article, reading);
  const actor =
    said < 0 ? reading.entities.find(isActor) : reading.entities.findLast((e) => isActor(e) && e.end <= said);
  const group = meant ?? (actor ? named(reading, coordinated(reading, actor), 'sentence') : null);
  const slug = group?.slugs[at];
  return group && slug !== undefined && group.slugs.length === figures.length
    ? { slug, name: group.names[at] ?? slug }
    : null;
}

/** "it bought $30 billion of capacity, while A and B put in up to $5 billion and up to $10 billion respectively": the names nearest before the row, as many as it has figures. */
function inPairs(
  reading: Reading,
  q: Quantity,
  isFigure: (other: Quantity) => boolean,
): { slug: string; name: string } | null {
  const { text, original, quantities, entities } = reading;
  const row = rowAround(
    quantities,
    q,
    (one, next) => isFigure(one) && isFigure(next) && BESIDE.test(text.slice(one.end, next.start)),
  );
  const last = entities.findLast((e) => isActor(e) && e.end <= (row[0]?.start ?? 0));
  const group = last ? coordinated(reading, last) : [];
  const meant = group[row.indexOf(q)];
  return meant && row.length > 1 && group.length === row.length
    ? { slug: meant.slug, name: original.slice(meant.start, meant.end) }
    : null;
}
const BESIDE = /^[^,;.\d]{0,16}(?:,| and|, and) (?:(?:up to|about|around|nearly|over|more than|some|at least|a) )*$/;

/**
 * "甲的K2和乙的M2分别以5万亿和4万亿居前", "甲、乙以330亿元和90亿元位居其后": as many names right before as figures that stand side by
 * side, in their order; what a house is named for its product with (月之暗面的Kimi) counts once.
 */
function inRow(
  reading: Reading,
  q: Quantity,
  isFigure: (other: Quantity) => boolean,
): { slug: string; name: string } | null {
  const { text, original, quantities } = reading;
  const row = rowAround(
    quantities,
    q,
    (one, next) => isFigure(one) && isFigure(next) && JOINT.test(text.slice(one.end, next.start)),
  );
  const size = row.length;
  const lead = text.slice(0, row[0]?.start);
  const cue = /(?:[,，]?(?:分别|各自?)[^,，。;；\d]{0,10}|以(?:约|近|超过?|逾)?) ?$/.exec(lead);
  if (size < 2 || !cue) return null;
  const names = reading.entities.filter((e) => isActor(e) && e.end <= cue.index);
  const heads = names.filter((e, i) => !/^(?:旗下)?的? ?$/.test(text.slice(e.end, names[i + 1]?.start ?? text.length)));
  const group = heads.slice(-size);
  const joined = group.every((e, i) => {
    const next = names.find((other) => other.start >= e.end);
    return i === group.length - 1 || (next !== undefined && JOINT.test(text.slice(e.end, next.start)));
  });
  const tail = text.slice(group.at(-1)?.end, cue.index);
  const meant = group[row.indexOf(q)];
  if (group.length < size || !joined || !meant || !/^[^,，。;；\d]{0,24}[,，]?$/.test(tail)) return null;
  // One more name joined in front: as many figures there are not.
  const before = names[names.indexOf(group[0] ?? meant) - 1];
  if (
    before &&
    cloudOf(before.slug) !== cloudOf(group[0]?.slug ?? '') &&
    JOINT.test(text.slice(before.end, group[0]?.start))
  )
    return null;
  return { slug: meant.slug, name: original.slice(meant.start, meant.end) };
}

const JOINT = /^[^,，。;；、\d]{0,8}(?:、|,|，|和|与|及|以及) ?(?:约|近|超过?|逾)*$/;

const SEGMENT_HAN =
  /[,，;；] ?(?:其中)?(?:智能云|云(?:业务|智能|计算|服务)?|数据中心|广告|游戏|搜索|订阅|电商|网络|企业服务)(?:业务|部门|分部|板块|集团)?(?:为|约|达|则)* ?$/;

/** "$91 billion at Google, $70 billion at Meta": whose figure stands right before its house. */
function houseAt({ text, original, entities }: Reading, q: Quantity): { slug: string; name: string } | null {
  const house = entities.find((e) => e.kind === 'organisation' && e.start >= q.end);
  return house &&
    /^ (?:at|for) (?:the )?$/.test(text.slice(q.end, house.start)) &&
    /^(?:[,;.]| and | or |$)/.test(text.slice(house.end))
    ? { slug: house.slug, name: original.slice(house.start, house.end) }
    : null;
}

/** A sum that goes on from the one before it: its kind, subject and metric are that one's. */
export function follow(
  article: Article,
  reading: Reading,
  q: Quantity,
  previous: Draft,
  paired: { slug: string; name: string } | null,
): Draft {
  const respective = paired ?? houseAt(reading, q);
  const told = dateOf(reading, q, true);
  // "lowered the forecast to $500 million in July": when it was lowered, not what it is of.
  const coming = quarterGuidedTo(article, reading, q);
  const date =
    coming ??
    (told &&
    (told.grain === 'month' || told.grain === 'day') &&
    told.start >= q.end &&
    FORECAST_TO.test(reading.text.slice(0, q.start))
      ? null
      : told);
  const subject = subjectOf(article, reading, q.start, q.end);
  const own =
    subject.how === 'clause' ||
    (subject.how === 'sentence' &&
      (previous.quoteEnd <= reading.start + 1 ||
        reading.entities.some(
          (e) =>
            e.slug === subject.slugs[0] &&
            e.start + reading.start >= (previous.valueEnd ?? Number.POSITIVE_INFINITY) &&
            e.end <= q.start,
        )));
  const several = respective ? null : severalOf(article, reading, q);
  const [quoteStart, quoteEnd] = quoteAround(reading, q.start, q.end);
  const earlier = yearEarlier(
    date,
    previous,
    YEAR_OVER_YEAR_FROM.test(reading.text.slice(0, q.start)) || A_YEAR_AGO.test(reading.text.slice(0, q.start)),
  );
  const budget = previous.kind === 'financial' && BUDGET.test(reading.text.slice(0, q.start));
  const before = date === null ? yearBefore(article, reading, q, previous) : null;
  const whole = date === null ? yearOfPart(reading.text.slice(0, q.start), previous.asOf) : null;
  const turned = turnedInto(reading, q, previous);
  const asOf =
    turned?.asOf ??
    earlier?.asOf ??
    date?.iso ??
    before ??
    whole ??
    (budget ? article.published?.slice(0, 4) : undefined) ??
    previous.asOf ??
    null;
  // "a loss of $6.4 billion on $3.2 billion": profits are made, and losses, on revenue.
  // "net income was ...; the cloud group contributed ...": what a part contributes is revenue.
  const part =
    /_(?:profit|income)$/.test(previous.metric ?? '') &&
    /\b(?:contribut(?:ed|es)|br(?:ought|ings) in|generate[sd]|ma(?:de|kes) up|account(?:ed|s) for|turn(?:ed|s) over) (?:about |some |over )?$/.test(
      reading.text.slice(Math.max(0, q.start - 26), q.start),
    );
  // 公有云2080亿元，其中MaaS 56亿元: a market of its own, within the one before.
  const branch = previous.kind === 'market_size' ? (marketLabel(reading, q) ?? ownMarket(reading, q)) : null;
  // "Crusoe told investors it would reach $1 billion this year": after another's loss, what is reached is revenue.
  const reached =
    own &&
    (previous.max?.startsWith('-') ?? false) &&
    /\b(?:reach|hit|top|pass|bring in|make|take in|book)(?:e[sd]|ed|es|s)? (?:about |around |over |more than |nearly )?$/.test(
      reading.text.slice(0, q.start),
    );
  // 净利润541亿元；三季度指引：1080亿元: what is guided to without a word more is revenue.
  const guided =
    /_(?:profit|income)$|^other$/.test(previous.metric ?? '') &&
    /(?:^|[,，。;；\d季度年 ])(?:业绩)?指引(?:为|约|是|区间|[:：])*$|\bguid(?:es|ed|ing) to (?:about |around |roughly )?$/.test(
      reading.text.slice(0, q.start),
    );
  // 净利润312亿美元；智能云372亿美元: a part that is more than what the whole gains takes it in.
  const segment =
    /_(?:profit|income)$/.test(previous.metric ?? '') &&
    Number(q.min ?? q.max) > Number(previous.max ?? previous.min) &&
    SEGMENT_HAN.test(reading.text.slice(0, q.start));
  const onRevenue =
    segment ||
    part ||
    guided ||
    reached ||
    (/_(?:profit|income)$/.test(previous.metric ?? '') &&
      /\bon (?:just |about |only )?$/.test(reading.text.slice(Math.max(0, q.start - 14), q.start)));
  return {
    ...previous,
    metric: onRevenue ? 'revenue' : budget ? 'capex' : (previous.metric ?? null),
    rule: previous.kind === 'market_size' ? 'market.coordinated' : 'financial.coordinated',
    quoteStart,
    quoteEnd,
    subject:
      respective?.slug ??
      (previous.kind !== 'financial'
        ? branch === null
          ? previous.subject
          : marketOf(marketSlug(reading.text, fold(branch), opening(article)), previous)
        : several
          ? several.slug
          : own
            ? (subject.slugs[0] ?? previous.subject)
            : (groupMeant(article, reading, q, previous.subject, previous) ??
              armMeant(reading, q, null, previous.subject ?? undefined) ??
              previous.subject)),
    object:
      respective?.name ??
      (previous.kind === 'financial' ? several?.name : null) ??
      (previous.kind === 'financial' && own
        ? (subject.names[0] ?? previous.object)
        : previous.kind === 'market_size'
          ? (branch ?? spentOn(reading) ?? previous.object)
          : isCompared(reading, q) && !hasHan(reading.text)
            ? previous.object
            : hasHan(reading.text)
              ? goesOnWith(reading, q, followHead(reading, q), labelOf(reading, q.start), previous)
              : (businessBehind(reading, q) ?? nameOf(reading, q) ?? followHead(reading, q) ?? previous.object)),
    valueStart: reading.start + q.start,
    valueEnd: reading.start + q.end,
    ...((turned ? !turned.gain : isLoss(reading, q, previous)) && !onRevenue
      ? { min: negative(q.max), max: negative(q.min) }
      : { min: q.min, max: q.max }),
    unit: q.currency,
    asOf,
    ...((date?.comparison && hasHan(reading.text)) || before !== null || isItemsAside(article, reading, q)
      ? { compared: true as const }
      : {}),
    period:
      earlier?.period ??
      (date?.comparison ||
      (previous.period === 'total' &&
        ((previous.metric === 'other' && !guided) ||
          (previous.metric === 'investment' && MULTI_YEAR.test(reading.text.slice(q.end, q.end + 40)))))
        ? previous.period
        : null) ??
      (ofTwelveMonths(reading, q, previous) ? 'year' : null) ??
      periodOf(date) ??
      (whole !== null ? 'year' : null) ??
      (guided ? null : previous.period) ??
      periodWord(reading.text) ??
      null,
    growth: growthOf(reading, q),
    status: budget ? 'forecast' : before !== null ? 'actual' : followStatus(article, reading, q, previous, asOf),
    attribution: ownSource(reading, q) ?? previous.attribution,
    reasons: ['follows the figure before it'],
    confidence: 0.75,
  };
}

/** "- Google: $180B (2025: $91B)": what a bracket adds to an item, from which the next one does not go on. */
const isItemsAside = (article: Article, { block, text }: Reading, q: Quantity): boolean =>
  article.blocks[block]?.kind === 'bullet' && /\d[^()]*\([^()]*$/.test(text.slice(0, q.start)) && !hasHan(text);

export const FORECAST_TO =
  /\b(?:forecast|guidance|outlook|projection|estimate|target|range|plan|budget)s?(?: for [^,;.]{3,20})? (?:down |up |back )?to (?:about |around |some |just |only |nearly |between )*$/;
/** "A year ago: $395 million" */
const A_YEAR_AGO = /^(?:a|one) year (?:ago|earlier|before):? (?:it was |that was )?(?:about |just |only )*$/;

/** 中国电信：预算836亿元: what a house may spend, whatever the sum before it was. */
const BUDGET = /(?<!营销|研发|市场|广告|人力|科研|财政|教育)预算(?:总额|规模)?(?:[约为是达共在近超]|大约|高达)*$/;

/**
 * "预计900亿，其中A 280亿": a part of a forecast is one; "2027财年预计900亿，2026财年为500亿": an earlier year with no such word of its
 * own is not.
 */
function followStatus(
  article: Article,
  reading: Reading,
  q: Quantity,
  previous: Draft,
  asOf: string | null,
): Draft['status'] {
  // Q2 583亿美元，全年约2000亿美元: a year that still runs can only be guidance.
  const running =
    asOf !== null &&
    asOf === article.published?.slice(0, 4) &&
    Number(article.published?.slice(5, 7)) < 11 &&
    /全年(?:指引|目标|预算|计划|预[计期])?(?:维持|保持|仍|不变|约|为|近|超|逾|在)*$/.test(
      reading.text.slice(Math.max(0, q.start - 10), q.start),
    );
  // 四家合计要花6500亿。甲最多，给出2000亿的全年数字: so is a part of what is to be spent in it.
  const partOfPlan =
    previous.metric === 'capex' &&
    ((previous.status === 'forecast' && asOf === previous.asOf) || dateOf(reading, q, true)?.grain === 'year') &&
    (hasHan(reading.text) || article.blocks[reading.block]?.kind === 'bullet') &&
    yearRuns(article, reading, q, asOf);
  if (running || partOfPlan) return 'forecast';
  const said = statusOf(article, reading, q, asOf);
  // "Of that, AI servers account for $329 billion.": a part of a forecast is one.
  if (
    said === 'actual' &&
    previous.status !== 'actual' &&
    asOf === previous.asOf &&
    // "Goldman pencils in $527 billion. Citi is at $490 billion."
    (previous.kind === 'market_size' ||
      (previous.attribution != null && ownSource(reading, q) !== null) ||
      /^(?:some |about |roughly )?of (?:that|this|it|which)\b/.test(reading.text)) &&
    dateOf(reading, q, true) === null &&
    !/\b(?:was|were|spent|came|reached|went|had|rose|grew|fell)\b|已|实际/.test(reading.text)
  )
    return previous.status;
  // "Alphabet's figure for the same year is $175 billion": as that of the one before.
  if (said === 'actual' && asOf === previous.asOf && SAME_TIME.test(reading.text.slice(0, q.start)))
    return previous.status;
  const together = previous.quoteStart === reading.start || previous.quoteEnd > reading.start;
  if (!together || previous.status === 'actual') return said;
  if (said === 'actual')
    return asOf === previous.asOf && !/已|实际/.test(reading.text.slice(0, q.start)) ? previous.status : said;
  const year = (iso: string | null | undefined): number => Number(/\d{4}/.exec(iso ?? '')?.[0]);
  const [start] = clauseAt(reading, q.start);
  const over = year(asOf) + (asOf?.startsWith('FY') ? 0 : 1) <= year(article.published);
  return over &&
    year(asOf) < year(previous.asOf) &&
    !/预|将|有望|expect|forecast|will|guid/.test(reading.text.slice(start, q.start))
    ? 'actual'
    : said;
}

/** "..., 高盛则给出 2100 亿元": the research house named between the figure before and this one. */
function ownSource(reading: Reading, q: Quantity): string | null {
  const from = reading.quantities.findLast((other) => other.unit === 'money' && other.end <= q.start)?.end ?? 0;
  return (
    pollster(reading) ??
    reading.entities.findLast((e) => e.kind === 'reporter' && e.start >= from && e.end <= q.start)?.slug ??
    null
  );
}

/** Who counts, and words that only take up the figure before: no name of this one. */
const NO_HEAD =
  /^(?:(?:the |that |this )?(?:research |market |consulting |analyst |tracking )?(?:firm|house|group|company|consultancy|tracker|analysts?|researchers?|report|scale|figure|number|total|sum|amount|bill|second|first|third|rest|latter|former|others?)|it|they|we|he|she|them)\b/i;

/** 去年同期还亏5.3亿元, 一年前赚1亿: a loss where the words before a profit say so, else as the figure before. */
function isLoss({ text }: Reading, q: Quantity, previous: Draft): boolean {
  const lead = text.slice(Math.max(0, q.start - 8), q.start);
  // "a year ago it was a negative RMB61.4 million"
  if (/\b(?:negative|minus) $/.test(text.slice(Math.max(0, q.start - 10), q.start))) return true;
  // "the same line read plus 28.5 billion yuan"
  if (/\b(?:plus|positive|in the black by) (?:about )?$/.test(text.slice(Math.max(0, q.start - 24), q.start)))
    return false;
  if (/_(?:profit|income)$/.test(previous.metric ?? '')) {
    if (/(?<!扭|减|收)亏(?!转|为)[^,，。;；\d盈]{0,5}$/.test(lead)) return true;
    if (/(?:盈利|赚|净利|纯益)[^,，。;；\d亏]{0,4}$/.test(lead)) return false;
  }
  // 净流出218亿元，上年同期是净流入137亿元
  const flow = FLOW.exec(lead)?.[1];
  if (flow !== undefined) return flow === '出';
  return !OTHER_ITEM.test(lead) && (previous.max?.startsWith('-') ?? false);
}
/** 净流出0.3亿元。应收5.7亿元: another item of the accounts. */
const OTHER_ITEM = /(?:存货|库存|应收|应付|资产|负债|资金|储备|订单|合同|营收|收入|投入|支出|开支)[^,，。;；\d]{0,4}$/;
const FLOW = /(?:净流|流)([入出])[^,，。;；\d]{0,4}$/;

const negative = (value: string | null): string | null => (value === null ? null : `-${value}`);

/** The label of its line, where that says more than when. */
function nameOf(reading: Reading, q: Quantity): string | null {
  const label = labelOf(reading, q.start);
  return label !== null && reading.dates.some((d) => d.start === 0 && d.end >= label.length) ? null : label;
}

const followHead = (reading: Reading, q: Quantity): string | null => {
  const begins = clauseHead(reading, q.start);
  const head = begins !== null && !hasHan(reading.text) && namesNoBusiness(reading, begins) ? null : begins;
  const at = head === null ? -1 : reading.original.lastIndexOf(head, q.start);
  // 高盛则给出, 去年同期: who says so, or when, is no name of the figure.
  const other =
    reading.entities.some((e) => e.kind === 'reporter' && e.start === at) || reading.dates.some((d) => d.start === at);
  return head !== null &&
    !other &&
    !reading.quantities.some((o) => weighty(o) && o.start >= at && o.end <= at + head.length) &&
    !NO_HEAD.test(head) &&
    !/^(?:我们|该?公司|该?集团|(?:优于|高于|低于|不及|超出)?市场|分析师|华尔街|机构)/.test(fold(head)) &&
    head.length < 30 &&
    /[a-z\u4e00-\u9fff]{2}/i.test(head)
    ? head
    : null;
};

const SAME_TIME = /\b(?:for|in|over) (?:the|that) same (?:fiscal )?(?:year|period|quarter|time)\b/;
