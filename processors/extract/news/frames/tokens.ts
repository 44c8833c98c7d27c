import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import { attributionOf, countedBy } from '../attribution.ts';
import { carriedSubject } from '../carried-subject.ts';
import { isSource } from '../cited.ts';
import { clauseAt, governingCue } from '../context.ts';
import { coordinated } from '../coordinated.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { growthOf } from '../growth.ts';
import type { CueKind } from '../lexicon.ts';
import { openingOfItem } from '../list-opening.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { type Subject, sourceSubject } from '../source-subject.ts';
import { statusOf } from '../status.ts';
import { named, subjectOf } from '../subject.ts';
import { hasHan } from '../text.ts';
import { endsRightAbove } from '../thread.ts';
import { carriedDate, dateOf } from '../which-date.ts';
import { isPlace } from './counted-there.ts';
import { countsOthers } from './counts-others.ts';
import { respectively } from './follow.ts';
import { houseBehind, houseOfBracket } from './house-behind.ts';
import { hubOf } from './hubs.ts';
import { isMinistrysTotal } from './ministrys-total.ts';
import { isLearntByItem, isModelSize } from './model-size.ts';
import { isNobodysVolume } from './nobodys-volume.ts';
import { latinName } from './object.ts';
import { quoteAround } from './quote.ts';
import { placeIn, regionBefore, regionOfCount } from './region.ts';
import { regionAsked } from './region-asked.ts';
import { strangeItem } from './strange-item.ts';
import { isSupposedAbove } from './supposed-above.ts';
import {
  isCondition,
  isInPlan,
  isMeasure,
  isMusing,
  isNoTraffic,
  isTaughtWith,
  isTrainedOn,
  namesTiers,
  passesMark,
  whoPassed,
} from './token-mark.ts';
import { lastPeriod, periodNear, periodOfList, periodOfNoun } from './token-period.ts';
import { modelsUsage, platformOf, usageOf } from './token-platform.ts';
import { isOfVolumes } from './token-topic.ts';

const USAGE: ReadonlySet<CueKind> = new Set(['usage']);
const NOT_USAGE: ReadonlySet<CueKind> = new Set(['not_usage']);
const MENTIONS_TOKENS = /\btokens\b|(?<!\b(?:any|each|every|per|given) )\btoken\b|词元/;
/** Below this nobody reports platform usage; a single long task may well burn a few million. */
const SMALLEST = 100_000_000;
/** So many are somebody's traffic, whatever the verb; what models learn from says so. */
const VAST = 1e11;
const SMALLEST_WITH_PERIOD = 10_000_000;
/** Of somebody who has no name: a support desk, a team. */
const SMALLEST_NAMELESS = 1_000_000_000;

