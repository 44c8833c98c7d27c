import { compareDecimal, parseDecimal } from '../../normalise/decimal.ts';
import { isObject, type Json, Numeral } from './json.ts';

export interface Amount {
  /** Exact plain decimal, never negative. */
  readonly amount: string;
  /** Where the value itself names it. */
  readonly currency: string | null;
  /** As published, for the evidence. */
  readonly literal: string;
}

const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '￥': 'CNY',
  元: 'CNY',
  RMB: 'CNY',
};
const SIGNED =
  /^(US\$|[$€£¥￥])?\s*([+-]?[\d,]*\.?\d+(?:e[+-]?\d+)?)\s*([$€£¥￥元]|USD|CNY|RMB|EUR|GBP|JPY|KRW|INR)?$/i;
/** Longer literals and larger exponents are no prices: they would be written out in full. */
const MAX_DIGITS = 60;
const MAX_EXPONENT = 40;

/** A value that is an amount; null for text, null, negative numbers ("-1" says that the price varies) and everything else. */
export function amountOf(value: Json): Amount | null {
  if (value instanceof Numeral) return amount(value.literal, null, value.literal);
  if (typeof value === 'string') {
    const match = SIGNED.exec(value.trim());
    if (match === null || value.length > MAX_DIGITS) return null;
    const mark = match[1] ?? match[3];
    return amount(
      (match[2] ?? '').replaceAll(',', ''),
      mark === undefined ? null : (SIGNS[mark.toUpperCase()] ?? mark.toUpperCase()),
      value,
    );
  }
  return isObject(value) ? money(value) : null;
}

/** Google's money object: whole units and billionths of one. */
function money(value: { readonly [key: string]: Json }): Amount | null {
  const units = whole(value['units']);
  const nanos = whole(value['nanos']);
  if (units === null && nanos === null) return null;
  if (nanos?.startsWith('-') === true || (nanos ?? '').length > 9) return null;
  const currency = value['currencyCode'] ?? value['currency_code'];
  const literal = `${units ?? '0'}.${(nanos ?? '0').padStart(9, '0')}`;
  return amount(literal, typeof currency === 'string' ? currency : null, literal);
}

function whole(value: Json | undefined): string | null {
  const text = value instanceof Numeral ? value.literal : value;
  return typeof text === 'string' && /^-?\d{1,18}$/.test(text) ? text : null;
}

function amount(literal: string, currency: string | null, published: string): Amount | null {
  const exponent = /e([+-]?\d+)$/i.exec(literal)?.[1] ?? '0';
  if (literal.length > MAX_DIGITS || Math.abs(Number(exponent)) > MAX_EXPONENT) return null;
  const exact = parseDecimal(literal);
  if (exact === null || compareDecimal(exact, '0') < 0) return null;
  return { amount: exact, currency, literal: published };
}
