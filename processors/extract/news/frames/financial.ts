import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import { DOMAIN, isActor } from '../entities.ts';
import { cloudOf, groupOf } from '../families.ts';
import { growthOf } from '../growth.ts';
import type { CueKind } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { statusOf, yearRuns } from '../status.ts';
import { hasHan } from '../text.ts';
import { dateOf, dateOverList, openingDate } from '../which-date.ts';
import { isDeal } from './agreed.ts';
import { cloudOfList } from './cloud-line.ts';
import { commitmentOf, listedDeal } from './committed.ts';
import { financialObject } from './financial-object.ts';
import { groupBehind, groupOrCloud } from './group-or-cloud.ts';
import { hubOf } from './hubs.ts';
import { investedIn } from './invested-in.ts';
import { metricTakenUp } from './metric-above.ts';
import { metricPhrase } from './metric-behind.ts';
import { metricNoun, nounBehind, putInto } from './metric-noun.ts';
import { clauseHead, growLeft, labelOf } from './object.ts';
import { quoteAround } from './quote.ts';
import {
  guidedQuarter,
  monthOfRow,
  outlookYear,
  quarterGuidedTo,
  reportingPeriod,
  THAT_YEAR_HAN,
  thisWholeYear,
  toDate,
} from './reporting-period.ts';
import { clauseAround, nextFigureAt, ownClause, stretch, upToNext } from './said-of.ts';
import { severalOf } from './several.ts';
import { signed } from './signed.ts';
import { isCostPut, isOwnProgramme } from './site-sums.ts';
import { businessInstead, holderOf, namesNoBusiness } from './sum-object.ts';
import {
  type Found,
  isAnnual,
  ofWholeYear,
  periodAbove,
  periodLed,
  periodOf,
  periodWord,
  TWELVE_MONTHS,
  titlePeriod,
  YEAR_OVER_YEAR_FROM,
  yearEarlier,
} from './sums.ts';
import { CAME } from './without-metric.ts';
import { BY_YEAR_HAN, MULTI_YEAR, SINCE_HAN } from './years-together.ts';

const METRICS: Partial<Record<CueKind, Announcement['metric']>> = {
  revenue: 'revenue',
  operating_profit: 'operating_profit',
  net_income: 'net_income',
  capex: 'capex',
  investment: 'investment',
  spend: 'capex',
  commerce: 'other',
};

/** "has earmarked $180 billion for capital spending" */
const FOR_CAPEX =
  /^ (?:for|on|in|to|towards?|of) (?:its |their |new )?(?:capital (?:spending|expenditures?|outlays?|equipment|projects|goods)|capex)\b|^(?:用于|投向|作为)(?:其|公司)?(?:资本性?(?:开支|支出)|capex)/;
const SPAN = /^ (?:[\w-]+ ){0,4}(?:between|from) (?:now|20\d\d) (?:and|to|through) (20\d\d)\b/;
/** Nobody reports less than this for more than a day. */
const SMALL = 1_000_000;
const RUN_RATE =
  /run[- ]rate|annuali[sz]ed|(?<!compound )\bannual (?:rate|pace)\b|\barr\b|年化|运行率|annual recurring/;

