import type { Entity } from './entities.ts';
import type { Quantity } from './quantity.ts';

const NEXT = /^ ?[、,，和与及] ?$/;

/**
 * "CoreWeave 2.50、AWS 3.36、Azure 5.50美元/GPU小时": bare numbers of a list, each right behind a name, are in the unit of the
 * amount that ends the list. The quantities, those numbers as money.
 */
export function withListUnit(
  text: string,
  quantities: readonly Quantity[],
  entities: readonly Entity[],
): readonly Quantity[] {
  const priced = quantities.findLast((q) => q.unit === 'money' && q.rate !== null && !q.large);
  if (!priced?.rate || !quantities.some((q) => isBare(q) && q.end <= priced.start)) return quantities;
  const { currency, rate } = priced;
  const nameBefore = (q: Quantity): Entity | undefined =>
    entities.find((e) => e.end <= q.start && /^[ :：]?(?:约|为)?$/.test(text.slice(e.end, q.start)));
  const made = [...quantities];
  let next: Quantity = priced;
  for (let i = made.indexOf(priced) - 1; i >= 0; i--) {
    const q = made[i];
    const name = nameBefore(next);
    if (!q || !name || !isBare(q) || !nameBefore(q)) break;
    // "Google/Oracle 4.50": two names share one number.
    const first = entities.find((e) => e.end === name.start - 1 && text[e.end] === '/') ?? name;
    if (!NEXT.test(text.slice(q.end, first.start))) break;
    made[i] = { ...q, unit: 'money', currency, rate: { ...rate, start: q.end, end: q.end } };
    next = q;
  }
  return made;
}

const isBare = (q: Quantity): boolean => q.unit === 'number' && !q.large && q.min === q.max;
