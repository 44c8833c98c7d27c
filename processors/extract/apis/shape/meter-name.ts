import { isObject, type Json } from '../json.ts';
import { textOf } from '../template.ts';
import { directionOf, phraseOf } from './words.ts';

/** Words of meters as clouds shorten them: "4.1 mini cchd Inp glbl", "5 outpt Batch". */
const SHORT: readonly [RegExp, string][] = [
  [/\b(?:cchd|cd)(?= in)/g, 'cached'],
  [/\binpt?\b/g, 'input'],
  [/\b(?:outpt?|opt)\b/g, 'output'],
  [/\bout(?= (?:te?xt|ima?ge?|aud(?:io)?)\b)/g, 'output'],
  [/\bpp\b/g, 'priority'],
  [/\bft\b/g, 'fine tuned'],
];

/** The name of a meter as words, none of them shortened. */
export const meterPhrase = (name: string): string =>
  SHORT.reduce((phrase, [short, word]) => phrase.replaceAll(short, word), phraseOf(name));

/** What is charged for, in an entry that has one price. */
const METER_KEY =
  /^(?:(?:\w+ )?(?:meter|item|direction|metric)(?: name| type)?|(?:token|charge|usage) type|计费项|计费项目)$/;

export const isMeterKey = (key: string): boolean => METER_KEY.test(phraseOf(key));

/**
 * True for a list of meters under a few products: {"productName": "Orca", "meterName": "Orca 3 mini input"}, {"productName": "Orca",
 * "meterName": "Orca 3 input"}. Only the name of the meter says of which model each is.
 */
export function areMeters(list: readonly Json[]): boolean {
  const known = meters.get(list);
  if (known !== undefined) return known;
  const named = list.map((one) => (isObject(one) ? { of: under(one, PRODUCT), meter: under(one, METER) } : null));
  const told = new Set(named.map((one) => `${one?.of} ${directionOf(meterPhrase(one?.meter ?? ''))}`));
  const are =
    named.every((one) => one !== null && one.of !== null && one.meter !== null) &&
    new Set(named.map((one) => one?.meter)).size > told.size;
  meters.set(list, are);
  return are;
}
const meters = new WeakMap<readonly Json[], boolean>();

const PRODUCT = /^product(?: name)?$/;
const METER = /^meter(?: name)?$/;

function under(object: { readonly [key: string]: Json }, keys: RegExp): string | null {
  const key = Object.keys(object).find((one) => keys.test(phraseOf(one)));
  return key === undefined ? null : textOf(object[key]);
}
