import { CHIP_MAKERS } from './chip-makers.ts';
import { type Entity, isActor } from './entities.ts';
import { HOSTS } from './frames/hosts.ts';
import type { Reading } from './reading.ts';
import { kebab, type Stranger } from './unknown-name.ts';

/** Groups and neoclouds that let out machines, beside the hosts of models. */
const LETS = new Set('coreweave iren fluidstack oracle microsoft amazon google terawulf cipher-mining'.split(' '));
const sells = ({ slug }: Entity): boolean => HOSTS.has(slug) || CHIP_MAKERS.has(slug) || LETS.has(slug);
const NAME = '[A-Z][\\w.&]*(?: [A-Z][\\w&]*){0,2}';
/** "- Anthropic / Microsoft: ", as an item begins. */
const PAIR = new RegExp(
  `^[ *_•-]*(${NAME})[*_]*(?: ?(?:\\/|\\+|&|×|→|<>|↔) ?|–| and )[*_]*(?!(?:Q\\d|H\\d|FY))(${NAME})[*_]*:`,
);

/**
 * "- Anthropic / Microsoft: $30 billion of Azure compute": who of the two houses that label a deal buys; the first where neither, or
 * both, are known to sell. Null elsewhere.
 */
export function buyerOfPair({ text, original, entities }: Reading, start: number): Stranger | null {
  const colon = text.indexOf(':');
  if (colon < 5 || colon > 60 || colon > start) return null;
  const [, first = '', second = ''] = PAIR.exec(original) ?? [];
  if (first === '') return null;
  const at = original.indexOf(first);
  const behind = original.indexOf(second, at + first.length);
  const known = entities.filter((e) => isActor(e) && e.end <= colon);
  const left = known.find((e) => e.start === at);
  const right = known.find((e) => e.start === behind);
  if (left && right && left.slug === right.slug) return null;
  // Of two that nobody knows there is no telling whether they are houses.
  if (!left && !right) return null;
  const [buyer, name] = left && sells(left) && !(right && sells(right)) ? [right, second] : [left, first];
  return { slug: buyer?.slug ?? kebab(name), name };
}
