import type { Candidate } from './candidates.ts';
import { perObject } from './per-object.ts';
import { CODE, iso, statedCurrency } from './stated-currency.ts';
import { phraseOf } from './words.ts';

/** The currency of a price: its own sign, its keys, a field beside it or further out; null where nothing says it. */
export function currencyOf({ amount, around, phrase, steps }: Candidate): string | null {
  if (amount.currency !== null) return amount.currency;
  const keyed = CODE.exec(`${around} ${phrase}`)?.[1];
  return keyed === undefined ? statedCurrency(steps) : iso(keyed);
}

/** True where the keys, or a field on the way, count in hundredths: price_cents_per_hour, {"amounts": "cents"}. */
export function inCents({ around, phrase, amount, steps }: Candidate): boolean {
  if (/\bcents?\b/.test(`${around} ${phrase}`)) return true;
  if (amount.currency !== null) return false;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const stated = centsField(steps[index]?.within);
    if (stated !== null) return stated;
  }
  return false;
}

const AMOUNT_KEY = /^(?:(?:amounts?|prices?|pricing|values?|money|currency)(?: (?:in|units?|format))?|units?)$/;

const centsField = perObject((object): boolean | null => {
  for (const [key, value] of Object.entries(object)) {
    if (typeof value !== 'string' || !AMOUNT_KEY.test(phraseOf(key))) continue;
    if (/^(?:(?:us|usd|euro?) )?cents?$|^minor(?: units?)?$/i.test(value)) return true;
    if (/^(?:us )?dollars?$|^euros?$|^major(?: units?)?$|^string$/i.test(value)) return false;
  }
  return null;
});
