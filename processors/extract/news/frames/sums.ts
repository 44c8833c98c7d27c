import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import { type DateMention, scanDates } from '../dates.ts';
import type { Cue } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { looksAhead } from './reporting-period.ts';

/** The word that says what a sum of money is, and how far it stands from it (characters, with penalties). */
export interface Found {
  readonly cue: Cue;
  readonly cost: number;
  /** What the line above calls it, where the line of the sum says only when; and whether that is a loss, or the pace of a year. */
  readonly above?: { readonly words: string; readonly lost: boolean; readonly annual: boolean };
}

/** "trailing twelve-month", "over the past four quarters", "in the past year": a year, whenever it ended. */
export const TWELVE_MONTHS =
  /\b(?:trailing|rolling|past|last|previous|preceding)[ -](?:twelve|12|four)[ -](?:months?|quarters)\b|\b(?:ttm|ltm)\b|\b(?:in|over|during|for) the past year\b|(?:截至|过去|最近|滚动)[^,，。;；]{0,12}(?:十二|12) ?个月|(?:过去|最近|连续)(?:四|4) ?个?季度?/;
/** The period that words name where no date of theirs could be told: "Q2 revenue" of no known year, "first-half sales". */
export const periodWord = (text: string): Announcement['period'] =>
  TWELVE_MONTHS.test(text)
    ? 'year'
    : /\bq[1-4]\b|\bquarter(?:ly)?\b|[一二三四首单当本]季度?(?!报)/.test(text)
      ? 'quarter'
      : /\b(?:first|second|latter)[ -]half\b|\bhalf[ -]year(?:ly)?\b|\bh[12]\b/.test(text)
        ? 'half'
        : /\b(?:full|fiscal)[ -]year\b|\/ ?(?:year|yr)\b|\bannual(?:ly)?\b|\bfy ?\d\d/.test(text)
          ? 'year'
          : /\/ ?month\b|\bmonthly\b|\d[a-z]*(?: [a-z]+)?(?: of (?:revenues?|sales))? (?:a|per|each|every) month\b|月度|当月|单月/.test(
                text,
              )
            ? 'month'
            : null;

const LED =
  /.*(?:(?<quarter>[一二三四首单当本上]季度?(?!报)|财季)|(?<half>半年)|(?<year>全年|整年|财年(?!第))|(?<month>单月|当月))/;
/** 全年资本开支约792亿元: the period named last before a figure, in Chinese. */
export function periodLed(lead: string): Announcement['period'] {
  const said = LED.exec(lead)?.groups;
  if (!said) return null;
  return said['quarter'] ? 'quarter' : said['half'] ? 'half' : said['year'] ? 'year' : 'month';
}

const REPORTED =
  /(?<quarter>[首一二三四]季|第 ?[1-4] ?季|季度|上季|单季|财季|季绩|季内|[一二三四]季报|\bq[1-4]\b)|(?<half>上半年|下半年|半年报|中报|中期|6个月|六个月|半年度)|(?<year>全年|年报|年度业绩|财年|12个月)/;
const REPORTED_EN =
  /(?<quarter>\bq[1-4]\b|(?<!three[ -]|\ba )\bquarter\b(?! of)|\bthree months\b|\bquarterly (?:results?|earnings|report|revenues?|sales|profits?)\b)|(?<half>\b(?:first|second)[ -]half\b|\bhalf-year\b|\bsix months\b)|(?<year>\b(?:full|fiscal|whole)[ -]year\b|\bannual (?:results?|report|earnings|revenue|profit)\b)/;
/** How many sentences up a report may say what period it is of. */
const REACH = 8;

/** What a report says it is of (季度, 上半年, "quarterly results") where no date tells: the nearest word above the figure; null where none stands there. */
export function periodAbove(article: Article, reading: Reading, before: number): Announcement['period'] {
  const reported = hasHan(reading.text) ? REPORTED : REPORTED_EN;
  for (let i = reading.index; i >= 0 && i >= reading.index - REACH; i--) {
    const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
    // "sales of $3 million, and sees $9 million for the full year": what stands behind the figure is of the next one.
    const to = i === reading.index && reported === REPORTED_EN ? start + before : end;
    const text = article.folded.slice(start, to);
    const said = reported.exec(text)?.groups;
    // "It expects $50 billion this fiscal year. Revenue rose to ...": the year guided to is not what is reported.
    if (said?.['year'] && i < reading.index && looksAhead(text) && !looksAhead(reading.text)) continue;
    if (said) return said['quarter'] ? 'quarter' : said['half'] ? 'half' : 'year';
  }
  return null;
}

