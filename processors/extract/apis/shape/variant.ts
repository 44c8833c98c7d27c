import type { Meter } from '../../../../infra/contracts/price.ts';
import { findMode, withoutMode } from '../../../normalise/modes.ts';
import { isList, isObject, type Json } from '../json.ts';
import { textOf } from '../template.ts';
import type { Candidate } from './candidates.ts';
import { PLACES } from './entry.ts';
import { wayOf } from './kind.ts';
import { packedKey } from './packed-key.ts';
import { perObject } from './per-object.ts';
import { isRandomId } from './random-id.ts';
import { isPlace, isRegion } from './regions.ts';
import { directionOf, namesPrice, phraseOf, qualifierOf, thresholdOf } from './words.ts';

const THRESHOLD_KEY =
  /^id$|\b(?:min|max|start|end|from|to|up to|above|below|threshold|range|context|tokens?|length|tier|size|resolution|quality|name|label)\b/;
const REGION_KEY =
  /^(?:regions?|region (?:code|name|id)|arm region name|location|zone|data ?cent(?:er|re)|geo ?location)$/;
const HOLDS_PLACE = /^(?:regions?|locations?|locality|zones?|data ?cent(?:er|re)|place|geo(?:graphy)?)$/;

/** Data centres by the city they are near: nyc2, fra1. */
const DATA_CENTRE = /^[a-z]{3}\d$/;

/** The range a price holds for: what the variant around it says of itself, and thresholds written into keys. */
export function tierOf({ steps, entry, around, phrase }: Candidate): string | null {
  const said = steps.slice(entry.depth + 1).flatMap(({ within }, index) => {
    const outer = steps[entry.depth + index]?.within;
    const isPlace = PLACES.test(phraseOf(steps[entry.depth + index - 1]?.key ?? ''));
    return isList(outer) && isObject(within) && !isPlace ? thresholds(within) : [];
  });
  const written = thresholdOf(`${around} ${phrase}`);
  return [...said, ...(written === null ? [] : [written])].join(', ') || null;
}

function thresholds(variant: { readonly [key: string]: Json }): string[] {
  return Object.entries(variant).flatMap(([key, value]) => {
    const phrase = phraseOf(key);
    const text = isList(value) ? value.map((one) => textOf(one) ?? '').join('-') : textOf(value);
    if (
      text === null ||
      text.length > 60 ||
      /^\d{4}-\d{2}-\d{2}/.test(text) ||
      !THRESHOLD_KEY.test(phrase) ||
      namesPrice(phrase, '')
    )
      return [];
    if (phrase === 'id') return NUMBERED.test(text) || isRandomId(text) ? [] : [text];
    if (!/^(?:name|label|tier)$/.test(phrase)) return [`${key} ${text}`];
    const words = phraseOf(text);
    // {"name": "Input", "price": 1}
    if (directionOf(words) !== null && qualifierOf(words) === null) return [];
    return findMode(words) !== null && withoutMode(words).trim() === '' ? [] : [text];
  });
}

/** Ids that databases give say nothing. */
const NUMBERED = /^(?:\d+|[0-9a-f]{8}-.*)$/i;

const MODE_WORDS =
  /\b(?:batch\w*|spot|reserved|cud|secure|community|cloud|flex|priority|interruptible|preemptible|requests?|\d+ ?(?:y|yrs?|years?|mo|months?)|one|two|three|six|twelve)\b/g;

/** What else tells two prices of one product and meter apart: "audio", "1h", "search context size low", "output" of an image. */
export function qualifier(candidate: Candidate, meter: Meter, mode: string | null): string | null {
  const { around, steps } = candidate;
  // {"us-east-1": 1.2}: said by the region.
  const isPlaced = steps.slice(-2).some(({ key }) => isRegion(key) && phraseOf(key) === candidate.phrase);
  const phrase = isPlaced ? '' : candidate.phrase;
  const found = qualifierOf(phrase, around) ?? '';
  const rest = (mode === null ? found : found.replaceAll(MODE_WORDS, ' ')).replaceAll(
    /\b(?:image|images)\b/g,
    (word) => (meter === 'image' ? ' ' : word),
  );
  const direction = TOKENS.has(meter) ? null : wayOf(candidate, `${around} ${phrase}`);
  return (
    [direction, rest.replaceAll(/\s+/g, ' ').trim()].filter((part) => part !== null && part !== '').join(' ') || null
  );
}

const TOKENS: ReadonlySet<Meter> = new Set(['input', 'output', 'cached_input', 'cache_write']);

/** The region a price holds in: a field beside it or further out, or a key on the way. */
export function regionOf({ steps, entry }: Candidate): string | null {
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (step === undefined) continue;
    if (isRegion(step.key) || (DATA_CENTRE.test(step.key) && step.key !== entry.product)) return step.key;
    if (isPlace(step.key) && isObject(step.within) && isObject(step.within[step.key])) return step.key;
    const packed = packedKey(step.key)?.region ?? null;
    if (packed !== null) return packed;
    const field = regionField(step.within);
    if (field !== null) return field;
    // {"regions": [{"name": "Brazil", ...}]}
    const named = index > entry.depth && isObject(step.within) ? placeName(steps[index - 2]?.key, step.within) : null;
    if (named !== null) return named;
  }
  return null;
}

const placeName = (list: string | undefined, place: { readonly [key: string]: Json }): string | null =>
  PLACES.test(phraseOf(list ?? '')) ? (textOf(place['name']) ?? textOf(place['id'])) : null;

const regionField = perObject((object): string | null => {
  for (const [key, value] of Object.entries(object)) {
    if (typeof value === 'string' && value !== '' && REGION_KEY.test(phraseOf(key))) return value;
    // {"location": {"zone": "de-2"}}, {"region": {"name": "Paris"}}
    if (isObject(value) && HOLDS_PLACE.test(phraseOf(key))) {
      const place =
        Object.entries(value).find(([inner]) => REGION_KEY.test(phraseOf(inner)))?.[1] ??
        value['name'] ??
        value['code'];
      if (typeof place === 'string' && place !== '') return place;
    }
  }
  return null;
});
