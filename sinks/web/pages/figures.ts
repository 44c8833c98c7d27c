import { html } from 'hono/html';
import type { Language, Translator } from '../i18n/translate.ts';
import type { Html } from './view.ts';

const LOCALE: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

/** Exact: digits are grouped, none is rounded away, at least two decimals for money. */
export const decimalText = (value: string): string => {
  const [whole = '0', fraction = ''] = value.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  const trimmed = fraction.replace(/0+$/, '').padEnd(2, '0');
  return `${grouped}.${trimmed}`;
};

const SIGNS: Readonly<Record<string, string>> = {
  USD: '$',
  CNY: '¥',
  EUR: '€',
  GBP: '£',
  JPY: 'JP¥',
  KRW: '₩',
  INR: '₹',
};

export const moneyText = (value: string, currency: string): string => {
  const sign = SIGNS[currency];
  return sign ? `${sign}${decimalText(value)}` : `${decimalText(value)} ${currency}`;
};

/** 140000000000000 is 140T in English, 140万亿 in Chinese. For reading only: rounded to three figures. */
export const compactText = (value: string | number, language: Language): string =>
  new Intl.NumberFormat(LOCALE[language], { notation: 'compact', maximumSignificantDigits: 3 }).format(Number(value));

/** A converted price is known to the rate's precision, not to eighteen places. */
export const convertedText = (value: string): string =>
  `≈ $${new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(Number(value))}`;

/** Three figures, no idle zeros: +33.3%, −20%, +0.05%, +293%. */
export const percentText = (pct: number): string => {
  const size = Math.abs(pct);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return `${pct > 0 ? '+' : pct < 0 ? '−' : ''}${Number(size.toFixed(digits))}%`;
};

/** A moment. assets/time.js rewrites it into the reader's zone and language; without it UTC stands. */
export const timeTag = (iso: string, style: 'full' | 'clock' | 'day' | 'ago' = 'full'): Html => {
  const text = style === 'day' ? iso.slice(0, 10) : `${iso.slice(0, 16).replace('T', ' ')} UTC`;
  return html`<time datetime="${iso}" data-style="${style}">${text}</time>`;
};

/** Shape and words carry the direction; colour only repeats it. */
export const MARKS: Readonly<Record<string, string>> = {
  increase: '▲',
  decrease: '▼',
  mixed: '◆',
  new: '＋',
  removed: '✕',
};

export const directionMark = (direction: string | null): string => MARKS[direction ?? ''] ?? '●';

const TOKEN_METERS: ReadonlySet<string> = new Set(['input', 'output', 'cached_input', 'cache_write', 'blended']);

export const isTokenMeter = (meter: string): boolean => TOKEN_METERS.has(meter);

/** What a unit price is for: "per 1M tokens", "per GPU hour". */
export const unitText = (meter: string, t: Translator): string => {
  if (isTokenMeter(meter)) return t('per_million_tokens');
  return t('per_unit', { unit: meterText(meter, t) });
};

const METERS = [
  'input',
  'output',
  'cached_input',
  'cache_write',
  'blended',
  'gpu_hour',
  'instance_hour',
  'storage_gb_month',
  'month',
  'year',
  'image',
  'second',
  'request',
] as const;

export const meterText = (meter: string, t: Translator): string => {
  const known = METERS.find((name) => name === meter);
  return t(known ? `meter_${known}` : 'meter_other');
};
