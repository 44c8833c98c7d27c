import { isActor } from './entities.ts';
import type { Reading } from './reading.ts';
import { kebab, type Stranger } from './unknown-name.ts';

const ROLE =
  'chief|ceo|cto|cfo|coo|head|boss|founder|co-?founder|president|vice president|finance|technology|director|manager|engineer|spokes\\w+|executive|chair\\w*';
/** "says Replit's head of infrastructure" */
const OF_HOUSE = new RegExp(
  `\\b(?:says|said|according to) ([A-Z][\\w&.-]*(?: [A-Z][\\w&.-]*)?)['’]s (?:[a-z]+ )?(?:${ROLE})\\b`,
);
/** "says Priya Nair, the chief technology officer of the payments company Zeta" */
const AT_HOUSE = new RegExp(
  `\\b(?:says|said|according to) (?:[A-Z][\\w.'’-]* ){0,3}[A-Z][\\w.'’-]*, (?:(?:the|its|a|an) )?(?:[a-z-]+ ){0,3}?(?:${ROLE})\\b[a-z ,-]{0,40}? (?:of|at|for) (?:the |a |an )?(?:[a-z-]+ ){0,4}([A-Z][\\w&.-]*(?: [A-Z][\\w&.-]*)?)`,
);

/** Whose officer says behind a figure what it is, where nobody is named before it; null where none does. */
export function houseOfSpeaker({ original, entities }: Reading, end: number): Stranger | null {
  const behind = original.slice(end);
  const said = / (?:says|said|according to) /.test(behind) ? (OF_HOUSE.exec(behind) ?? AT_HOUSE.exec(behind)) : null;
  const name = said?.[1]?.replace(/[.,]$/, '');
  if (name === undefined) return null;
  const named = entities.filter((e) => e.start >= end && original.slice(e.start).startsWith(name));
  if (named.some((e) => e.kind === 'reporter')) return null;
  return { slug: named.find(isActor)?.slug ?? kebab(name), name };
}
