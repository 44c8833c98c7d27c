import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import { DOMAIN, isActor } from '../entities.ts';
import { takerOf } from '../exchange.ts';
import { cloudOf, groupOf } from '../families.ts';
import { growthOf } from '../growth.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { hasHan } from '../text.ts';
import { dateOf, dateOverList, openingDate } from '../which-date.ts';
import { cloudOfList } from './cloud-line.ts';
import { commitmentOf, listedDeal } from './committed.ts';
import { isSpentHere, METRICS, metricOfSum, spentAs } from './financial-metric.ts';
import { financialObject } from './financial-object.ts';
import { periodOfSum, RUN_RATE } from './financial-period.ts';
import { statusInEnd, statusOfSum } from './financial-status.ts';
import { groupBehind, groupOrCloud, isSegment } from './group-or-cloud.ts';
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
import { businessInstead, holderOf, namesNoBusiness } from './sum-object.ts';
import {
  type Found,
  isAnnual,
  ofWholeYear,
  TWELVE_MONTHS,
  titlePeriod,
  YEAR_OVER_YEAR_FROM,
  yearEarlier,
} from './sums.ts';
import { BY_YEAR_HAN, MULTI_YEAR, SINCE_HAN } from './years-together.ts';

const SPAN = /^ (?:[\w-]+ ){0,4}(?:between|from) (?:now|20\d\d) (?:and|to|through) (20\d\d)\b/;
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
  const metric = metricOfSum(reading, q, found, subject, previous, named);
  // "invested $225 million in its latest funding round": capital raised, none spent.
  if ((metric === 'investment' || metric === 'other') && RAISED.test(reading.text)) return null;
  const label = labelOf(reading, q.start);
  const cloudLine =
    /^(?:智能)?云(?:业务|计算|服务)?$|^cloud(?: business| unit| segment)?$/i.test(label ?? '') &&
    !isSegment(subject.slugs[0], label ?? '');
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
  if (spend && !isSpentHere(reading, q, found, metric, several?.known === true, previous)) return null;
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
    (metric === 'revenue' && RUN_RATE.test(ownClause(reading, q))
      ? (article.published?.slice(0, 7) ?? null)
      : metric === 'other' || metric === 'investment'
        ? null
        : spanOfItemBefore(reading, q, slug, previous));
  const status = statusOfSum(article, reading, q, found, {
    metric,
    date,
    asOf,
    long,
    bought,
    signed: committed?.signed === true,
  });
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
            ? (takerOf(reading, q) ??
              investedIn(reading, q) ??
              (hasHan(reading.text)
                ? (nounBehind(reading, q, found.cue, false) ?? putInto(reading, q, clauseAt(reading, q.start)[0]))
                : null) ??
              (/^(?:invest|spen|pour|put|commit|pledg)/.test(phrase)
                ? (clauseHead(reading, q.start) ?? phrase)
                : ONLY_SPENDS.test(phrase)
                  ? (subject.names[0] ?? phrase)
                  : phrase))
            : ((found.above && !reading.entities.some(isActor) ? found.above.words : null) ??
              metricPhrase(reading, q, found) ??
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
      : committed
        ? 'total'
        : periodOfSum(article, reading, q, found, {
            metric,
            status,
            date,
            ownDate,
            long,
            annual,
            twelve,
            monthly: monthly || rowMonth !== null,
          }),
    asOf,
    growth: growthOf(reading, q),
    metric:
      bought || pays
        ? 'other'
        : spend && metric !== 'investment'
          ? spentAs(article, reading, q, several?.known === true, previous)
          : metric,
    status: statusInEnd(reading, q, found, status, metric, pays, annual),
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
const RAISED =
  /\b(?:funding|financing|equity|investment|seed) rounds?\b|['’]s (?:[$€£][\d.]+ ?[a-z]* )?rounds?\b(?! of)|\bseries [a-h]\b|\b(?:post|pre)-money\b|\bvalu(?:ed|es|ing) (?:it|them|the [\w-]+|[\w.-]+(?: ai)?) at\b|\bequity (?:round|stake)\b|\b(?:raised|raises|raising|raise) [^.;]{0,60}\bvaluation\b|\bat an? (?:[a-z-]+ )?valuation of\b/;

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

const OF_THE_KIND =
  /(?:^|[,，。;；:：] ?)(?:建(?:设|造)?|打造)?(?:每|一)(?:个|座|套|[gm]w|吉瓦|兆瓦)?[^,，。;；]{0,14}(?:集群|数据中心|智算中心|园区|机房|算力)/;
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
const ONE_QUARTER_HAN =
  /(?:[本上今这去前单]|第?[一二三四])个?(?:季度?|财季)[^,，;；\d]{0,14}$|仅(?:[本上今这去前]|一|二|三|四|第[一二三四])年[^,，;；\d]{0,14}$/;

/** 甲第三季营收512亿美元；资本支出194亿美元；预计全年…: of the quarter of the item before it, where nothing between names a time. */
function spanOfItemBefore(
  { text, start, dates }: Reading,
  q: Quantity,
  slug: string | null,
  before: Draft | null,
): string | null {
  const end = (before?.valueEnd ?? 0) - start;
  return before?.kind === 'financial' &&
    before.subject === slug &&
    end > 0 &&
    end <= q.start &&
    hasHan(text) &&
    /-[QH]\d$/.test(before.asOf ?? '') &&
    !dates.some((d) => d.start >= end && d.end <= q.start)
    ? (before.asOf ?? null)
    : null;
}
