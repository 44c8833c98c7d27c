import { withoutMode } from '../../../normalise/modes.ts';
import type { Quote } from '../../../normalise/price.ts';
import type { JsonObject } from '../json.ts';
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

/** What entries of one name say in a field that has another text in each of them; nothing where they cost the same, or none does. */
function fieldsApart<T extends Keyed>(alike: readonly T[]): [T, string][] {
  const objects = [...new Set(alike.map(({ object }) => object))].filter((object) => object !== null);
  const [first] = objects;
  if (first === undefined || objects.length < 2 || new Set(alike.map(({ quote }) => quote.amount)).size < 2) return [];
  const key = Object.keys(first).find(
    (one) =>
      APART.test(phraseOf(one)) &&
      new Set(objects.flatMap((object) => textOf(object[one]) ?? [])).size === objects.length,
  );
  if (key === undefined) return [];
  return alike.flatMap((one): [T, string][] => {
    const text = textOf(one.object?.[key]) ?? '';
    // "standard" needs no telling, and any other way of buying is the mode.
    return text === '' || text.length > LONGEST || withoutMode(text).trim() === ''
      ? []
      : [[one, /\p{L}/u.test(text) ? text : `${phraseOf(key)} ${text}`]];
  });
}

const APART =
  /\b(?:tier|plan|edition|variant|version|resolution|quality|size|os|operating system|platform|type|class|grade|option|range|context|duration|audience|license|licence)$/;
const LONGEST = 60;

const seriesOf = ({ quote: { product, meter, mode, tier, region, currency }, qualifier }: Keyed): string =>
  [product, meter, mode, tier, qualifier, region, currency].join('\n');