/** "more than doubling year-over-year from $3.2 billion": the same period, a year before. */
export const YEAR_OVER_YEAR_FROM =
  /\b(?:year[- ](?:over|on)[- ]year|yoy|from a year earlier,?) from (?:about |around |just |only )?$/;

const OF_RESULTS =
  /results|earnings|reports?\b|quarter|revenue|interim|annual|业绩|财报|季报|年报|半年报|成绩单|答卷|账本|盘点|纪要|电话会|营收|收入/;
/** "Announces Third Quarter 2026 Results": the period that a title says its text reports on; null where it says none. */
export function titlePeriod(article: Article): DateMention | null {
  if (article.titleText === '') return null;
  const dates = scanDates(article.titleText, { published: article.published, previous: null });
  return (
    dates.find(
      (d) =>
        !d.comparison &&
        (d.grain === 'quarter' ||
          d.grain === 'half' ||
          ((d.grain === 'year' || d.grain === 'fiscal') && d.explicit && OF_RESULTS.test(article.titleText))),
    ) ?? null
  );
}

const WHOLE_YEAR =
  /本财年|全财?年|\b(?:this|the current|the full|the whole) (?:fiscal |financial )?year\b|\bfull[- ]year\b|\b(?:outlook|guidance|forecast|projection|range|target)s? for the year\b|\b(?:for|over) the year(?: as a whole| overall)?,? (?:as a whole |overall )?(?:it|they|the \w+) (?:now )?(?:expects?|sees?|forecasts?|projects?|guides?|plans?)\b|\bthe year as a whole\b/;
/** 本财年资本开支, "for the full year": of a period named above, the year it is a part of. */
export const ofWholeYear = (clause: string, above: DateMention | null): DateMention | null =>
  above && /-[QH]\d$/.test(above.iso) && WHOLE_YEAR.test(clause)
    ? { ...above, iso: above.iso.replace(/-[QH]\d$/, ''), grain: above.iso.startsWith('FY') ? 'fiscal' : 'year' }
    : above;

/** The year that a quarter or a half is of, where a clause speaks of the whole; null elsewhere. */
export const yearOfPart = (clause: string, asOf: string | null | undefined): string | null =>
  asOf && /-[QH]\d$/.test(asOf) && WHOLE_YEAR.test(clause) ? asOf.replace(/-[QH]\d$/, '') : null;

/** The reporting period a date stands for; null where it names a day or a month. */
export const periodOf = (date: DateMention | null): Announcement['period'] => {
  if (date === null) return null;
  if (date.grain === 'quarter' || date.grain === 'half') return date.grain;
  return date.grain === 'year' || date.grain === 'fiscal' ? 'year' : null;
};

/**
 * "a year earlier", "in the same period last year" beside a figure of a quarter: that quarter a year before. Null where the date
 * says more than a year itself, or the figure compared with has no shorter period.
 */
export function yearEarlier(
  date: DateMention | null,
  beside: { readonly asOf?: string | null; readonly period?: Announcement['period'] } | null,
  yearOverYear = false,
): { asOf: string; period: Announcement['period'] } | null {
  if (!yearOverYear && (!date?.comparison || !/^\d{4}$/.test(date.iso) || date.explicit)) return null;
  const own = /^(FY)?(\d{4})(-(?:Q[1-4]|H[12]))$/.exec(beside?.asOf ?? '');
  if (!own || (beside?.period !== 'quarter' && beside?.period !== 'half')) return null;
  return { asOf: `${own[1] ?? ''}${Number(own[2]) - 1}${own[3]}`, period: beside.period };
}

/** "an annual $4 billion", "$2 billion a year", no comparison with a year ago. */
export function isAnnual({ text }: Reading, q: Quantity): boolean {
  const from = Math.max(0, q.start - 60);
  // Read on past where it may begin, to see what follows "a year".
  const said = ANNUAL.exec(text.slice(from, q.end + 34));
  return said !== null && from + said.index < q.end + 22;
}
const ANNUAL =
  /annual|每年|年度|年收入|年营收|(?<![\d去今明前上本当全半两三四五几多])年(?:云|算力|资本|ai)?(?:支出|开支|投入|采购额)|a year\b(?! (?:ago|earlier|before))|per year|yearly/;
