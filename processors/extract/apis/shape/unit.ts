import { findMode, withoutMode } from '../../../normalise/modes.ts';
import { findUnit } from '../../../normalise/unit-phrase.ts';
import { amountOf } from '../amount.ts';
import { isObject, type Json, type JsonObject, Numeral } from '../json.ts';
import type { Candidate } from './candidates.ts';
import { PERIOD } from './entry.ts';
import { makesImages, wayOf } from './kind.ts';
import { countedLabel, labelOf } from './label-beside.ts';
import { isMachineCode } from './machines-by-place.ts';
import { type FoundUnit, parseUnit } from './parse-unit.ts';
import { perObject } from './per-object.ts';
import { schemaUnit } from './schema-unit.ts';
import { directionOf, isTerm, namesPrice, phraseOf } from './words.ts';

const UNIT_KEY =
  /\b(?:units?|uom|measure|per|billing (?:unit|period|cycle)|interval|granularity|pricing type|currency|duration)\b|^rate$/;
/** Prose about a whole list: only there, and only where it speaks of prices. A model's own description speaks of its context. */
const NOTE_KEY = /\b(?:notes?|description|comment|info|disclaimer|title)\b/;
const PRICED = /\bpric|\bcosts?\b|\b(?:usd|cny|rmb|eur)\b|[$€£¥元]/i;
/** The unit of a price, from what is nearest: its text, its keys, a unit field beside it or further out. Null where nothing says it. */
export function unitOf(candidate: Candidate): FoundUnit | null {
  const { after, phrase, around, steps, entry } = candidate;
  const own =
    parseUnit(after) ?? named(phrase) ?? named(`${around} ${phrase}`) ?? ofPeriod(phrase) ?? ofPeriods(candidate);
  if (own !== null) return own;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const within = steps[index]?.within;
    const near =
      unitOfKey(within, steps[index]?.key ?? '') ??
      unitField(within) ??
      schemaUnit(within) ??
      (index > entry.depth ? parseUnit(labelOf(within) ?? countedLabel(within) ?? '') : null) ??
      (index < entry.depth ? noteField(within) : null);
    if (near !== null) return near;
  }
  return (
    besides(candidate) ??
    (isMachineCode(entry.product) ? parseUnit('instance hour') : null) ??
    ((makesImages(candidate) || SIZE.test(`${around} ${phrase}`)) && wayOf(candidate, `${around} ${phrase}`) === null
      ? parseUnit('image')
      : null)
  );
}

/** "month", "hour_spot", "month 1y": a time, and at most how one buys. */
function ofPeriod(phrase: string): FoundUnit | null {
  const [first = ''] = phrase.split(' ', 1);
  if (!PERIOD.test(phrase) && !(PERIOD.test(first) && isWayOfBuying(phrase.slice(first.length + 1)))) return null;
  return parseUnit((PERIOD.test(phrase) ? phrase : first).replace(/^annual(?:ly)?$/, 'year'));
}

/** {"month": {"amount": "1599"}}, {"years": [{"price": "933.10", "period": "2"}]}: the time over an amount, or so many of it over a list. */
function ofPeriods({ around, steps }: Candidate): FoundUnit | null {
  const time = /(?:^| )(?:per )?((?:hour|day|month|year)(?:ly)?)s?$/.exec(around)?.[1];
  const found = time === undefined ? null : parseUnit(time);
  const within = steps.at(-1)?.within;
  if (found === null || !isObject(within)) return found;
  const count = Number(
    amountOf(Object.entries(within).find(([key]) => COUNT_OF_PERIODS.test(key))?.[1] ?? null)?.amount,
  );
  return Number.isInteger(count) && count > 0 ? { ...found, unit: { ...found.unit, count } } : found;
}
const COUNT_OF_PERIODS = /^(?:period|duration|length|count|quantity|term)$/i;

const isWayOfBuying = (words: string): boolean =>
  isTerm(words) || (findMode(words) !== null && withoutMode(words).trim() === '');

/** "1024x1536": a picture has a width and a height. */
const SIZE = /\b\d{3,4} ?[x×] ?\d{3,4}\b/;

