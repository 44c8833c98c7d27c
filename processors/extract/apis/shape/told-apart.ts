import { withoutMode } from '../../../normalise/modes.ts';
import type { Quote } from '../../../normalise/price.ts';
import type { Json, JsonObject } from '../json.ts';
import { textOf } from '../template.ts';
import { phraseOf, qualifierOf } from './words.ts';

/** A quote, the object it is of, and the keys between that and its price, as words. */
export interface Keyed {
  readonly quote: Quote;
  readonly qualifier: string | null;
  readonly around: string;
  readonly object: JsonObject | null;
}

/**
 * What tells amounts apart that would stand in one series: what the keys on the way say that not all of them have,
 * {"requests": {"class_a": {"price": 5}, "class_b": {"price": 0.4}}}, or a field of each of their entries, {"model": "vela-film",
 * "resolution": "720p", "price": 1}.
 */
export function toldApart<T extends Keyed>(quotes: readonly T[]): ReadonlyMap<T, string> {
  const told = new Map<T, string>();
  for (const alike of Map.groupBy(quotes, seriesOf).values()) {
    const [first] = alike;
    if (first === undefined || alike.length === 1) continue;
    if (alike.every(({ around }) => around === first.around)) {
      for (const [one, words] of fieldsApart(alike)) told.set(one, words);
      continue;
    }
    for (const one of alike) {
      const words = qualifierOf(one.around);
      if (words !== null) told.set(one, words);
    }
  }
  return told;
}

/** What entries of one name say in the field that differs in each of them, or in several together; nothing where they cost the same, or none do. */
function fieldsApart<T extends Keyed>(alike: readonly T[]): [T, string][] {
  const objects = [...new Set(alike.map(({ object }) => object))].filter((object) => object !== null);
  const [first] = objects;
  if (first === undefined || objects.length < 2 || new Set(alike.map(({ quote }) => quote.amount)).size < 2) return [];
  const keys = Object.keys(first).filter((key) => APART.test(phraseOf(key)) || typeof first[key] === 'boolean');
  const tells = (told: readonly string[]) =>
    new Set(objects.map((object) => told.map((key) => textOf(object[key]) ?? '').join('\n'))).size === objects.length;
  const one = keys.find((key) => tells([key]));
  const differing = keys.filter((key) => new Set(objects.map((object) => textOf(object[key]))).size > 1);
  const told = one !== undefined ? [one] : tells(differing) ? differing : [];
  return alike.flatMap((each): [T, string][] => {
    const words = told.flatMap((key) => saidBy(key, each.object?.[key])).join(', ');
    return words === '' ? [] : [[each, words]];
  });
}

/** "720p"; "gb 8" for a plain number; "audio" for what is true of one alone. */
function saidBy(key: string, value: Json | undefined): string[] {
  if (typeof value === 'boolean') return value ? [phraseOf(key)] : [];
  const text = textOf(value) ?? '';
  // "standard" needs no telling, and any other way of buying is the mode.
  if (text === '' || text.length > LONGEST || withoutMode(text).trim() === '') return [];
  return [/\p{L}/u.test(text) ? text : `${phraseOf(key)} ${text}`];
}

const APART =
  /\b(?:tier|plan|edition|variant|version|resolution|quality|size|os|operating system|platform|type|class|grade|option|range|context|duration|audience|license|licence)$/;
const LONGEST = 60;

const seriesOf = ({ quote: { product, meter, mode, tier, region, currency }, qualifier }: Keyed): string =>
  [product, meter, mode, tier, qualifier, region, currency].join('\n');
