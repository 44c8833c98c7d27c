import { monthOf } from '../date-english.ts';
import { scanDates } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { scanQuantities } from '../quantities.ts';
import { matches } from '../text.ts';
import { type Place, type Table, VALUE_HEAD } from './table-model.ts';
import { RUN_RATE, sumCell } from './table-sums.ts';

/** Where the next sum of a cell begins. */
const PART =
  /(?:^|[;,.] |,? (?:up|down) from |,? from |,? after )(?=(?:~|≈|about |around |over |more than |nearly )*[$€£¥]\d)/g;
const OF_ITEMS = /^[^;.]{0,20}\b(?:customers?|accounts?|clients?|deals?|contracts?|round|raised|valuation)\b/;

/**
 * "$25B annualized as of Feb 2026; $20B end-2025, $5.5B end-2024" in a table of facts: the sum of a cell, or each of several with its
 * own day. One that says no day is none of the row's.
 */
export function sumsOfCell(table: Table, place: Place): Draft[] {
  const { cell, head } = place;
  const starts = VALUE_HEAD.test(head.text)
    ? matches(PART, cell.text).map((match) => match.index + match[0].length)
    : [];
  const whole = starts.length > 1 ? [] : sumCell(table, place);
  if (whole.length > 0 || starts[0] !== 0) return whole;
  let previous: string | null = null;
  const drafts: Draft[] = [];
  for (const [i, start] of starts.entries()) {
    const text = cell.text.slice(start, starts[i + 1] ?? cell.text.length);
    const [q] = scanQuantities(text);
    if (q?.unit !== 'money' || !q.large || OF_ITEMS.test(text.slice(q.end))) continue;
    const end = q.end + (text[q.end] === '+' ? 1 : 0);
    const told = text.slice(end);
    const dates = scanDates(told, { published: table.article.published, previous });
    const day: string | null = dates.find((d) => !d.comparison)?.iso ?? monthBefore(told, previous);
    if (day === null && starts.length > 1) continue;
    previous = day ?? previous;
    const only = { start: cell.start + start, end: cell.start + start + end, text: text.slice(0, end) };
    for (const draft of sumCell(table, { ...place, cell: only }))
      drafts.push({
        ...draft,
        asOf: day ?? draft.asOf ?? null,
        period:
          draft.metric === 'revenue' && RUN_RATE.test(`${cell.text} ${place.label.text}`)
            ? 'year'
            : (draft.period ?? null),
      });
  }
  return drafts;
}

/** "$30B Apr 6 2026; $20B mid-Mar": the month right before the one told last. */
function monthBefore(text: string, previous: string | null): string | null {
  const [, year, last] = /^(20\d\d)-(\d\d)/.exec(previous ?? '') ?? [];
  const name = BARE_MONTH.exec(text)?.[1];
  if (year === undefined || name === undefined) return null;
  const month = monthOf(name);
  return `${month > Number(last) ? Number(year) - 1 : year}-${String(month).padStart(2, '0')}`;
}
const BARE_MONTH =
  /^ (?:in |as of |by )?(?:early |late |mid[- ]|end[- ](?:of )?)?((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b/;
