import { amountOf } from '../amount.ts';
import { isList, isObject, type Json } from '../json.ts';
import type { Candidate } from './candidates.ts';

/** No card of a data centre is had for less an hour. */
const LEAST_PER_CARD = 0.3;
const BIG_CARD = /\b(?:[ab]100|gb?[23]00|[bh][23]00|h100|mi3\d\dx?|gaudi ?\d?)\b/i;

/**
 * True where the price of a machine of several cards is that of each: {"product": "H100 SXM", "gpu_count": 8, "price_per_hour": 2.1}. What shows
 * in one entry of a list holds for all of them: a smaller card in it may well be had for cents.
 */
export function isOfEachCard(
  candidate: Candidate,
  cards: number,
  count: number,
  cardsOf: (entry: Json) => number,
): boolean {
  const { entry, steps, amount } = candidate;
  if (cards < 2) return false;
  if (isTooLow(entry.product, Number(amount.amount) / count, cards)) return true;
  const list = steps[entry.depth - 1]?.within;
  const key = steps.at(-1)?.key;
  // Deeper in an entry the same key may stand in several places.
  if (!isList(list) || key === undefined || entry.depth !== steps.length - 1) return false;
  const known = lists.get(list) ?? new Map<string, boolean>();
  const found = known.get(key) ?? areLow(list.flatMap((one) => lowIn(one, key, count, cardsOf) ?? []));
  lists.set(list, known.set(key, found));
  return found;
}
const lists = new WeakMap<readonly Json[], Map<string, boolean>>();

/** All of those that can tell. */
const areLow = (told: readonly boolean[]): boolean => told.length > 0 && told.every((isLow) => isLow);

/** Whether an entry asks too little for all its cards; null where it has one, or small ones. */
function lowIn(one: Json, key: string, count: number, cardsOf: (entry: Json) => number): boolean | null {
  if (!isObject(one)) return null;
  const price = Number(amountOf(one[key] ?? null)?.amount ?? 0) / count;
  const cards = cardsOf(one);
  const isBig = Object.values(one).some((text) => typeof text === 'string' && BIG_CARD.test(text));
  return price > 0 && cards > 1 && isBig ? price < LEAST_PER_CARD * cards : null;
}

const isTooLow = (name: string, price: number, cards: number): boolean =>
  price > 0 && BIG_CARD.test(name) && price < LEAST_PER_CARD * cards;
