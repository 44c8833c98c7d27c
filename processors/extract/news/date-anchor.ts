/** What a date without a year is read against. */
export interface Anchor {
  /** Publication date, YYYY-MM-DD; null where unknown. */
  readonly published: string | null;
  /** The last year or period named before this sentence. */
  readonly previous: string | null;
  /** True where that year was named in this very sentence: it then outweighs the publication date. */
  readonly local?: boolean;
  /** True behind the word "last". */
  readonly past?: boolean;
  /** True behind "the following". */
  readonly following?: boolean;
  /** True behind the word "by". */
  readonly ahead?: boolean;
  /** True where the sentence tells what was, and nothing of what will be. */
  readonly happened?: boolean;
  /** True behind "will", "should" and the like. */
  readonly later?: boolean;
  /** True behind "next" and "from", and in a clause that tells what will be. */
  readonly coming?: boolean;
}

export const pad = (n: number): string => String(n).padStart(2, '0');

export const anchorYear = (anchor: Anchor): number | null => {
  const text = anchor.published ?? anchor.previous;
  const match = text === null ? null : /\d{4}/.exec(text);
  return match ? Number(match[0]) : null;
};
export const contextYear = (anchor: Anchor): number | null => {
  const match = anchor.previous === null ? null : /\d{4}/.exec(anchor.previous);
  return match ? Number(match[0]) : anchorYear(anchor);
};
export const ofYear = (year: number | null, part: string): string | null => (year === null ? null : `${year}${part}`);

/** The year of a month without one: the one that puts it nearest to the publication date. */
export const nearestYear = (month: number, anchor: Anchor): number | null => {
  if (anchor.published === null || anchor.local) return contextYear(anchor);
  const [year = 0, published = 1] = anchor.published.split('-').map(Number);
  if (anchor.ahead) return month >= published ? year : year + 1;
  if (anchor.later && month > published) return year;
  // "will" in a text of the month behind: it may have been written before it was published.
  if (anchor.later && published - month > 1) return year + 1;
  if (anchor.happened && month > published) return year - 1;
  if (month - published > 6) return year - 1;
  if (published - month > 8 && !anchor.happened) return year + 1;
  return year;
};
export const shiftMonths = (anchor: Anchor, by: number): string | null => {
  if (anchor.published === null) return null;
  const [year = 0, month = 1] = anchor.published.split('-').map(Number);
  const index = year * 12 + month - 1 + by;
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`;
};
/** The last quarter that had ended when the text was published. */
export const lastQuarter = (anchor: Anchor): string | null => {
  if (anchor.published === null) return null;
  const [year = 0, month = 1] = anchor.published.split('-').map(Number);
  const quarter = Math.ceil(month / 3) - 1;
  return quarter === 0 ? `${year - 1}-Q4` : `${year}-Q${quarter}`;
};
/**
 * A fiscal quarter just reported, with its year. Fiscal years are named after the year they end in; the early quarters of
 * one are reported in the autumn before, its last from spring to autumn.
 */
export const fiscalQuarter = (quarter: number, anchor: Anchor): string | null => {
  if (anchor.published === null) return null;
  const [year = 0, month = 1] = anchor.published.split('-').map(Number);
  const ahead = quarter <= 2 ? month >= (quarter === 1 ? 5 : 7) : month >= (quarter === 3 ? 9 : 11);
  return `FY${ahead ? year + 1 : year}-Q${quarter}`;
};
/** The quarter of publication, or one after it. */
export const thisQuarter = (anchor: Anchor, ahead: number): string | null => {
  if (anchor.published === null) return null;
  const [year = 0, month = 1] = anchor.published.split('-').map(Number);
  const index = year * 4 + Math.ceil(month / 3) - 1 + ahead;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
};
/** The year of a quarter without one: the latest such quarter that had begun at publication, but for one that is still to come ("guided to $11 billion for Q3"). */
export const quarterYear = (quarter: number, anchor: Anchor): number | null => {
  const context = anchor.previous === null ? null : /\d{4}/.exec(anchor.previous);
  if (context && (anchor.local || anchor.published === null)) return Number(context[0]);
  if (anchor.published === null) return null;
  const [year = 0, month = 1] = anchor.published.split('-').map(Number);
  return quarter > Math.ceil(month / 3) && !anchor.later ? year - 1 : year;
};
