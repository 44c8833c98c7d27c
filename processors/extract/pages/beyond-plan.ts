import type { Unit } from '../../normalise/units.ts';
import type { Seen } from './card-records.ts';

/** What there may be more of than a plan includes, and what the amount is of where the line says it in its own way. */
export interface Beyond {
  readonly item: string;
  readonly unit: Unit | null;
}

/**
 * What more of a thing costs in the card of a plan: "Storage", "9 GB", "+", "$0.75 / GB", or "9 GB of storage", "then $0.75 per GB", or "200", "+",
 * "concurrent runs", "Then $10/month per 50", or "Overage runs priced at $0.004". Null for any other line.
 */
export function beyondIncluded(one: Seen, seen: readonly Seen[]): Beyond | null {
  return perSoMany(one, seen) ?? overage(one) ?? thenPer(one, seen) ?? plusPer(one, seen);
}

/** "200", "+", "concurrent runs", "Then $10/month per 50": so much by the month for so many. */
function perSoMany({ text, at }: Seen, seen: readonly Seen[]): Beyond | null {
  const [, time, count] = PER_SO_MANY.exec(text) ?? [];
  if (time === undefined) return null;
  let first = at;
  while (at - first < LONGEST_ITEM && isWords(seen[first - 1])) first--;
  const counted = seen[first - 1]?.text ?? '';
  if (first === at || !HOW_MANY.test(counted)) return null;
  return {
    item: seen
      .slice(first, at)
      .map(({ line }) => line.text)
      .join(' '),
    unit: {
      dimension: /^y/i.test(time) ? 'year' : 'month',
      count: Number((count ?? '1').replaceAll(',', '')),
      noun: 'month',
    },
  };
}
const PER_SO_MANY =
  /^(?:then|plus|after that,?) \p{Sc}\s?\d[\d.,]* ?(?:\/|per |a ) ?(month|mo|year|yr) (?:per|for(?: each| every)?) (?:(?:extra |additional )?(\d[\d,]*)(?: \p{L}+){0,2}|(?:extra |additional )?\p{L}+)$/iu;
const HOW_MANY = /^(?:\+|\d[\d.,]*\+?)$/;
const LONGEST_ITEM = 3;
const isWords = (one: Seen | undefined): boolean =>
  one !== undefined && /^\p{L}[^\d]*$/u.test(one.text) && one.text.length <= 40 && one.kind !== 'heading';

/** "Overage runs priced at $0.004", "Extra seats: $5 each": of one, where no unit is said. */
function overage({ text, line }: Seen): Beyond | null {
  const item = OVERAGE.exec(text)?.[0];
  if (item === undefined) return null;
  return {
    item: line.text.slice(0, item.length).trim(),
    unit: EACH.test(text) ? { dimension: 'other', count: 1, noun: 'item' } : null,
  };
}
const OVERAGE =
  /^(?:overages?|extra|additional) \p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)??(?=(?: (?:are|is))?(?:(?: (?:priced|billed|charged|available|cost))? (?:at|for)|:) \p{Sc}\s?\d)/iu;
const EACH = /\p{Sc}\s?\d[\d.,]*(?: each)?$/iu;

/** "9 GB of storage", "then $0.75 per GB" */
function thenPer({ text, at }: Seen, seen: readonly Seen[]): Beyond | null {
  const counted = /^then\b/i.test(text) ? COUNTED.exec(seen[at - 1]?.line.text ?? '')?.[1] : undefined;
  return counted === undefined ? null : { item: counted, unit: null };
}
const COUNTED =
  /^[\d.,]+ ?(?:[kmgtp]i?b|thousand|million|billion|[kmb])?(?: of)? (\p{L}[\p{L} -]{3,30}?)(?: (?:per|included|a)\b.*)?$/iu;

/** "Storage", "9 GB", "+", "$0.75 / GB" */
function plusPer({ text, at }: Seen, seen: readonly Seen[]): Beyond | null {
  const [item, included, plus] = seen.slice(Math.max(0, at - 3), at);
  return ALONE.test(text) &&
    plus?.text === '+' &&
    INCLUDED.test(included?.text ?? '') &&
    item !== undefined &&
    /^\p{L}/u.test(item.text) &&
    !INCLUDED.test(item.text)
    ? { item: item.line.text, unit: null }
    : null;
}
/** An amount and its unit, and nothing that names what it is of. */
export const ALONE = /^(?:\W{0,2}|from |starting (?:at|from) )\W{0,3}[\d.]/i;
const INCLUDED = /^(?:[\d.,]+ ?(?:[kmgtp]i?b|thousand|million|billion|[kmb])?|unlimited)(?![a-z])/i;
