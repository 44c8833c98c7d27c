import type { Article } from '../analysis.ts';
import { signedDeal } from '../carried-subject.ts';
import { clauseAt, governingCue } from '../context.ts';
import { partnersAround } from '../deals.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { givenInExchange } from '../exchange.ts';
import { type CueKind, SUM_CUES } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { endsRightAbove } from '../thread.ts';
import { isBurned } from './burned.ts';
import { boughtByAll } from './buyers.ts';
import { bringsIn, writtenOff } from './charges.ts';
import { readCounted } from './counted-market.ts';
import { explainedMetric } from './explained-metric.ts';
import { readFinancial } from './financial.ts';
import { FORECAST_TO, follow, respectively } from './follow.ts';
import { isOfRounds } from './funding-rounds.ts';
import { grewToHan } from './grew-to-han.ts';
import { armMeant } from './group-or-arm.ts';
import { guidesAgain, isRaisedTo, wasPlanned } from './guided-again.ts';
import { labelledMetric } from './label-metric.ts';
import { OUR_MARKET, readMarket } from './market.ts';
import { marketByPlace } from './market-by-place.ts';
import { ALL_REVENUE, isMarketsSum, SPENDING_ON } from './market-sums.ts';
import { metricAbove, metricAtHead, onlySpends } from './metric-above.ts';
import { metricBehind } from './metric-behind.ts';
import { isStates, subjectOfSum } from './money-subject.ts';
import { callsItMarket, sizesMarket } from './names-market.ts';
import { comesBehind, isNoLevel } from './no-level.ts';
import { countedByAnother } from './other-counter.ts';
import { outlookOf } from './outlook-of.ts';
import { ownSpending } from './own-spending.ts';
import { partOfMarket } from './part-of-market.ts';
import { preferredMetric } from './preferred-metric.ts';
import { readRanked } from './ranked.ts';
import { spentOnResearch } from './research.ts';
import { sameBlock, sameList, setAgainst } from './same-topic.ts';
import { readSegmentHead } from './segment-heads.ts';
import { isSharesMove } from './share-prices.ts';
import { isSiteSum, leaderOf, ownProgramme } from './site-sums.ts';
import type { Found } from './sums.ts';
import { CAME_FROM, goesOnFrom, measuredByNothing, ownerOfWhole, shareOf, tellsNothing } from './sums-again.ts';
import { isWorth, suppliedFor } from './supplied-for.ts';
import { readTitledRow } from './titled-row.ts';
import { turnedInto } from './turned.ts';
import { readUnnamedMarket } from './unnamed-market.ts';
import {
  businessWorth,
  cameWith,
  earnsByPeriod,
  grewTo,
  guidesTo,
  inTheRed,
  isToGrow,
  marketBehind,
  partInList,
  reckonedAt,
  topLine,
} from './without-metric.ts';
import { isInBracket, isOfNextClause } from './word-of-another.ts';

const KINDS: ReadonlySet<CueKind> = new Set([...SUM_CUES, 'price', 'excluded']);

const MARKETS: ReadonlySet<CueKind> = new Set(['market']);
/** "The AI subscription market has grown": a market is what the sentence is about. */
const MARKET_IS =
  /^(?:[\w&'/-]+ ){1,6}market (?:has|had|is|was|will|would|could|grew|reached|hit|expanded|swelled|stood|totall?ed)\b|, the (?:[\w&'/-]+ ){0,4}market (?:has|had|is|was|will|grew|reached)\b/;
const MARKET_FOR = /\bmarket (?:for|in|of) (?:[\w-]+ ){0,3}$/;
const SPENT: ReadonlySet<CueKind> = new Set(['spend']);
const COMPANY_KINDS: ReadonlySet<CueKind> = new Set([...KINDS].filter((kind) => kind !== 'market'));

const REGION_MARKET =
  /(?:^|[,，;；] ?)(?:而|同期|其中|与此同时[,，]?)*((?:全球|海外|国外|国际|国内|中国|我国|美国|北美|欧洲|亚太|日本|印度)(?:的?整体)?市场)/;

