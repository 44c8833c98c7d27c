import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

const SPENDING = /^(?:services?|infrastructure|cloud|software|ai|gpu) (?:spending|expenditure|outlays)$/;
/** From the name of a house to what it spends: "Meta's total cloud and AI". */
const ITS = /^['’]s (?:(?!to\b|of\b|and [a-z]+ed\b)[\w-]+ ){0,5}$/;
const OWNED = /\b(?:its|our) (?:[\w-]+ ){0,4}$/;
const IN = /^ (?:in|of|on) (?:[\w-]+ ){0,2}$/;
const AT = /^ (?:at|by) (?:the )?$/;
const OF_ALL = /\b(?:global|worldwide|world|market|enterprises?|customers|end[- ]users?|industry|businesses)\b/;

/** "Meta's AI infrastructure spending was $19 billion", "Amazon ..., as $59 billion in infrastructure spending": what a house spends is its own, no market. */
export function ownSpending({ text, entities }: Reading, q: Quantity, { cue, cost }: Found): Found | null {
  if (cue.kind !== 'market' || !SPENDING.test(text.slice(cue.start, cue.end)) || OF_ALL.test(text)) return null;
  if (entities.some((e) => e.kind === 'reporter')) return null;
  const behind = cue.start >= q.end && IN.test(text.slice(q.end, cue.start));
  const its = OWNED.test(text.slice(0, cue.start));
  const owned = entities.some(
    (e) =>
      isActor(e) &&
      (e.end <= cue.start
        ? (behind && e.end <= q.start) || its || ITS.test(text.slice(e.end, cue.start))
        : AT.test(text.slice(cue.end, e.start))),
  );
  return owned ? { cue: { ...cue, kind: 'capex' }, cost } : null;
}
