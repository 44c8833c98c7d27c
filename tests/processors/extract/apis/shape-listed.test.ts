import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('of the prices that an entry had, the one that holds', () => {
  expect(
    rows([
      {
        id: 'vela-1',
        price_history: [
          { date: '2026-01-05', input: 1, output: 3 },
          { date: '2026-06-01', input: 0.5, output: 1.5 },
        ],
      },
      {
        id: 'vela-2',
        price_history: [
          { input: 4, output: 8, from_date: null, to_date: '2026-02-01' },
          { input: 2, output: 6, from_date: '2026-02-01', to_date: null },
        ],
      },
      { id: 'vela-3', price_history: [{ input: 0.2, output: 0.6, from_date: null, to_date: null }] },
    ]),
  ).toEqual([
    'vela-1 | input | 0.5 USD/1000000',
    'vela-1 | output | 1.5 USD/1000000',
    'vela-2 | input | 2 USD/1000000',
    'vela-2 | output | 6 USD/1000000',
    'vela-3 | input | 0.2 USD/1000000',
    'vela-3 | output | 0.6 USD/1000000',
  ]);
});

test('how one buys, over the lists', () => {
  expect(
    rows({
      standard: { 'vela-1': { input: 1, output: 3 } },
      batch: { 'vela-1': { input: 0.5, output: 1.5 } },
    }),
  ).toEqual([
    'vela-1 | input | 1 USD/1000000',
    'vela-1 | output | 3 USD/1000000',
    'vela-1 | input batch | 0.5 USD/1000000',
    'vela-1 | output batch | 1.5 USD/1000000',
  ]);
});

test('cards by who has them', () => {
  expect(
    rows({
      unit: 'USD/hour',
      gpu_prices: {
        H100: { northcloud: { on_demand: 2.4, spot: 1.9 }, southcloud: { on_demand: 2.9 } },
        A100: { northcloud: { on_demand: 1.6 } },
      },
    }),
  ).toEqual([
    'H100 | gpu_hour [northcloud] | 2.4 USD/1',
    'H100 | gpu_hour spot | 1.9 USD/1',
    'H100 | gpu_hour [southcloud] | 2.9 USD/1',
    'A100 | gpu_hour | 1.6 USD/1',
  ]);
});

test('so many cards for one price', () => {
  expect(
    rows([
      { gpu: 'H100', region: 'eu-west', count: 8, hourly_usd: 20, per_gpu_hourly_usd: 2.5 },
      { gpu: 'A100', region: 'eu-west', count: 1, hourly_usd: 1.5 },
    ]),
  ).toEqual(['H100 | gpu_hour @eu-west | 20 USD/8', 'A100 | gpu_hour @eu-west | 1.5 USD/1']);
});

test('machines by the code of their kind, regions by a number', () => {
  expect(
    rows([{ type: 'gpu.h100.8', vcpu: 192, gpu: 'H100', prices: { 'eu-1': { hour: 20 }, 'us-1': { hour: 19 } } }]),
  ).toEqual(['gpu.h100.8 | instance_hour @eu-1 | 20 USD/1', 'gpu.h100.8 | instance_hour @us-1 | 19 USD/1']);
});

test('kinds of tokens below their way, where a unit or currency is stated', () => {
  const model = { model: 'vela-1', input: { text: 0.5, audio: 1 }, output: { text: 1.5 } };
  expect(rows({ unit: '1M tokens', data: [model] })).toEqual([
    'vela-1 | input | 0.5 USD/1000000',
    'vela-1 | input [audio] | 1 USD/1000000',
    'vela-1 | output | 1.5 USD/1000000',
  ]);
  expect(rows({ data: [model] })).toEqual([]);
});

test('a unit that no meter is for', () => {
  expect(rows([{ name: 'Vela Song', cost: '0.03', cost_unit: 'USD per song' }])).toEqual([
    'Vela Song | other | 0.03 USD/1',
  ]);
});

test('several amounts in one text, each with its way', () => {
  expect(
    rows([
      { model: 'vela-1', price: '$0.50 / $1.50 per 1M tokens' },
      { model: 'vela-2', price: 'Input: $1.00, Output: $3.00 / 1M tokens' },
      { model: 'vela-3', price: '输入 0.8元/百万tokens；输出 2元/百万tokens' },
      { model: 'vela-4', price: '$1,000 / month' },
    ]),
  ).toEqual([
    'vela-1 | input | 0.5 USD/1000000',
    'vela-1 | output | 1.5 USD/1000000',
    'vela-2 | input | 1 USD/1000000',
    'vela-2 | output | 3 USD/1000000',
    'vela-3 | input | 0.8 CNY/1000000',
    'vela-3 | output | 2 CNY/1000000',
    'vela-4 | month | 1000 USD/1',
  ]);
});
