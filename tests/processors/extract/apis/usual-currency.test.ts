import { expect, test } from 'vitest';
import { usualCurrency } from '../../../../processors/extract/apis/usual-currency.ts';

test.each([
  ['https://api.scaleway.com/instance/v1/zones/nl-ams-1/products/servers', 'EUR'],
  ['https://eu.api.ovh.com/v1/cloud/price', 'EUR'],
  ['https://preise.example.de/liste.json', 'EUR'],
  ['https://api.example.cn/v1/models', 'CNY'],
  ['https://api.example.co.uk/prices', 'GBP'],
  ['https://api.example.ch/prices', 'CHF'],
  ['https://api.example.ai/prices.de', 'USD'],
  ['https://myscaleway.com.example.com/', 'USD'],
  ['not an address', 'USD'],
])('%s charges in %s', (url, currency) => {
  expect(usualCurrency({ lang: 'en', url })).toBe(currency);
});

test('what is written in Chinese is charged in yuan', () => {
  expect(usualCurrency({ lang: 'zh-CN', url: 'https://api.example.com/' })).toBe('CNY');
});
