import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('a key that packs a machine, its place and its system together', () => {
  expect(
    rows({
      currency: 'USD',
      pricingInfo: {
        'us-east1::g9.c1m4.xlarge::vpc::linux': {
          hours: [{ price: '0.09', period: '1' }],
          months: [{ price: '45.74', period: '1' }],
          years: [
            { price: '466.56', period: '1' },
            { price: '933.10', period: '2' },
          ],
        },
      },
    }),
  ).toEqual([
    'g9.c1m4.xlarge | instance_hour @us-east1 | 0.09 USD/1',
    'g9.c1m4.xlarge | month @us-east1 | 45.74 USD/1',
    'g9.c1m4.xlarge | year @us-east1 | 466.56 USD/1',
    'g9.c1m4.xlarge | year @us-east1 | 933.1 USD/2',
  ]);
  expect(
    rows({ prices: { 'linux|eu-north-1|p9.48xlarge': { hourly: 31 }, 'linux|eu-north-1|m9.large': { hourly: 0.1 } } }),
  ).toEqual(['p9.48xlarge | instance_hour @eu-north-1 | 31 USD/1', 'm9.large | instance_hour @eu-north-1 | 0.1 USD/1']);
});

test('keys with a sign in them are no packs', () => {
  expect(rows({ models: { 'kite/orca-1,latest': { input_per_1m: 1 } } })).toEqual([
    'kite/orca-1,latest | input | 1 USD/1000000',
  ]);
});

test('machines under their systems, and a year by another word', () => {
  const pricing = { onDemand: { linux: { hourly: 0.096 }, windows: { hourly: 0.188 } } };
  expect(rows({ instances: [{ api_name: 'm9.large', vcpu: 2, pricing }] })).toEqual([
    'm9.large | instance_hour [linux] | 0.096 USD/1',
    'm9.large | instance_hour [windows] | 0.188 USD/1',
  ]);
  expect(rows({ plans: [{ name: 'Team', price: { monthly: 40, annual: 384 } }] })).toEqual([
    'Team | month | 40 USD/1',
    'Team | year | 384 USD/1',
  ]);
});

test('tiers of context with bare directions', () => {
  const tier = { min_prompt_tokens: 32_001, input: 0.1, cached_input: null, output: 0.4 };
  expect(
    rows({ prices: [{ id: 'vela-flash', input: 0.03, output: 0.13, context_tiers: [tier], limit: { output: 64 } }] }),
  ).toEqual([
    'vela-flash | input | 0.03 USD/1000000',
    'vela-flash | output | 0.13 USD/1000000',
    'vela-flash | input [min_prompt_tokens 32001] | 0.1 USD/1000000',
    'vela-flash | output [min_prompt_tokens 32001] | 0.4 USD/1000000',
  ]);
});

test('cards and their prices, of each of several houses', () => {
  expect(
    rows({
      unit: 'USD per GPU-hour',
      providers: {
        kite: { basis: 'on demand', prices_usd_per_gpu_hr: { 'H100 SXM': 3.9, B200: 6.6 } },
        orca: { name: 'Orca', prices_usd_per_gpu_hr: { L40S: 1.1 } },
      },
    }),
  ).toEqual(['H100 SXM | gpu_hour | 3.9 USD/1', 'B200 | gpu_hour | 6.6 USD/1', 'L40S | gpu_hour | 1.1 USD/1']);
});

test('what a price counts that no meter is for, by a bare noun', () => {
  expect(
    rows([
      { model: 'draw-1', unit_price: 0.025, unit: 'megapixels' },
      { model: 'film-1', unit_price: 0.4, unit: 'videos' },
    ]),
  ).toEqual(['draw-1 | other | 0.025 USD/1', 'film-1 | other | 0.4 USD/1']);
});

test('dollars of a search are of a thousand', () => {
  const pricing = { input: '0.000001', output: '0.000005', web_search: '10' };
  expect(rows([{ id: 'vela-1', pricing }])[2]).toBe('vela-1 | request [web search] | 10 USD/1000');
  expect(rows([{ id: 'vela-1', pricing: { ...pricing, web_search: '0.01' } }])[2]).toContain('0.01 USD/1');
});

test('the lowest of several prices is one of them', () => {
  const gpu = { id: 'H100', securePrice: 2.4, communityPrice: 1.9 };
  expect(rows([{ ...gpu, lowestPrice: { uninterruptablePrice: 1.9 } }])).toEqual([
    'H100 | gpu_hour secure | 2.4 USD/1',
    'H100 | gpu_hour community | 1.9 USD/1',
  ]);
  expect(rows([{ id: 'H100', lowestPrice: { uninterruptablePrice: 1.9 } }])).toEqual(['H100 | gpu_hour | 1.9 USD/1']);
});

test('a price of a card that the list counts in machines, where no card costs so little', () => {
  const machine = { vcpus: 208, system_ram_gb: 1024 };
  expect(
    rows([
      { product: 'NVIDIA H100 SXM', gpu_count: 8, ...machine, price_per_hour_usd: 2.1 },
      { product: 'NVIDIA H200 SXM', gpu_count: 8, ...machine, price_per_hour_usd: 27.2 },
      { product: 'RTX 4090', gpu_count: 4, ...machine, price_per_hour_usd: 0.9 },
    ]),
  ).toEqual([
    'NVIDIA H100 SXM | gpu_hour | 2.1 USD/1',
    'NVIDIA H200 SXM | gpu_hour | 27.2 USD/8',
    'RTX 4090 | gpu_hour | 0.9 USD/4',
  ]);
});

test('hundred millionths of a currency that stands beside the list', () => {
  const pricing = { intervalUnit: 'hour', price: 280_000_000 };
  expect(
    rows({
      locale: { currencyCode: 'EUR' },
      addons: [
        { planCode: 'h100-380.consumption', invoiceName: 'h100-380', product: 'cloud-machine', pricings: [pricing] },
        { planCode: 'b9-7.consumption', invoiceName: 'b9-7', pricings: [{ ...pricing, price: 6_810_000 }] },
      ],
    }),
  ).toEqual(['h100-380 | gpu_hour | 2.8 EUR/1', 'b9-7 | instance_hour | 0.0681 EUR/1']);
});
