import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';

/** What a report gives a sum of. */
const NOUN =
  '(?:(?:net|operating|pre-?tax|gross|adjusted|attributable|quarterly|annual|full-year|total|commercial|capital|free|cash|finance|revenue|order|remaining|performance|contracted|unfilled|supply|purchase|customer|signed|new|cloud|infrastructure|q[1-4]|fy\\d+|20\\d\\d) )*(?:net income|net loss(?:es)?|net profits?|operating (?:income|profits?|loss(?:es)?)|profits?|cash flows?|backlog|order book|orders|bookings|rpo|performance obligations|capex|capital (?:expenditures?|spending|outlays?)|expenses|commitments|ebitda|obligations)';
/** What leads from it to its figure. */
const LEADS =
  '(?:,? ?(?:stands?|stood|tops?|topped|reach(?:es|ed)|hits?|hit|rose|rises|grew|grows|fell|falls|climbed|jumped|swelled|widened|narrowed|came|comes|come|was|were|is|are|at|to|of|in|by|about|around|roughly|nearly|almost|some|over|more than|just|put|now|already|a|an|negative|minus|record|guidance|range|forecast|outlook|not yet [a-z]+ as revenue|for (?:the )?(?:quarter|year|20\\d\\d|fy\\d+)))*[ :*]*$';
const BEFORE = new RegExp(`\\b(${NOUN})(?: \\([a-z]+\\))?${LEADS}`);

/** "backlog topped", "Total expenses for 2026 are put at": the words of a report right before a sum; null where others stand there. */
export function reportedBefore({ text, original }: Reading, { start }: Quantity): string | null {
  const from = Math.max(0, start - 90);
  const match = BEFORE.exec(text.slice(from, start));
  const noun = match?.[1];
  if (!match || noun === undefined) return null;
  const at = from + match.index;
  return original.slice(at, at + noun.length);
}

const DEAL =
  '(?:deals?|contracts?|agreements?|orders?|pacts?|leases?|commitments?|collaboration|partnership|facility|loan|plan|programme|program|project|build-?out)';
const NO_WORD =
  '(?!(?:the|its|their|an?|of|in|to|with|for|and|that|is|was|has|have|had|signed|announced|won|says?|said)\\b)';
/** "the $9.7 billion Microsoft agreement", "a $21bn contract": the deal that a sum is an adjective of. */
const ADJECTIVE = new RegExp(`^[- ]((?:${NO_WORD}[a-z][\\w-]* ){0,3}${DEAL})\\b`);
/** "a multi-year AI cloud deal with Meta, reportedly worth about" */
const WORTH = new RegExp(
  `\\b((?:${NO_WORD}[a-z][\\w-]* ){0,4}${DEAL})\\b[^.;$€£¥]{0,70}?\\b(?:worth|valued at|value of|cost(?:ing|s)?(?: at)?|totall?ing|priced at)(?: [a-z]+){0,3} $`,
);

/** The deal that a sum is the size of; null where none is told beside it. */
export function dealOf({ text, original }: Reading, { start, end }: Quantity): string | null {
  const behind = ADJECTIVE.exec(text.slice(end, end + 60))?.[1];
  if (behind !== undefined) return original.slice(end + 1, end + 1 + behind.length);
  const from = Math.max(0, start - 160);
  const before = WORTH.exec(text.slice(from, start));
  if (!before?.[1]) return null;
  return original.slice(from + before.index, from + before.index + before[1].length);
}

/** "is buying those systems from Dell for", "agreed to rent servers worth": what is bought for a sum. */
const BOUGHT =
  /\b(?:buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|order(?:s|ed|ing)?|acquir(?:e|es|ed|ing)|rent(?:s|ed|ing)?|leas(?:e|es|ed|ing)|secur(?:e|es|ed|ing)) (?:the |its |their |an? |some |more |about )*((?:(?!(?:from|for|worth|over|by|in|at|through|with|on|to|than|this|last|next)\b)[a-z\d][\w'’-]* ?){1,6}?)(?: (?:around|about) them)?(?:,? (?:from|by|at|in|through|over) [^.;$€£¥]{2,50}?)? (?:for|worth|at a cost of|in a deal worth)(?: [a-z]+){0,3} $/;
const FOR =
  /^(?:,[^,.;]{3,40},| (?:over|across|through|a year|per year|annually)[^,.;]{0,20})? for (?:access to |use of |the use of |access |the |its |an? |up to )*((?:(?!(?:in|from|over|by|at|through|with|on|to|until|and|that|which|this|last|next|years?|months?)\b)[a-z][\w'’-]*(?: |(?=[,.;)]|$))){1,5})/;

const NO_WARE =
  /^(?:the|all|full|calendar|fiscal|year|quarter|month|now|good|each|every|example|instance|which|it|them|those|whom|shareholders)\b/;

/** What a sum pays for, where its sentence says it. */
export function boughtFor({ text, original, dates }: Reading, { start, end }: Quantity): string | null {
  const behind = FOR.exec(text.slice(end, end + 130));
  if (behind?.[1]) {
    const to = end + behind[0].length;
    const at = to - behind[1].length;
    return dates.some((d) => d.start < to && d.end > at) || NO_WARE.test(behind[1])
      ? null
      : original.slice(at, to).trim();
  }
  const from = Math.max(0, start - 160);
  const before = BOUGHT.exec(text.slice(from, start));
  if (!before?.[1]) return null;
  const at = from + before.index + before[0].indexOf(before[1]);
  return original.slice(at, at + before[1].length).trim();
}
