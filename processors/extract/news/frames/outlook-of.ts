import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import { type CueKind, findCues } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

const METRIC: ReadonlySet<CueKind> = new Set(['revenue', 'operating_profit', 'net_income', 'capex', 'spend']);
const MONEY = '(?:us)?[$€£¥]';
/** "raised its forecast for this year to", "moved its range up to", "has an outlook of": an outlook that does not say what it is of. */
const OUTLOOK = new RegExp(
  `\\b(?:forecast|outlook|guidance|projection|range|estimate)s?\\b(?:,? (?:for|of|this|next|in|from|up|down|again|yet|by|the|its|full|fiscal|whole|year|quarter|calendar|further|20\\d\\d|(?:the )?(?:current|coming|next|this) year|previous|earlier))*,? (?:to|at|of|from|is|now|stands at|runs from)(?: now)?(?: (?:between|about|around|roughly|as much as|up to|at least|more than|over|a range of))*(?: ${MONEY}[\\d.]+ ?(?:billion|bn|b|million|m)?(?: (?:to|and)|[-–]))? $`,
);
/** How far above the metric may have been said. */
const REACH = 10;

/**
 * "Google similarly raised its forecast for this year to $91 billion": of what the text was speaking of, where the sentence names
 * no metric: the nearest sentence above that speaks of one. Null where nothing above does.
 */
export function outlookOf(article: Article, reading: Reading, q: Quantity): Found | null {
  const { text, index } = reading;
  if (!/(?:out|range|fore|guid|project|estim)/.test(text)) return null;
  const lead = text.slice(0, q.start);
  if (!OUTLOOK.test(lead)) return null;
  const [from] = clauseAt(reading, q.start);
  const here = findCues(text.slice(from, q.start)).find(({ kind }) => METRIC.has(kind));
  if (here) return null;
  for (let i = index - 1; i >= 0 && i >= index - REACH; i--) {
    const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
    const said = findCues(article.folded.slice(start, end)).findLast(({ kind }) => METRIC.has(kind));
    if (said)
      return { cue: { kind: said.kind === 'spend' ? 'capex' : said.kind, start: q.start, end: q.start }, cost: 41 };
  }
  return null;
}
