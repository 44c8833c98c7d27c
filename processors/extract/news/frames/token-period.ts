import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import { openingOfItem } from '../list-opening.ts';
import type { Reading } from '../reading.ts';
import { matches } from '../text.ts';

const PERIODS: readonly (readonly [RegExp, Announcement['period']])[] = [
  [/\b(?:per|a|each|every) minute\b|\/ ?min|每分钟|\b(?:per|a|each|every) second\b|每秒|\btp[ms]\b/, null],
  [
    /\bdaily\b|\b(?:per|a|each|every|single|one|in a|average|typical) (?:week|working |business |trading |calendar )?day\b|\b(?:every|each|per|in) (?:24|twenty-four) hours\b|\/ ?d(?:ay)?\b|a-day|日均|每日|每天|\/ ?[日天](?!志)|单日|日耗|日调用|日处理|一天|天均|日消耗|日用量|日流量|日吞吐|日token/,
    'day',
  ],
  [
    /\b(?:of the|per) week\b|\bweek (?:ending|ended|of|to|through)\b|\bweekly\b|\b(?:per|a|each|every|single|one|in a|last|past|this) week\b|\/ ?w(?:ee)?k\b|\b(?:in|during|for|over) the (?:\w+ )?week\b|seven days|周榜|\/ ?周(?!末)|周均|每周|单周|(?<![个每两三几\d])第[一二三四五1-5] ?周(?![年岁期])|一周|周调用|周消耗|周处理|周用量|周流量|按周|周token|(?:本周|上周|当周)(?!的?[^,，。;；\d]{0,8}(?:[财季年半]报|大会|报告|发布|公布|披露|会上|公告))|七天/,
    'week',
  ],
  [
    /\bmonthly\b|\b(?:per|a|each|every|single|one|in a|last) month\b|\b(?:in|during|for|over) the month\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:alone|saw|brought)\b|\/ ?mo(?:nth)?\b|月均|\/ ?月(?![\d初底末])|每月|单月|当月|一个月|(?<!\d)月(?:调用|处理|消耗|使用|用量)|月(?:token|词元)|\d{1,2} ?月份?(?:的|在|全球|全国|国内|全平台|平台)*(?:总|累计)?(?:token|词元) ?总?(?:调用|处理|消耗|使用|用量)|首月|(?:单是|仅|光)(?:今年|去年)?\d{1,2}月|月度/,
    'month',
  ],
  [
    /\bquarterly\b|\b(?:per|a|each|every|in the|one|a single|last|this|first|second|third|fourth) quarter\b|\b(?:in|for|during) q[1-4]\b|\/ ?quarter\b|季度|当季|单季/,
    'quarter',
  ],
  [/\b(?:in|over|during|for) the (?:first |second |latest )?half\b|\bhalf-year\b/, 'half'],
  [
    /\bannual(?:ly)?\b|(?<!\b(?:end|start|beginning|close|middle) of )\b(?:per|a|each|every|in a|last|this|full) year\b(?! (?:ago|earlier|before|later|on|after|from now|the|it|they|we|he|she)\b)|\/ ?y(?:ea)?r\b|\b(?:in|over) the (?:fiscal )?year\b|全年|年均|每年|(?<![这那去近前])一年(?![前来间半多])|年度|(?<![比较])(?:20\d\d ?年|去年)(?!来|前|同|年?[底初末]| ?\d{1,2} ?(?:[至到~—–-] ?\d{1,2} ?)?月| ?[上下]半年| ?第?[一二三四]季)/,
    'year',
  ],
  [
    /\bcumulative(?:ly)?\b|\bin total\b|to date|so far|all[- ]time|since (?:its |the |their )?(?:launch|debut|release)\b|累计|总计/,
    'total',
  ],
];

/** "daily token calls are to climb to 120 trillion this year": what is counted by the day, whatever year it is reached in. */
const COUNTED_BY =
  /.*\b(dai|week|month|quarter)ly(?: average| mean)? (?:[a-z-]+ ){0,2}?(?:tokens?|calls|usage|volumes?|consumption|traffic|throughput)\b/;
const BY_THE_DAY = /(?:日均|每[天日])[^,，。;；、（()）]*$/;
const BY_ITSELF = /^ ?(?:tokens?|词元)? ?(?:\/|每|(?:a|an|per|each|every|in one|in a) )/;

/** The period that the noun of a volume is counted by, wherever it stands before the figure; undefined where the figure names one itself, or no noun does. */
export function periodOfNoun(text: string, start: number, end: number): Announcement['period'] | undefined {
  // 日均消耗从一季度的4.2万亿涨到9.7万亿: counted by the day, in whatever quarter.
  if (BY_THE_DAY.test(text.slice(0, start)) && !BY_ITSELF.test(text.slice(end))) return 'day';
  const by = text.includes('ly') ? COUNTED_BY.exec(text.slice(0, start))?.[1] : undefined;
  if (by === undefined || BY_ITSELF.test(text.slice(end))) return undefined;
  return by === 'dai' ? 'day' : by === 'week' ? 'week' : by === 'month' ? 'month' : 'quarter';
}

/** The period a volume is counted over, nearest words first; undefined where none is named. */
export function periodNear(text: string, start: number, end: number): Announcement['period'] | undefined {
  // 月度约10.1万亿tokens（日均5590亿）: what a bracket counts is another figure.
  const behind = (/^[^,，;；。]{0,28}/.exec(text.slice(end))?.[0] ?? '').replace(/[(（][^()（）]*\d.*$/, '');
  return (
    firstPeriod(behind) ??
    lastPeriod(text.slice(Math.max(0, start - 40), end)) ??
    firstPeriod(text.slice(end, end + 60)) ??
    lastPeriod(text.slice(0, start)) ??
    firstPeriod(text.slice(end)) ??
    (/\bin 20\d\d\b/.test(text) ? { at: 0, period: 'year' as const } : undefined)
  )?.period;
}

const ANY_PERIOD = new RegExp(PERIODS.map(([pattern]) => pattern.source).join('|'));
const EVERYWHERE = new Map(PERIODS.map(([pattern]) => [pattern, new RegExp(pattern, 'g')]));

interface Named {
  readonly at: number;
  readonly period: Announcement['period'];
}
const pick = (
  text: string,
  at: (pattern: RegExp) => number,
  better: (a: number, b: number) => boolean,
): Named | undefined => {
  let best: Named | undefined;
  if (text === '' || !ANY_PERIOD.test(text)) return best;
  for (const [pattern, period] of PERIODS) {
    const found = at(pattern);
    if (found >= 0 && (best === undefined || better(found, best.at))) best = { at: found, period };
  }
  return best;
};
const firstPeriod = (text: string): Named | undefined =>
  pick(
    text,
    (p) => text.search(p),
    (a, b) => a < b,
  );
/** The period a stretch of text names last. */
export const lastPeriod = (text: string): Named | undefined =>
  pick(
    text,
    (p) => matches(EVERYWHERE.get(p) ?? p, text).at(-1)?.index ?? -1,
    (a, b) => a > b,
  );

/** "Top models, week ending 8 November", over the items of a list; the title of a digest. Undefined where neither names one. */
export function periodOfList(article: Article, reading: Reading): Announcement['period'] | undefined {
  const opening = openingOfItem(article, reading.index);
  if (opening === undefined) return undefined;
  const named = opening === null ? undefined : lastPeriod(opening.text);
  return (named ?? lastPeriod(article.titleText))?.period;
}
