import type { CueKind } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

/** Behind a metric: what it means, between commas or dashes, up to the verb of its sum. */
const EXPLAINED =
  /^(?: \([^()]{2,12}\))?(?:, | [—–-]{1,2} ?|—)(?:(?:which|or|that is|the|an?|its|i\.e\.,?) )?[^,;—–]{5,90}(?:, | ?[—–] ?| -{1,2} )(?:(?:has|have|had|now|also|then|already|meanwhile) )*(?:stood|stands?|swelled|rose|reached|climbed|grew|grown|was|were|came|hit|totall?ed|jumped|fell|is|are|amounts?|amounted|adds?|added|surged|ended|passed|topped)\b/;

/** "Remaining performance obligations, the contracted revenue still to come, stood at $455 billion": the metric that a sentence is about, where the word found for a sum only explains it; null elsewhere. */
export function explainedMetric(
  { text, cues }: Reading,
  q: Quantity,
  found: Found,
  kinds: ReadonlySet<CueKind>,
): Found | null {
  if (found.cue.end > q.start) return null;
  const head = cues.find(
    (cue) =>
      cue.start <= FURTHEST &&
      cue.end < found.cue.start &&
      cue.kind !== found.cue.kind &&
      kinds.has(cue.kind) &&
      found.cue.end <= cue.end + (EXPLAINED.exec(text.slice(cue.end, q.start))?.[0].length ?? 0),
  );
  return head ? { cue: head, cost: 20 } : null;
}
/** So far from the beginning of a sentence what it is about is named, in UTF-16 units. */
const FURTHEST = 50;
