import {
  type Anchor,
  anchorYear,
  contextYear,
  fiscalQuarter,
  lastQuarter,
  nearestYear,
  ofYear,
  pad,
  quarterYear,
  shiftMonths,
  thisQuarter,
} from './date-anchor.ts';
import { dateMatches, groupsOf, HAN_ONLY, LATIN_ONLY, MIXED } from './date-forms.ts';
import { readHanNumeral } from './numbers.ts';
import { hasHan } from './text.ts';

/** A point or stretch of time that a text names. Offsets are into the sentence. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  /** Partial ISO: 2026, 2026-04, 2026-04-18, 2025-Q3, 2025-H1, FY2025. */
  readonly iso: string;
  readonly grain: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'fiscal';
  /** True for "from", "starting", "effective", 自…起: when something begins to hold. */
  readonly begins: boolean;
  /** True for "a year earlier", 去年同期: the period a figure is compared with. */
  readonly comparison: boolean;
  /** True for "on Wednesday", 昨日, 近日: the day of the news, not the period of a figure. */
  readonly newsDay: boolean;
  /** True where the text says the year itself, false where it was inferred. */
  readonly explicit: boolean;
}

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
const ORDINAL: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  last: 4,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  首: 1,
};
/** Words before a date that make it a beginning. */
const BEGINS =
  /(?:from|starting(?: on| in)?|starts? (?:on|in)|effective(?: from| on| as of)?|beginning(?: on| in)?|as of|takes? effect(?: on| from| in)?|kicks? in(?: on| from)?|with effect from|go(?:es)? live on|(?:will |to )?(?:change|rise|increase|go up|apply|applies) (?:on|from)|自|从|于|将于|将自|将在|生效(?:日期|时间|日)?[为是:： ]*)(?: (?:early|late|the))?[ (]?$/;
const BEGINS_AFTER =
  /^ ?(?:起|开始|生效|后|零时|0点|\d{1,2}:\d{2}|00:00|\((?:北京时间|utc)|\d{1,2}[点时]|正式|实施|执行)/;
const COMPARED_WITH = /(?:比|较|相比|than(?: in)?|compared (?:with|to)|versus|vs\.?|against) ?$/;
const NEWS_DAY =
  /^(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|^yesterday|^today|^this week|^last week|^昨[日天]|^今[日天]|^近日|^日前|^本周|^上周/;
const CANDIDATE =
  /(?:19|20)\d\d|\d ?[年月日号]|[年月季周日]|\d[qh]\d|[qh][1-4]|'\d\d|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|year|quarter|half|month|week|day|tomorrow|fiscal|\bfy|immediately|今起|同期|同比|decade/;

const wide = (year: string): string => (year.replace("'", '').length === 2 ? `20${year.replace("'", '')}` : year);

interface Read {
  readonly iso: string | null;
  readonly grain: DateMention['grain'];
  readonly comparison?: boolean;
  readonly explicit?: boolean;
}

const HAN_YEARS: Readonly<Record<string, number>> = { 今: 0, 本: 0, 当: 0, 同: 0, 去: -1, 前: -2, 明: 1 };
const readHanYear = (text: string, anchor: Anchor): number | null => {
  if (/^\d+$/.test(text)) return Number(wide(text));
  const year = text === '同' || text === '当' ? contextYear(anchor) : anchorYear(anchor);
  return year === null ? null : year + (HAN_YEARS[text] ?? 0);
};

function read(text: string, g: Record<string, string | undefined>, anchor: Anchor): Read | null {
  if (g['iso']) return { iso: g['iso'], grain: g['iso'].length > 7 ? 'day' : 'month', explicit: true };
  if (g['slash']) {
    const [year, month, day] = g['slash'].split(/[/.]/).map(Number);
    return { iso: `${year}-${pad(month ?? 1)}-${pad(day ?? 1)}`, grain: 'day', explicit: true };
  }
  if (g['hzy'] !== undefined) return readHanDate(text, g, anchor);
  if (/财年|会计年度|财政年度/.test(text)) {
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
  if (g['hfs']) {
    const quarter = ORDINAL[g['hfsn'] ?? ''] ?? 1;
    return { iso: fiscalOf(quarter, anchor) ?? fiscalQuarter(quarter, anchor), grain: 'quarter' };
  }
  if (g['hto'] || g['hspan'] || g['hnine']) return readHanStretch(g, anchor);
  if (g['hsame']) return samePeriod(anchor);
  if (g['ensame'])
    return {
      ...yearsBack({ ...anchor, previous: partAfter(anchor.previous, Number(g['ensamey'])) }, 0),
      comparison: true,
      explicit: true,
    };
  if (g['hfm']) {
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
  if (g['yq']) {
    const year = g['yqy'] ?? g['yqy2'] ?? g['yqy3'] ?? g['yqy4'];
    const quarter = g['yqq'] ?? g['yqq2'];
    const half = g['yqh'] ?? g['yqh2'] ?? g['yqh3'];
    const full = year === undefined ? contextYear(anchor) : Number(wide(year));
    return quarter
      ? { iso: ofYear(full, `-Q${quarter}`), grain: 'quarter', explicit: true }
      : { iso: ofYear(full, `-H${half}`), grain: 'half', explicit: true };
  }
  if (g['hsq']) {
    if (g['hsqn'])
      return {
        iso: quarterOf(ORDINAL[g['hsqn']] ?? 1, anchor),
        grain: 'quarter',
      };
    if (/季报/.test(text))
      return { iso: ofYear(contextYear(anchor), `-Q${ORDINAL[text[0] ?? ''] ?? 1}`), grain: 'quarter' };
    if (text === '全年' || text === '年报') return { iso: ofYear(contextYear(anchor), ''), grain: 'year' };
    return { iso: ofYear(contextYear(anchor), g['hshn'] === '下' ? '-H2' : '-H1'), grain: 'half' };
  }
  if (g['hmd']) {
    const month = Number(g['hmm']);
    const year = nearestYear(month, anchor);
    return g['hmday']
      ? { iso: ofYear(year, `-${pad(month)}-${pad(Number(g['hmday']))}`), grain: 'day' }
      : { iso: ofYear(year, `-${pad(month)}`), grain: 'month' };
  }
  if (g['hrel0'] || g['hrel'] || g['enrel']) return readRelative(text, anchor);
  return readEnglish(text, g, anchor);
}

/** A quarter without a year: of the fiscal year just named, else the latest that had begun. */
const quarterOf = (quarter: number, anchor: Anchor): string | null => {
  return fiscalOf(quarter, anchor) ?? ofYear(quarterYear(quarter, anchor), `-Q${quarter}`);
};
/** A quarter of the fiscal year named before, or of the next one where the quarter named there was a later one by far. */
const fiscalOf = (quarter: number, anchor: Anchor): string | null => {
  const fiscal = /^FY(\d{4})(?:-Q(\d))?/.exec(anchor.previous ?? '');
  if (!fiscal) return null;
  const year = Number(fiscal[1]) + (fiscal[2] === '4' && quarter === 1 ? 1 : 0);
  return `FY${year}-Q${quarter}`;
};

function readHanDate(text: string, g: Record<string, string | undefined>, anchor: Anchor): Read | null {
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

/** The quarter or half of one period in another year: 2025-Q3 and 2024 give 2024-Q3. */
const partAfter = (previous: string | null, year: number | null): string | null =>
  year === null ? null : `${year}${/-(?:Q\d|H\d|\d{2})/.exec(previous ?? '')?.[0] ?? ''}`;

/** 截至3月31日止三个月, 1-6月, 前三季度: stretches told by their months. Nine months stand for their year. */
function readHanStretch(g: Record<string, string | undefined>, anchor: Anchor): Read | null {
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
  if (length === 12 && last !== 12) return { iso: `FY${year}`, grain: 'fiscal', explicit };
  return { ...readSpan(last - length + 1, last, String(year)), explicit };
}

/** 同期: the period spoken of before. */
function samePeriod(anchor: Anchor): Read | null {
  return anchor.previous?.includes('-') ? { ...yearsBack(anchor, 0), comparison: false } : null;
}

function readEnglish(text: string, g: Record<string, string | undefined>, anchor: Anchor): Read | null {
  if (g['enfq']) {
    const quarter = ORDINAL[g['enfqo'] ?? ''] ?? 1;
    if (g['enfqf'])
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
    return {
      iso: ofYear(g['enhy'] ? Number(g['enhy']) : contextYear(anchor), `-${half}`),
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
    const quarter = Math.ceil(monthOf(g['enqendm'] ?? g['enmqm'] ?? '') / 3);
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
    const year = quarterYear(Math.ceil(last / 3), anchor);
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
    const year = /^\d/.test(g['enendy'] ?? '')
      ? Number(g['enendy'])
      : (anchorYear(anchor) ?? Number.NaN) + (g['enendy'] === 'next year' ? 1 : 0);
    if (g['enendy'] === 'the decade') return { iso: '2030', grain: 'year' };
    return Number.isNaN(year) ? null : { iso: `${year}-12`, grain: 'month', explicit: /^\d/.test(g['enendy'] ?? '') };
  }
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

/** "July to September 2023" is a quarter, "January to June" a half; any other stretch stands for its year. */
function readSpan(first: number, last: number, year: string): Read {
  const months = last - first + 1;
  if (months === 3 && last % 3 === 0) return { iso: `${year}-Q${last / 3}`, grain: 'quarter', explicit: true };
  if (months === 6 && last % 6 === 0) return { iso: `${year}-H${last / 6}`, grain: 'half', explicit: true };
  return { iso: year, grain: 'year', explicit: true };
}

const MONTH_NAME = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
const monthOf = (text: string): number => MONTHS[MONTH_NAME.exec(text)?.[1] ?? ''] ?? 0;

const yearsBack = (anchor: Anchor, by: number): Read => {
  const previous = anchor.previous;
  const parts = previous === null ? null : /^(FY)?(\d{4})(.*)$/.exec(previous);
  if (parts) {
    const grain = /Q/.test(parts[3] ?? '')
      ? 'quarter'
      : /H/.test(parts[3] ?? '')
        ? 'half'
        : parts[3]
          ? 'month'
          : parts[1]
            ? 'fiscal'
            : 'year';
    return { iso: `${parts[1] ?? ''}${Number(parts[2]) - by}${parts[3] ?? ''}`, grain, comparison: true };
  }
  return {
    iso: ofYear(anchorYear(anchor) === null ? null : (anchorYear(anchor) ?? 0) - by, ''),
    grain: 'year',
    comparison: true,
  };
};

function readRelative(text: string, anchor: Anchor): Read | null {
  if (text === '同比') return null;
  if (/two years|两年前/.test(text)) {
    const year = anchorYear(anchor);
    return { iso: ofYear(year === null ? null : year - 2, ''), grain: 'year', comparison: true };
  }
  if (/同期|一年前|same|year (?:ago|earlier|before|prior)|year[- ](?:earlier|ago)|prior year|previous year/.test(text))
    return yearsBack(anchor, 1);
  const year = anchorYear(anchor);
  if (/去年年?底/.test(text)) return { iso: ofYear(year === null ? null : year - 1, '-12'), grain: 'month' };
  if (/last year|去年/.test(text)) return { iso: ofYear(year === null ? null : year - 1, ''), grain: 'year' };
  if (/^上一?年/.test(text)) return yearsBack(anchor, 1);
  if (/前年/.test(text)) return { iso: ofYear(year === null ? null : year - 2, ''), grain: 'year' };
  if (/next year|明年/.test(text)) return { iso: ofYear(year === null ? null : year + 1, ''), grain: 'year' };
  if (/后年/.test(text)) return { iso: ofYear(year === null ? null : year + 2, ''), grain: 'year' };
  if (/full[ -]year/.test(text)) return { iso: ofYear(contextYear(anchor), ''), grain: 'year' };
  if (/this year|current year|今年/.test(text)) return { iso: ofYear(year, ''), grain: 'year' };
  if (text === '年内') return { iso: ofYear(contextYear(anchor), ''), grain: 'year' };
  if (/年初/.test(text)) return { iso: ofYear(contextYear(anchor), '-01'), grain: 'month' };
  if (/年[底末]/.test(text)) return { iso: ofYear(contextYear(anchor), '-12'), grain: 'month' };
  if (/last (?:full |reported )?quarter|previous quarter|prior quarter|上季/.test(text))
    return { iso: lastQuarter(anchor), grain: 'quarter' };
  if (/[本该单当]季/.test(text) && /Q\d/.test(anchor.previous ?? '')) return { iso: anchor.previous, grain: 'quarter' };
  if (/[该单]季/.test(text)) return null;
  if (/(?:this|current|next) quarter|本季/.test(text))
    return { iso: thisQuarter(anchor, /next/.test(text) ? 1 : 0), grain: 'quarter' };
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
  if (/today|今[日天]|今起|即[日刻时]|immediately/.test(text)) return { iso: anchor.published, grain: 'day' };
  if (/day|昨|日前|近日|week|周|tomorrow/.test(text)) return { iso: shiftMonths(anchor, 0), grain: 'month' };
  return null;
}

/** All dates of one sentence of folded text that the text or the publication date anchors, in order. */
export function scanDates(sentence: string, anchor: Anchor): DateMention[] {
  const found: DateMention[] = [];
  if (!CANDIDATE.test(sentence)) return found;
  let previous = anchor.previous;
  let local = anchor.local ?? false;
  const han = hasHan(sentence);
  const pattern = !han ? LATIN_ONLY : /[a-z]{3}/.test(sentence) ? MIXED : HAN_ONLY;
  for (const match of dateMatches(pattern, sentence)) {
    const result = read(match[0], groupsOf(match, pattern.names), {
      published: anchor.published,
      previous,
      ahead: /\bby (?:early |late |mid-)?$/.test(sentence.slice(Math.max(0, match.index - 9), match.index)),
      past: /\b(?:last|since) $/.test(sentence.slice(Math.max(0, match.index - 7), match.index)),
      local:
        local &&
        !/\b(?:this|last|next|past|今|本)[ -]?$/.test(sentence.slice(Math.max(0, match.index - 6), match.index)),
    });
    if (result?.iso == null) continue;
    const { iso } = result;
    const end = match.index + match[0].length;
    const begins =
      // 从去年10月的1.7美元涨到...: a date that owns a figure begins nothing.
      (sentence[end] !== '的' && BEGINS.test(sentence.slice(Math.max(0, match.index - 22), match.index))) ||
      BEGINS_AFTER.test(sentence.slice(end, end + 12)) ||
      /即[日刻时]|今起|immediately/.test(match[0]);
    const comparison =
      (result.comparison ?? false) || COMPARED_WITH.test(sentence.slice(Math.max(0, match.index - 16), match.index));
    found.push({
      start: match.index,
      end,
      iso,
      grain: result.grain,
      begins,
      comparison,
      newsDay: NEWS_DAY.test(match[0]),
      explicit: result.explicit ?? false,
    });
    if (!comparison) {
      previous = iso;
      local ||= result.explicit ?? false;
    }
  }
  // 上周(4月6日至12日): the bracket says which week.
  return found.filter((date, i) => {
    const next = found[i + 1];
    return !(date.newsDay && next && !next.newsDay && /^ ?\( ?$/.test(sentence.slice(date.end, next.start)));
  });
}