/** Revenue, profit, capex, investment, orders of an organisation. `respective` is whose figure it is in an "A, B and C ... respectively". */
export function readFinancial(
  article: Article,
  reading: Reading,
  q: Quantity,
  found: Found,
  subject: Subject,
  respective: { slug: string; name: string } | null,
  previous: Draft | null,
): Draft | null {
  const committed = commitmentOf(reading, q) ?? listedDeal(article, reading, q);
  const named = committed ? 'other' : (METRICS[found.cue.kind] ?? null);
  if (named === null) return null;
  const metric =
    named === 'revenue' && /\b(?:deferred|unearned) $/.test(reading.text.slice(0, found.cue.start))
      ? 'other'
      : named === 'investment' && FOR_CAPEX.test(reading.text.slice(q.end))
        ? 'capex'
        : named === 'capex' && isForSite(reading, q, found)
          ? 'investment'
          : named === 'operating_profit' && isBottomLine(reading, found, subject, previous)
            ? 'net_income'
            : named;
  // "invested $225 million in its latest funding round": capital raised, none spent.
  if ((metric === 'investment' || metric === 'other') && RAISED.test(reading.text)) return null;
  const label = labelOf(reading, q.start);
  const cloudLine = /^(?:智能)?云(?:业务|计算|服务)?$|^cloud(?: business| unit| segment)?$/i.test(label ?? '');
  const several = respective ? null : severalOf(article, reading, q);
  const slug = several
    ? several.slug
    : (committed?.slug ??
      (cloudLine && subject.slugs[0] !== undefined ? cloudOf(subject.slugs[0]) : undefined) ??
      respective?.slug ??
      groupOrCloud(article, reading, q, found, metric, subject, previous) ??
      otherBusiness(reading, q, subject) ??
      subject.slugs[0] ??
      groupBehind(reading, q, metric) ??
      cloudOfList(article, reading));
  // 一个10万卡集群的硬件投资约40亿美元: of the kind, whoever builds one.
  if (slug === null && several === null && OF_THE_KIND.test(reading.text.slice(0, q.start))) return null;
  const ours = slug !== null || several?.known === true || metric === 'capex';
  if (!ours && !DOMAIN.test(reading.text.slice(Math.max(clauseAt(reading, q.start)[0] - 30, 0), q.end))) return null;
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
    found.cue.end > found.cue.start &&
    metric !== 'investment' &&
    !several?.known &&
    !sameSentenceCapex(previous, reading) &&
    !(
      (reading.entities.some(isActor) || SOMEBODY.test(reading.text) || isLabel(reading.text, found.cue)) &&
      Number(q.min ?? q.max) >= 100_000_000
    ) &&
    !/\bai\b|cloud|hyperscaler|tech giants|big tech|data ?cent|infrastructure|gpu|chip|compute|server|r&d|云|算力|数据中心|基础设施|芯片|服务器|基建|研发/.test(
      reading.text,
    )
  )
    return null;
  const vendor = spend ? /^ on (?:the )?/.exec(reading.text.slice(q.end)) : null;
  const bought =
    vendor !== null &&
    reading.entities.some(
      (e) => isActor(e) && e.start === q.end + (vendor[0]?.length ?? 0) && e.slug !== subject.slugs[0],
    );
  const pays = spend && isPaidByDeal(reading, found);
  // A date of the next item of a list of commitments is that one's.
  const told = found.cue.end > found.cue.start;
  const ownDate = committed
    ? null
    : thisWholeYear(
        article,
        reading,
        q,
        toDate(reading, q) ?? dateOf(reading, q, true) ?? openingDate(article, reading),
      );
  const dated =
    committed || ownDate
      ? ownDate
      : ofWholeYear(
          clauseAround(reading, q),
          metric === 'investment' && hasHan(reading.text)
            ? null
            : (reportingPeriod(article, reading, !THAT_YEAR_HAN.test(clauseAround(reading, q))) ??
                (told ? null : dateOverList(article, reading)) ??
                (metric === 'investment' ? null : titlePeriod(article))),
        );
  const date = committed
    ? dated
    : (quarterGuidedTo(article, reading, q) ?? outlookYear(article, reading) ?? guidedQuarter(reading.text, q, dated));
  // "planned investment climbs to $48 billion between 2026 and 2030"
  const span = metric === 'investment' ? SPAN.exec(reading.text.slice(q.end, q.end + 50))?.[1] : undefined;
  const lead = reading.text.slice(Math.max(0, q.start - 60), q.start);
  const long =
    pays ||
    SINCE_HAN.test(lead) ||
    (metric !== 'capex' && (metric === 'investment' || metric === 'other') && BY_YEAR_HAN.test(lead)) ||
    ((span !== undefined || MULTI_YEAR.test(stretch(reading, q))) &&
      !ONE_QUARTER_HAN.test(lead) &&
      (metric === 'investment' ||
        metric === 'capex' ||
        metric === 'other' ||
        /over (?:the next )?(?:two|three|four|five|\d+) years/.test(
          reading.text.slice(q.end, nextFigureAt(reading, q)),
        )));
  const twelve = TWELVE_MONTHS.test(clauseAround(reading, q));
  const annual = twelve || RUN_RATE.test(upToNext(reading, q)) || isAnnual(reading, q);
  // 台积电4月营收: what one month brought.
  const monthly =
    ownDate?.grain === 'month' &&
    ((ownDate.end <= found.cue.start &&
      /^(?:份|的|单月|当月|合并)*$/.test(reading.text.slice(ownDate.end, found.cue.start))) ||
      (metric === 'revenue' && !hasHan(reading.text) && !RUN_RATE.test(clauseAround(reading, q))));
  const beside = previous?.quoteStart === quoteAround(reading, q.start, q.end)[0] ? previous : null;
  const earlier = yearEarlier(date, beside, YEAR_OVER_YEAR_FROM.test(reading.text.slice(0, q.start)));
  const rowMonth = date === null ? monthOfRow(reading, metric, previous) : null;
  const asOf =
    earlier?.asOf ??
    span ??
    date?.iso ??
    rowMonth?.asOf ??
    (metric === 'revenue' && RUN_RATE.test(ownClause(reading, q)) ? (article.published?.slice(0, 7) ?? null) : null);
  // "Alphabet lifted its capex guidance. The new figure is $190 billion."
  const guided = found.cue.end === found.cue.start && GUIDANCE.test(sentenceAbove(article, reading));
  const stated = statusOf(article, reading, q, asOf);
  const ahead = metric === 'investment' && stated === 'actual' && isOwnProgramme(reading.text, q);
  const said = ahead ? 'target' : guided && stated === 'actual' ? 'forecast' : stated;
  // Guidance is a forecast; only what is called a plan, goal or pledge is a target.
  const running =
    said === 'actual' &&
    date?.grain === 'year' &&
    metric !== 'investment' &&
    metric !== 'other' &&
    yearRuns(article, reading, q, asOf);
  const status = running
    ? 'forecast'
    : committed?.signed ||
        (metric === 'investment' &&
          said === 'actual' &&
          found.cue.end === found.cue.start &&
          (isCostPut(reading, q) || CAME.test(reading.text.slice(0, q.start)))) ||
        (metric === 'investment' && PLANNED.test(reading.text.slice(Math.max(0, found.cue.start - 30), found.cue.end)))
      ? 'target'
      : said === 'target' &&
          (metric === 'capex' || metric === 'revenue') &&
          !(metric === 'capex' && !long && !bought ? VOWED : PLEDGED).test(reading.text)
        ? 'forecast'
        : // 资本支出上调至1950亿: what a year's plan is raised to.
          metric === 'capex' && said === 'actual' && GUIDED.test(reading.text.slice(Math.max(0, q.start - 24), q.start))
          ? 'forecast'
          : said;
  // 本季营收24.5亿到26亿美元: what has been counted is no range.
  const between =
    hasHan(reading.text) && status === 'actual' && q.min !== null && q.max !== null && q.min !== q.max && !annual;
  const arm = slug !== null && metric !== 'capex' ? armIn(reading, q) : null;
  const [quoteStart, quoteEnd] = quoteAround(reading, q.start, q.end);
  // A metric said above leaves only the house here, or the group.
  const phrase = told ? growLeft(reading, found.cue.start, found.cue.end) : (several?.name ?? '');
  // 创造了622亿美元的营业收入: behind the figure the metric has no noun of its own.
  const behind = found.cue.start >= q.end && hasHan(phrase);
  // "各家资本开支：亚马逊583亿美元": the house named behind the colon is what the sum belongs to.
  const item = reading.entities.findLast((e) => isActor(e) && e.start >= found.cue.end && e.end <= q.start);
  const listed = item !== undefined && !several && /[:：]/.test(reading.text.slice(found.cue.end, item.start));
  const object = committed
    ? committed.object
    : listed || (metric === 'capex' && !spend && phrase === '')
      ? ((told ? null : metricTakenUp(article, reading, q)) ?? subject.names[0] ?? phrase)
      : metric === 'capex' && !spend
        ? phrase
        : respective
          ? respective.name
          : metric === 'investment' || metric === 'capex'
            ? (investedIn(reading, q) ??
              (hasHan(reading.text)
                ? (nounBehind(reading, q, found.cue, false) ?? putInto(reading, q, clauseAt(reading, q.start)[0]))
                : null) ??
              (/^(?:invest|spen|pour|put|commit|pledg)/.test(phrase)
                ? (clauseHead(reading, q.start) ?? phrase)
                : ONLY_SPENDS.test(phrase)
                  ? (subject.names[0] ?? phrase)
                  : phrase))
            : (metricPhrase(reading, q, found) ??
              (told && !hasHan(reading.text) ? holderOf(reading, q, found.cue, phrase) : null) ??
              metricNoun(reading, q, found.cue, phrase) ??
              nounBehind(reading, q, found.cue, metric === 'other') ??
              financialObject(reading, q, label, behind ? '' : phrase, subject, metric === 'other'));
  const ownObject =
    !hasHan(reading.text) && object !== null && namesNoBusiness(reading, object)
      ? (businessInstead(reading, q, object, told ? found.cue : null) ?? subject.names[0] ?? object)
      : object;
  const { min, max } = signed(reading, q, found);
  return {
    kind: 'financial',
    rule: `financial.${metric}`,
    quoteStart,
    quoteEnd,
    subject:
      arm !== null && slug !== null
        ? cloudOf(slug)
        : (slug ?? (metric === 'investment' ? hubOf(article, reading, q.start) : null)),
    object: ownObject,
    valueStart: reading.start + q.start,
    valueEnd: reading.start + q.end,
    min,
    max,
    unit: q.currency,
    period: earlier
      ? earlier.period
      : long ||
          committed ||
          (metric === 'other' && isOrder(reading, q, found)) ||
          (metric === 'other' && BACKLOG.test(reading.text.slice(Math.max(0, found.cue.start - 4), found.cue.end)))
        ? 'total'
        : metric !== 'other' && RUN_RATE.test(ownClause(reading, q))
          ? 'year'
          : twelve ||
              ((ownDate?.end ?? 0) <= clauseAt(reading, q.start)[0] && BY_THE_YEAR.test(ownClause(reading, q))) ||
              (annual && (date === null || date.grain === 'month' || date.grain === 'day'))
            ? 'year'
            : ((metric === 'investment' && status === 'actual' ? 'total' : null) ??
              (FOUR_QUARTERS.test(reading.text.slice(Math.max(0, q.start - 40), q.start)) ? 'year' : null) ??
              ((date?.grain === 'year' || date?.grain === 'fiscal') && IN_QUARTER.test(clauseAround(reading, q))
                ? 'quarter'
                : null) ??
              periodOf(date) ??
              periodLed(reading.text.slice(clauseAt(reading, q.start)[0], q.start)) ??
              periodWord(clauseAround(reading, q)) ??
              periodWord(reading.text.slice(Math.max(0, found.cue.start - 9), found.cue.start)) ??
              (date?.grain === 'day' && Number(q.min ?? q.max) < SMALL ? 'day' : null) ??
              (monthly || rowMonth ? 'month' : null) ??
              (annual ||
              (hasHan(reading.text) && metric === 'investment') ||
              (!hasHan(reading.text) && !EARNED.has(metric) && !(metric === 'capex' && status === 'actual'))
                ? null
                : periodAbove(article, reading, nextFigureAt(reading, q))) ??
              (annual || (metric === 'capex' && GUIDANCE.test(reading.text.slice(0, q.start)))
                ? 'year'
                : metric === 'investment' || metric === 'other'
                  ? 'total'
                  : null)),
    asOf,
    growth: growthOf(reading, q),
    metric:
      bought || pays
        ? 'other'
        : spend && metric !== 'investment'
          ? sameSentenceCapex(previous, reading) ||
            (several?.known === true && CAPEX_TEXT.test(article.folded)) ||
            /infrastructure|data ?cent|capital (?:spend|expend|outlay|equip|project|goods)|\bcapex\b|hyperscalers|基础设施|数据中心|资本[开支性]/.test(
              reading.text,
            )
            ? 'capex'
            : 'investment'
          : metric,
    status:
      between && metric !== 'other'
        ? 'forecast'
        : (pays && status === 'forecast') || (metric === 'other' && status === 'actual' && isDeal(reading, found))
          ? 'target'
          : status,
    attribution: attributionOf(article, reading, slug, q.start),
    reasons: [
      `subject:${subject.how}`,
      told ? `metric word "${reading.text.slice(found.cue.start, found.cue.end)}"` : 'metric said above',
    ],
    confidence: 0.92 - (subject.how === 'clause' ? 0 : 0.1) - (found.cost > 60 ? 0.1 : 0),
  };
}

