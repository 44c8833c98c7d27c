import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';

const BESIDE =
  /\b(?:versus|vs\.?|against|compared (?:with|to)|undercut(?:s|ting)?|less than|cheaper than|more than|dearer than|beat(?:s|ing)?|below|match(?:es|ing)?) (?:even )?(?:the )?/g;
/** Behind the name only what is sold, and the sums with what they buy. */
const ITS_SUMS =
  /^(?:['’]s?)?(?: (?!(?:old|previous|former|earlier|original|outgoing|existing|current|launch|charg|ask|cost|is\b|at\b|which\b|that\b|but\b|while\b)[a-z])[\w.-]+){0,3}["“( ]*(?:[$€£¥]\d[^;$€£¥]{0,44}?)*$/;

/**
 * "$0.55 in and $2.19 out, versus OpenAI's $15 and $60": whose sums those are that a sentence sets beside others. They are that
 * house's own, and nothing that moved. Null for any other sum.
 */
export function setBeside(reading: Reading, q: Quantity): Entity | null {
  const { text, entities } = reading;
  if (hasHan(text)) return null;
  const cue = matches(BESIDE, text.slice(0, q.start)).at(-1);
  if (!cue) return null;
  const at = cue.index + cue[0].length;
  const named = entities.find((e) => isActor(e) && e.start === at);
  // "OpenAI's o1": the model that the house is named with.
  const last = entities.findLast((e) => e.start >= at && e.end <= q.start);
  if (!named || !last || last.slug !== named.slug) return null;
  return ITS_SUMS.test(text.slice(last.end, q.start)) ? last : null;
}

/** True where one of two sums is set beside the other as what somebody else asks. */
export const isOfAnother = (reading: Reading, one: Quantity, other: Quantity): boolean =>
  setBeside(reading, one)?.start !== setBeside(reading, other)?.start;
