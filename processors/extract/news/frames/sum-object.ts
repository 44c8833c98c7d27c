import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** Who speaks, pronouns, figures and bare verbs: words that a sentence begins with, and no business that earns or spends. */
const NO_BUSINESS =
  /^(?:\d|it|they|we|he|she|you|i|them|this|that|there|those|these|first|second|third|another|reads?|receives?|shows?|show|wants|about|around)\b|\b(?:it|they|he|she|we|them) |\b(?:it|they|them)$|\b(?:ceo|cfo|coo|chief|president|chair(?:man|woman)?|executive|officer|co-?founder|analysts?|spokes\w+)\b/i;

/** True where the words found for what a sum is of name nothing that earns or spends. */
export const namesNoBusiness = ({ text, original, entities }: Reading, phrase: string): boolean => {
  if (phrase === '' || NO_BUSINESS.test(phrase)) return true;
  const at = original.indexOf(phrase);
  return entities.some(
    (e) => e.kind === 'person' && e.start === at && text.slice(e.start, e.end).length >= phrase.length,
  );
};

/** "3 billion off net income": the metric that words which name no business end in. */
export const metricAtEnd = (phrase: string): string | null => METRIC_AT_END.exec(phrase)?.[0] ?? null;
const METRIC_AT_END =
  /(?:(?:net|operating|gross|free|annual|quarterly) )*(?:income|profits?|loss(?:es)?|revenues?|sales|cash flow|capex|capital (?:expenditures?|spending|outlays?))$/i;

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
