import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('so much for so many tokens of a way, without a word for price', () => {
  expect(
    rows([{ model: 'kite-1', input_per_1m_tokens: 3, output_per_1m_tokens: 9, input_tokens_per_minute: 500 }]),
  ).toEqual(['kite-1 | input | 3 USD/1000000', 'kite-1 | output | 9 USD/1000000']);
  expect(rows([{ model: 'kite-2', inputPerMTok: 0.5, max_output_per_request: 64 }])).toEqual([
    'kite-2 | input | 0.5 USD/1000000',
  ]);
  expect(rows([{ model: 'kite-3', in_price: 2, out_price: 4 }])).toEqual([
    'kite-3 | input | 2 USD/1000000',
    'kite-3 | output | 4 USD/1000000',
  ]);
});

test('a field of the entry that says a mode and nothing else', () => {
  const of = (tier: string, input: number) => ({ model: 'kite-1', tier, input, output: input * 2 });
  expect(rows([of('standard', 4), of('batch', 2), of('Tier 2', 3)]).filter((row) => row.includes('input'))).toEqual([
    'kite-1 | input | 4 USD/1000000',
    'kite-1 | input batch | 2 USD/1000000',
    'kite-1 | input [Tier 2] | 3 USD/1000000',
  ]);
});

test('a time over an amount, and a month beside an hour', () => {
  const price = { hour: { amount: '2.19', currency: 'EUR' }, month: { amount: '1599', currency: 'EUR' } };
  expect(rows({ skus: [{ sku: 'gpu-h100-1', price }] })).toEqual([
    'gpu-h100-1 | gpu_hour | 2.19 EUR/1',
    'gpu-h100-1 | month | 1599 EUR/1',
  ]);
  expect(rows([{ gpu: 'H100', hourly: 2.4, monthly: 1700 }])).toEqual([
    'H100 | gpu_hour | 2.4 USD/1',
    'H100 | month | 1700 USD/1',
  ]);
  expect(rows([{ name: 'Report', monthly: 1700 }])).toEqual([]);
});

test('who sells a card names none, and a seller with lists of its own does not hide what is in them', () => {
  expect(
    rows({
      gpus: [
        {
          gpu: 'NVIDIA H100',
          providers: [
            { name: 'Orca', price: 2.5, type: 'on-demand' },
            { name: 'Kite', price: 1.9, type: 'spot' },
          ],
        },
      ],
    }),
  ).toEqual(['NVIDIA H100 | gpu_hour [Orca] | 2.5 USD/1', 'NVIDIA H100 | gpu_hour spot [Kite] | 1.9 USD/1']);
  expect(
    rows({
      data: { name: 'Prices', providers: [{ name: 'Orca', models: [{ name: 'vela-1', input: 1, output: 2 }] }] },
    })[0],
  ).toBe('vela-1 | input | 1 USD/1000000');
});

test('rows under a row of names', () => {
  expect(
    rows({
      range: 'Prices!A1:C3',
      values: [
        ['Model', 'Input per 1M', 'Output per 1M'],
        ['vela-1', '$3.00', '$9.00'],
        ['vela-2', '$1.00', '$2.00'],
      ],
    }),
  ).toEqual([
    'vela-1 | input | 3 USD/1000000',
    'vela-1 | output | 9 USD/1000000',
    'vela-2 | input | 1 USD/1000000',
    'vela-2 | output | 2 USD/1000000',
  ]);
});

test('Chinese keys', () => {
  expect(rows([{ 模型名称: '星云-1', '输入价格（元/百万tokens）': 2, '输出价格（元/百万tokens）': 8 }])).toEqual([
    '星云-1 | input | 2 CNY/1000000',
    '星云-1 | output | 8 CNY/1000000',
  ]);
  expect(rows([{ 机型: 'gn9-8c', 单价: '12.5元/小时' }], { lang: 'zh' })).toEqual([
    'gn9-8c | instance_hour | 12.5 CNY/1',
  ]);
});

test('regions by their key, commitments by theirs, and how many cards a key says', () => {
  const regions = { 'us-central1': { on_demand: 88.25, spot: 26, cud_1y: 60.1 } };
  expect(rows({ machine_types: { 'a9-highgpu-8g': { regions } } })).toEqual([
    'a9-highgpu-8g | instance_hour @us-central1 | 88.25 USD/1',
    'a9-highgpu-8g | instance_hour spot @us-central1 | 26 USD/1',
    'a9-highgpu-8g | instance_hour commit_1y @us-central1 | 60.1 USD/1',
  ]);
  expect(rows({ gpus: { H100: { on_demand: { '1x': 2.5, '8x': 20 } } } })).toEqual([
    'H100 | gpu_hour [1x] | 2.5 USD/1',
    'H100 | gpu_hour [8x] | 20 USD/8',
  ]);
});

