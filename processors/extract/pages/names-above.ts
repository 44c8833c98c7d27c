import type { Seen } from './card-records.ts';
import { CARD_NUMBER, FAMILY, PLAN_NAME } from './names.ts';

/** How many lines of words over a price may hold its name: the name, and what is said of it. */
const NEAR = 3;
/** So many cards must be alike. */
const ALIKE = 3;
/** A card has no more lines. */
const LONGEST = 30;
/** How much better the names right above must be than those found otherwise. */
const BETTER = 0.4;

/** "C1", "RTX5000", "Search-Std": a code. */
const CODE = /^(?=\S*\d)[A-Z][\w.+-]*(?: x ?\d)?$|^[A-Z][A-Za-z\d.]*(?:-[A-Z\d][A-Za-z\d.]*)+$/;
/** "Up to 48 vCPU", "Unlimited seats", "7-day log history": what a card comes with. */
const FEATURE =
  /^(?:[\d.,]+\+?(?:[ -]|$)|up to|unlimited|includ|everything|all\b|no\b|free\b|save\b|starts?\b|from\b|per\b|then\b|plus\b|with\b|for\b|your\b|our\b|more\b|additional|custom\b|community support|email support|or\b|and\b|by\b|billed)/i;
const SLUG = /^[a-z\d]+(?:[-_./][a-z\d]+)+$/;
/** "heron-labs / Orca Draw 2": a house and what it makes. */
const OF_HOUSE = /^[\w.-]+ \/ [\w .-]+$/;
const SMALL = /^(?:of|and|for|to|in|on|the|a|with|by|&|-|–|\/|\+|x)$/;

/** How much a line looks like the name of something sold. */
function likeness({ text, line }: Seen, times: ReadonlyMap<string, number>): number {
  if ((times.get(text) ?? 1) > 2) return 0.5;
  if (FEATURE.test(text) || line.text.length > 45) return PLAN_NAME.test(text) ? 3 : 0;
  // "orca-large-latest" stands beside "Orca Large 3".
  if (SLUG.test(line.text)) return FAMILY.test(text) ? 2.5 : 1.2;
  if (PLAN_NAME.test(text) || FAMILY.test(text) || CARD_NUMBER.test(text) || CODE.test(line.text)) return 3;
  if (OF_HOUSE.test(line.text)) return 3;
  const words = line.text.split(/\s+/).filter((word) => !SMALL.test(word));
  return words.length <= 5 && words.every((word) => /^[\p{Lu}\d(]/u.test(word)) ? 2 : 1;
}

/**
 * The lines that name prices in a text copy of cards, which has lost what set the cards apart: right above each price, where what is found
 * there looks more like names than what would be taken otherwise, the first of what stands between two prices. By the place of the price.
 */
export function namesAbove(
  seen: readonly Seen[],
  times: ReadonlyMap<string, number>,
  otherwise: (index: number) => string | null,
): ReadonlyMap<number, Seen> {
  const above = new Map<number, Seen>();
  const groups: { readonly name: Seen; readonly other: string }[] = [];
  let last: Seen | undefined;
  for (const one of seen) {
    if (one.kind !== 'money' || one.line.path.length > 0) continue;
    const name = nameOver(seen, one.at, times);
    if (name === null) continue;
    above.set(one.at, name);
    if (name !== last) groups.push({ name, other: otherwise(one.at) ?? '' });
    last = name;
  }
  if (groups.length < ALIKE) return new Map();
  const byText = new Map(seen.map((one) => [one.line.text, one]));
  const found = quality(
    groups.map(({ name }) => name),
    times,
  );
  const given = quality(
    groups.flatMap(({ other }) => byText.get(other) ?? []),
    times,
  );
  // Where it is the name of some cards either way, it is that of the others too.
  const agreed = groups.filter(({ name, other }) => name.line.text === other).length / groups.length;
  const isLikelier = agreed >= 0.3 ? found >= given * 0.9 : found >= given + BETTER;
  return isLikelier ? above : new Map();
}

/** How much lines look like the names of as many things: no two things have one name. */
function quality(names: readonly Seen[], times: ReadonlyMap<string, number>): number {
  if (names.length === 0) return 0;
  const distinct = new Set(names.map(({ text }) => text)).size / names.length;
  return (names.reduce((sum, one) => sum + likeness(one, times), 0) / names.length) * distinct;
}

/** The line of words over a price that names it, the nearest of equals; labels, sizes and other prices of the card aside. */
function nameOver(seen: readonly Seen[], index: number, times: ReadonlyMap<string, number>): Seen | null {
  let best: Seen | null = null;
  let words = 0;
  for (let at = index - 1; at >= 0 && words < NEAR; at--) {
    const one = seen[at];
    if (one === undefined || one.kind === 'heading' || one.kind === 'empty') break;
    const mayName = one.kind === 'title' || (one.kind === 'spec' && /^\p{L}[^:]*$/u.test(one.text));
    if (words > 0 && !mayName && one.kind !== 'text') break;
    if (!mayName) continue;
    words++;
    if (best === null || likeness(one, times) > likeness(best, times)) best = one;
  }
  return best;
}

/** The card of a name: down to the next one. */
export function cardUnder(name: Seen, seen: readonly Seen[], names: ReadonlyMap<number, Seen>): readonly Seen[] {
  const next = Math.min(...[...names.values()].map(({ at }) => at).filter((at) => at > name.at), name.at + LONGEST);
  return seen.slice(name.at, next);
}
