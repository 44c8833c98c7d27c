import type { Article } from './analysis.ts';
import { findEntities } from './entities.ts';
import { isPlaceName } from './places.ts';
import { fold } from './text.ts';
import { isCommonWord, kebab } from './unknown-name.ts';

const ADDRESS = '[A-Za-z][\\w-]*\\.(?:gov|com|net|org|io|ai|dev|cloud|app|co|sh|run|host)';
const NAME = `[A-Z][\\w&-]*[a-z][\\w&-]*(?: [A-Z][\\w&-]*){0,2}`;
/** "Changes to quillon.dev services and prices", "Price changes at Nordhost": whom a title about prices is of, told behind. */
const BEHIND = new RegExp(
  `\\b(?:[Cc]hang(?:es?|ing)|[Uu]pdat(?:es?|ing)|[Aa]djust(?:ments?|ing)|[Ii]ncreases?|[Nn]ew (?:prices|pricing|rates|plans))\\b.{0,24}? (?:(?:to|for|of) (${ADDRESS})|(?:at|on) (${ADDRESS}|${NAME}))(?!\\w)`,
);
const ON_PRICES = /\b(?:pric(?:e|es|ing)|rates|fees|plans)\b/;
const OPENING = 500;
/** "what comes next for Pico Cloud", in the opening. */
const OPENS =
  /\b(?:for|at|of|from) ([A-Z][\w&-]*(?: [A-Z][\w&-]*)? (?:Cloud|Hosting|Host|Compute|Servers|Labs))(?=[.,;:!)\n]|$)/;
/** What only whoever sells says of himself. */
const SELLS =
  /\bour (?:(?:free|paid|current|new|existing|lite|pro|starter|hosting|cloud) )*(?:plans?|prices|pricing|price list|rates|subscribers|subscriptions|tiers)\b/;
const QUOTES = /["“][^"”]{0,400}["”]/g;
const DAY =
  /^(?:[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** Whose notice to customers a text is that says we and names a house nobody knows: behind the changes its title tells, or in its opening. */
export function noticeOwner({ document, folded, titleText }: Article): string | null {
  const said = folded.replace(QUOTES, ' ');
  if (!/(?<![a-z])(?:we|our|us)(?![a-z])/.test(said)) return null;
  const title = ON_PRICES.test(titleText) ? BEHIND.exec(document.title ?? '') : null;
  const name =
    title?.[1] ?? title?.[2] ?? (SELLS.test(said) ? OPENS.exec(document.body.slice(0, OPENING))?.[1] : undefined);
  if (name === undefined || DAY.test(name) || isPlaceName(name.toLowerCase())) return null;
  if (name.split(' ').every((word) => isCommonWord(word))) return null;
  return findEntities(fold(name), name, 0, name.length, true).length > 0 ? null : kebab(name);
}
