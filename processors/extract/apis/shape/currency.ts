import { isObject } from '../json.ts';
import type { Candidate } from './candidates.ts';
import { phraseOf } from './words.ts';

const CODE = /\b(USD|CNY|RMB|EUR|GBP|JPY|KRW|INR|HKD|SGD|AUD|CAD|CHF)\b/i;
const CURRENCY_KEY = /\bcurrency\b|\bunits?\b|\bpricing unit\b/;

/** The currency of a price: its own sign, its keys, a field beside it or further out; null where nothing says it. */
export function currencyOf({ amount, around, phrase, steps }: Candidate): string | null {
  if (amount.currency !== null) return amount.currency;
  const keyed = CODE.exec(`${around} ${phrase}`)?.[1];
  if (keyed !== undefined) return iso(keyed);
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const within = steps[index]?.within;
    if (!isObject(within)) continue;
    for (const [key, value] of Object.entries(within)) {
      if (typeof value !== 'string' || value.length > 60 || !CURRENCY_KEY.test(phraseOf(key))) continue;
      const named =
        CODE.exec(value)?.[1] ??
        (/^\s*[$€£]/.test(value) ? { $: 'USD', '€': 'EUR', '£': 'GBP' }[value.trim()[0] ?? ''] : undefined);
      if (named !== undefined) return iso(named);
    }
  }
  return null;
}

/** True where the keys count in hundredths: price_cents_per_hour. */
export function inCents({ around, phrase }: Candidate): boolean {
  return /\bcents?\b/.test(`${around} ${phrase}`);
}

function iso(code: string): string {
  const upper = code.toUpperCase();
  return upper === 'RMB' ? 'CNY' : upper;
}
