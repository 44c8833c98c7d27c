import { type DateMention, scanDates } from '../dates.ts';
import type { Cell, Table } from './table-model.ts';

/** 市场预期, "Consensus": what was expected, beside what came. */
const EXPECTED =
  /^(?:市场|分析师|华尔街|彭博|一致|机构|预期|共识|此前|[\s/])*(?:预期|预估|预测|预计|共识)(?:值|中值|均值|数)?$|^(?:(?:market|analysts?|wall street|street|consensus)(?:['’]s?)? ?)*(?:consensus|estimates?|expected|expectations?)$/;
/** 去年同期, "Year ago": what it was twelve months before. */
const YEAR_BEFORE =
  /^(?:去年|上年|前年)?同期(?:值|数)?$|^(?:a )?year[- ](?:ago|earlier)$|^prior[- ]year(?: period| quarter)?$/;
/** 结果, 对比: how far the one was from the other, which is no sum of anybody's. */
const GAP =
  /^(?:结果|对比|比较|差异|差额|差距|偏差|超预期|是否超预期|result|surprise|beat ?\/ ?miss|difference|variance|delta|vs\.? )/;

export const isExpected = ({ text }: Cell): boolean => EXPECTED.test(text);
export const isGap = ({ text }: Cell): boolean => GAP.test(text);

const FORECAST = /forecast|预测|预计|\d{4}e/;
/** Where heads or labels say which sums are forecast, the line above says it of no other. */
export const isForecast = ({ header, labels }: Table, said: string, above: string): boolean =>
  FORECAST.test(
    header.some(({ text }) => FORECAST.test(text)) || labels.some((label) => FORECAST.test(label)) ? said : above,
  );

/** 本季, 本期: which quarter that is says the report that the table is of. */
const THIS_QUARTER = /^(?:本|当|这一?个?)(?:财?季度?|报告期|期)|^(?:this|current) quarter/;
/** A day of the quarter that a table of a report is about, from which 本季 and 上季度 count; the day of the article elsewhere. */
export function dayOfTable({ article, header, over, caption }: Table): string | null {
  if (!header.some(({ text }) => THIS_QUARTER.test(text))) return article.published;
  const anchor = { published: article.published, previous: null };
  for (const text of [over, caption, article.titleText]) {
    const quarter = /^(\d{4})-Q([1-4])$/.exec(scanDates(text, anchor).find((d) => !d.comparison)?.iso ?? '');
    if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}-28`;
  }
  return article.published;
}

/** When a column that says only how it stands to another is of: the time that another head, or the words above, tells. */
export function dateBeside(table: Table, head: Cell): DateMention | null {
  const { header, over, caption } = table;
  const before = YEAR_BEFORE.test(head.text);
  if (!before && !EXPECTED.test(head.text)) return null;
  const anchor = { published: dayOfTable(table), previous: null };
  for (const text of [...header.filter((cell) => cell !== head).map((cell) => cell.text), over, caption]) {
    const date = scanDates(text, anchor).find((d) => !d.comparison && d.grain !== 'day');
    if (date) return before ? { ...date, iso: aYearBefore(date.iso) } : date;
  }
  return null;
}

const aYearBefore = (iso: string): string => iso.replace(/\d{4}/, (year) => String(Number(year) - 1));