/** "Over five years the tenant will pay $9.7 billion for access to": what a deal comes to. */
const isPaidByDeal = ({ text }: Reading, { cue }: Found): boolean =>
  text.startsWith('pa', cue.start) && cue.end - cue.start < 7 && TERMS.test(text);
const TERMS =
  /\bthe (?:[\w-]+ )?(?:tenant|customer|client|buyer|lessee)\b|\bfor (?:access to|(?:the )?use of)\b|\bover (?:the )?(?:[\w-]+ )?(?:years|term|life)\b|\bto (?:rent|lease)\b/;
/** "it", "the lab", "over five years the tenant": a house that the text above has named. */
const SOMEBODY =
  /(?:^|[,;:] |\b(?:years|months|that|term) )(?:it|the (?:company|group|firm|start-?up|lab|house|tenant|customer|client|buyer|lessee|neocloud|provider|operator|chip ?maker|developer|retailer|(?:[a-z]+ )?giant))\b/;
/** "plans to spend $25 billion on a data center campus in Texas": what a site is to cost, no year's budget. */
const isForSite = (reading: Reading, q: Quantity, { cue }: Found): boolean =>
  cue.kind === 'spend' && ON_SITE.test(reading.text.slice(q.end, q.end + 90)) && dateOf(reading, q, true) === null;
