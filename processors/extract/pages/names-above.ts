import type { Seen } from './card-records.ts';
import { CARD_NUMBER, FAMILY, IS_MODEL, OF_HOUSE, PLAN_NAME, WAY_TO_PAY } from './names.ts';

/** How many lines of words over a price may hold its name: the name, and what is said of it. */
const NEAR = 3;
/** So many cards must be alike. */
const ALIKE = 3;
/** A card has no more lines. */
const LONGEST = 30;
/** How much more like a name the line right above must look. */
const BETTER = 1;
/** What it says against a name that it would be that of several cards. */
const SHARED = 1.5;

/** "C1", "RTX5000", "Search-Std": a code. */
const CODE = /^(?=\S*\d)[A-Z][\w.+-]*(?: x ?\d)?$|^[A-Z][A-Za-z\d.]*(?:-[A-Z\d][A-Za-z\d.]*)+$/;
/** "Up to 48 vCPU", "Unlimited seats", "7-day log history": what a card comes with. */
export const FEATURE =
  /^(?:[\d.,]+\+?(?:[ -]|$)|[\d.,]+ ?[kmb]?(?: .*)? (?:included|free)$|up to|unlimited|includ|everything|all\b|no\b|free\b|save\b|starts?\b|from\b|per\b|then\b|plus\b|with\b|for\b|your\b|our\b|more\b|additional|custom\b|community support|email support|or\b|and\b|by\b|billed)/i;
/** "Get the most out of Orca": small words in a row are said of a thing. */
const REMARK = /^\p{Lu}\S*(?: \S+)*?(?: \p{Ll}[\p{Ll}'’-]*){3}/u;
const SLUG = /^[a-z\d]+(?:[-_./][a-z\d]+)+$/;
/** "Network egress", "2x RTX 4090": a measure may be sold, and so may several cards. */
const IS_NAME = /^(?:\p{L}|\d{1,2} ?x \p{L})[^:]*$/u;
/** "Storage" over "Shared filesystem": what kind of things follows. */
const KIND = /^(?:storage|network(?:ing)?|compute|gpus?|cpus?|instances|servers|databases?|models|services|add-?ons)$/i;
const SMALL = /^(?:of|and|for|to|in|on|the|a|with|by|&|-|–|\/|\+|x)$/;

/** How much a line looks like the name of something sold. */
function likeness({ text, line }: Seen, times: ReadonlyMap<string, number>): number {
  if ((times.get(text) ?? 1) > 2 || WAY_TO_PAY.test(text)) return 0.5;
  // "PRO" beside "5090" is a badge.
  if (CARD_NUMBER.test(text)) return 3.5;
  if (FEATURE.test(text) || line.text.length > 45) return PLAN_NAME.test(text) ? 3 : 0;
  // "orca-large-latest" stands beside "Orca Large 3".
  if (SLUG.test(line.text)) return FAMILY.test(text) ? 2.5 : 1.2;
  if (REMARK.test(line.text)) return 1;
  if (PLAN_NAME.test(text) || FAMILY.test(text) || CODE.test(line.text)) return 3;
  if (OF_HOUSE.test(line.text) || IS_MODEL.test(line.text)) return 3;
  const words = line.text.split(/\s+/).filter((word) => !SMALL.test(word));
  return words.length <= 5 && words.every((word) => /^[\p{Lu}\d(]/u.test(word)) ? 2 : 1;
}

/** A price, or several of one card, with the line right above that may name it and what it would be called otherwise. */
interface Named {
  readonly name: Seen;
  readonly other: string;
  readonly prices: number[];
}

/**
 * The lines that name prices in a text copy of cards, which has lost what set the cards apart: right above each price, where what is found
 * there looks more like a name than what would be taken otherwise, the first of what stands between two prices. By the place of the price.
 */
export function namesAbove(
  seen: readonly Seen[],
  otherwise: (index: number) => string | null,
): ReadonlyMap<number, Seen> {
  const times = new Map<string, number>();
  for (const { kind, text } of seen)
    if (kind === 'title' || kind === 'spec') times.set(text, (times.get(text) ?? 0) + 1);
  const cards: Named[] = [];
  for (const one of seen) {
    if (one.kind !== 'money' || one.line.path.length > 0) continue;
    const name = nameOver(seen, one.at, times);
    if (name === null) continue;
    const last = cards.at(-1);
    if (last?.name === name) last.prices.push(one.at);
    else cards.push({ name, other: otherwise(one.at) ?? '', prices: [one.at] });
  }
  if (cards.length < ALIKE) return new Map();
  const byText = new Map(seen.map((one) => [one.line.text, one]));
  const taken = Map.groupBy(cards, ({ other }) => other);
  // Where it is the name of some cards either way, it is that of the others too.
  const agreed = cards.filter(({ name, other }) => name.line.text === other).length / cards.length;
  return new Map(
    cards.flatMap(({ name, other, prices }) => {
      const one = byText.get(other);
      // No two things have one name.
      const shared = (taken.get(other)?.length ?? 0) > 1 ? SHARED : 0;
      const likely = one === undefined ? 1 : KIND.test(other) ? 0.5 : likeness(one, times);
      const given = likely - shared;
      const isBetter = likeness(name, times) - given >= (agreed >= 0.3 ? 0 : BETTER);
      return isBetter ? prices.map((price): [number, Seen] => [price, name]) : [];
    }),
  );
}

/** The line of words over a price that names it, the nearest of equals; labels, sizes and other prices of the card aside. */
function nameOver(seen: readonly Seen[], index: number, times: ReadonlyMap<string, number>): Seen | null {
  let best: Seen | null = null;
  let words = 0;
  for (let at = index - 1; at >= 0 && words < NEAR; at--) {
    const one = seen[at];
    if (one === undefined || one.kind === 'heading' || one.kind === 'empty') break;
    const mayName = one.kind === 'title' || (one.kind === 'spec' && IS_NAME.test(one.text));
    if (words > 0 && !mayName && one.kind !== 'text') break;
    if (!mayName) continue;
    words++;
    if (best === null || (!KIND.test(one.text) && likeness(one, times) > likeness(best, times))) best = one;
  }
  return best;
}

const SECTION: ReadonlySet<Seen['kind']> = new Set(['title', 'heading']);

/** The card of a name: down to the next one. */
export function cardUnder(name: Seen, seen: readonly Seen[], names: ReadonlyMap<number, Seen>): readonly Seen[] {
  const next = Math.min(...[...names.values()].map(({ at }) => at).filter((at) => at > name.at), name.at + LONGEST);
  const card = seen.slice(name.at, next);
  // "Consumer cards", "5 GPUs" behind its prices: a section of others.
  const last = card.findLastIndex(({ kind }) => kind === 'money');
  const end = card.findIndex(({ kind }, place) => place > last && SECTION.has(kind));
  return end < 0 ? card : card.slice(0, end);
}
