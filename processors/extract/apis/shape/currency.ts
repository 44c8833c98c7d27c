import { Numeral } from '../json.ts';
import type { Candidate } from './candidates.ts';
import { perObject } from './per-object.ts';
import { CODE, iso, statedCurrency } from './stated-currency.ts';
import { phraseOf } from './words.ts';

/** The currency of a price: its own sign, its keys, a field beside it or further out; null where nothing says it. */
export function currencyOf({ amount, around, phrase, steps }: Candidate): string | null {
  if (amount.currency !== null) return amount.currency;
  const words = `${around} ${phrase}`;
  const keyed = CODE.exec(words)?.[1];
  if (keyed !== undefined) return iso(keyed);
  // "单价（元/小时）", "€ per hour"
  const sign = /美元|[元€£]/u.exec(words)?.[0];
  return sign === undefined ? statedCurrency(steps) : (WRITTEN[sign] ?? null);
}

const WRITTEN: Readonly<Record<string, string>> = { 美元: 'USD', 元: 'CNY', '€': 'EUR', '£': 'GBP' };

/** How many parts of its currency an amount counts: of price_cents_per_hour 100, of {"amount": 49900, "scale": 2} 100, else 1. */
export function partsOf(candidate: Candidate): number {
  const { around, phrase, amount, steps } = candidate;
  if (/\bmicros?\b/.test(`${around} ${phrase}`)) return 1_000_000;
  if (inCents(candidate)) return 100;
  const digits = amount.currency === null && /^\d+$/.test(amount.literal) ? scaleField(steps.at(-1)?.within) : null;
  return digits === null ? 1 : 10 ** digits;
}

/** Beside a whole number of the smallest parts of a currency: how many of its digits are decimals. */
const scaleField = perObject((object): number | null => {
  for (const [key, value] of Object.entries(object)) {
    const digits = SCALE_KEY.test(phraseOf(key)) && value instanceof Numeral ? Math.abs(Number(value.literal)) : 0;
    if (Number.isInteger(digits) && digits > 0 && digits < 10) return digits;
  }
  return null;
});
const SCALE_KEY = /^(?:scale|exponent|precision|decimals?|decimal places|minor unit digits|fraction digits)$/;

/** True where the keys, or a field on the way, count in hundredths: price_cents_per_hour, {"amounts": "cents"}. */
function inCents({ around, phrase, amount, steps }: Candidate): boolean {
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
    if (/^(?:(?:us|usd|euro?) )?cents?(?: ?(?:\/|per ) ?\w+)?$|^minor(?: units?)?$/i.test(value)) return true;
    if (/^(?:us )?dollars?$|^euros?$|^major(?: units?)?$|^string$/i.test(value)) return false;
  }
  return null;
});
