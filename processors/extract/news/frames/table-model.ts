import type { Article } from '../analysis.ts';
import type { Reading } from '../reading.ts';

export interface Cell {
  readonly start: number;
  readonly end: number;
  /** Folded. */
  readonly text: string;
}

/** One table with what stands around it. */
export interface Table {
  readonly article: Article;
  /** The first row, as a sentence: where the article stands when it comes to the table. */
  readonly reading: Reading;
  readonly header: readonly Cell[];
  /** What its rows begin with, folded. */
  readonly labels: readonly string[];
  /** The lines above it, folded. */
  readonly caption: string;
  /** The line right above it, folded, where that is a heading of its own. */
  readonly over: string;
  /** The house that a row of it names as what the others tell of: | 公司 | Nebius |; null where none does. */
  readonly owner: string | null;
}

/** One cell in its place. */
export interface Place {
  readonly cell: Cell;
  readonly head: Cell;
  readonly label: Cell;
  readonly row: readonly Cell[];
  readonly column: number;
}

/** The head of a column that holds whatever the labels name. */
export const VALUE_HEAD =
  /^(?:current(?: value| level)?|now|today|latest|values?|figures?|numbers?|amounts?|volumes?|data|totals?|estimates?|results?|details?|facts?|info(?:rmation)?|数值|数据|数量|总量|总数|总额|总规模|体量|规模|指标值|值|金额|内容|详情|情况|说明|实际|实际值|公布值|当前|目前|现状|最新)$/;

/** "Early 2026", "Q3 2025", "2023, at launch": the label of a row of a table over time. */
export const PERIOD =
  /^(?:(?:early|mid|late|end|q[1-4]|h[12]|spring|summer|autumn|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?[ -]?(?:of )?)?(?:\d{1,2},? )?20\d\d(?:,? \(?(?:at )?(?:launch|release|debut|peak)\)?)?$/;
