import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('what an entry of one price is charged for', () => {
  const sold = (skuCode: string, productName: string, billingItem: string, price: string, priceUnit: string) => ({
    skuCode,
    productName,
    billingItem,
    price,
    priceUnit,
  });
  expect(
    rows({
      skus: [
        sold('lusi-in', 'lusi-turbo', '输入Token', '0.3', '元/百万Token'),
        sold('lusi-out', 'lusi-turbo', '输出Token', '0.6', '元/百万Token'),
      ],
    }),
  ).toEqual(['lusi-turbo | input | 0.3 CNY/1000000', 'lusi-turbo | output | 0.6 CNY/1000000']);
});

test('a way of buying is the name of no product', () => {
  expect(rows({ 'us-east-1': { 'gpu-h100-1': { ondemand: { hourly: 3.1 }, reserved_1y: { hourly: 2.2 } } } })).toEqual([
    'gpu-h100-1 | gpu_hour @us-east-1 | 3.1 USD/1',
    'gpu-h100-1 | gpu_hour commit_1y @us-east-1 | 2.2 USD/1',
  ]);
});

test('lengths of the prompt as keys, below the way of its tokens', () => {
  const priced = (low: number, high: number) => ({ '<=200k': low, '>200k': high });
  expect(
    rows({
      unit: 'USD per 1M tokens',
      models: {
        'vela-3-pro': {
          standard: { input: priced(1.25, 2.5), output: priced(10, 15) },
          batch: { input: priced(0.5, 1) },
        },
      },
    }),
  ).toEqual([
    'vela-3-pro | input [up to 200k] | 1.25 USD/1000000',
    'vela-3-pro | input [above 200k] | 2.5 USD/1000000',
    'vela-3-pro | output [up to 200k] | 10 USD/1000000',
    'vela-3-pro | output [above 200k] | 15 USD/1000000',
    'vela-3-pro | input batch [up to 200k] | 0.5 USD/1000000',
    'vela-3-pro | input batch [above 200k] | 1 USD/1000000',
  ]);
});

test('signs in a key are no condition, and annual is by the year', () => {
  expect(rows([{ Model: 'Vela 3', 'Input $/1M': '0.5', 'Output $/1M': '1.5' }])).toEqual([
    'Vela 3 | input | 0.5 USD/1000000',
    'Vela 3 | output | 1.5 USD/1000000',
  ]);
  expect(rows({ plans: [{ name: 'Pro', monthlyPrice: 20, annualPrice: 200 }] })).toEqual([
    'Pro | month | 20 USD/1',
    'Pro | year | 200 USD/1',
  ]);
});
