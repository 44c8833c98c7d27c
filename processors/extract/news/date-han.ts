import {
  type Anchor,
  anchorYear,
  contextYear,
  fiscalQuarter,
  nearestYear,
  ofYear,
  pad,
  quarterYear,
  shiftMonths,
} from './date-anchor.ts';
import {
  type DateGroups,
  ORDINAL,
  partAfter,
  quarterOf,
  type ReadDate,
  readSpan,
  wide,
  yearsBack,
} from './date-parts.ts';
import { readHanNumeral } from './numbers.ts';

const HAN_YEARS: Readonly<Record<string, number>> = { 今: 0, 本: 0, 当: 0, 同: 0, 去: -1, 前: -2, 明: 1 };
const readHanYear = (text: string, anchor: Anchor): number | null => {
  if (/^\d+$/.test(text)) return Number(wide(text));
  const year = text === '同' || text === '当' ? contextYear(anchor) : anchorYear(anchor);
  return year === null ? null : year + (HAN_YEARS[text] ?? 0);
};

export function readHanDate(text: string, g: DateGroups, anchor: Anchor): ReadDate | null {
  const year = readHanYear(g['hzy'] ?? '', anchor);
  const explicit = /^\d/.test(g['hzy'] ?? '');
  const quarter = g['hzq'] ?? g['hzq2'];
  if (g['hzd'])
    return { iso: ofYear(year, `-${pad(Number(g['hzm']))}-${pad(Number(g['hzd']))}`), grain: 'day', explicit };
  if (g['hzm']) return { iso: ofYear(year, `-${pad(Number(g['hzm']))}`), grain: 'month', explicit };
  if (quarter) return { iso: ofYear(year, `-Q${ORDINAL[quarter] ?? 1}`), grain: 'quarter', explicit };
  if (g['hzh']) return { iso: ofYear(year, g['hzh'] === '上' ? '-H1' : '-H2'), grain: 'half', explicit };
  if (g['hzhalf2']) return { iso: ofYear(year, `-${g['hzhalf2'].toUpperCase()}`), grain: 'half', explicit };
  if (g['hzend']) return { iso: ofYear(year, '-12'), grain: 'month', explicit };
  if (g['hzbegin']) return { iso: ofYear(year, '-01'), grain: 'month', explicit };
  if (g['hzsame'])
    return { ...yearsBack({ ...anchor, previous: partAfter(anchor.previous, year) }, 0), comparison: true, explicit };
  if (/^同/.test(text)) return null;
  return { iso: ofYear(year, ''), grain: 'year', explicit };
}

/** 2026财年第三财季, 财年第四季 */
export function readHanFiscal(g: DateGroups, anchor: Anchor): ReadDate | null {
  const year = g['hfy'] ? wide(g['hfy']) : null;
  const quarter = g['hfq'] ? (ORDINAL[g['hfq']] ?? 1) : g['hfq2'] ? Number(g['hfq2']) : null;
  // 财年第四季
  if (year === null) return quarter === null ? null : { iso: fiscalQuarter(quarter, anchor), grain: 'quarter' };
  const part = quarter !== null ? `-Q${quarter}` : g['hfh'] ? (g['hfh'] === '上' ? '-H1' : '-H2') : '';
  return {
    iso: `FY${year}${part}`,
    grain: quarter !== null ? 'quarter' : g['hfh'] ? 'half' : 'fiscal',
    explicit: true,
  };
}

/** 截至3月31日止三个月, 1-6月, 前三季度: stretches told by their months. Nine months stand for their year. */
export function readHanStretch(g: DateGroups, anchor: Anchor): ReadDate | null {
  if (g['hnine']) {
    const months = g['hninem'] ? Number(readHanNumeral(g['hninem']) ?? g['hninem']) : 9;
    const year = quarterYear(Math.ceil(months / 3), anchor);
    return year === null ? null : { ...readSpan(1, months, String(year)), explicit: false };
  }
  const last = Number(g['htom'] ?? g['hspb']);
  const stated = g['htoy'] ?? g['hspy'];
  const year = stated ? readHanYear(stated, anchor) : quarterYear(Math.ceil(last / 3), anchor);
  if (year === null) return null;
  const explicit = stated !== undefined && /\d/.test(stated);
  const length = /三个月|季/.test(g['hton'] ?? '')
    ? 3
    : /六|半/.test(g['hton'] ?? '')
      ? 6
      : /九/.test(g['hton'] ?? '')
        ? 9
        : 12;
  if (g['hspan']) return { ...readSpan(Number(g['hspa']), last, String(year)), explicit };
  // 2026财年第三财季 … 截至10月26日的三个月: the same quarter again.
  if (length === 3 && last % 3 !== 0 && /^FY\d{4}-Q/.test(anchor.previous ?? ''))
    return { iso: anchor.previous ?? '', grain: 'quarter', explicit };
  if (length === 12 && last !== 12) return { iso: `FY${year}`, grain: 'fiscal', explicit };
  return { ...readSpan(last - length + 1, last, String(year)), explicit };
}

