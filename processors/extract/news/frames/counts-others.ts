import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** "from 300 million to 450 million monthly active users", "1.2 billion parameters": a number with a noun of its own counts that. */
const COUNTS_SOMETHING =
  /^(?: (?:to|and|or) [\d.,]+(?: (?:million|billion|trillion))?)? (?:(?:daily|weekly|monthly|annual) )?(?!(?:a|an|the|per|each|every|in|by|from|to|at|on|and|or|but|for|during|over|last|this|that|it|as|of|when|while|since|before|after|than|with|up|down|now|today|earlier|ago|just|only|daily|weekly|monthly|annually|year|month|week|day|was|is|were|had|has|have|did|through|across|via|so|between|within|under|against|alone|back|until|till|one|two|three|four|five|six|several|few|half|compared|versus|more|less|tokens?)\b)[a-z]/;
/** "tens of millions of end users" */
const OF_OTHERS =
  /^ of (?!tokens?\b|them\b|these\b|those\b|that\b|which\b|it\b|the (?:total|tokens))(?:[a-z-]+ ){0,2}(?:users|people|customers|developers|requests|calls|queries|images|messages|documents|dollars|parameters|devices|downloads|players|transactions|conversations|chats|words|pages|videos|hours)\b/;
/** Something that is counted beside them is of about their size. */
const ALIKE = 50;

const counted = (behind: string): boolean => COUNTS_SOMETHING.test(behind) || OF_OTHERS.test(behind);

/** "450 million users", and the second of "800 million weekly users, up from 400 million": a number that counts no tokens. */
export function countsOthers({ text, quantities }: Reading, q: Quantity): boolean {
  if (counted(text.slice(q.end))) return true;
  const before = quantities[quantities.indexOf(q) - 1];
  if (before?.unit !== 'number' || !counted(text.slice(before.end))) return false;
  const ratio = Number(q.min ?? q.max) / Number(before.min ?? before.max);
  return ratio < ALIKE && ratio > 1 / ALIKE;
}
