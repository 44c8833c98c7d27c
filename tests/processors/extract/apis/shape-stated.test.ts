import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('amounts in cents by a field of their document, by the hour by the key over them, in the data centre above', () => {
  const body = {
    meta: { currency: 'USD', amounts: 'cents' },
    account: { trial_credit: 20000, machine_limit: 25 },
    machines: {
      nyc2: { hour: { 'gpu-h900x1-80gb': 339, 'gpu-h900x8-640gb': 2392 }, month: { 'gpu-h900x1-80gb': null } },
      fra1: { hour: { 'gpu-h900x8-640gb': '2402' }, month: { 'gpu-h900x8-640gb': { available: false } } },
    },
  };
  expect(rows(body)).toEqual([
    'gpu-h900x1-80gb | instance_hour @nyc2 | 3.39 USD/1',
    'gpu-h900x8-640gb | instance_hour @nyc2 | 23.92 USD/1',
    'gpu-h900x8-640gb | instance_hour @fra1 | 24.02 USD/1',
  ]);
});

test('an amount with its sign is whole, whatever counts in cents elsewhere', () => {
  const body = { amounts: 'cents', per_million_tokens: { 'orca-3': { in: 'US$0.65', out: 'US$0.70' } } };
  expect(rows(body)).toEqual(['orca-3 | input | 0.65 USD/1000000', 'orca-3 | output | 0.7 USD/1000000']);
});

test('rows that begin with their name, under one unit', () => {
  const body = {
    vectors: {
      unit: 'per_million_input_tokens',
      pairs: [
        ['orca-embed-v2', 'US$0.009'],
        ['orca-embed-l6', 'US$0.09'],
      ],
    },
  };
  expect(rows(body)).toEqual(['orca-embed-v2 | input | 0.009 USD/1000000', 'orca-embed-l6 | input | 0.09 USD/1000000']);
});

test('a quantity beside its unit, a bare amount where a currency is stated', () => {
  const list = {
    columns: ['id', 'label', 'amount'],
    rows: [
      ['brush-1', 'Brush 1', 150],
      ['brush-2', 'Brush 2', 70],
    ],
  };
  const meta = { currency: 'USD', amount_unit: 'cent', quantity: 1000, quantity_unit: 'image' };
  expect(rows({ blocks: [{ name: 'media', meta, ...list }] })).toEqual([
    'brush-1 | image | 1.5 USD/1000',
    'brush-2 | image | 0.7 USD/1000',
  ]);
  expect(rows({ blocks: [{ name: 'media', meta: { unit: 'image' }, ...list }] })).toEqual([]);
});

test('numbers by the hour without a word of money are none', () => {
  expect(rows({ usage: { hour: { 'node-h900x1': 339, 'node-h900x8': 12 } } })).toEqual([]);
});

test('units of Japanese and Korean, of plans that have a name', () => {
  const body = {
    plans: [
      {
        plan_name: 'Sagi L40S',
        prices: [
          { billing: '従量課金', unit: '円/時/インスタンス', amount: '210', currency: 'JPY' },
          { billing: '月額', unit: '円/月/サーバー', amount: '98000', currency: 'JPY' },
        ],
      },
      { plan_name: 'Baekro A1', prices: [{ unit: '원/시간/인스턴스', amount: '1300', currency: 'KRW' }] },
    ],
  };
  expect(rows(body)).toEqual([
    'Sagi L40S | instance_hour | 210 JPY/1',
    'Sagi L40S | month | 98000 JPY/1',
    'Baekro A1 | instance_hour | 1300 KRW/1',
  ]);
});

test('offers as schema.org writes them', () => {
  expect(
    rows({
      '@type': 'Product',
      name: 'Tidal Vision API',
      offers: [
        {
          name: 'Image tagging',
          price: '1.20',
          priceCurrency: 'USD',
          priceSpecification: {
            price: '1.20',
            priceCurrency: 'USD',
            referenceQuantity: { value: '1000', unitText: 'images' },
          },
        },
        { name: 'Vault', price: '0.02', priceCurrency: 'USD', referenceQuantity: { value: '1', unitCode: 'HUR' } },
        { name: 'Studio', price: '79', priceCurrency: 'USD', billingDuration: 'P1M' },
      ],
    }),
  ).toEqual([
    'Image tagging | image | 1.2 USD/1000',
    'Vault | instance_hour | 0.02 USD/1',
    'Studio | month | 79 USD/1',
  ]);
});
