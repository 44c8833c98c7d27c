import { isObject } from '../json.ts';
import type { Step } from './steps.ts';
import { phraseOf } from './words.ts';

/** What stands beside the price that is asked, and the words that its key has then: the same with taxes, the share of who sells it. */
const BESIDE: readonly (readonly [RegExp, string])[] = [
  [/\bgross\b/, 'net'],
  [/\bgross\b/, ''],
  [/\b(?:incl(?:uding|usive)?|with) (?=vat|tax)/, 'excl '],
  [/\b(?:incl(?:uding|usive)?|with) (?=vat|tax)/, 'without '],
  [/\b(?:incl(?:uding|usive)?|with) (?=vat|tax)/, 'excluding '],
  [/^(?:provider|supplier|vendor|seller|host|upstream|wholesale) /, ''],
];
const ANY = new RegExp(BESIDE.map(([word]) => word.source).join('|'));

/** {"price": {"net": 10, "gross": 11.9}}, {"cost_per_hour": 3.19, "provider_cost_per_hour": 2}: an amount beside the one that is asked for the same. */
export const isNotAsked = (steps: readonly Step[]): boolean =>
  steps.some(({ within, key }) => {
    if (!isObject(within)) return false;
    const phrase = phraseOf(key);
    if (!ANY.test(phrase)) return false;
    const asked = BESIDE.flatMap(([word, other]) =>
      word.test(phrase) ? [phrase.replace(word, other).replaceAll(/\s+/g, ' ').trim()] : [],
    );
    return asked.length > 0 && Object.keys(within).some((one) => asked.includes(phraseOf(one)));
  });