/** 日均30万亿: what is counted goes without saying, once volumes of tokens were told. */
const COUNTED = /(?:日均|每日|每天|周均|一周|每周|月均|每月|一个月|这个数|这一数|[仅单光]\d{1,2}月)[^,，。;；]{0,8}$/;
const RANKING = /榜|排名|调用|第[一二三四五]|rank|leaderboard/;
/** 国内公有云上的调用量, 中国整个公有云市场: what is counted is what runs on the public clouds. */
const PUBLIC_CLOUD = /^(?:['’]s)? ?(?:[\w-]+ ){0,2}public[- ]cloud|^[^,，。;；:：]{0,6}公有云/;

/** "Public clouds in mainland China" */
const PUBLIC_CLOUDS_OF = /\bpublic[- ]clouds? (?:in|of|across) (?:mainland )?$/;

const NOT_TOKENS =
  /(?<![a-z])arr(?![a-z])|参数|激活|用户|下载|月活|日活|活跃|装机量|会员|订阅者|parameters?|users|downloads|市值|营收|投入|投资|融资|资金|预算|次数/;
/** "is now serving": on the day of the news. */
const NOW =
  /^ ?now\b|\b(?:is|are) now\b|\bnow (?:[a-z]+s|[a-z]+) (?:about |around |over |more than |roughly |nearly |some |to )*\d|\bnow (?:process|serv|handl|run|us|consum|generat|push|burn)|\bcurrently\b|\b(?:serves|processes|handles|consumes|generates) (?:about |around |over |more than |roughly |nearly |some )?[\d.]/;
/** "Corvane handles 3.1T" */
const PROCESSES =
  /\b(?:process|handl|serv|push|crunch|chew)(?:e[sd]|es|ed|s|ing)?(?: through)? (?:about |around |over |more than |roughly |nearly |some )*$/;
const COMPARISON_ONLY = /(?:context|窗口|window|上下文)/;

/** 调用总量达536.7万亿次: nothing else of a model is counted in trillions. */
export const countsCalls = (q: Quantity, text: string): boolean => {
  const counter = q.unit === 'other' ? text[q.end - 1] : undefined;
  const size = Number(q.min ?? q.max);
  // 本季度处理了100万亿个Token，仅3月就有50万亿个
  if (counter === '个') return size >= 1e12 && MENTIONS_TOKENS.test(text.slice(0, q.start));
  if (counter !== '次') return false;
  // 大模型日均调用量为1200亿次: so many requests a day no model gets.
  return (
    size >= 1e12 ||
    (size >= 5e10 && /(?:模型|tokens?|词元)[^。;；]{0,24}(?:调用|消耗|用)量/.test(text.slice(0, q.start)))
  );
};

/** 五十多家客户通过百炼处理了超过1万亿tokens: what customers run on a platform is its own volume. */
const throughIt = (text: string, { start, end }: { start: number; end: number }, q: Quantity): boolean =>
  /(?:通过|经由?|借助|在|\b(?:through|via|on)) ?$/.test(text.slice(Math.max(0, start - 8), start)) &&
  /^(?:平台)?[上中]?(?:已|累计|共|合计)*(?:处理|消耗|调用|生成|跑)|^ (?:have |has |had )?(?:processed|run|consumed)/.test(
    text.slice(end, q.start),
  );

/** "And Google?" between the last count and this one: another is spoken of. */
function namedSince(article: Article, reading: Reading, previous: Draft): boolean {
  for (let i = reading.index - 1; i >= 0; i--) {
    const sentence = article.sentences[i];
    if (!sentence || sentence.start < previous.quoteEnd) return false;
    if (article.entitiesOf(i).some(isActor)) return true;
  }
  return false;
}

/** "All models together came to 27.4T": the platform's own count. */
const ALL_TOGETHER =
  /^(?:all|the) (?:\w+ ){0,2}models? (?:together|combined)|^(?:all told|in all|in total|altogether|(?:grand |platform |overall |weekly |daily |monthly |week['’]s |combined )?total)\b|^(?:合计|总计|全平台|平台总)/;

/** "OpenAI and Google together handle": the sum of several houses. */
const jointly = (reading: Reading, q: Quantity): boolean => {
  const last = reading.entities.findLast((e) => isActor(e) && e.end <= q.start);
  return (
    last !== undefined &&
    /^together,|\b(?:together|combined|jointly|between them)\b/.test(reading.text.slice(0, q.start)) &&
    new Set(coordinated(reading, last).map((e) => e.slug)).size > 1
  );
};

/** "答：…", right below a question. */
const answers = (article: Article, reading: Reading): boolean => {
  const { start, end } = article.sentences[article.thread.above(reading.index)] ?? { start: 0, end: 0 };
  return (
    (reading.text.startsWith('答') || reading.text.startsWith('a')) &&
    /^(?:答|a)[:：]/.test(reading.text) &&
    /[?？]\s*$/.test(article.folded.slice(start, end))
  );
};

/** "has quadrupled since January to 1.2 trillion a week": since when it grew is not when it was counted. */
const asOfNow = (reading: Reading): Reading =>
  / since /.test(reading.text)
    ? reading.with({ dates: reading.dates.filter(({ start }) => !SINCE.test(reading.text.slice(0, start))) })
    : reading;
const SINCE = / since (?:the |late |early |mid-?|last |this )*$/;

/** "MiMo-V2.5：上月全球token用量": whose figures an item tells. */
const labelsItem = ({ text, entities: [first] }: Reading): boolean =>
  first !== undefined && isActor(first) && first.start < 4 && /^[^:：,，。;；]{0,10}[:：]/.test(text.slice(first.end));

/** How many tokens an organisation, product or market uses in a period. */
export function readVolume(article: Article, reading: Reading, q: Quantity, previous: Draft | null): Draft | null {
  const { text } = reading;
  const [clauseStart, clauseEnd] = clauseAt(reading, q.start);
  const spelled = q.unit === 'tokens' && !q.elliptic;
  if ((!spelled && isModelSize(text, q)) || isLearntByItem(article, reading)) return null;
  const before = article.sentences[article.thread.above(reading.index)];
  const above =
    before && (before.block === reading.block || answers(article, reading))
      ? article.folded.slice(before.start, before.end)
      : '';
  // 指标是日均Token调用量。1月，这个数是5千亿: what is counted, and over what, was said before.
  const meant =
    !spelled &&
    MENTIONS_TOKENS.test(above) &&
    /用量|调用|消耗|usage|consumption/.test(above) &&
    /[这该]一?(?:个?数|个?指标)/.test(text.slice(clauseStart, q.start));
  if (!spelled && !q.elliptic) {
    // "Token call volume has surpassed 140 trillion": the unit stands before the figure.
    if ((q.unit !== 'number' || !q.large) && !countsCalls(q, text)) return null;
    const near = text.slice(0, q.start);
    const ranked =
      RANKING.test(text) &&
      text.includes('openrouter') &&
      reading.entities.some((e) => isActor(e) && e.end <= q.start && q.start - e.end < 16);
    const spokenOf =
      meant ||
      // 问：平台一天要跑多少Token？ 答：去年3月日均大概800亿: what was asked for.
      (answers(article, reading) && MENTIONS_TOKENS.test(above) && COUNTED.test(text.slice(clauseStart, q.start))) ||
      // 大模型日均调用量37万亿: what else is called is never told in such numbers.
      (Number(q.min ?? q.max) >= 5e10 &&
        (/(?:大|该)模型[^,，。;；]{0,12}(?:调用|消耗|用)量|日均调用量/.test(text.slice(clauseStart, q.start)) ||
          isOfVolumes(article, text.slice(clauseStart, q.start)))) ||
      (MENTIONS_TOKENS.test(above) &&
        /用量|调用|消耗|usage|consumption|volume|\b(?:handl|process|serv|consum|generat)(?:es?|ed|ing)\b/.test(
          text.slice(clauseStart, q.start),
        ));
    // "Across its products, 980 trillion a month": an article about token counts goes on counting them.
    const goesOn =
      previous?.kind === 'token_volume' &&
      reading.start - previous.quoteEnd < (PROCESSES.test(text.slice(clauseStart, q.start)) ? 800 : 200) &&
      /^ (?:(?:a|per|each|every) (?:day|week|month|minute)|daily|weekly|monthly)\b/.test(text.slice(q.end)) &&
      (article.folded.match(/\btokens?\b/g)?.length ?? 0) >= 2;
    if (
      !ranked &&
      !spokenOf &&
      !goesOn &&
      !MENTIONS_TOKENS.test(near) &&
      !(
        previous?.kind === 'token_volume' &&
        (endsRightAbove(article, reading, previous.quoteEnd, 4) || COUNTED.test(text.slice(clauseStart, q.start)))
      )
    )
      return null;
    if (
      countsOthers(reading, q) ||
      /^[^,，;；。]{0,12}(?:参数|用户|下载|现金|红包|免单|优惠|补贴)/.test(text.slice(q.end, q.end + 24))
    )
      return null;
  }
  if (isNobodysVolume(reading, q) || isSupposedAbove(article, reading)) return null;
  if (!spelled && NOT_TOKENS.test(text.slice(clauseStart, q.start))) return null;
  if (namesTiers(text, q) || isMeasure(text, q) || isInPlan(text, q) || isCondition(text, q) || isTrainedOn(text, q))
    return null;
  if (isTaughtWith(article, reading, q)) return null;
  const mark = passesMark(text, q);
  const size = Number(q.min ?? q.max);
  const usage = governingCue(reading, q, USAGE);
  const from = Math.max(0, clauseStart - 80);
  const own =
    periodOfNoun(text, q.start, q.end) ??
    periodNear(text.slice(from, Math.min(text.length, clauseEnd + 60)), q.start - from, q.end - from);
  const period =
    own ?? (own === undefined ? (meant ? lastPeriod(above)?.period : periodOfList(article, reading)) : own);
  if (size < SMALLEST && !(size >= SMALLEST_WITH_PERIOD && (period || /每秒|per second/.test(text)))) return null;
  const against = governingCue(reading, q, NOT_USAGE);
  if (
    against &&
    (usage === null || against.cost < usage.cost) &&
    against.cost < (usage === null && period === undefined ? 110 : 45)
  )
    return null;
  if (
    /\d ?(?:多|余)?家(?:企业|公司|客户)|(?:\d[\d,]*|\b(?:a|one|two|three|several|many) (?:hundred|dozen|thousand)|\b(?:hundreds|dozens|scores|thousands) of) (?:\w+ ){0,2}(?:customers|companies|enterprises|developers|users)\b(?! and\b)/.test(
      text.slice(clauseStart, q.start),
    ) &&
    !reading.entities.some((e) => isActor(e) && e.start >= clauseStart && e.end <= q.start && throughIt(text, e, q))
  )
    return null;
  if (usage === null && period === undefined && !mark && !(previous?.kind === 'token_volume') && size < VAST)
    return null;
  if (isMusing(text, q) && !reading.entities.some(isActor)) return null;
  if (!own && !mark && isNoTraffic(text, usage !== null, q.end)) return null;
  if (COMPARISON_ONLY.test(text.slice(q.end, q.end + 16))) return null;
  if (
    /^ ?(?:per|\/|for|每) ?(?:\$|usd)/.test(text.slice(q.end)) ||
    /(?:per|\/|每|costs?) ?$/.test(text.slice(Math.max(0, q.start - 6), q.start)) ||
    (/\bfor $/.test(text.slice(Math.max(0, q.start - 4), q.start)) &&
      reading.quantities.some((o) => o.unit === 'money'))
  )
    return null;

  // 用Opus 5写完这个项目共消耗3.2亿token: with what somebody works.
  if (
    /(?:^|[,，。;；]) ?[我]?(?:用|使用|拿|靠)[^,，。;；]{1,30}(?:消耗|烧|花|用|跑)了?(?:掉|完|去)?[^,，。;；]{0,6}$/.test(
      text.slice(0, q.start),
    ) &&
    period !== 'day'
  )
    return null;

  const region = regionOfCount(article, reading, q, clauseStart);
  const actors = reading.entities.filter(
    (e) => isActor(e) && e.end <= q.start && !isSource(reading, e) && !isPlace(reading, e.start),
  );
  let subject: Subject;
  let object: string | null;
  const lastActor = actors.filter((e) => e.start >= clauseStart).at(-1);
  const owns = lastActor && region && region.start > lastActor.end;
  if (
    region &&
    !(region.slug === 'global' && labelsItem(reading)) &&
    (!lastActor || owns) &&
    !/^(?:'s)? (?:\w+ )?(?:company|firm|model|lab|start-?up)\b/.test(text.slice(region.end))
  ) {
    // 中国公有云MaaS调用量: of a market, not of the country.
    const market =
      /^[^,，。;；:：]{0,10}?(?:maas|模型即服务)[)）]?|^[a-z]+(?:['’]s)? (?:[a-z]+ ){0,3}\(?(?:maas|model-as-a-service)\)?/.exec(
        text.slice(region.start, q.start),
      )?.[0];
    const part = market
      ? '-maas'
      : PUBLIC_CLOUD.test(text.slice(region.end, q.start)) || PUBLIC_CLOUDS_OF.test(text.slice(0, region.start))
        ? '-public-cloud'
        : '';
    subject = { slugs: [`${region.slug}${part}`], names: [], how: 'clause' };
    const phrase = /^[^,，。;；:：的]{0,16}/.exec(text.slice(region.start))?.[0] ?? '';
    object = market
      ? reading.original.slice(region.start, region.start + market.length)
      : /大?模型|models?/.test(phrase)
        ? reading.original.slice(region.start, region.start + modelsUsage(phrase))
        : (usageOf(reading, region.end, q.start) ?? reading.original.slice(region.start, region.end));
  } else {
    subject = subjectOf(article, reading, q.start, q.end, { partners: true, strangers: true });
    object = subject.names[0] ?? null;
    if (
      previous?.kind === 'token_volume' &&
      !spelled &&
      subject.how !== 'clause' &&
      subject.how !== 'sentence' &&
      !namedSince(article, reading, previous)
    ) {
      // "... against 30 trillion in mid-2025", 这一数字仅为1000亿: the volume spoken of before.
      subject = { slugs: previous.subject === null ? [] : [previous.subject], names: [], how: 'carried' };
      object = previous.object;
    }
  }
  // 每天180万亿tokens，豆包的用量再创新高: who is named behind the figure, where nobody is before it.
  const behind = houseBehind(reading, q, subject);
  const other = behind ? named(reading, [behind], 'sentence') : strangeItem(article, reading, q, subject);
  if (other) [subject, object] = [other, other.names[0] ?? null];
  // "V4 Flash在OpenRouter的周调用量": the platform only says where they are counted.
  const place = reading.entities.find((e) => isActor(e) && e.end <= q.start && isPlace(reading, e.start));
  if (place && subject.slugs[0] === place.slug) {
    const model = actors.at(-1);
    const owner = model
      ? named(reading, [model], 'clause')
      : (carriedSubject(article, reading, 4) ?? sourceSubject(article));
    if (owner.slugs.length > 0 && owner.slugs[0] !== place.slug) [subject, object] = [owner, owner.names[0] ?? null];
  }
  if (ALL_TOGETHER.test(text)) {
    const platform = countedBy(article, reading, null) ?? sourceSubject(article).slugs[0];
    if (platform) subject = { slugs: [platform], names: [], how: 'carried' };
  }
  if (isMinistrysTotal(article, reading, q, subject)) {
    subject = { slugs: ['china'], names: [], how: 'sentence' };
    object = null;
  }
  // "2.1 trillion tokens per day were processed in Japan": a country's, where somebody counts it.
  if (subject.slugs.length === 0 && attributionOf(article, reading, null) !== null) {
    const place = placeIn(text) ?? regionBefore(article, reading, 0, text.length)?.slug ?? null;
    subject = { slugs: [place ?? regionAsked(article, reading.index) ?? 'global'], names: [], how: 'sentence' };
  }
  // 我国日均Token消耗量变化：over 2024年初：1000亿
  const opening = subject.slugs.length === 0 && hasHan(text) ? openingOfItem(article, reading.index) : null;
  const over = opening ? regionBefore(article, opening, 0, opening.text.length) : null;
  if (over) subject = { slugs: [over.slug], names: [], how: 'heading' };
  if (subject.slugs.length === 0) {
    const hub = hubOf(article, reading, q.start);
    if (hub !== null) subject = { slugs: [hub], names: [], how: 'sentence' };
  }
  // "thirty companies have collectively burned": none of theirs alone.
  if (/\bcollectively\b/.test(text.slice(clauseStart, q.start)) || jointly(reading, q)) {
    subject = { slugs: [], names: [], how: 'none' };
    object = null;
  }
  // 全行业一天要烧掉1000万亿: of nobody named above; 甲、乙、丙三家合计9万亿: of none of them alone.
  if (
    /(?:全行业|整个行业|全市场)[^,，。;；]{0,14}$/.test(text.slice(clauseStart, q.start)) ||
    (lastActor &&
      /合计|加起来|总共/.test(text.slice(lastActor.end, q.start)) &&
      coordinated(reading, lastActor).length > 1)
  ) {
    subject = { slugs: [], names: [], how: 'none' };
    object = null;
  }
  // What somebody burned at his own desk is no market volume.
  if (subject.slugs.length === 0 && /(?:^|[^们])我(?!国|们)|\bmy\b|\bi(?:'ve)?\b/.test(text)) return null;
  if (subject.slugs.length === 0 && (period === undefined || size < SMALLEST_NAMELESS)) return null;
  const date = dateOf(asOfNow(reading), q) ?? null;
  const compared = date?.comparison ?? false;
  const now = NOW.test(text.slice(clauseStart, q.end)) ? (article.published?.slice(0, 7) ?? null) : null;
  const asOf =
    // "In May it was 480 trillion; the figure is now above 980": of today.
    (date !== null && date.end <= clauseStart ? now : null) ??
    date?.iso ??
    now ??
    carriedDate(article, reading, 3)?.iso ??
    article.published?.slice(0, 7) ??
    null;
  // "...; a year earlier it had stood at 4 trillion": counted as the figure it is compared with.
  const beside =
    !spelled &&
    previous?.kind === 'token_volume' &&
    previous.quoteEnd > reading.start &&
    (compared || /\byear (?:ago|earlier|before)\b/.test(text.slice(clauseStart, q.start)));
  const counted: Announcement['period'] =
    mark && own === undefined
      ? 'total'
      : beside
        ? (previous.period ?? null)
        : // 上半年536.7万亿, 较去年全年114万亿增长: the half year that the figure itself is dated by.
          date?.grain === 'half' &&
            !compared &&
            (period === 'year' ||
              period === 'total' ||
              // 上半年150万亿，三季度90万亿: the quarter is that of the next.
              (period === 'quarter' && lastPeriod(text.slice(0, q.start)) === undefined))
          ? 'half'
          : period !== undefined
            ? period
            : date &&
                !compared &&
                // 2024年初, 去年底: a moment, whose month nothing is counted over.
                !/[初底末旬]/.test(reading.text.slice(date.start, date.end + 2)) &&
                (date.grain === 'month' || date.grain === 'quarter' || date.grain === 'half')
              ? date.grain
              : date?.grain === 'fiscal' && !compared
                ? 'year'
                : null;
  const status = statusOf(article, reading, q, date?.iso ?? null);
  const [quoteStart, quoteEnd] = quoteAround(reading, q.start, q.end);
  // 阶跃星辰Step 3.5 Flash: the model the maker's name leads up to.
  if (
    lastActor &&
    object === reading.original.slice(lastActor.start, lastActor.end) &&
    lastActor.kind === 'organisation'
  ) {
    const model = latinName(reading, lastActor.end, q.start);
    if (model) object = model;
  }
  if (object === null || object === subject.names[0])
    object = platformOf(reading, q, subject.slugs[0] ?? null) ?? object;
  const respective = respectively(article, reading, q);
  if (respective) [subject, object] = [{ slugs: [respective.slug], names: [], how: 'clause' }, respective.name];
  const bracketed = houseOfBracket(reading, q);
  if (bracketed) subject = named(reading, [bracketed], 'clause');
  const passer = mark ? whoPassed(article, reading, q) : null;
  if (passer) [subject, object] = [{ slugs: [passer.slug], names: [], how: 'clause' }, passer.name];
  const slug = subject.slugs[0] ?? null;
  return {
    kind: 'token_volume',
    rule: spelled ? 'tokens.spelled' : 'tokens.unit-before',
    quoteStart,
    quoteEnd,
    subject: slug,
    object,
    valueStart: reading.start + q.start,
    valueEnd: reading.start + q.end,
    min: q.min,
    max: q.max,
    unit: 'tokens',
    period:
      period === null
        ? null
        : (counted ??
          (mark || /处理了|消耗了|累计|已处理|has (?:now )?processed|have processed|so far|to date/.test(text)
            ? 'total'
            : null) ??
          (compared || previous?.kind === 'token_volume' ? (previous?.period ?? null) : null)),
    asOf,
    growth: growthOf(reading, q),
    status,
    attribution: attributionOf(article, reading, slug, q.start) ?? countedBy(article, reading, slug),
    reasons: [`subject:${subject.how}`, ...(usage ? ['usage word'] : []), ...(counted === null ? ['no period'] : [])],
    confidence:
      0.95 -
      (spelled ? 0 : 0.05) -
      (usage ? 0 : 0.1) -
      (subject.how === 'clause' ? 0 : 0.1) -
      (period === undefined ? 0.1 : 0),
  };
}
