import { Decimal } from 'decimal.js';
import type { Meter } from '../contracts/price.ts';

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', CNY: '¥', JPY: 'JP¥' };
const ENGLISH_STEPS = [
  ['1e12', 'trillion'],
  ['1e9', 'billion'],
  ['1e6', 'million'],
] as const;
const CHINESE_STEPS = [
  ['1e12', '万亿'],
  ['1e8', '亿'],
  ['1e4', '万'],
] as const;

const METERS: Readonly<Record<Meter, readonly [string, string, string, string]>> = {
  input: ['input', '输入', 'per 1M tokens', '百万 tokens'],
  output: ['output', '输出', 'per 1M tokens', '百万 tokens'],
  cached_input: ['cached input', '缓存输入', 'per 1M tokens', '百万 tokens'],
  cache_write: ['cache write', '缓存写入', 'per 1M tokens', '百万 tokens'],
  blended: ['tokens', 'tokens', 'per 1M tokens', '百万 tokens'],
  gpu_hour: ['GPU', 'GPU', 'per GPU hour', '卡时'],
  instance_hour: ['instance', '实例', 'per hour', '小时'],
  storage_gb_month: ['storage', '存储', 'per GB-month', 'GB·月'],
  month: ['subscription', '订阅', 'a month', '月'],
  year: ['subscription', '订阅', 'a year', '年'],
  image: ['image', '图像', 'per image', '张'],
  second: ['seconds', '时长', 'per second', '秒'],
  request: ['requests', '调用', 'per request', '次'],
  other: ['price', '价格', '', ''],
};

export const meterName = (meter: Meter): string => METERS[meter][0];
export const meterNameZh = (meter: Meter): string => METERS[meter][1];
export const perUnit = (meter: Meter): string => METERS[meter][2];
export const perUnitZh = (meter: Meter): string => METERS[meter][3];

/** "$0.27", "CHF 1.5": exact, thousands grouped. */
export function money(amount: string, currency: string): string {
  const symbol = SYMBOLS[currency];
  const text = grouped(amount.replace(/^-/, ''));
  const sign = amount.startsWith('-') ? '-' : '';
  return symbol === undefined ? `${currency} ${sign}${text}` : `${sign}${symbol}${text}`;
}

/** 140000000000000 as "140 trillion". Rounded to two decimals where it is shortened. */
export const largeNumber = (value: string): string => shortened(value, ENGLISH_STEPS, ' ');

/** 140000000000000 as "140万亿". */
export const largeNumberZh = (value: string): string => shortened(value, CHINESE_STEPS, '');

/** A percentage for readers: whole from ten up, one decimal below. */
export function percentText(percent: number | string): string {
  const value = new Decimal(percent).abs();
  return value.toDecimalPlaces(value.gte(10) ? 0 : 1).toFixed();
}

function shortened(value: string, steps: readonly (readonly [string, string])[], gap: string): string {
  const number = new Decimal(value);
  for (const [step, word] of steps) {
    if (number.abs().gte(step)) return `${number.div(step).toDecimalPlaces(2).toFixed()}${gap}${word}`;
  }
  return grouped(number.toFixed());
}

function grouped(plain: string): string {
  const [whole = '', fraction] = plain.split('.');
  const text = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? text : `${text}.${fraction}`;
}
