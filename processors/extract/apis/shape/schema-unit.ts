import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { textOf } from '../template.ts';
import { type FoundUnit, parseUnit } from './parse-unit.ts';
import { perObject } from './per-object.ts';

/** UN/CEFACT codes that schema.org takes for units of time and data. */
const CODES: Readonly<Record<string, string>> = {
  SEC: 'second',
  MIN: 'minute',
  HUR: 'hour',
  DAY: 'day',
  MON: 'month',
  ANN: 'year',
  E34: 'GB',
};
/** "P1M", "PT1H", "P1Y": ISO 8601 durations of one. */
const DURATIONS: Readonly<Record<string, string>> = {
  PT1S: 'second',
  PT1M: 'minute',
  PT1H: 'hour',
  P1D: 'day',
  P1M: 'month',
  P1Y: 'year',
};

/**
 * What an offer of schema.org buys: {"price": "1.20", "priceSpecification": {"referenceQuantity": {"value": "1000", "unitText": "images"}}},
 * {"price": "19", "billingDuration": "P1M"}. Null where it says neither.
 */
export const schemaUnit = perObject((object): FoundUnit | null => {
  const given = object['priceSpecification'];
  const inner = isList(given) ? given[0] : given;
  for (const spec of [object, ...(isObject(inner) ? [inner] : [])]) {
    const found = ofQuantity(spec['referenceQuantity']) ?? ofDuration(spec) ?? ofCode(spec);
    if (found !== null) return found;
  }
  return null;
});

function ofQuantity(quantity: Json | undefined): FoundUnit | null {
  if (!isObject(quantity)) return null;
  const found = ofCode(quantity);
  const count = Number(textOf(quantity['value']) ?? '1');
  return found === null || !/^10*$/.test(String(count))
    ? found
    : { ...found, unit: { ...found.unit, count: found.unit.count * count } };
}

const ofDuration = (spec: JsonObject): FoundUnit | null =>
  parseUnit(DURATIONS[textOf(spec['billingDuration']) ?? ''] ?? '');

const ofCode = (spec: JsonObject): FoundUnit | null => {
  const text = textOf(spec['unitText']);
  return (
    parseUnit(CODES[textOf(spec['unitCode']) ?? ''] ?? '') ??
    (text === null
      ? null
      : (parseUnit(text) ??
        (/^\p{L}{3,}$/u.test(text)
          ? { unit: { dimension: 'other', count: 1, noun: text.toLowerCase() }, text }
          : null)))
  );
};
