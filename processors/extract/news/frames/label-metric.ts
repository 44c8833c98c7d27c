import { type CueKind, SUM_CUES } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

const TOPICS: ReadonlySet<CueKind> = new Set(SUM_CUES.filter((kind) => kind !== 'market'));
/** So far from the beginning of a line its label may end, in UTF-16 units. */
const FURTHEST = 40;
/** Between the metric and the colon: when. */
const DATED = /^[*_ ]*(?:,? ?\(?(?:q[1-4]|h[12]|fy|fiscal|full|year|20\d\d|\d\d)[ ,]*)*\)?[*_ ]*$/;

/** "- Spending: the plan for 2026 is left at $200 billion": the metric that labels a line, where no word of the line itself says what a sum is; null elsewhere. */
export function labelledMetric({ text, cues }: Reading, q: Quantity, found: Found | null): Found | null {
  if (found !== null && found.cost <= 60 && found.cue.kind !== 'price') return null;
  const colon = text.indexOf(': ');
  if (colon < 2 || colon > FURTHEST || colon > q.start) return null;
  const cue = cues.findLast(({ kind, end }) => TOPICS.has(kind) && end <= colon);
  return cue && DATED.test(text.slice(cue.end, colon)) ? { cue, cost: 30 } : null;
}