const ON_SITE =
  /^ (?:on|to build|building) (?:(?:its|the|an?|two|three|four|new|own|first|ai|[\d.,]+[ -][gm](?:w|egawatts?|igawatts?)) )*(?:(?!for |in |of |and |at )[a-z-]+ ){0,3}(?:campus(?:es)?|sites?|data ?cent(?:er|re)s?|parks?|hubs?|complex|factor(?:y|ies)|plants?)\b(?! and equipment)/;

/** What the large clouds spend together is told of in texts about capital spending. */
const CAPEX_TEXT = /\bcapex\b|capital (?:expenditures?|spending|outlays?)|data cent(?:er|re)s/;
const RAISED =
  /\b(?:funding|financing|equity|investment|seed) rounds?\b|['’]s (?:[$€£][\d.]+ ?[a-z]* )?rounds?\b(?! of)|\bseries [a-h]\b|\b(?:post|pre)-money\b|\bvalu(?:ed|es|ing) (?:it|them|the [\w-]+|[\w.-]+(?: ai)?) at\b|\bequity (?:round|stake)\b|\b(?:raised|raises|raising|raise) [^.;]{0,60}\bvaluation\b|\bat an? (?:[a-z-]+ )?valuation of\b/;

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

/** "revenue at its AI cloud unit rose 33% to 6.2 billion yuan": the part of the house the figure is of, as the text calls it. */
function armIn(reading: Reading, q: Quantity): string | null {
  const [start] = clauseAt(reading, q.start);
  const arm =
    /\b(?:revenues?|sales|turnover|income|profits?|loss(?:es)?) (?:at|in|from|of) (?:its|the|their) ((?:[a-z]+ )?(?:ai |smart |public )?cloud (?:\w+ )?(?:unit|business|arm|division|segment|group|operations|services))\b|(?:\b(?:its|the|their)|['’]s) ((?:ai |smart |public )?cloud (?:computing )?(?:unit|business|arm|division|segment)) (?:has |had |also )?(?:earned|made|brought in|booked|posted|reported|recorded|delivered|turned over|took in|generated|grew|rose|saw)\b/.exec(
      reading.text.slice(start, q.start),
    );
  const name = arm?.[1] ?? arm?.[2];
  if (!arm || name === undefined) return null;
  const at = start + arm.index + arm[0].indexOf(name);
  return reading.original.slice(at, at + name.length);
}

const GUIDANCE = /\b(?:guidance|outlook|forecast|projection|budget)\b/;
const sentenceAbove = (article: Article, reading: Reading): string => {
  const above = article.sentences[article.thread.above(reading.index)];
  return above?.block === reading.block ? article.folded.slice(above.start, above.end) : '';
};
const OF_THE_KIND =
  /(?:^|[,，。;；:：] ?)(?:建(?:设|造)?|打造)?(?:每|一)(?:个|座|套|[gm]w|吉瓦|兆瓦)?[^,，。;；]{0,14}(?:集群|数据中心|智算中心|园区|机房|算力)/;
/** 云年收入目标1000亿美元 */
const BY_THE_YEAR = /(?<![\d去今明前上本当全半两三四五几多])年(?:收入|营收|支出|开支)/;
/** 过去四个季度: a year, whenever it ended. */
const FOUR_QUARTERS = /过去(?:(?:四|4) ?个?季度?|(?:十二|12) ?个月)[^;；。]*$/;
/** What is reported by the quarter. */
const EARNED: ReadonlySet<Announcement['metric']> = new Set(['revenue', 'net_income', 'operating_profit']);
const IN_QUARTER =
  /\b(?:in|for|during) (?:the|that|its) (?:same |latest |last |most recent |just-ended )?quarter\b(?! (?:of|of the) )/;
const BACKLOG =
  /积压|履约义务|在手|未(?:完成|兑现|履约|交付)的?(?:订单|合同)|订单储备|(?<![a-z])(?:backlog|performance obligation|rpo(?![a-z]))/;
/** 承诺采购300亿美元, 到2026年底的订单: what is ordered, by whatever period the sums around it are told, unless it is called that of one. */
const isOrder = (reading: Reading, q: Quantity, { cue }: Found): boolean =>
  /订单|大单|合[同约]|协议|采购|承诺/.test(reading.text.slice(cue.start, cue.end)) &&
  !/[本当单上该这每首]个?(?:季|年|月)|[一二三四]季|财季|年度|期内|季内|新签|半年|全年/.test(clauseAround(reading, q));
const GUIDED =
  /(?:上调|调升|调高|上修|下修|下调|调降|收窄)(?:区间|[^,，。;；\d]{0,12}(?=[至到为]))?(?:[至到为]|落在)?(?:大?约)?$/;

/** "its planned investment climbs to $48 billion" */
const PLANNED = /\b(?:planned|pledged|promised|proposed) (?:[\w-]+ ){0,3}[\w-]*$|\bplans?$/;

/** A yearly capex plan is guidance, unless somebody gives his word. */
const VOWED = /target|goal|pledg|commit|promis|set aside|earmark|目标|承诺/;

const PLEDGED =
  /target|goal|\baim|pledg|set aside|earmark|\bplans?\b|planned|commit|promis|ambition|hope|\bwants? |目标|计划|规划|承诺|拟|力争|希望|宣布/;

const sameSentenceCapex = (previous: Draft | null, reading: Reading): boolean =>
  previous?.metric === 'capex' && previous.quoteEnd > reading.start;

/** "- Spending: ...": the word is the label of its line. */
const isLabel = (text: string, { start, end }: Found['cue']): boolean => start < 16 && /^[*_]*:/.test(text.slice(end));

/** 上一季度一口气花, 我们将投入, 对方愿意逐步投入: somebody spends, and no word says on what. */
const ONLY_SPENDS =
  /^\d|^(?!.*(?:总|算力|云|ai|基建)(?:投入|投资)$)(?:.*(?:预计|将|愿意|打算|计划|口气|可能|实际|逐步|度|年|季|月|它|我们)|)(?:再)?(?:投入|花|砸|投|掏|注资|追加投资)$/;

/** 搜索业务营收增长17%至633亿美元: of the group, where its cloud was named last. */
function otherBusiness(reading: Reading, q: Quantity, subject: Subject): string | null {
  const slug = subject.slugs[0];
  return slug !== undefined &&
    subject.how !== 'clause' &&
    /(?:搜索|广告|电商|零售|游戏|社交|物流|订阅|办公|硬件|手机|个人计算|智能|安全|物联网|视联网|卫星|量子|专网|宽带|通信服务|aidc)(?:业务|服务|部门|板块)?(?:营收|收入)/.test(
      reading.text.slice(clauseAt(reading, q.start)[0], q.start),
    )
    ? groupOf(slug)
    : null;
}

/** 未来三年将投入超3800亿元，仅本季度资本开支就达246亿元 */
const ONE_QUARTER_HAN = /仅(?:[本上这今去前]|一|二|三|四|第[一二三四])(?:季度?|年)[^,，;；\d]{0,14}$/;
