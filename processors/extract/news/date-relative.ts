import { type Anchor, anchorYear, contextYear, lastQuarter, ofYear, shiftMonths, thisQuarter } from './date-anchor.ts';
import { type DateGroups, type ReadDate, yearsBack } from './date-parts.ts';
import { readWeekday } from './date-weekday.ts';

const COUNT: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  eighteen: 18,
};
const MONTHS_OF: Readonly<Record<string, number>> = { months: 1, quarter: 3, quarters: 3, years: 12 };

/** "six months ago", "eight quarters earlier", "twelve months before": so long before the period named last, or the day of the news. */
export function readAgo(g: DateGroups, anchor: Anchor): ReadDate | null {
  // "Nine months ago it served" tells when, "nine months earlier" what it is compared with.
  const comparison = g['ennumw'] !== 'ago';
  const back = (COUNT[g['ennumn'] ?? ''] ?? Number(g['ennumn'])) * (MONTHS_OF[g['ennumu'] ?? ''] ?? 12);
  if (g['ennumu'] === 'years') {
    const year = anchorYear(anchor);
    return { iso: ofYear(year === null ? null : year - back / 12, ''), grain: 'year', comparison };
  }
  if (back === 12) return { ...yearsBack(anchor, 1), comparison };
  // A quarter before 30 September is the second.
  const previous = anchor.previous?.replace(
    /-(\d\d)(?:-\d\d)?$/,
    (_, month: string) => `-Q${Math.ceil(Number(month) / 3)}`,
  );
  const quarter =
    g['ennumu']?.startsWith('quarter') || /-Q/.test(anchor.previous ?? '')
      ? /^(FY)?(\d{4})-Q([1-4])$/.exec(previous ?? '')
      : null;
  if (quarter && back % 3 === 0) {
    const index = Number(quarter[2]) * 4 + Number(quarter[3]) - 1 - back / 3;
    return {
      iso: `${quarter[1] ?? ''}${Math.floor(index / 4)}-Q${(index % 4) + 1}`,
      grain: 'quarter',
      comparison,
    };
  }
  return { iso: shiftMonths(anchor, -back), grain: 'month', comparison };
}