test('fields of an entry under a key of a publishing system', () => {
  expect(
    rows([
      { id: 12, slug: 'h100', title: { rendered: 'NVIDIA H100' }, acf: { price_per_hour: '2.49', memory: '80GB' } },
    ]),
  ).toEqual(['h100 | gpu_hour | 2.49 USD/1']);
});

test('areas by their keys', () => {
  expect(
    rows({ 'kite-1': { us: { input: 3, output: 9 }, eu: { input: 3.3, output: 9.9 } } }).filter((row) =>
      row.includes('input'),
    ),
  ).toEqual(['kite-1 | input @us | 3 USD/1000000', 'kite-1 | input @eu | 3.3 USD/1000000']);
});

test('a machine by its own name, with the cards that its parts list', () => {
  expect(
    rows([
      { name: 'an.g9.h100.x1', cpu_cores: 14, gpu_count: 1, gpu_type: 'NVIDIA H100', price_hourly: 2.5 },
      { Instance: 'p9.48xlarge', GPUs: '8 x H100', 'On-Demand': '$98.32/hr', '1yr RI': '$57.60/hr' },
      { slug: 'g3-h100-large', specs: { gpu: { count: 8, type: 'NVIDIA H100' } }, pricing: { USD: { hour: 21.88 } } },
    ]),
  ).toEqual([
    'an.g9.h100.x1 | instance_hour | 2.5 USD/1',
    'p9.48xlarge | instance_hour | 98.32 USD/1',
    'p9.48xlarge | instance_hour commit_1y [ri] | 57.6 USD/1',
    'g3-h100-large | instance_hour | 21.88 USD/1',
  ]);
});

test('hours beside minutes are of what is heard', () => {
  expect(rows([{ model_id: 'scribe-2', pricing: { per_minute: 0.004, per_hour: 0.22 } }])).toEqual([
    'scribe-2 | other [minute] | 0.004 USD/1',
    'scribe-2 | other [hour] | 0.22 USD/1',
  ]);
});

test('what an address in the euro area charges where it does not say it', () => {
  const plans = [{ name: 'g9.small', cpu: 4, hourly_price: 0.05 }];
  expect(rows({ plans }, { url: 'https://api.kite.it/v1/plans' })).toEqual(['g9.small | instance_hour | 0.05 EUR/1']);
  expect(rows({ plans, currency: 'USD' }, { url: 'https://api.kite.it/v1/plans' })[0]).toContain('USD');
});

test('what one may spend at most is no price', () => {
  expect(rows({ tiers: [{ name: 'Tier 1', monthly_limit_usd: 100, min_spend_usd: 5 }] })).toEqual([]);
  expect(rows({ model: 'kite-1', max_cost_per_request: 0.5, daily_limit_usd: 3 })).toEqual([]);
});

test('cards that the parts of a machine without a name list, as many as they say', () => {
  const specs = (count: number) => ({ cpu_cores: 13, gpus: [{ count, model: 'MI300X' }] });
  expect(
    rows([
      { OnDemandPrice: 1.99, Specs: specs(1) },
      { OnDemandPrice: 15.2, Specs: specs(8) },
    ]),
  ).toEqual(['MI300X | gpu_hour | 1.99 USD/1', 'MI300X | gpu_hour | 15.2 USD/8']);
  expect(rows([{ gpu: { model: 'L40S' }, price_per_hour: 0.9 }])).toEqual(['L40S | gpu_hour | 0.9 USD/1']);
});

test('entries of one name that a field tells apart', () => {
  const of = (resolution: string, price_per_second: number) => ({ resolution, model: 'kite-film', price_per_second });
  expect(rows([of('720p', 1), of('1080p', 2)])).toEqual([
    'kite-film | second [720p] | 1 USD/1',
    'kite-film | second [1080p] | 2 USD/1',
  ]);
  const sounding = (resolution: string, audio: boolean, price: number) => ({
    model: 'kite-film',
    resolution,
    audio,
    price,
    unit: 'second',
  });
  expect(rows([sounding('480p', false, 1), sounding('720p', false, 2), sounding('720p', true, 3)])).toEqual([
    'kite-film | second [480p] | 1 USD/1',
    'kite-film | second [720p] | 2 USD/1',
    'kite-film | second [720p, audio] | 3 USD/1',
  ]);
  // They cost the same: one price.
  expect(rows([of('720p', 1), of('1080p', 1)]).every((row) => row === 'kite-film | second | 1 USD/1')).toBe(true);
});
