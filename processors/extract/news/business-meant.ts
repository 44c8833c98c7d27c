import type { Draft } from './draft.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { hasHan } from './text.ts';

type Metric = NonNullable<Draft['metric']>;

/** A metric and whose or when it is, and no more. */
const BARE =
  /^(?:(?:its|the|total|annual|annuali[sz]ed|quarterly|monthly|group|full-year|q[1-4]|h[12]|20\d\d|fy\d+|(?:first|second|third|fourth)-quarter|run-rate|recurring) ?)*(?:revenues?|sales|turnover|arr|run[- ]rate|rate)(?: run[- ]rate)?$|^(?:年化|总|單季|单季|季度|年度|全年|营业|營業|经常性)*(?:收入|营收|營收|arr)$/i;
/** Words of a metric: no sum of another metric is of it. */
const OTHER: Readonly<Record<Metric, RegExp | null>> = {
  revenue:
    /\b(?:(?:operating|net) (?:income|profits?|loss)|capital (?:spending|expenditures?)|capex|backlog|performance obligations|cash flow)$|^(?:毛利|净利润?|營業利益|经营利润|资本开支|资本支出)$/i,
  capex: /\b(?:cash flow|revenues?|sales|operating income|net income|backlog)$/i,
  net_income: /\b(?:operating (?:income|profit|loss)|revenues?|sales|capex|capital expenditures?)$/i,
  operating_profit: /\b(?:revenues?|sales|net (?:income|profit|loss)|capex|capital expenditures?)$/i,
  other:
    /^(?:(?:q[1-4]|total|full-year) )?(?:revenues?|sales|(?:net|operating) (?:income|profit)|capex|capital (?:spending|expenditures?))$|^(?:资本开支|资本支出|净利润|营收|收入)$/i,
  investment: null,
};

/** True where the words name another metric than the one the sum is of. */
export const isOtherMetric = (metric: Draft['metric'], phrase: string): boolean =>
  metric != null && (OTHER[metric]?.test(phrase) ?? false);

/** True where the words are no more than the metric. */
export const isBareMetric = (phrase: string): boolean => BARE.test(phrase);

const PART =
  '(?:business|segment|unit|arm|division|group|clouds?|silicon|chips|workloads|products|services|processors|accelerators)';
const NO_WORD = '(?!(?:the|its|their|our|his|her|a|an|of|in|that|this|said|says|and|from|with|call|whole|as)\\b)';
/** "the chips business now runs above", "its home-made chips, Graviton and Trainium, now bring in": the part of a house that earns. */
const EARNS = new RegExp(
  `(?<![\\w'’])((?:${NO_WORD}[a-z][\\w&/'’.-]* ){0,3}${PART})(?: built on [a-z]+)?(?:, [^,;]{2,60},)?(?: (?:has|have|now|alone|also|already|itself|by itself|is|are|was|were|be|should|will|would|to))* (?:selling|sells?|sold|at|runs?|running|accounts?|accounted|brings?|brought|bringing|takes?|took|earns?|earned|makes?|made|generates?|generated|contributed|contributes|reach(?:es|ed)?|hits?|passed|posted|booked|grew|grow|set to|expected to|comes?|came|turned|left)\\b`,
  'g',
);
/** "the annualised run rate of its AI cloud", "in quarterly revenue from GPU workloads": the part the metric is of. */
const OF_PART = new RegExp(
  `\\b(?:revenues?|sales|run[- ]rate|arr|turnover) (?:of|from|at|in) (?:its |the |their )?((?:[a-z][\\w&/'’-]* ){0,3}(?:${PART}))\\b`,
);
const HAN_PART =
  /^[ *"“]*(?:其中|而|另外)?([\u4e00-\u9fffa-z\d ]{1,10}(?:业务|应用|板块|分部|平台|(?:营销|云|增值|企业|金融)服务))(?=[,，]|(?:仍)?是(?:主力|大头)|[走涨增]得|[,，]?含)/;

/** The part of a house that a sum is of, where its words are no more than the metric, or another one; null where no part is told. */
export function partMeant({ text, original }: Reading, q: Quantity): string | null {
  if (hasHan(text)) {
    const clause = text.slice(
      Math.max(text.lastIndexOf('；', q.start), text.lastIndexOf('。', q.start), text.lastIndexOf(';', q.start)) + 1,
      q.start,
    );
    const part = HAN_PART.exec(clause)?.[1];
    const at = part === undefined ? -1 : text.indexOf(part, q.start - clause.length);
    return part === undefined || at < 0 ? null : original.slice(at, at + part.length);
  }
  const from = Math.max(0, q.start - REACH);
  let found: string | null = null;
  for (const match of text.slice(from, q.start).matchAll(EARNS))
    if (match[1] !== undefined && !/;|\. /.test(text.slice(from + match.index, q.start)))
      found = original.slice(from + match.index, from + match.index + match[1].length);
  if (found !== null) return found;
  const of = OF_PART.exec(text.slice(from, q.end + 60));
  if (!of?.[1]) return null;
  const at = from + of.index + of[0].length - of[1].length;
  return original.slice(at, at + of[1].length);
}
const REACH = 200;
