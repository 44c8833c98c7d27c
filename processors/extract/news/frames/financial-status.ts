import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import type { DateMention } from '../dates.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { statusOf, yearRuns } from '../status.ts';
import { hasHan } from '../text.ts';
import { isDeal, isSignedHan } from './agreed.ts';
import { isCostPut, isOwnProgramme } from './site-sums.ts';
import type { Found } from './sums.ts';
import { CAME } from './without-metric.ts';

/** What is known of a sum of money when it is asked whether it has been counted, is expected or is aimed at. */
export interface SumTold {
  readonly metric: Announcement['metric'];
  readonly date: DateMention | null;
  readonly asOf: string | null;
  /** told for several years together */
  readonly long: boolean;
  /** paid to another house */
  readonly bought: boolean;
  /** one of a list of commitments that have been signed */
  readonly signed: boolean;
}

/** Whether a sum has been counted, is expected or is aimed at. */
export function statusOfSum(
  article: Article,
  reading: Reading,
  q: Quantity,
  found: Found,
  told: SumTold,
): Announcement['status'] {
  const { metric, date, asOf, long, bought, signed } = told;
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
  return running
    ? 'forecast'
    : signed ||
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
}

/** A range is of what is expected, a deal of what is to be paid. */
export function statusInEnd(
  reading: Reading,
  q: Quantity,
  found: Found,
  status: Announcement['status'],
  metric: Announcement['metric'],
  paidByDeal: boolean,
  annual: boolean,
): Announcement['status'] {
  // 本季营收24.5亿到26亿美元: what has been counted is no range.
  const between =
    hasHan(reading.text) && status === 'actual' && q.min !== null && q.max !== null && q.min !== q.max && !annual;
  if (between && metric !== 'other') return 'forecast';
  return (paidByDeal && status === 'forecast') ||
    (metric === 'other' &&
      (status === 'actual' || (status === 'forecast' && WILL_PAY.test(reading.text.slice(0, q.start)))) &&
      (isDeal(reading, found) || (hasHan(reading.text) && isSignedHan(reading, q))))
    ? 'target'
    : status;
}

/** "Microsoft will pay Nebius $19.4 billion under the contract" */
const WILL_PAY = /\b(?:will|would|is to|are to|has to|have to) (?:pay|hand|give)\b[^,;]*$/;

export const GUIDANCE = /\b(?:guidance|outlook|forecast|projection|budget)\b/;
const sentenceAbove = (article: Article, reading: Reading): string => {
  const above = article.sentences[article.thread.above(reading.index)];
  return above?.block === reading.block ? article.folded.slice(above.start, above.end) : '';
};
const GUIDED =
  /(?:上调|调升|调高|上修|下修|下调|调降|收窄)(?:区间|[^,，。;；\d]{0,12}(?=[至到为]))?(?:[至到为]|落在)?(?:大?约)?$/;

/** "its planned investment climbs to $48 billion" */
const PLANNED = /\b(?:planned|pledged|promised|proposed) (?:[\w-]+ ){0,3}[\w-]*$|\bplans?$/;

/** A yearly capex plan is guidance, unless somebody gives his word. */
const VOWED = /target|goal|pledg|commit|promis|set aside|earmark|目标|承诺/;

const PLEDGED =
  /target|goal|\baim|pledg|set aside|earmark|\bplans?\b|planned|commit|promis|ambition|hope|\bwants? |目标|计划|规划|承诺|拟|力争|希望|宣布/;
