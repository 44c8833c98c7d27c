import type { Candidate } from './candidates.ts';
import { perObject } from './per-object.ts';
import { phraseOf } from './words.ts';

const CODE = /\b(USD|CNY|RMB|EUR|GBP|JPY|KRW|INR|HKD|SGD|AUD|CAD|CHF)\b/i;
const CURRENCY_KEY = /\bcurrency\b|\bunits?\b|\bpricing unit\b/;

/** The currency of a price: its own sign, its keys, a field beside it or further out; null where nothing says it. */
export function currencyOf({ amount, around, phrase, steps }: Candidate): string | null {
  if (amount.currency !== null) return amount.currency;
  const keyed = CODE.exec(`${around} ${phrase}`)?.[1];
  if (keyed !== undefined) return iso(keyed);
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const named = currencyField(steps[index]?.within);
    if (named !== null) return named;
  }
  return null;
}

const currencyField = perObject((object): string | null => {
  for (const [key, value] of Object.entries(object)) {
    if (typeof value !== 'string' || value.length > 60 || !CURRENCY_KEY.test(phraseOf(key))) continue;
    const code = CODE.exec(value)?.[1];
    if (code !== undefined) return iso(code);
    const sign = /^\s*([$€£¥￥元])/.exec(value)?.[1];
    if (sign !== undefined) return SIGNS[sign] ?? null;
  }
  return null;
});

const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '￥': 'CNY',
  元: 'CNY',
};

/** True where the keys count in hundredths: price_cents_per_hour. */
export function inCents({ around, phrase }: Candidate): boolean {
  return /\bcents?\b/.test(`${around} ${phrase}`);
}

function iso(code: string): string {
  const upper = code.toUpperCase();
  return upper === 'RMB' ? 'CNY' : upper;
}
