import { CODES } from '../../../normalise/currency.ts';
import { perObject } from './per-object.ts';
import type { Step } from './steps.ts';
import { phraseOf } from './words.ts';

/** A currency's code among the words of a key: all but those that are words themselves. */
export const CODE = new RegExp(`\\b(${CODES.replace(/\b(?:TRY|PHP)\|/g, '')})\\b`, 'i');
const CURRENCY_KEY = /\bcurrency\b|\bunits?\b|\bpricing unit\b/;

/** The currency that a field on the way to a value states. */
export function statedCurrency(steps: readonly Step[]): string | null {
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

export function iso(code: string): string {
  const upper = code.toUpperCase();
  return upper === 'RMB' ? 'CNY' : upper;
}
