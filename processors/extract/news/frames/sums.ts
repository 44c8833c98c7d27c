import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { DateMention } from '../dates.ts';
import type { Cue } from '../lexicon.ts';

/** The word that says what a sum of money is, and how far it stands from it (characters, with penalties). */
export interface Found {
  readonly cue: Cue;
  readonly cost: number;
}

/** The period that words name where no date of theirs could be told: "Q2 revenue" of no known year, "first-half sales". */
export const periodWord = (text: string): Announcement['period'] =>
  /\bq[1-4]\b|\bquarter(?:ly)?\b/.test(text)
    ? 'quarter'
    : /\b(?:first|second|latter)[ -]half\b|\bhalf[ -]year(?:ly)?\b|\bh[12]\b/.test(text)
      ? 'half'
      : /\b(?:full|fiscal)[ -]year\b|\/ ?(?:year|yr)\b|\bannual(?:ly)?\b|\bfy ?\d\d/.test(text)
        ? 'year'
        : /\/ ?month\b|\bmonthly\b/.test(text)
          ? 'month'
          : null;

/** "more than doubling year-over-year from $3.2 billion": the same period, a year before. */
export const YEAR_OVER_YEAR_FROM =
  /\b(?:year[- ](?:over|on)[- ]year|yoy|from a year earlier,?) from (?:about |around |just |only )?$/;

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
