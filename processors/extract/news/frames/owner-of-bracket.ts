import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';

/** "Capacity Blocks (+15%, January), Hetzner cloud (+33%), OVHcloud (+9-11%)": whose item of a list a bracket ends; null where it ends none, or the item names nobody. */
export function ownerOfBracket({ text, original, entities }: Reading, q: Quantity): Subject | null {
  const open = text.lastIndexOf('(', q.start);
  if (open < 0 || !OPENS.test(text.slice(open, q.start))) return null;
  const from = Math.max(...[') ', '), ', ': ', '; '].map((end) => text.lastIndexOf(end, open))) + 1;
  const house = entities.find((e) => isActor(e) && e.start >= from && e.end <= open);
  return house ? { slugs: [house.slug], names: [original.slice(house.start, house.end)], how: 'clause' } : null;
}
const OPENS = /^\((?:from |about |up |down )?[+−–-]?$/;
