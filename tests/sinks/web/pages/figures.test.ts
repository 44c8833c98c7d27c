import { expect, test } from 'vitest';
import { translator } from '../../../../sinks/web/i18n/translate.ts';
import {
  compactText,
  convertedText,
  decimalText,
  moneyText,
  percentText,
  unitText,
} from '../../../../sinks/web/pages/figures.ts';
import { valueText } from '../../../../sinks/web/pages/signal-row.ts';
import { linkWith, type View, webAddress } from '../../../../sinks/web/pages/view.ts';

const en = translator('en');

test.each([
  ['0.0000025', '0.0000025'],
  ['2.5', '2.50'],
  ['1234567.891', '1,234,567.891'],
  ['-3', '-3.00'],
  ['0.12500000000000002', '0.12500000000000002'],
])('%s is written %s: no digit is lost', (value, text) => {
  expect(decimalText(value)).toBe(text);
});

test('money carries its sign, or its code where the sign would be ambiguous', () => {
  expect(moneyText('2.4', 'CNY')).toBe('¥2.40');
  expect(moneyText('2.4', 'USD')).toBe('$2.40');
  expect(moneyText('2.4', 'SGD')).toBe('2.40 SGD');
  expect(convertedText('0.492307692307200000')).toBe('≈ $0.492');
});

test('percentages keep the digits that matter', () => {
  expect([33.3333, -20, 292.857, 0.05, 0].map(percentText)).toEqual(['+33.3%', '−20%', '+293%', '+0.05%', '0%']);
});

test('large counts in the words of the language', () => {
  expect(compactText('140000000000000', 'en')).toBe('140T');
  expect(compactText('140000000000000', 'zh')).toBe('140万亿');
});

test('units are those of the standard price', () => {
  expect(unitText('cached_input', en)).toBe('per 1M tokens');
  expect(unitText('gpu_hour', en)).toBe('per GPU hour');
});

test('stated values: exact, range, up to, at least', () => {
  const text = (
    value_min: string | null,
    value_max: string | null,
    unit: string | null,
    direction: 'increase' | 'decrease' | null = null,
  ) => valueText({ value_min, value_max, unit, direction }, en);
  expect(text('34', '34', 'percent')).toBe('34%');
  expect(text(null, '50', 'percent', 'decrease')).toBe('up to −50%');
  expect(text('5', '34', 'percent', 'increase')).toBe('+5% – +34%');
  expect(text('100000000000000', null, 'tokens')).toBe('at least 100T');
  expect(text('0.5', '0.5', 'CNY')).toBe('¥0.50');
  expect(text(null, null, null)).toBe('');
});

test('only web addresses become links', () => {
  expect(webAddress('https://a.example/x')).toBe('https://a.example/x');
  for (const url of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//a.example',
    'https://',
    '',
  ])
    expect(webAddress(url)).toBeNull();
});

test('a link keeps the filters, and the language is a choice of the reader, not of the link', () => {
  const view: View = {
    t: en,
    language: 'en',
    url: new URL('http://x/?kind=capacity&cursor=1&lang=zh'),
    assets: '',
    signedIn: false,
    mayAdmin: false,
  };
  expect(linkWith(view, { cursor: null })).toBe('/?kind=capacity');
  expect(linkWith(view, { cursor: '2' })).toBe('/?kind=capacity&cursor=2');
});
