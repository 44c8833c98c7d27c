import type { Article } from './analysis.ts';
import { carriedSubject, PRONOUN_START } from './carried-subject.ts';
import { type Entity, isActor } from './entities.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './source-subject.ts';
import { hasHan } from './text.ts';

/** Up to the name of whoever was overtaken. */
const OVERTAKES =
  /\b(?:overtook|overtaken|overtakes?|passe[ds]|surpasse[ds]|toppe[ds]|outsold|outearned|outspent|beats?|eclipse[ds]|leapfrogged|edged (?:out|past)|pulled ahead of|moved ahead of|went past) (?:the |rival |its rival )?$/;
/** Who stands before the verb does it. */
const DOES_IT = /^ (?:(?:has|have|had|just|now|also|then|again|already|finally|first|narrowly|even) )*$/;
const IN_WHAT = /^ (?:in|on|by|for|as) /;
const FIRST = /^[^$€£¥\d;]*(?:20\d\d[^$€£¥\d;]*)?$/;
const SET_AGAINST = /\b(?:versus|vs\.?|against|to|compared (?:with|to)) (?:about |just |only |around |some |nearly )*$/;

/** "They overtook Samsung in annual profit: 47 trillion won versus 43": the first figure is of the one that overtook, the other of the one overtaken; null for any other figure. */
export function inRace(article: Article, reading: Reading, start: number, reach: number): Subject | null {
  const { text, entities, quantities } = reading;
  if (hasHan(text)) return null;
  const loser = entities.find((e) => isActor(e) && e.end < start && OVERTAKES.test(text.slice(0, e.start)));
  if (!loser || !IN_WHAT.test(text.slice(loser.end, loser.end + 5))) return null;
  const figures = quantities.filter((q) => q.start >= loser.end && q.unit !== 'number' && q.unit !== 'percent');
  const [first, second] = figures;
  if (!first || !second || !FIRST.test(text.slice(loser.end, first.start))) return null;
  if (!SET_AGAINST.test(text.slice(first.end, second.start))) return null;
  if (start === second.start) return asSubject(reading, loser);
  if (start !== first.start) return null;
  const verb = OVERTAKES.exec(text.slice(0, loser.start))?.index ?? 0;
  const winner = entities.findLast((e) => isActor(e) && e.end < verb && DOES_IT.test(text.slice(e.end, verb)));
  if (winner) return asSubject(reading, winner);
  return PRONOUN_START.test(text) ? carriedSubject(article, reading, reach) : null;
}

const asSubject = ({ original }: Reading, e: Entity): Subject => ({
  slugs: [e.slug],
  names: [original.slice(e.start, e.end)],
  how: 'clause',
});
