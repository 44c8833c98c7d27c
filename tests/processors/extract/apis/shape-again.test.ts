import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('what a list of tiers says once more is said once', () => {
  expect(
    rows([
      {
        id: 'orca-max',
        pricing: {
          input: '0.0000012',
          output: '0.000006',
          input_tiers: [
            { cost: '0.0000012', min: 0, max: 32001 },
            { cost: '0.0000024', min: 32001 },
          ],
        },
      },
    ]),
  ).toEqual([
    'orca-max | input | 0.0000012 USD/1',
    'orca-max | output | 0.000006 USD/1',
    'orca-max | input [min 32001] | 0.0000024 USD/1',
  ]);
  const over = { input: 2.5, output: 15 };
  expect(
    rows({
      'vela-pro': {
        cost: { input: 1.25, output: 10, context_over_200k: over, tiers: [{ ...over, tier: { size: 200_000 } }] },
      },
    }),
  ).toEqual([
    'vela-pro | input | 1.25 USD/1000000',
    'vela-pro | output | 10 USD/1000000',
    'vela-pro | input [context over 200k] | 2.5 USD/1000000',
    'vela-pro | output [context over 200k] | 15 USD/1000000',
  ]);
});

test('tiers of one list that cost the same are each a price', () => {
  const tiers = [
    { min: 0, input: 0.5, output: 1 },
    { min: 32_000, input: 0.5, output: 2 },
  ];
  expect(rows([{ id: 'vela-1', tiers }]).filter((row) => row.includes('input'))).toHaveLength(2);
});

test('a part that costs nothing, of what costs something, has no price', () => {
  expect(
    rows({ id: 'orca-r1', pricing: { prompt: '0.0000007', completion: '0.0000024', internal_reasoning: '0' } }),
  ).toEqual(['orca-r1 | input | 0.0000007 USD/1', 'orca-r1 | output | 0.0000024 USD/1']);
});

test('what a price had been before the dated one holds no longer', () => {
  expect(
    rows([
      {
        id: 'vela-3',
        prices: [
          { prices: { input_mtok: 10, output_mtok: 40 } },
          { constraint: { start_date: '2026-06-10' }, prices: { input_mtok: 2, output_mtok: 8 } },
        ],
      },
    ]),
  ).toEqual(['vela-3 | input | 2 USD/1000000', 'vela-3 | output | 8 USD/1000000']);
});

test('no number of a condition is a price, and the total stands for its parts', () => {
  expect(
    rows([
      {
        gpu_name: 'H100',
        num_gpus: 2,
        dph_total: 4.2,
        instance: { gpuCostPerHour: 4, diskHour: 0.2, totalHour: 4.2 },
        prices: { input: { conditions: [{ operator: 'gt', value: 200_000 }] } },
      },
    ]),
  ).toEqual(['H100 | gpu_hour | 4.2 USD/2']);
});

test('times at which a price held say it again, and the past of what has a price is none', () => {
  const rates = { input: 0.5, output: 1.5 };
  expect(
    rows([
      { model_id: 'wren-2', rates, currency: 'EUR', intervals: [{ valid_from: '2026-08-29', valid_to: null, rates }] },
    ]),
  ).toEqual(['wren-2 | input | 0.5 EUR/1000000', 'wren-2 | output | 1.5 EUR/1000000']);
  expect(
    rows([
      {
        id: 'orca-3',
        pricing: { input_per_1m: 0.25 },
        price_history: [{ date: '2025-01-01', input_per_1m: 0.5 }],
      },
    ]),
  ).toEqual(['orca-3 | input | 0.25 USD/1000000']);
});

test('what takes tokens and makes none has no output for nothing', () => {
  expect(rows([{ name: 'bge-large', rates: { input: 0.1, output: 0 } }])).toEqual([
    'bge-large | input | 0.1 USD/1000000',
  ]);
});

test('where the big cards of a list are each for that little, so are the small ones', () => {
  expect(
    rows([
      { gpu_model: 'H100 SXM5', num_gpus: 8, hourly_usd: 2.35 },
      { gpu_model: 'RTX A6000', num_gpus: 4, hourly_usd: 0.5 },
    ]),
  ).toEqual(['H100 SXM5 | gpu_hour | 2.35 USD/1', 'RTX A6000 | gpu_hour | 0.5 USD/1']);
});