/** "last quarter", 去年同期, 年底: a date told from the day of the news or from the date before. */
export function readRelativeDate(text: string, anchor: Anchor): ReadDate | null {
  if (text === '同比') return null;
  if (/two years|两年前/.test(text)) {
    const year = anchorYear(anchor);
    return { iso: ofYear(year === null ? null : year - 2, ''), grain: 'year', comparison: true };
  }
  // "480 trillion in April 2024 and twice as much a year later"
  if (/year later/.test(text)) {
    const then = /^(\d{4})(.*)$/.exec(anchor.previous ?? '');
    return then ? { iso: `${Number(then[1]) + 1}${then[2]}`, grain: then[2] === '' ? 'year' : 'month' } : null;
  }
  if (/同期|一年前|same|year (?:ago|earlier|before|prior)|year[- ](?:earlier|ago)|prior year|previous year/.test(text))
    return yearsBack(anchor, 1);
  const day = readWeekday(text, anchor);
  if (day) return { iso: day, grain: 'day' };
  const year = anchorYear(anchor);
  if (/去年年?底/.test(text)) return { iso: ofYear(year === null ? null : year - 1, '-12'), grain: 'month' };
  if (/last year|去年/.test(text)) return { iso: ofYear(year === null ? null : year - 1, ''), grain: 'year' };
  if (/^(?:上一?|前一)年/.test(text)) return yearsBack(anchor, 1);
  if (/前年/.test(text)) return { iso: ofYear(year === null ? null : year - 2, ''), grain: 'year' };
  if (/next year|明年/.test(text)) return { iso: ofYear(year === null ? null : year + 1, ''), grain: 'year' };
  if (/后年/.test(text)) return { iso: ofYear(year === null ? null : year + 2, ''), grain: 'year' };
  if (/(?:fiscal|financial) year/.test(text)) {
    const named = /^FY\d{4}/.exec(anchor.previous ?? '');
    const month = Number(anchor.published?.slice(5, 7) ?? 1);
    return {
      iso: named?.[0] ?? (year === null ? null : `FY${month >= 6 ? year + 1 : year}`),
      grain: 'fiscal',
    };
  }
  // "expects $6 billion for the year": the one that runs.
  if (text === 'the year' && !/^FY/.test(anchor.previous ?? '')) {
    const said = contextYear(anchor);
    return {
      iso: ofYear(anchor.later || anchor.ahead || (year !== null && said !== null && said > year) ? year : said, ''),
      grain: 'year',
    };
  }
  // "for the full year" in a report on a fiscal quarter
  const fiscal =
    /(?:full|whole|entire)[ -]year|current year|^the year$/.test(text) && /^FY\d{4}/.exec(anchor.previous ?? '');
  if (fiscal) return { iso: fiscal[0], grain: 'fiscal' };
  if (/(?:full|whole|entire)[ -]year/.test(text)) return { iso: ofYear(contextYear(anchor), ''), grain: 'year' };
  if (/this year|current year|今年/.test(text)) return { iso: ofYear(year, ''), grain: 'year' };
  if (text === '年内') return { iso: ofYear(contextYear(anchor), ''), grain: 'year' };
  if (/年初/.test(text)) return { iso: ofYear(contextYear(anchor), '-01'), grain: 'month' };
  if (/年[底末]/.test(text)) return { iso: ofYear(contextYear(anchor), '-12'), grain: 'month' };
  if (/last (?:full |reported )?quarter|previous quarter|prior quarter|上一?个?季/.test(text))
    return { iso: lastQuarter(anchor) ?? quarterBeside(anchor.previous, -1), grain: 'quarter' };
  if (/[本该单当]季/.test(text) && /Q\d/.test(anchor.previous ?? '')) return { iso: anchor.previous, grain: 'quarter' };
  if (/[该单]季/.test(text)) return null;
  const next = /下一?个?季/.test(text) ? quarterBeside(anchor.previous, 1) : null;
  if (next !== null) return { iso: next, grain: 'quarter' };
  if (/(?:this|current|next) quarter|[本下]一?个?季/.test(text))
    return { iso: thisQuarter(anchor, /next|下/.test(text) ? 1 : 0), grain: 'quarter' };
  if (/quarter|季/.test(text))
    return {
      iso: anchor.previous !== null && /Q/.test(anchor.previous) ? anchor.previous : lastQuarter(anchor),
      grain: 'quarter',
    };
  if (/last month|上个?月/.test(text)) return { iso: shiftMonths(anchor, -1), grain: 'month' };
  if (/next month|下个?月/.test(text)) return { iso: shiftMonths(anchor, 1), grain: 'month' };
  if (/当月/.test(text) && anchor.previous !== null && /^\d{4}-\d{2}/.test(anchor.previous))
    return { iso: anchor.previous.slice(0, 7), grain: 'month' };
  if (/month|月/.test(text)) return { iso: shiftMonths(anchor, 0), grain: 'month' };
  if (/today|this (?:morning|afternoon|evening)|今[日天早晚晨]|今起|即[日刻时]|immediately/.test(text))
    return { iso: anchor.published, grain: 'day' };
  if (/日前|近日|week|周/.test(text)) return { iso: shiftMonths(anchor, 0), grain: 'month' };
  return null;
}

/** 一季度亏4亿元，上季度亏2亿；下季指引: the quarter before, or behind, the one spoken of. */
function quarterBeside(iso: string | null, by: 1 | -1): string | null {
  const quarter = /^((?:FY)?)(\d{4})-Q([1-4])$/.exec(iso ?? '');
  if (!quarter) return null;
  const index = Number(quarter[2]) * 4 + Number(quarter[3]) - 1 + by;
  return `${quarter[1]}${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}