/** Smallest sum that an organisation or market reports. */
const CONTRACTS: ReadonlySet<CueKind> = new Set(['commerce']);
const COMES_TO_HAN =
  /[签订合约][^。;；]*(?:合计|共计|总计|总额|总金额|总价)(?:约|近|超过?|逾|为|达到?|人民币|含税|不?高于)*$/;
const SMALLEST = 1_000_000;

/** Revenue, profit, capex, investment and the like of an organisation; sizes of markets. */
export function readMoney(article: Article, reading: Reading, q: Quantity, before: Draft | null): Draft | null {
  const previous = before && !before.compared && inClosedBracket(reading, before, q) ? null : before;
  if (
    q.rate !== null &&
    q.rate.meter !== 'year' &&
    !(q.rate.meter === 'month' && q.large) &&
    !(q.rate.meter === 'other' && isWorth(reading, q))
  )
    return null;
  if (Number(q.min ?? q.max) < SMALLEST && !grownRevenue(reading, q)) return null;
  if (isNoLevel(article, reading, q, previous)) return null;
  if (measuredByNothing(reading, q, previous) || tellsNothing(reading, q) || isOfRounds(article, reading, q))
    return null;
  if (isSharesMove(article, reading, q)) return null;
  if (/^[a-z]+-[a-z]+-dollar/.test(reading.text.slice(q.start, q.end))) return null;
  const placed = marketByPlace(article, reading, q, previous);
  if (placed) return placed;
  const row = readSegmentHead(article, reading, q, previous) ?? readTitledRow(article, reading, q, previous);
  if (row) return row;
  const right = metricBehind(reading, q) ?? marketBehind(reading, q);
  if (previous && !right && goesOnFrom(reading, q, previous, sameBlock(article, reading, previous)))
    return follow(article, reading, q, previous, ownerOfWhole(reading, q, previous));
  if (previous?.kind === 'market_size' && setAgainst(reading, q, previous))
    return follow(article, reading, q, previous, null);
  if (reading.declared && previous?.kind === 'market_size') return follow(article, reading, q, previous, null);
  if (isBurned(reading, q)) return null;
  const old = reading.quantities[reading.quantities.indexOf(q) - 1];
  const raised = old !== undefined && isRaisedTo(reading, old, q);
  const passed = old?.unit === 'money' && comesBehind(reading, old, q);
  if (turnedInto(reading, q, previous) && previous) return follow(article, reading, q, previous, null);
  // "营收116亿美元，首次超越OpenAI的67亿美元": compared with the figure before, it is of the same kind.
  if (
    previous?.kind === 'financial' &&
    previous.quoteEnd > reading.start &&
    previous.unit === q.currency &&
    /(?:超越|超过|高于|低于|反超|不及|落后于)[^,，。;；\d]{1,16}的 ?$/.test(
      reading.text.slice(Math.max(0, q.start - 24), q.start),
    )
  )
    return follow(article, reading, q, previous, null);
  // "turnover of £186 million last year, from £9 million, and a loss of": what it was before, whatever is told next.
  if (
    previous?.kind === 'financial' &&
    previous.unit === q.currency &&
    CAME_FROM.test(reading.text.slice(Math.max(0, (previous.valueEnd ?? 0) - reading.start), q.start)) &&
    previous.quoteEnd > reading.start
  )
    return follow(article, reading, q, previous, null);
  const respective = respectively(article, reading, q);
  let found: Found | null = right ?? governingCue(reading, (raised || passed) && old ? old : q, KINDS);
  // 净亏损4亿元，上年同期亏3亿: goes on from the figure before it, whatever the heading says.
  const goesOn = previous?.kind === 'financial' && previous.quoteEnd > reading.start;
  if ((found === null || found.cost > 60) && !goesOn) found = metricAtHead(article, reading) ?? found;
  found = topicOfSentence(reading, q, found) ?? labelledMetric(reading, q, found) ?? found;
  if (found === null || found.cost > 60 || found.cue.start >= q.end) found = outlookOf(article, reading, q) ?? found;
  if (found === null || found.cost > 40) found = suppliedFor(reading, q) ?? found;
  // Of no backlog told before it.
  if (found === null || found.cost > 60)
    found = isToGrow(reading, q) ?? (previous?.metric === 'other' ? guidesTo(reading, q) : null) ?? found;
  const explained = found && (ownSpending(reading, q, found) ?? explainedMetric(reading, q, found, COMPANY_KINDS));
  found = explained ?? found;
  // "The AI inference market … a market value of $76 billion", "… in consumer revenue": of the market the sentence is about.
  if (
    found &&
    found.cue.kind !== 'market' &&
    !reading.entities.some(isActor) &&
    MARKET_IS.test(reading.text.slice(0, q.start))
  )
    found = governingCue(reading, q, MARKETS) ?? found;
  const counted = readCounted(article, reading, q, found, previous) ?? readRanked(article, reading, q, previous);
  if (counted) return counted;
  const reckoned = reckonedAt(reading, q);
  if (reckoned) return readFinancial(article, reading, q, reckoned.found, reckoned.owner, null, previous);
  const earned =
    ownProgramme(reading, q) ??
    earnsByPeriod(reading, q) ??
    givenInExchange(reading, q) ??
    grewToHan(reading, q) ??
    inTheRed(reading, q) ??
    topLine(article, reading, q) ??
    spentOnResearch(reading, q) ??
    writtenOff(reading, q) ??
    bringsIn(reading, q);
  if (earned) return readFinancial(article, reading, q, earned, subjectOfSum(article, reading, q), null, previous);
  const bought = boughtByAll(article, reading, q) ?? marketBehind(reading, q);
  if (bought) return readMarket(article, reading, q, bought);
  // "Spending on GPU rental in Europe": what is spent on says no price.
  if (found?.cue.kind === 'price' && SPENDING_ON.test(reading.text) && !reading.entities.some(isActor))
    found = governingCue(reading, q, SPENT) ?? found;
  // "the market for rented accelerators": so is a market for it.
  if (found?.cue.kind === 'price' && MARKET_FOR.test(reading.text.slice(0, found.cue.start)))
    found = governingCue(reading, q, MARKETS) ?? found;
  if (found?.cue.kind === 'market' && !sizesMarket(reading, q, found)) found = governingCue(reading, q, COMPANY_KINDS);
  // 签订算力租赁协议，月租金2310万元，租期5年，合计13.86亿元: what the contract comes to.
  if (found?.cue.kind === 'price' && COMES_TO_HAN.test(reading.text.slice(0, q.start)))
    found = governingCue(reading, q, CONTRACTS) ?? found;
  // 微软（含融资租赁）487亿美元: what a bracket adds to the name does not govern the sum.
  if (found && (found.cue.kind === 'price' || found.cue.kind === 'commerce') && isInBracket(reading, q, found))
    found = null;
  // 移动1512亿元；电信836亿元，算力方面的投入要加22%: a word of the next clause, after a row of houses with their sums.
  if (previous?.kind === 'financial' && previous.quoteEnd > reading.start && found && isOfNextClause(reading, q, found))
    found = null;
  // "... of $3 billion in revenue, but lowered the forecast to $600 million"
  if (
    previous?.kind === 'financial' &&
    previous.quoteEnd > reading.start &&
    previous.unit === q.currency &&
    (FORECAST_TO.test(reading.text.slice(0, q.start)) || wasPlanned(reading, q))
  )
    return follow(article, reading, q, previous, null);
  const builds = isSiteSum(article, reading, q);
  const inherited = !builds && (found === null || found.cost > 60);
  // 前一段的市场，这一段的一家公司: a house named here has no part of the market told in another paragraph.
  const elsewhere =
    previous?.kind === 'market_size' &&
    !sameBlock(article, reading, previous) &&
    reading.entities.some((e) => isActor(e) && e.end <= q.start);
  if (
    inherited &&
    previous &&
    !elsewhere &&
    (previous.kind === 'financial' || previous.kind === 'market_size') &&
    endsRightAbove(article, reading, previous.quoteEnd, 3) &&
    previous.unit === q.currency
  ) {
    const own = ownCue(found);
    if (own === null) return follow(article, reading, q, previous, respective);
  }
  if (previous && countedByAnother(reading, q, found, previous)) return follow(article, reading, q, previous, null);
  const risen =
    grewTo(article, reading, q) ??
    businessWorth(reading, q) ??
    guidesTo(reading, q) ??
    cameWith(reading, q) ??
    partInList(article, reading, q, previous);
  if (risen && (found === null || found.cost > 40 || found.cue.kind === 'excluded' || found.cue.kind === 'price'))
    found = risen;
  if (guidesAgain(reading, q, found, previous) && previous && sameBlock(article, reading, previous))
    return follow(article, reading, q, previous, null);
  if (found === null || found.cost > 60 || onlySpends(reading, found))
    found = metricAbove(article, reading, q) ?? found;
  // "The first phase has cost about 10 billion kroner": what is built at such a price is invested in.
  // 已与甲(142亿美元)、乙(30亿美元)签约, 签下的大单：甲——五年3000亿美元
  if (
    (found === null || found.cost > 60) &&
    (signedDeal(article, reading, q.start) || partnersAround(reading.text, q.start))
  )
    found = { cue: { kind: 'commerce', start: q.start, end: q.start }, cost: 41 };
  const share = shareOf(reading, q, previous);
  if (share && previous) return follow(article, reading, q, previous, share);
  if (builds) found = { cue: { kind: 'investment', start: q.start, end: q.start }, cost: 41 };
  if (found === null || found.cost > 160) {
    return previous &&
      previous.kind === 'market_size' &&
      (sameBlock(article, reading, previous) || sameList(article, reading, previous))
      ? follow(article, reading, q, previous, null)
      : readUnnamedMarket(article, reading, q);
  }
  // "For the whole of 2025 it expects the market to grow to $50.9 billion.": the market just told.
  if (
    found.cue.kind === 'market' &&
    previous?.kind === 'market_size' &&
    sameBlock(article, reading, previous) &&
    !OUR_MARKET.test(reading.text) &&
    !reading.entities.some(isActor) &&
    /\b(?:the|this|that) (?:overall |total |whole )?(?:market|industry)\b/.test(reading.text)
  )
    return follow(article, reading, q, previous, null);
  // 全球市场同期为6929亿美元: of the branch whose market at home was just told.
  const region =
    found.cue.kind === 'market' && previous?.kind === 'market_size' && sameBlock(article, reading, previous)
      ? REGION_MARKET.exec(reading.text.slice(0, q.start))
      : null;
  if (region)
    return readMarket(
      article,
      reading,
      q,
      found,
      reading.original.slice(
        region.index + region[0].length - (region[1]?.length ?? 0),
        region.index + region[0].length,
      ),
    );
  if (found !== explained && (found.cue.kind !== 'market' || !MARKET_IS.test(reading.text.slice(0, q.start))))
    found = preferredMetric(reading, q, found);
  // "Spending on inference will reach ...": another part of the market just told.
  if (
    found.cue.kind === 'spend' &&
    previous?.kind === 'market_size' &&
    (sameBlock(article, reading, previous) || previous.attribution !== null) &&
    !reading.entities.some(isActor) &&
    /^(?:(?:the|its|that) (?:\w+ )?(?:firm|house|group|company|analysts?|researchers?|report) (?:\w+ )?[a-z]+s? (?:that )?)?(?:worldwide |global |total )?(?:spending|outlays?|expenditures?) on /.test(
      reading.text,
    )
  )
    return follow(article, reading, q, previous, null);
  if (
    previous?.kind === 'financial' &&
    previous.quoteEnd >= reading.start + q.end &&
    /(?:其中|of (?:which|that|this)|including)[^,，;；]{0,20}$/.test(reading.text.slice(0, q.start)) &&
    (found.cue.kind === 'commerce' ||
      found.cue.kind === 'spend' ||
      (found.cue.kind === 'investment' && previous.metric === 'capex'))
  )
    return follow(article, reading, q, previous, null);
  if (
    found.cue.kind === 'excluded' ||
    /r&d (?:spending|expenses?|investment)/.test(
      reading.text.slice(Math.max(clauseAt(reading, q.start)[0], q.start - 24), q.start),
    )
  )
    return null;
  // "GPU rental, a $3 billion business": in such sums nothing has its price.
  if (found.cue.kind === 'price') return readUnnamedMarket(article, reading, q);
  if (found.cue.kind === 'market' && found.cost > 90) return null;
  const said = subjectOfSum(article, reading, q);
  if (isStates(reading, said)) return null;
  const arm = armMeant(reading, q, found, said.slugs[0]);
  const subject: Subject = arm === null ? said : { ...said, slugs: [arm] };
  if (previous && !NAMED_HERE.has(subject.how) && partOfMarket(reading, q, found, previous))
    return OUR_MARKET.test(reading.text)
      ? readMarket(article, reading, q, found)
      : follow(article, reading, q, previous, null);
  if (
    previous?.kind === 'market_size' &&
    found.cue.kind === 'revenue' &&
    !NAMED_HERE.has(subject.how) &&
    sameBlock(article, reading, previous) &&
    ALL_REVENUE.test(reading.text)
  )
    return follow(article, reading, q, previous, null);
  if (arm === null && isMarketsSum(article, reading, q, found, subject, previous)) {
    const named = subject.how === 'clause' || subject.how === 'sentence';
    return found.cue.kind === 'market' && named && !callsItMarket(reading, found)
      ? null
      : readMarket(article, reading, q, found);
  }
  return readFinancial(
    article,
    reading,
    q,
    found,
    subject,
    respective ?? (builds ? leaderOf(article, reading) : null),
    previous,
  );
}

