import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { linesOverList } from '../list-opening.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** "$125B (up from ", "$145B, vs. ": what the figure of an item is set beside. */
const UP_FROM =
  /^(?: \([^()]*\))?,? ?[(,;–—-]? ?(?:up|down)? ?(?:from|vs\.?|versus|compared (?:with|to)|against) (?:just |only |about |roughly |~)*$/;
/** Guidance is raised from what it was, for the same year. */
const GUIDED = /\b(?:guidance|guided?|outlook|forecasts?|range|estimates?|expectations?|target)\b/;

/** "- Meta: $125B (up from $72B)" in a list of what a year brings: the year before it. Null for any other figure. */
export function yearBefore(article: Article, reading: Reading, q: Quantity, previous: Draft): string | null {
  const year = /^(FY)?(\d{4})$/.exec(previous.asOf ?? '');
  const at = (previous.valueEnd ?? Number.POSITIVE_INFINITY) - reading.start;
  if (!year || at > q.start || at < 0 || article.blocks[reading.block]?.kind !== 'bullet') return null;
  if (!UP_FROM.test(reading.text.slice(at, q.start)) || GUIDED.test(reading.text)) return null;
  for (const { text } of linesOverList(article, reading)) if (GUIDED.test(text)) return null;
  return `${year[1] ?? ''}${Number(year[2]) - 1}`;
}
