import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import type { DateMention } from '../dates.ts';
import type { Draft } from '../draft.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { GUIDANCE } from './financial-status.ts';
import { clauseAround, nextFigureAt, ownClause } from './said-of.ts';
import { type Found, periodAbove, periodLed, periodOf, periodWord, TWELVE_MONTHS } from './sums.ts';

/** What is known of a sum of money when it is asked over what time it was counted. */
export interface SumDated {
  readonly metric: Announcement['metric'];
  readonly status: Announcement['status'];
  readonly date: DateMention | null;
  /** told in the sentence itself */
  readonly ownDate: DateMention | null;
  /** told for several years together */
  readonly long: boolean;
  readonly annual: boolean;
  /** counted over twelve months, whenever they ended */
  readonly twelve: boolean;
  readonly monthly: boolean;
}

/** Over what time a sum of money was counted. */
export function periodOfSum(
  article: Article,
  reading: Reading,
  q: Quantity,
  found: Found,
  told: SumDated,
): Announcement['period'] {
  const { metric, status, date, ownDate, long, annual, twelve, monthly } = told;
  const own = ownClause(reading, q);
  const [start] = clauseAt(reading, q.start);
  if (
    long ||
    (metric === 'other' &&
      (isOrder(reading, q, found) || BACKLOG.test(reading.text.slice(Math.max(0, found.cue.start - 4), found.cue.end))))
  )
    return 'total';
  if (metric !== 'other' && (RUN_RATE.test(own) || found.above?.annual === true)) return 'year';
  if (
    twelve ||
    ((ownDate?.end ?? 0) <= start && BY_THE_YEAR.test(own)) ||
    (annual && (date === null || date.grain === 'month' || date.grain === 'day'))
  )
    return 'year';
  if (metric === 'investment' && status === 'actual') return 'total';
  if (FOUR_QUARTERS.test(reading.text.slice(Math.max(0, q.start - 40), q.start))) return 'year';
  const clause = clauseAround(reading, q);
  if ((date?.grain === 'year' || date?.grain === 'fiscal') && IN_QUARTER.test(clause)) return 'quarter';
  const said =
    periodOf(date) ??
    periodLed(reading.text.slice(start, q.start)) ??
    periodWord(clause) ??
    periodWord(reading.text.slice(Math.max(0, found.cue.start - 9), found.cue.start));
  if (said) return said;
  if (date?.grain === 'day' && Number(q.min ?? q.max) < SMALL) return 'day';
  if (monthly) return 'month';
  const asAbove =
    annual ||
    (hasHan(reading.text) && metric === 'investment') ||
    (!hasHan(reading.text) && !EARNED.has(metric) && !(metric === 'capex' && status === 'actual'))
      ? null
      : periodAbove(article, reading, nextFigureAt(reading, q));
  if (asAbove) return asAbove;
  if (annual || (metric === 'capex' && GUIDANCE.test(reading.text.slice(0, q.start)))) return 'year';
  return metric === 'investment' || metric === 'other' ? 'total' : null;
}

export const RUN_RATE =
  /run[- ]rate|annuali[sz]ed|(?<!compound )\bannual (?:rate|pace)\b|\barr\b|年化|运行率|recurring revenue/;

/** Nobody reports less than this for more than a day. */
const SMALL = 1_000_000;
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
  /订单|大单|合[同约]|协议|采购|承诺|下单/.test(reading.text.slice(cue.start, cue.end)) &&
  !/[本当单上该这每首]个?(?:季|年|月)|[一二三四]季|财季|年度|期内|季内|新签|半年|全年/.test(clauseAround(reading, q));

/** "over the past twelve months", "In the first half OpenAI reached a run rate of $30B; Anthropic reached $45B": of a year, whatever time is named. */
export const ofTwelveMonths = (reading: Reading, q: Quantity, previous: Draft): boolean =>
  TWELVE_MONTHS.test(reading.text.slice(clauseAt(reading, q.start)[0], q.start)) ||
  (previous.period === 'year' &&
    previous.metric === 'revenue' &&
    (previous.valueStart ?? 0) >= reading.start &&
    RUN_RATE.test(reading.text.slice(0, q.start)) &&
    !reading.dates.some((d) => d.start > (previous.valueStart ?? 0) - reading.start && d.end <= q.start));