/** 三季度, 上半年, 全年, 一季报 */
export function readHanPart(text: string, g: DateGroups, anchor: Anchor): ReadDate {
  const quarter = g['hsqn'];
  if (quarter)
    return {
      iso: quarterOf(ORDINAL[quarter] ?? 1, anchor),
      grain: 'quarter',
    };
  if (/季报/.test(text))
    return { iso: ofYear(contextYear(anchor), `-Q${ORDINAL[text[0] ?? ''] ?? 1}`), grain: 'quarter' };
  const fiscal = /^FY\d{4}/.exec(anchor.previous ?? '')?.[0];
  if (text === '全年' && fiscal) return { iso: fiscal, grain: 'fiscal' };
  // 二月的业绩快报：全年营收…: of the year that has ended.
  const ended =
    anchor.past &&
    !/-|FY/.test(anchor.previous ?? '') &&
    anchorYear(anchor) === contextYear(anchor) &&
    Number(anchor.published?.slice(5, 7) ?? 12) <= 4;
  if (text === '全年' && ended) return { iso: ofYear((contextYear(anchor) ?? 0) - 1, ''), grain: 'year' };
  // An annual report is of a year that is over.
  if (text === '年报') return { iso: ofYear(yearReported(anchor), ''), grain: 'year' };
  if (text === '全年') return { iso: ofYear(contextYear(anchor), ''), grain: 'year' };
  return { iso: ofYear(contextYear(anchor), g['hshn'] === '下' ? '-H2' : '-H1'), grain: 'half' };
}

/** 4月18日, 4月 */
export function readHanMonth(g: DateGroups, anchor: Anchor): ReadDate {
  const month = Number(g['hmm']);
  const year = nearestYear(month, anchor);
  return g['hmday']
    ? { iso: ofYear(year, `-${pad(month)}-${pad(Number(g['hmday']))}`), grain: 'day' }
    : { iso: ofYear(year, `-${pad(month)}`), grain: 'month' };
}

/** 下月1日, 同月22日, 25日: a day of the month spoken of, or of the news; of the month before where it would still be to come. */
export function readHanDay(g: DateGroups, anchor: Anchor): ReadDate | null {
  const day = Number(g['hdayd']);
  const which = g['hdaym'] ?? '';
  const spokenOf = /^\d{4}-\d\d/.exec(anchor.previous ?? '')?.[0] ?? null;
  const ofNews = shiftMonths(anchor, which === '上' ? -1 : which === '下' ? 1 : 0);
  const told = /[当同]/.test(which) || (which === '' && (anchor.local || ofNews === null));
  const month = told ? (spokenOf ?? ofNews) : ofNews;
  if (month === null) return null;
  const still = which === '' && month === ofNews && !anchor.coming && day > Number(anchor.published?.slice(8, 10)) + 1;
  return { iso: `${still ? shiftMonths(anchor, -1) : month}-${pad(day)}`, grain: 'day' };
}

/** 同期: the period spoken of before. */
export function samePeriod(anchor: Anchor): ReadDate | null {
  return anchor.previous?.includes('-') ? { ...yearsBack(anchor, 0), comparison: false } : null;
}

/** 六月季, 2025年9月季度: the quarter that ends with the month. */
export function readMonthsQuarter(g: DateGroups, anchor: Anchor): ReadDate {
  const month = Number(readHanNumeral(g['hmqm'] ?? '') ?? g['hmqm']);
  const year = g['hmqy'] ? Number(g['hmqy']) : quarterYear(month / 3, anchor);
  return { iso: ofYear(year, `-Q${month / 3}`), grain: 'quarter', explicit: g['hmqy'] !== undefined };
}

/** The year that the text speaks of, unless it still runs. */
function yearReported(anchor: Anchor): number | null {
  const year = contextYear(anchor);
  return year !== null && String(year) === anchor.published?.slice(0, 4) ? year - 1 : year;
}
