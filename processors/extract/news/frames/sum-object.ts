import type { Cue } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { clauseHead, phraseBehind } from './object.ts';

/** Who speaks, pronouns, figures and bare verbs: words that a sentence begins with, and no business that earns or spends. */
const NO_BUSINESS =
  /^(?:\d|it|they|we|he|she|you|i|them|this|that|there|those|these|first|second|third|another|reads?|receives?|shows?|show|wants|about|around|having|citing|internally|putting|put|pays?|paid|promised|rough(?:ly)?)\b|\b(?:it|they|he|she|we|them) |\b(?:it|they|them)$|\b(?:says?|said|repeats?|repeated|added|noted|told)$|\b(?:ceo|cfo|coo|chief|president|chair(?:man|woman)?|executives?|officer|co-?founder|analysts?|spokes\w+)\b|^(?:(?:the|its|whole|same) )*(?:company|group|firm|management|partners?|people|investors?|officials?|board|house|maker|chipmaker|little|much|most|rest|half|target|total|figure|sum|number|(?:earlier|previous|prior|old|new|latest|first|second|optimistic|pessimistic) (?:one|estimate|target|figure|forecast))$/i;
/** "into operating income", "by revenue": a preposition and what it stands before. */
const PREPOSED = /^(?:into|from|of|to|at|on|in|by|for|with|against|versus|after|before|than|off)\b/i;
/** "three months", "the prior-year period", "Full year": when, and no more. */
const WHEN_ONLY =
  /^(?:(?:the|its|a|this|that|same|full|whole|fiscal|current|next|last|past|following|final|first|second|third|fourth|prior|previous|prior-year|year-ago|(?:two|three|four|five|six|nine|ten|twelve)|q[1-4]|fy|h[12]|\d{2,4})[ -~]*)*(?:years?|quarters?|half|months?|period|fy|q[1-4])(?: (?:after|before|earlier|later|ago|as a whole|guide|guidance))?[ ~:]*$/i;

/** True where the words found for what a sum is of name nothing that earns or spends. */
export const namesNoBusiness = ({ text, original, entities }: Reading, phrase: string): boolean => {
  if (phrase === '' || NO_BUSINESS.test(phrase) || PREPOSED.test(phrase) || WHEN_ONLY.test(phrase)) return true;
  const at = original.indexOf(phrase);
  return entities.some(
    (e) => e.kind === 'person' && e.start === at && text.slice(e.start, e.end).length >= phrase.length,
  );
};

/**
 * What a sum is of in English, where the words found for it name nothing: the business behind it, the metric they end in, the one that
 * governs it, what the sum is "of". Null where none is told.
 */
export const businessInstead = (reading: Reading, q: Quantity, found: string, cue: Cue | null): string | null =>
  businessBehind(reading, q) ??
  metricAtEnd(found) ??
  (cue && METRIC_AT_END.test(reading.text.slice(cue.start, cue.end))
    ? reading.original.slice(cue.start, cue.end)
    : null) ??
  phraseBehind(reading, q.end);

/** "CoreWeave reported revenue of", "AI video ads hit a $10 billion annual run rate": who, or what, has a metric that has no words of its own; null elsewhere. */
export function holderOf(reading: Reading, q: Quantity, cue: Cue, phrase: string): string | null {
  const { text } = reading;
  const behind = cue.start >= q.end;
  const bare = /^(?:(?:total|annual|quarterly|its|group) )*(?:revenues?|sales)$/i.test(phrase);
  if (!(behind ? HAS_IT.test(text.slice(0, q.start)) : bare && REPORTS.test(text.slice(0, q.start)))) return null;
  const head = clauseHead(reading, q.start);
  return head === null || namesNoBusiness(reading, head) || METRIC_AT_END.test(head) ? null : head;
}
const REPORTS =
  /\b(?:reported|posted|booked|recorded|logged) (?:a |an |its )?(?:[\w-]+ ){0,3}?(?:revenues?|sales) of (?:about |around |nearly |over |more than |a record |just |some )*$/;
const HAS_IT =
  /\b(?:reported|posted|booked|recorded|logged|hit|reached|passed|exceeded|crossed|topped|surpassed|brought in|generated|responsible for) (?:an? |the )?(?:about |around |nearly |over |more than |a record |just |some )*$/;

/** "3 billion off net income": the metric that words which name no business end in. */
const metricAtEnd = (phrase: string): string | null => METRIC_AT_END.exec(phrase)?.[0] ?? null;
const METRIC_AT_END =
  /(?:(?:net|operating|gross|free|annual|quarterly|supply|purchase|lease) )*(?:commitments|income|profits?|loss(?:es)?|revenues?|sales|cash flow|capex|capital (?:expenditures?|spending|outlays?))$/i;

/** "$9 million in licences", "$3 billion in further payments", "$3 billion of that came from chips": what the sum is, right behind it. */
export function businessBehind({ text, original, dates }: Reading, q: Quantity): string | null {
  const match = BEHIND.exec(text.slice(q.end));
  const thing = match?.[1];
  if (!match || thing === undefined) return null;
  const start = q.end + match[0].length - thing.length;
  return dates.some((d) => d.start < start + thing.length && d.end > start)
    ? null
    : original.slice(start, start + thing.length);
}
const BEHIND =
  /^ (?:(?:of|in) (?:that|this|it|which) )?(?:(?:came|was|is|comes) from|in|from) (?:its |the |their )?((?!(?:a|an|the|its|their|that|this|operations|operating|net|current|all|each|next|past|last|first|second|third|fourth|same|year|quarter|month|end|form|exchange|return|cash|total|sales|revenues?|profits?|income|capital|annual|quarterly|monthly|net-new)\b)[a-z][\w&/'-]*(?: (?!(?:in|for|over|during|at|by|on|to|from|as|and|or|but|if|last|this|next|that|which|with|compared|up|down|while|when)\b)[\w&/'-]+){0,3})(?= (?:in|for|over|during|at|by|on|to|from|as|and|or|but|if|last|this|next|that|which|with|compared|up|down|while|when)\b|[,.;:)]|$)/;

/** "its AI business has passed an annual run rate of", "Azure surpassed $100 billion in revenue": the part of a house that earns a sum, where it acts. */
export function businessActing({ text, original }: Reading, { start }: Quantity): string | null {
  const match = ACTING.exec(text.slice(0, start));
  const part = match?.[1];
  if (!match || part === undefined) return null;
  const at = match.index + match[0].indexOf(part);
  return original.slice(at, at + part.length);
}
const WORD = "(?!(?:the|its|their|our|a|an|that|this|at|in|of|and|said|says|whose)\\b)[a-z][\\w'-]* ";
const ACTING = new RegExp(
  `(?<!\\w)(aws|azure|google cloud|microsoft cloud|oci|(?:${WORD}){1,3}(?:business|unit|arm|segment|division))(?:,[^,;]{3,60},)? (?:(?:has|have|had|also|now|already|alone|itself) )*(?:had|has|posted|reported|recorded|booked|generated|earned|made|passed|surpassed|topped|reached|hit|crossed|brought in|took in|turned over)(?: [\\w-]+){0,8} $`,
);
