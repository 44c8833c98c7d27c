import { type Anchor, contextYear, fiscalQuarter, ofYear, pad } from './date-anchor.ts';
import { readEnglishDate } from './date-english.ts';
import {
  readHanDate,
  readHanDay,
  readHanFiscal,
  readHanMonth,
  readHanPart,
  readHanStretch,
  readMonthsQuarter,
  samePeriod,
} from './date-han.ts';
import {
  type DateGroups,
  fiscalOf,
  ORDINAL,
  partAfter,
  quarterOf,
  type ReadDate,
  wide,
  yearsBack,
} from './date-parts.ts';
import { readAgo, readRelativeDate } from './date-relative.ts';

/** What a matched form says. Null where it is no date, or one that nothing anchors. */
export function readDate(text: string, g: DateGroups, anchor: Anchor): ReadDate | null {
  if (g['iso']) return { iso: g['iso'], grain: g['iso'].length > 7 ? 'day' : 'month', explicit: true };
  if (g['slash']) {
    const [year, month, day] = g['slash'].split(/[/.]/).map(Number);
    return { iso: `${year}-${pad(month ?? 1)}-${pad(day ?? 1)}`, grain: 'day', explicit: true };
  }
  if (g['dotted']) return { iso: g['dotted'].replace(/[./]/, '-'), grain: 'month', explicit: true };
  if (g['hzy'] !== undefined) return readHanDate(text, g, anchor);
  if (/财年|会计年度|财政年度/.test(text)) return readHanFiscal(g, anchor);
  if (g['hfs']) {
    const quarter = ORDINAL[g['hfsn'] ?? ''] ?? 1;
    return { iso: fiscalOf(quarter, anchor) ?? fiscalQuarter(quarter, anchor), grain: 'quarter' };
  }
  if (g['hto'] || g['hspan'] || g['hnine']) return readHanStretch(g, anchor);
  if (g['hmq']) return readMonthsQuarter(g, anchor);
  if (g['hsame']) return samePeriod(anchor);
  if (g['ensame'])
    return {
      ...yearsBack({ ...anchor, previous: partAfter(anchor.previous, Number(g['ensamey'])) }, 0),
      comparison: true,
      explicit: true,
    };
  if (g['hfm']) return readQuarterTag(g, anchor);
  if (g['yq']) return readPartOfYear(g, anchor);
  if (g['hsq']) return readHanPart(text, g, anchor);
  if (g['hmd']) return readHanMonth(g, anchor);
  if (g['hday']) return readHanDay(g, anchor);
  if (g['ennum']) return readAgo(g, anchor);
  if (g['hrel0'] || g['hrel'] || g['enrel']) return readRelativeDate(text, anchor);
  return readEnglishDate(text, g, anchor);
}

/** Q3 FY26, Q1 2026, Q2 */
function readQuarterTag(g: DateGroups, anchor: Anchor): ReadDate {
  const year = g['hfmy'] ?? g['hfmy2'];
  const quarter = Number(g['hfmq']);
  if (g['hfmfy']) return { iso: `FY${wide(g['hfmfy'])}-Q${quarter}`, grain: 'quarter', explicit: true };
  if (g['hfmf0'])
    return {
      iso: year ? `FY${wide(year)}-Q${quarter}` : fiscalQuarter(quarter, anchor),
      grain: 'quarter',
      explicit: year !== undefined,
    };
  return {
    iso: year ? `${wide(year)}-Q${quarter}` : quarterOf(quarter, anchor),
    grain: 'quarter',
    explicit: year !== undefined,
  };
}

/** 2025H1, 1H25, 3Q25, '26 Q1 */
function readPartOfYear(g: DateGroups, anchor: Anchor): ReadDate {
  const year = g['yqy'] ?? g['yqy2'] ?? g['yqy3'] ?? g['yqy4'];
  const quarter = g['yqq'] ?? g['yqq2'];
  const half = g['yqh'] ?? g['yqh2'] ?? g['yqh3'];
  const full = year === undefined ? contextYear(anchor) : Number(wide(year));
  if (g['yqf'] && full !== null) return { iso: `FY${full}-Q${quarter}`, grain: 'quarter', explicit: true };
  return quarter
    ? { iso: ofYear(full, `-Q${quarter}`), grain: 'quarter', explicit: true }
    : { iso: ofYear(full, `-H${half}`), grain: 'half', explicit: true };
}
