import { coordinated } from '../coordinated.ts';
import { type Entity, isActor } from '../entities.ts';
import { type Quantity, rowAround } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** Between two sums of a list. */
const NEXT_SUM = /^[^,，。;；、]{0,6}(?:[、,，和与及]|以及) ?$/;
/** Between two houses of one. */
const NEXT_HOUSE = /^ ?(?:[、,，和与及]|以及) ?$/;

/** 甲云、乙云和丙云的整机月租分别为3.2万元、2.9万元和2.8万元: as many houses as sums, in their order. The house of this sum; null elsewhere. */
export function houseInTurn(reading: Reading, q: Quantity): Entity | null {
  const { text, entities, quantities } = reading;
  if (!hasHan(text)) return inTheirOrder(reading, q);
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

const SELL =
  /^ (?:(?:now|still|also|will|would|currently|both|have|has) )*(?:(?:charge|ask|want|list|sell|price|bill|offer|rent|lease|quote|demand)(?: (?:for|at|it|them|theirs|one|out))*|(?:raised?|increased?|lift(?:ed)?|bump(?:ed)?|lower(?:ed)?|reduced?|trim(?:med)?|slash(?:ed)?|cut|drop(?:ped)?|moved?|put|hiked?) (?:their |its )?(?:[\w-]+ ){0,4}(?:prices?|rates?|rents?|rentals?)(?: (?:up|down))?,? to)(?: (?:about|just|only))? $/;
const ALSO = /^(?:,|,? and|,? or) (?:about |just |only )?$/;
const TWO_WAYS = /\b(?:input|in)\b[^,;.]*\b(?:and|\/) ?(?:output|out)\b|\boutput and input\b/;

/** "Corvane and Vultr charge $2.99 and $3.20 an hour", in English: a sum behind the verb of as many houses, unless they are the two sides of one price. */
function inTheirOrder(reading: Reading, q: Quantity): Entity | null {
  const { text, entities, quantities } = reading;
  if (q.unit !== 'money') return null;
  const row = rowAround(
    quantities,
    q,
    (one, next) => next.unit === 'money' && ALSO.test(text.slice(one.end, next.start)),
  );
  const [first, last] = [row[0], row.at(-1)];
  if (row.length < 2 || !first || !last) return null;
  const seller = entities.findLast((e) => e.kind === 'organisation' && e.end <= first.start);
  if (!seller || !SELL.test(text.slice(seller.end, first.start)) || TWO_WAYS.test(text.slice(last.end))) return null;
  const houses = coordinated(reading, seller).filter((e) => e.kind === 'organisation' && e.end <= seller.end);
  return houses.length === row.length ? (houses[row.indexOf(q)] ?? null) : null;
}
