import { CHIP_MAKERS } from './chip-makers.ts';
import { type Entity, isActor } from './entities.ts';
import { HOSTS } from './frames/hosts.ts';
import type { Reading } from './reading.ts';

/** Groups and neoclouds that let out machines, beside the hosts of models. */
const LETS = new Set('coreweave iren fluidstack oracle microsoft amazon google terawulf cipher-mining'.split(' '));
const sells = ({ slug }: Entity): boolean => HOSTS.has(slug) || CHIP_MAKERS.has(slug) || LETS.has(slug);
const JOINED = /^ ?(?:\/|\+|&|×|[–—-]|and|→|<>|↔) ?$/;

/** "- Anthropic / Microsoft: $30 billion of Azure compute": who of the two houses that label a deal buys; the first where neither, or both, are known to sell. Undefined elsewhere. */
export function buyerOfPair({ text, entities }: Reading, start: number): Entity | undefined {
  const colon = text.indexOf(':');
  if (colon < 3 || colon > 60 || colon > start) return undefined;
  const [first, second, ...others] = entities.filter((e) => isActor(e) && e.end <= start);
  if (!first || !second || others.length > 0 || second.slug === first.slug) return undefined;
  if (!/^[ *_•-]*$/.test(text.slice(0, first.start)) || !/^[*_ ]*$/.test(text.slice(second.end, colon)))
    return undefined;
  if (!JOINED.test(text.slice(first.end, second.start))) return undefined;
  return sells(first) && !sells(second) ? second : first;
}