/** 净利润方面，中国移动以1384亿元居首…: what the sentence says it is about holds up to a metric of its own before the sum. */
function topicOfSentence(reading: Reading, q: Quantity, found: Found | null): Found | null {
  const topic = reading.cues.find((cue) => cue.start < 12 && /^方面[,，]/.test(reading.text.slice(cue.end)));
  if (!topic || !KINDS.has(topic.kind) || topic.end > q.start || (found && found.cue.end <= q.start)) return null;
  return { cue: topic, cost: 30 };
}

const NAMED_HERE: ReadonlySet<Subject['how']> = new Set(['clause', 'sentence', 'label', 'unknown']);

/** "a developer (each has $10B+ contracts) delays revenue; the forecast was lowered": what a bracket remarked does not go on. */
function inClosedBracket({ text, start }: Reading, { valueStart }: Draft, q: Quantity): boolean {
  const at = (valueStart ?? 0) - start;
  if (at <= 0) return false;
  const open = text.lastIndexOf('(', at);
  const close = open < 0 ? -1 : text.indexOf(')', open);
  return close >= at && close < q.start;
}

/** "daily revenue jumped 140% to $60,000, up from $25,000": what an app earns in a day is small, and told by how it grew. */
const grownRevenue = (reading: Reading, q: Quantity): boolean =>
  Number(q.min ?? q.max) >= 10_000 &&
  /\b(?:revenues?|sales)\b[^;]{0,90}\b(?:jump|rose|risen|climb|gr[eo]w|surg|soar|fell|fall|dropp?|slid|tripl|doubl)[a-z]*\b[^;]{0,40}\b(?:to|from) (?:about |around |just |roughly |over )?$/.test(
    reading.text.slice(0, q.start),
  );

const ownCue = (found: Found | null): Found | null => (found !== null && found.cost <= 60 ? found : null);
