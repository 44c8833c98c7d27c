import { type Entity, isActor } from './entities.ts';
import type { Reading } from './reading.ts';

const COORDINATOR =
  /^(?:'s|\.|\)|\([^()]{1,30}\)| (?:corp|inc|ltd|co|group|plc)\.?)? ?(?:,|、|and|&|×|\+|,? and|和|与|及|以及|\/|，|或|or)(?: the| both|(?: [\w-]+){1,4} (?:such as|like|including)|日本|韩国|美国|中国|英国|法国|德国)? ?$/;

/** Entities joined to this one by commas and "and", in order, itself included. */
export function coordinated({ text, entities }: Pick<Reading, 'text' | 'entities'>, entity: Entity): Entity[] {
  const all = entities.filter(isActor);
  const at = all.indexOf(entity);
  if (at < 0) return [entity];
  const joined = (a: Entity | undefined, b: Entity | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    // 甲骨文(Oracle)、软银: said twice.
    (COORDINATOR.test(text.slice(a.end, b.start)) || (a.slug === b.slug && text.slice(a.end, b.start).trim() === '('));
  let first = at;
  while (first > 0 && joined(all[first - 1], all[first])) first--;
  let last = at;
  while (last < all.length - 1 && joined(all[last], all[last + 1])) last++;
  return all.slice(first, last + 1).filter((e, i, row) => e === entity || e.slug !== row[i - 1]?.slug);
}
