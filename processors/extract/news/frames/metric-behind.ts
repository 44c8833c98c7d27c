import { isActor } from '../entities.ts';
import type { CueKind } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Found } from './sums.ts';

const METRICS: ReadonlySet<CueKind> = new Set(['revenue', 'operating_profit', 'net_income', 'capex', 'commerce']);
/** What a metric may have before it, right behind its sum: "in data-center", "of adjusted". */
const LEAD =
  /^ (?:(?:worldwide|globally|overall|annually) )?(?:in |of )?(?:(?!(?:and|or|but|a|an|the|its|their|from|for|to|by|on|with|as|at|per|worth|after|before|while|when|since|because|than|versus|against|during|over|up|down|this|last|next|more|less|was|is|were|are|will|has|have|had|billion|million)\b)[a-z][\w-]* ){0,3}$/;
const OTHERS = /^(?:adjusted )?(?:ebitda|ebit)|^(?:free |operating )?cash flow|^bookings|^gross profit/;
/** It goes on as part of another noun: "revenue growth", "profit margin", "sales team". */
const GOES_ON =
  /^[ -](?:growth|margins?|targets?|forecasts?|guidance|multiples?|share|sharing|mix|recognition|bonds?)\b/;

/** "$610 million consolidated revenue, $251 million adjusted EBITDA": the metric that stands right behind a sum is its own; null where none does. */
export function metricBehind({ text, cues, entities }: Reading, q: Quantity): Found | null {
  if (hasHan(text) || text[q.end] !== ' ') return null;
  const promised = PROMISED.exec(text.slice(q.end, q.end + 60));
  if (promised && /\bthe (?:about |some |nearly )?$/.test(text.slice(0, q.start))) {
    const end = q.end + promised[0].length;
    return { cue: { kind: 'investment', start: end - (promised[1]?.length ?? 0), end }, cost: 1 };
  }
  const earned = EARNED.exec(text.slice(q.end, q.end + 70));
  if (earned && /\bthe (?:about |some |nearly |over |roughly )?$/.test(text.slice(0, q.start))) {
    const end = q.end + earned[0].length;
    return { cue: { kind: 'revenue', start: end - (earned[1]?.length ?? 0), end }, cost: 1 };
  }
  const cue = cues.find((c) => c.start > q.end && METRICS.has(c.kind));
  if (!cue || cue.start - q.end > REACH || !LEAD.test(text.slice(q.end, cue.start))) return null;
  // "a $300 billion OpenAI agreement", whatever was lost or gained before.
  const dealt =
    /\ban? $/.test(text.slice(0, q.start)) && entities.some((e) => isActor(e) && e.start > q.end && e.end < cue.start);
  if (cue.kind === 'commerce' && !dealt && !OTHERS.test(text.slice(cue.start, cue.end))) return null;
  return GOES_ON.test(text.slice(cue.end, cue.end + 14)) ? null : { cue, cost: 1 };
}
const REACH = 40;
/** "the $38 billion promised in May", "the $600 billion that Meta has pledged" */
const PROMISED =
  /^ (?:(?:that |which )?(?:[\w.&'’-]+ ){1,3}?(?:has |had |have ))?(?:(?:was|were|is|are|been) )?(promised|pledged|earmarked|committed)\b(?! by (?:investors|backers))/;

/** "the nearly $114 million Lambda made from its cloud", "the $1.2 billion that Nebius earned": what came in. */
const EARNED =
  /^ (?:that |which )?(?:[\w.&'’-]+ ){1,3}?(?:has |had |have )?(made|earned|took in|brought in|booked|collected|generated)\b(?! (?:an?|up|it|by|[^.;]{0,30}(?:profits?|income|loss(?:es)?|orders|bookings))\b)/;

/** What it calls the metric, where that is more than one word. */
export function metricPhrase({ original, text }: Reading, q: Quantity, { cue }: Found): string | null {
  const phrase = original.slice(q.end, cue.end).replace(/^ (?:in |of )?/, '');
  return phrase.includes(' ') && !GENERAL.test(phrase) && cue.start > q.end && LEAD.test(text.slice(q.end, cue.start))
    ? phrase
    : null;
}
/** It only says over what time, or that it is all. */
const GENERAL =
  /^(?:annual|annuali[sz]ed|quarterly|monthly|yearly|total|overall|combined|additional|new|estimated|expected|recurring|run|net|gross|operating) (?:\w+[- ]?){1,2}$/i;
