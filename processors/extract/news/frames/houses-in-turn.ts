import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** Between two sums of a list. */
const NEXT_SUM = /^[^,，。;；、]{0,6}(?:[、,，和与及]|以及) ?$/;
/** Between two houses of one. */
const NEXT_HOUSE = /^ ?(?:[、,，和与及]|以及) ?$/;

/** 甲云、乙云和丙云的整机月租分别为3.2万元、2.9万元和2.8万元: as many houses as sums, in their order. The house of this sum; null elsewhere. */
export function houseInTurn({ text, entities, quantities }: Reading, q: Quantity): Entity | null {
  const said = text.lastIndexOf('分别', q.start);
  if (said < 0) return null;
  const houses: Entity[] = [];
  for (const e of entities.filter((e) => isActor(e) && e.end <= said).reverse()) {
    const next = houses[0];
    if (next && !NEXT_HOUSE.test(text.slice(e.end, next.start))) break;
    houses.unshift(e);
  }
  const sums = quantities.filter((other) => other.start > said && other.unit === q.unit);
  const listed = sums.every((sum, i) => {
    const before = sums[i - 1];
    return before === undefined || NEXT_SUM.test(text.slice(before.end, sum.start));
  });
  return listed && houses.length > 1 && houses.length === sums.length ? (houses[sums.indexOf(q)] ?? null) : null;
}