/** "spot_price" beside "price_per_hour" is per hour too. */
function besides({ phrase, around, steps, amount }: Candidate): FoundUnit | null {
  const within = steps.at(-1)?.within;
  if (!isObject(within) || !namesPrice(phrase, '') || directionOf(phrase) !== null) return null;
  if (isMonthOf(within, Number(amount.amount))) return parseUnit('month');
  const units = Object.keys(within).flatMap((key) => {
    const other = phraseOf(key);
    return namesPrice(other, around) && directionOf(other) === null ? (named(other) ?? []) : [];
  });
  return new Set(units.map(({ unit }) => unit.dimension)).size === 1 ? (units[0] ?? null) : null;
}

/** {"price": 10, "hourly": 0.015}: so many times the hour beside it an amount is of a month, whatever its key leaves out. */
const isMonthOf = (within: JsonObject, amount: number): boolean =>
  Object.entries(within).some(([key, other]) => {
    const hours = /\bhour(?:ly)?\b/.test(phraseOf(key)) ? amount / Number(amountOf(other)?.amount) : 0;
    return hours >= FEWEST_HOURS && hours <= MOST_HOURS;
  });
/** Clouds cap a month at 500 hours or more. */
const FEWEST_HOURS = 450;
const MOST_HOURS = 760;

function named(phrase: string): FoundUnit | null {
  const spelled = phrase.replace(/\bannual(?:ly)? (?=pric|cost|fee)/, 'yearly ');
  // "on demand usd hr"
  const unit = (findUnit(spelled) ?? findUnit(spelled.replace(ENDS_IN_TIME, ' per $1')))?.unit;
  return unit === undefined || unit.dimension === 'other' ? null : { unit, text: phrase };
}

const ENDS_IN_TIME = / (hr|hour|mo|month|yr|year)$/;

/** {"hourly": "1.68", "unit": {"hourly": "元/卡/小时"}}: the unit of each price under the price's own key. */
function unitOfKey(within: Json | undefined, key: string): FoundUnit | null {
  if (!isObject(within)) return null;
  for (const [name, units] of Object.entries(within)) {
    const text = UNIT_KEY.test(phraseOf(name)) && isObject(units) ? units[key] : undefined;
    const found = typeof text === 'string' ? parseUnit(text) : null;
    if (found !== null) return found;
  }
  return null;
}

/** A field that is a unit, or beside a unit. */
const unitField = perObject((object): FoundUnit | null => {
  for (const [key, value] of Object.entries(object)) {
    const text = isObject(value) ? value['unit'] : value;
    if (typeof text !== 'string' || text.length > 300 || !UNIT_KEY.test(phraseOf(key))) continue;
    const found = parseUnit(text) ?? eachOf(text);
    if (found !== null) return { ...found, unit: { ...found.unit, count: found.unit.count * quantityOf(object, key) } };
  }
  return null;
});

/** "USD per song", "megapixels", "GHz/hour": of something no meter is for. */
function eachOf(text: string): FoundUnit | null {
  const noun =
    /^(?:(?:usd|eur|cny|[$€¥]) ?)?(?:per |\/ ?)(\p{L}{3,})$/iu.exec(text.trim())?.[1] ??
    /^(?:mega|giga)?(?:pixels?|songs?|videos?|tracks?|pages?|documents?|steps?|runs?|generations?|clips?|voices?|faces?|sessions?|operations?|invocations?|executions?|builds?|emails?|messages?)$/i.exec(
      text.trim(),
    )?.[0] ??
    /^\p{L}{2,12} ?(?:\/|-|per) ?(?:hours?|hrs?|days?|weeks?|minutes?|seconds?)$/iu.exec(text.trim())?.[0];
  return noun === undefined ? null : { unit: { dimension: 'other', count: 1, noun: noun.toLowerCase() }, text };
}

/** {"quantity": 1000, "quantity_unit": "image"}: how many of the unit an amount buys. */
function quantityOf(object: JsonObject, unitKey: string): number {
  const stem = phraseOf(unitKey).replace(/ units?$/, '');
  if (!/\b(?:quantity|count|size)$/.test(stem)) return 1;
  const value = Object.entries(object).find(([key]) => phraseOf(key) === stem)?.[1];
  const count = value instanceof Numeral ? Number(value.literal) : 1;
  return /^10*$/.test(String(count)) ? count : 1;
}

const noteField = perObject((object): FoundUnit | null => {
  for (const [key, text] of Object.entries(object)) {
    if (typeof text !== 'string' || text.length > 300 || !NOTE_KEY.test(phraseOf(key)) || !PRICED.test(text)) continue;
    const found = named(text);
    if (found !== null) return found;
  }
  return null;
});
