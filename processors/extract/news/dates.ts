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

/** What a date without a year is read against. */
export interface Anchor {
  /** Publication date, YYYY-MM-DD; null where unknown. */
  readonly published: string | null;
  /** The last year or period named before this sentence. */
  readonly previous: string | null;
  /** True where that year was named in this very sentence: it then outweighs the publication date. */
  readonly local?: boolean;
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
const MONTH =
  '(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
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
const YEAR = '(?:19[89]|20[0-4])\\d';
const HAN_NUMBER = '[一二三四1-4首]';

/**
 * The forms of dates, tried in this order at every position; named groups tell which one matched. Those of a script are
 * tried only where it is written.
 * Order matters: longer forms stand before the forms they contain.
 */
const FORMS: readonly (readonly ['both' | 'han' | 'latin', string])[] = [
  ['both', `(?<iso>${YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)(?![\\d-])`],
  ['both', `(?<slash>(?:${YEAR})[/.](?:0?[1-9]|1[0-2])[/.](?:0?[1-9]|[12]\\d|3[01]))(?!\\d)`],
  ['han', `(?<hrel0>去年同期|上年同期|去年底|去年年底)`],
  [
    'han',
    `(?<hzy>${YEAR}|\\d{2}(?= ?年)|今|去|前|明|本|当|同) ?年 ?(?:的)?(?:第)? ?(?:(?<hzm>1[0-2]|0?[1-9]) ?月份?(?: ?(?<hzd>[12]\\d|3[01]|0?[1-9]) ?[日号])?|(?<hzq>${HAN_NUMBER})个? ?季[度报]?|q(?<hzq2>[1-4])|(?<hzh>[上下])半年|(?<hzend>年?底|年?末)|(?<hzhalf2>h[12])|(?<hzmid>年中))?`,
  ],
  ['han', `(?<hfy>${YEAR}|\\d{2})? ?财年(?:第)?(?:(?<hfq>${HAN_NUMBER})个?(?:财务|财)?季[度报]?|(?<hfh>[上下])半)?`],
  ['both', `(?<hfm>(?:(?<hfmy>\\d{2}|${YEAR}) ?)?q(?<hfmq>[1-4]))(?![a-z0-9])(?: ?(?:fy)?(?<hfmy2>${YEAR}|'\\d{2}))?`],
  [
    'both',
    `(?<yq>(?:(?<yqy>${YEAR}|\\d{2}) ?-?(?:q(?<yqq>[1-4])|h(?<yqh>[12]))|(?<yqq2>[1-4])q(?<yqy2>\\d{4}|\\d{2})|(?<yqh2>[12])h(?<yqy3>\\d{4}|\\d{2})|h(?<yqh3>[12])[ -]?(?<yqy4>${YEAR})?))(?![a-z0-9])`,
  ],
  [
    'han',
    `(?<hsq>第?(?<hsqn>[一二三四]|(?<=第)[1-4])个?季度|[一二三四]季报|(?<hshn>[上下])半年(?!之)|半年报|中报|年报|全年)`,
  ],
  [
    'han',
    `(?<hmd>(?<hmm>1[0-2]|0?[1-9]) ?月(?:份|(?: ?(?<hmday>[12]\\d|3[01]|0?[1-9]) ?(?:日|号)))?)(?!租|费|均|活|薪|付)`,
  ],
  [
    'han',
    `(?<hrel>去年同期|上年同期|同比|一年前|(?<![本])同期|两年前|昨[日天]|今[日天]|即日|近日|日前|本月|当月|上个?月|下个?月|本周|上周|本季度?|上季度?|当季|今年|去年|明年|后年|前年|年底|年末)`,
  ],
  [
    'latin',
    `(?<enfq>(?<enfqo>first|second|third|fourth|1st|2nd|3rd|4th)(?:[ -]fiscal)?[ -]quarter(?:'s)?(?: of)?(?: the)?(?: (?<enfqf>fiscal|fy))?(?: year)?,?(?: of)? ?(?<enfqy>${YEAR})?)`,
  ],
  [
    'latin',
    `(?<enh>(?:the )?(?<enho>first|second|latter|1st|2nd) half(?: of)?(?: the year)?(?: fiscal)?(?:,? (?<enhy>${YEAR}))?)`,
  ],
  ['latin', `(?<enfy>(?:fiscal(?: year)?|fy)[ -]?(?:(?<enfyq>q[1-4]) )?'?(?<enfyy>${YEAR}|\\d{2}))(?!\\d)`],
  ['latin', `(?<enfiscq>fiscal (?<enfiscqo>first|second|third|fourth)(?:[ -]quarter)?(?! half))`],
  [
    'latin',
    `(?<enqend>(?:quarter|three months) (?:to|ended|ending|through|that ended)(?: on)? (?<enqendm>${MONTH})(?: \\d{1,2})?,? ?(?<enqendy>${YEAR})?)`,
  ],
  [
    'latin',
    `(?<enfirst>(?:the )?first (?<enfirstn>three|six|nine) months(?: of)?(?: the year)?,? ?(?<enfirsty>${YEAR})?)`,
  ],
  [
    'latin',
    `(?<ensix>(?:the )?(?<ensixn>six|three|twelve) months (?:to|through|ended|ending|until)(?: on)? (?<ensixm>${MONTH})(?: \\d{1,2})?,? ?(?<ensixy>${YEAR})?)`,
    `(?<enmq>(?<enmqm>march|june|september|december)[ -]quarter(?: of)? ?(?<enmqy>${YEAR})?)`,
  ],
  ['latin', `(?<enlfy>(?:last|previous|prior) fiscal year)`],
  [
    'latin',
    `(?<enspan>(?:(?:between|from) )?(?<enspana>${MONTH}) (?:and|to|through|until|-) (?<enspanb>${MONTH}),? (?<enspany>${YEAR}))`,
  ],
  ['latin', `(?<enmdy>${MONTH} (?:[0-3]?\\d)(?:st|nd|rd|th)?(?!\\d|:\\d|%)(?:,? (?<enmdyy>${YEAR}))?)`],
  ['latin', `(?<endmy>(?<![\\d.])[0-3]?\\d(?:st|nd|rd|th)? (?:of )?${MONTH}\\b(?:,? (?<endmyy>${YEAR}))?)`],
  ['latin', `(?<enmy>(?:early |mid-|late )?(?<enmym>${MONTH}),? (?:of )?(?<enmyy>${YEAR}|'\\d{2})(?!\\d))`],
  [
    'latin',
    `(?<enm>(?<=\\b(?:in|since|from|by|during|of|late|early|mid|last|this|next|for|between|and|until|through|as of|starting|past|before|after|to|beginning|effective)[ -])(?<enmm>january|february|march|april|june|july|august|september|october|november|december|may(?= [^a-z]|[,.;]))\\b(?! \\d))`,
  ],
  ['latin', `(?<enend>(?:the )?(?:end|close) of (?:the )?(?<enendy>${YEAR}|year|next year|this year|the decade))`],
  [
    'latin',
    `(?<enrel>the same (?:period|quarter|time|month)(?: of)? (?:last|a|the previous) year|(?:a|one) year (?:ago|earlier|before|prior)|two years (?:ago|earlier)|the (?:prior|previous) (?:year|quarter)|a year[- ]earlier|year[- ]ago|last (?:month|week|year|(?:full |reported )?quarter|fall|autumn|spring|summer|winter)|this (?:month|week|year|quarter)|next (?:month|week|year|quarter)|(?:the )?current (?:quarter|year)|yesterday|today|tomorrow|(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|immediately)\\b`,
  ],
  [
    'both',
    `(?<year>(?<![\\d$€£¥.,])(?:mid-|late |early )?(?<yy>${YEAR})(?:[-/](?<yend>\\d{2})(?!\\d|[-/.]))?(?![\\d%]|,\\d|\\.\\d| ?(?:亿|万|元|张|块|美元|tokens?|gpus?|chips|credits?|users|people|employees|servers|cards|models|customers)))`,
  ],
];
const datePattern = (...scripts: string[]): RegExp =>
  new RegExp(
    FORMS.filter(([script]) => script === 'both' || scripts.includes(script))
      .map(([, form]) => form)
      .join('|'),
    'g',
  );
const MIXED = datePattern('han', 'latin');
const HAN_ONLY = datePattern('han');
const LATIN_ONLY = datePattern('latin');

/** Words before a date that make it a beginning. */
const BEGINS =
  /(?:from|starting(?: on| in)?|starts? (?:on|in)|effective(?: from| on| as of)?|beginning(?: on| in)?|as of|takes? effect(?: on| from| in)?|kicks? in(?: on| from)?|since|with effect from|go(?:es)? live on|自|从|于|将于|将自|将在)(?: (?:early|late|the))?[ (]?$/;
const BEGINS_AFTER =
  /^ ?(?:起|开始|生效|后|零时|0点|\d{1,2}:\d{2}|00:00|\((?:北京时间|utc)|\d{1,2}[点时]|正式|实施|执行)/;
const COMPARED_WITH = /(?:比|较|相比|than(?: in)?|compared (?:with|to)|versus|vs\.?|against) ?$/;
const NEWS_DAY =
  /^(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|^yesterday|^today|^this week|^last week|^昨[日天]|^今[日天]|^近日|^日前|^本周|^上周/;
const CANDIDATE =
  /(?:19|20)\d\d|\d ?[年月日号]|[年月季周日]|\d[qh]\d|[qh][1-4]|'\d\d|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|year|quarter|half|month|week|day|tomorrow|fiscal|\bfy|immediately|同期|同比|decade/;

const pad = (n: number): string => String(n).padStart(2, '0');
const wide = (year: string): string => (year.replace("'", '').length === 2 ? `20${year.replace("'", '')}` : year);

interface Read {
  readonly iso: string | null;
  readonly grain: DateMention['grain'];
  readonly comparison?: boolean;
  readonly explicit?: boolean;
}

const anchorYear = (anchor: Anchor): number | null => {
  const text = anchor.published ?? anchor.previous;
  const match = text === null ? null : /\d{4}/.exec(text);
  return match ? Number(match[0]) : null;
};
const contextYear = (anchor: Anchor): number | null => {
  const match = anchor.previous === null ? null : /\d{4}/.exec(anchor.previous);
  return match ? Number(match[0]) : anchorYear(anchor);
};
const ofYear = (year: number | null, part: string): string | null => (year === null ? null : `${year}${part}`);

/** The year of a month without one: the one that puts it nearest to the publication date. */
const nearestYear = (month: number, anchor: Anchor): number | null => {
  if (anchor.published === null || anchor.local) return contextYear(anchor);
  const [year = 0, published = 1] = anchor.published.split('-').map(Number);
  if (month - published > 6) return year - 1;
  if (published - month > 8) return year + 1;
  return year;
};
const shiftMonths = (anchor: Anchor, by: number): string | null => {
  if (anchor.published === null) return null;
  const [year = 0, month = 1] = anchor.published.split('-').map(Number);
  const index = year * 12 + month - 1 + by;
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`;
};
/** The last quarter that had ended when the text was published. */
const lastQuarter = (anchor: Anchor): string | null => {
  if (anchor.published === null) return null;
  const [year = 0, month = 1] = anchor.published.split('-').map(Number);
  const quarter = Math.ceil(month / 3) - 1;
  return quarter === 0 ? `${year - 1}-Q4` : `${year}-Q${quarter}`;
};
/**
 * The fiscal year of a fiscal quarter just reported. Fiscal years are named after the year they end in; the early quarters of
 * one are reported in the autumn before, its last from spring to autumn.
 */
const fiscalYear = (quarter: number, anchor: Anchor): string | null => {
  if (anchor.published === null) return null;
  const [year = 0, month = 1] = anchor.published.split('-').map(Number);
  const ahead = quarter <= 2 ? month >= 7 : month >= (quarter === 3 ? 9 : 11);
  return `FY${ahead ? year + 1 : year}`;
};
/** The quarter of publication, or one after it. */
const thisQuarter = (anchor: Anchor, ahead: number): string | null => {
  if (anchor.published === null) return null;
  const [year = 0, month = 1] = anchor.published.split('-').map(Number);
  const index = year * 4 + Math.ceil(month / 3) - 1 + ahead;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
};
/** The year of a quarter without one: the latest such quarter that had begun at publication. */
const quarterYear = (quarter: number, anchor: Anchor): number | null => {
  const context = anchor.previous === null ? null : /\d{4}/.exec(anchor.previous);
  if (context && (anchor.local || anchor.published === null)) return Number(context[0]);
  if (anchor.published === null) return null;
  const [year = 0, month = 1] = anchor.published.split('-').map(Number);
  return quarter > Math.ceil(month / 3) ? year - 1 : year;
};

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
  if (text.includes('财年')) {
    const year = g['hfy'] ? wide(g['hfy']) : null;
    return year === null
      ? null
      : { iso: `FY${year}`, grain: g['hfq'] ? 'quarter' : g['hfh'] ? 'half' : 'fiscal', explicit: true };
  }
  if (g['hfm']) {
    const year = g['hfmy'] ?? g['hfmy2'];
    const quarter = Number(g['hfmq']);
    return {
      iso: year ? `${wide(year)}-Q${quarter}` : ofYear(quarterYear(quarter, anchor), `-Q${quarter}`),
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
        iso: ofYear(quarterYear(ORDINAL[g['hsqn']] ?? 1, anchor), `-Q${ORDINAL[g['hsqn']] ?? 1}`),
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
  if (/^同/.test(text)) return null;
  return { iso: ofYear(year, ''), grain: 'year', explicit };
}

function readEnglish(text: string, g: Record<string, string | undefined>, anchor: Anchor): Read | null {
  if (g['enfq']) {
    const quarter = ORDINAL[g['enfqo'] ?? ''] ?? 1;
    if (g['enfqf'] && g['enfqy']) return { iso: `FY${g['enfqy']}`, grain: 'quarter', explicit: true };
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
  if (g['enfy'])
    return { iso: `FY${wide(g['enfyy'] ?? '')}`, grain: g['enfyq'] ? 'quarter' : 'fiscal', explicit: true };
  if (g['enfiscq']) return { iso: fiscalYear(ORDINAL[g['enfiscqo'] ?? ''] ?? 1, anchor), grain: 'quarter' };
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
  if (g['enspan']) return readSpan(monthOf(g['enspana'] ?? ''), monthOf(g['enspanb'] ?? ''), g['enspany'] ?? '');
  if (g['enmdy'] || g['endmy']) {
    const month =
      MONTHS[
        /[a-z]{3}(?=[a-z.]* |[a-z.]*$)/.exec(
          text.replace(/\d+(?:st|nd|rd|th)/, (d) => d.slice(0, -2)).replace(/of /, ''),
        )?.[0] ?? ''
      ] ?? monthOf(text);
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
    return { iso: ofYear(nearestYear(month, anchor), `-${pad(month)}`), grain: 'month' };
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

const monthOf = (text: string): number => {
  for (const [name, number] of Object.entries(MONTHS)) if (new RegExp(`(?:^|[^a-z])${name}`).test(text)) return number;
  return 0;
};

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
  if (/前年/.test(text)) return { iso: ofYear(year === null ? null : year - 2, ''), grain: 'year' };
  if (/next year|明年/.test(text)) return { iso: ofYear(year === null ? null : year + 1, ''), grain: 'year' };
  if (/后年/.test(text)) return { iso: ofYear(year === null ? null : year + 2, ''), grain: 'year' };
  if (/this year|current year|今年/.test(text)) return { iso: ofYear(year, ''), grain: 'year' };
  if (/年[底末]/.test(text)) return { iso: ofYear(contextYear(anchor), '-12'), grain: 'month' };
  if (/last (?:full |reported )?quarter|previous quarter|prior quarter|上季/.test(text))
    return { iso: lastQuarter(anchor), grain: 'quarter' };
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
  if (/today|今[日天]|即日|immediately/.test(text)) return { iso: anchor.published, grain: 'day' };
  if (/day|昨|日前|近日|week|周|tomorrow/.test(text)) return { iso: shiftMonths(anchor, 0), grain: 'month' };
  return null;
}

/** All dates of one sentence of folded text that the text or the publication date anchors, in order. */
export function scanDates(sentence: string, anchor: Anchor): DateMention[] {
  const found: DateMention[] = [];
  if (!CANDIDATE.test(sentence)) return found;
  let previous = anchor.previous;
  let local = anchor.local ?? false;
  const han = /[\u4e00-\u9fff]/.test(sentence);
  const pattern = !han ? LATIN_ONLY : /[a-z]{3}/.test(sentence) ? MIXED : HAN_ONLY;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
    const result = read(match[0], match.groups ?? {}, { published: anchor.published, previous, local });
    if (result?.iso == null) continue;
    const { iso } = result;
    const end = match.index + match[0].length;
    const begins =
      BEGINS.test(sentence.slice(Math.max(0, match.index - 22), match.index)) ||
      BEGINS_AFTER.test(sentence.slice(end, end + 12)) ||
      /即日|immediately/.test(match[0]);
    found.push({
      start: match.index,
      end,
      iso,
      grain: result.grain,
      begins,
      comparison:
        (result.comparison ?? false) || COMPARED_WITH.test(sentence.slice(Math.max(0, match.index - 16), match.index)),
      newsDay: NEWS_DAY.test(match[0]),
      explicit: result.explicit ?? false,
    });
    if (!result.comparison) {
      previous = iso;
      local ||= result.explicit ?? false;
    }
  }
  return found;
}
