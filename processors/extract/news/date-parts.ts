import { type Anchor, anchorYear, ofYear, pad, quarterYear } from './date-anchor.ts';

/** The named groups of the form that matched. */
export type DateGroups = Record<string, string | undefined>;

export type DateGrain = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'fiscal';

/** What a form says; `iso` is null where its year cannot be told. */
export interface ReadDate {
  readonly iso: string | null;
  readonly grain: DateGrain;
  readonly comparison?: boolean;
  readonly explicit?: boolean;
}

export const ORDINAL: Readonly<Record<string, number>> = {
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
export const wide = (year: string): string =>
  year.replace("'", '').length === 2 ? `20${year.replace("'", '')}` : year;

/** A quarter without a year: of the fiscal year just named, else the latest that had begun. */
export const quarterOf = (quarter: number, anchor: Anchor): string | null => {
  return fiscalOf(quarter, anchor) ?? ofYear(quarterYear(quarter, anchor), `-Q${quarter}`);
};
/** A quarter of the fiscal year named before, or of the next one where the quarter named there was a later one by far. */
export const fiscalOf = (quarter: number, anchor: Anchor): string | null => {
  const fiscal = /^FY(\d{4})(?:-Q(\d))?/.exec(anchor.previous ?? '');
  if (!fiscal) return null;
  const year = Number(fiscal[1]) + (fiscal[2] === '4' && quarter === 1 ? 1 : 0);
  return `FY${year}-Q${quarter}`;
};

/** The quarter or half of one period in another year: 2025-Q3 and 2024 give 2024-Q3. */
export const partAfter = (previous: string | null, year: number | null): string | null =>
  year === null ? null : `${year}${/-(?:Q\d|H\d|\d{2})/.exec(previous ?? '')?.[0] ?? ''}`;

/** "July to September 2023" is a quarter, "January to June" a half; three months of another calendar are a quarter told by its last month; any other stretch stands for its year. */
export function readSpan(first: number, last: number, year: string): ReadDate {
  const months = last - first + 1;
  if (months === 3 && last % 3 === 0) return { iso: `${year}-Q${last / 3}`, grain: 'quarter', explicit: true };
  if (months === 3) return { iso: `${year}-${pad(last)}`, grain: 'quarter', explicit: true };
  if (months === 6 && last % 6 === 0) return { iso: `${year}-H${last / 6}`, grain: 'half', explicit: true };
  return { iso: year, grain: 'year', explicit: true };
}

export const yearsBack = (anchor: Anchor, by: number): ReadDate => {
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
