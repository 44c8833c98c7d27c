import {
  type Anchor,
  anchorYear,
  contextYear,
  fiscalQuarter,
  nearestYear,
  ofYear,
  pad,
  quarterYear,
} from './date-anchor.ts';
import { type DateGroups, ORDINAL, type ReadDate, readSpan, wide } from './date-parts.ts';

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
const MONTH_NAME = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
/** The number of the month that a stretch of text begins with; 0 for none. */
export const monthOf = (text: string): number => MONTHS[MONTH_NAME.exec(text)?.[1] ?? ''] ?? 0;

/** "exited the year with" in January: the year that is over. */
const justOver = (said: string, anchor: Anchor): boolean =>
  said !== 'this year' &&
  !anchor.later &&
  !anchor.ahead &&
  anchor.published !== null &&
  anchor.published.slice(5, 7) <= '03';

/** The year of a half without one: in early spring the first half that is told of is last year's. */
const halfYear = (half: string, anchor: Anchor): number | null => {
  const year = contextYear(anchor);
  return half === 'H1' &&
    year !== null &&
    !anchor.local &&
    !anchor.coming &&
    anchor.published?.startsWith(String(year)) &&
    Number(anchor.published.slice(5, 7)) <= 4
    ? year - 1
    : year;
};

/** A date in English words. */
export function readEnglishDate(text: string, g: DateGroups, anchor: Anchor): ReadDate | null {
  if (g['enfq']) {
    const quarter = ORDINAL[g['enfqo'] ?? ''] ?? 1;
    if (g['enfqf'] || g['enfqb'])
      return {
        iso: g['enfqy'] ? `FY${g['enfqy']}-Q${quarter}` : fiscalQuarter(quarter, anchor),
        grain: 'quarter',
        explicit: g['enfqy'] !== undefined,
      };
    return {
      iso: ofYear(g['enfqy'] ? Number(g['enfqy']) : quarterYear(quarter, anchor), `-Q${quarter}`),
      grain: 'quarter',
      explicit: g['enfqy'] !== undefined,
    };
  }
  if (g['enh']) {
    const half = /first|1st/.test(g['enho'] ?? '') ? 'H1' : 'H2';
    const [told, now] = [g['enhl'], anchorYear(anchor)];
    const said = told && now !== null ? now + (told === 'last' ? -1 : told === 'next' ? 1 : 0) : null;
    return {
      iso: ofYear(g['enhy'] ? Number(g['enhy']) : (said ?? halfYear(half, anchor)), `-${half}`),
      grain: 'half',
      explicit: g['enhy'] !== undefined,
    };
  }
  if (g['enfy']) {
    const quarter = g['enfyq']?.[1] ?? g['enfyq2'] ?? ORDINAL[g['enfyo'] ?? ''];
    const year = `FY${wide(g['enfyy'] ?? '')}`;
    return { iso: quarter ? `${year}-Q${quarter}` : year, grain: quarter ? 'quarter' : 'fiscal', explicit: true };
  }
  if (g['enfiscq']) {
    const quarter = ORDINAL[g['enfiscqo'] ?? ''] ?? 1;
    const year = g['enfiscqy'];
    return {
      iso: year ? `FY${year}-Q${quarter}` : fiscalQuarter(quarter, anchor),
      grain: 'quarter',
      explicit: year !== undefined,
    };
  }
  if (g['enqend'] || g['enmq']) {
    const quarter = Math.ceil(monthOf(g['enqendm'] ?? g['enmqm'] ?? text.slice(-9)) / 3);
    const year = g['enqendy'] ?? g['enmqy'];
    return {
      iso: ofYear(year ? Number(year) : quarterYear(quarter, anchor), `-Q${quarter}`),
      grain: 'quarter',
      explicit: year !== undefined,
    };
  }
  if (g['enfirst']) {
    const part = { three: '-Q1', six: '-H1' }[g['enfirstn'] ?? ''] ?? '';
    return {
      iso: ofYear(g['enfirsty'] ? Number(g['enfirsty']) : contextYear(anchor), part),
      grain: part === '-Q1' ? 'quarter' : part === '-H1' ? 'half' : 'year',
      explicit: g['enfirsty'] !== undefined,
    };
  }
  if (g['ensix']) {
    const month = monthOf(g['ensixm'] ?? '');
    const year = g['ensixy'] ? Number(g['ensixy']) : nearestYear(month, anchor);
    const length = { six: 6, three: 3, twelve: 12 }[g['ensixn'] ?? ''] ?? 12;
    return year === null ? null : readSpan(month - length + 1, month, String(year));
  }
  if (g['enlfy']) {
    const month = Number(anchor.published?.slice(5, 7) ?? 12);
    const year = anchorYear(anchor);
    return year === null ? null : { iso: `FY${month >= 6 ? year : year - 1}`, grain: 'fiscal' };
  }
  if (g['enbeta']) {
    const last = monthOf(g['enbetb'] ?? '');
    const year = anchor.later || anchor.coming ? anchorYear(anchor) : quarterYear(Math.ceil(last / 3), anchor);
    return year === null ? null : { ...readSpan(monthOf(g['enbeta']), last, String(year)), explicit: false };
  }
  if (g['enspan']) return readSpan(monthOf(g['enspana'] ?? ''), monthOf(g['enspanb'] ?? ''), g['enspany'] ?? '');
  if (g['enmdy'] || g['endmy']) {
    const month = monthOf(text);
    const day = Number(/(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0]);
    const year = g['enmdyy'] ?? g['endmyy'];
    if (!month || !day || day > 31) return null;
    return {
      iso: ofYear(year ? Number(year) : nearestYear(month, anchor), `-${pad(month)}-${pad(day)}`),
      grain: 'day',
      explicit: year !== undefined,
    };
  }
  if (g['enmy'])
    return { iso: `${wide(g['enmyy'] ?? '')}-${pad(monthOf(g['enmym'] ?? ''))}`, grain: 'month', explicit: true };
  if (g['enm']) {
    const month = monthOf(g['enmm'] ?? '');
    // "December of that year", "the following March": read against the year spoken of.
    if (g['enmthat'] || (anchor.following && anchor.previous !== null)) {
      const year = contextYear(anchor);
      return { iso: ofYear(year === null || g['enmthat'] ? year : year + 1, `-${pad(month)}`), grain: 'month' };
    }
    const nearest = nearestYear(month, anchor);
    // "last October" is behind us, whatever month is nearest.
    const past =
      anchor.past &&
      nearest !== null &&
      anchor.published !== null &&
      `${nearest}-${pad(month)}` >= anchor.published.slice(0, 7);
    return { iso: ofYear(past ? nearest - 1 : nearest, `-${pad(month)}`), grain: 'month' };
  }
  if (g['enend']) {
    const said = g['enendy'] ?? g['enendy2'] ?? '';
    const step = said === 'next year' ? 1 : said === 'last year' || justOver(said, anchor) ? -1 : 0;
    // "For 2026 it guides to a run rate of $8 billion at year-end"
    const told = anchor.local && (said === '' || said === 'year') ? contextYear(anchor) : null;
    const year = /^\d/.test(said) ? Number(said) : (told ?? (anchorYear(anchor) ?? Number.NaN) + step);
    if (g['enendy'] === 'the decade') return { iso: '2030', grain: 'year' };
    return Number.isNaN(year) ? null : { iso: `${year}-12`, grain: 'month', explicit: /^\d/.test(said) };
  }
  if (g['enyears']) return { iso: g['enyearsd'] ?? null, grain: 'year', explicit: true };
  // "2025-26": a stretch of years is dated by its end.
  if (g['year'])
    return {
      iso:
        g['yend'] && Number(g['yend']) > Number(g['yy']?.slice(2))
          ? `${g['yy']?.slice(0, 2)}${g['yend']}`
          : (g['yy'] ?? null),
      grain: 'year',
      explicit: true,
    };
  return null;
}
