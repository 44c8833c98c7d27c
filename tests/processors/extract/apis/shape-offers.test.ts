import { expect, test } from 'vitest';
import { rows } from './rows.ts';

/** What is sold as vendors of machines, plans and pieces publish it. */
const cases: readonly [string, unknown, readonly string[]][] = [
  [
    'servers under names of their own, with a card in each',
    { currency: 'EUR', servers: [{ name: 'VX11', gpu: 'RTX 4000 Ada', price: { hourly: 0.41, monthly: 199 } }] },
    ['VX11 | instance_hour | 0.41 EUR/1', 'VX11 | month | 199 EUR/1'],
  ],
  [
    'one offer in several places, each in an object of its own',
    {
      offers: [
        { product: 'KITE-8G', place: { zone: 'waw-2' }, price: { hourly: 0.03, currency: 'EUR' } },
        { product: 'KITE-8G', place: { zone: 'mil-1' }, price: { hourly: 0.03, currency: 'EUR' } },
        { product: 'KITE-16G', region: { name: 'Oslo' }, price: { hourly: 0.06, currency: 'EUR' } },
      ],
    },
    [
      'KITE-8G | instance_hour @waw-2 | 0.03 EUR/1',
      'KITE-8G | instance_hour @mil-1 | 0.03 EUR/1',
      'KITE-16G | instance_hour @Oslo | 0.06 EUR/1',
    ],
  ],
  [
    'cards of other makers with the machine they are in',
    [
      { product: 'Intel Gaudi 3', gpu_count: 8, vcpus: 160, price_per_hour_usd: 24.8 },
      { product: 'Huawei Ascend 910B', gpu_count: 8, vcpus: 192, price_per_hour_usd: 16 },
    ],
    ['Intel Gaudi 3 | gpu_hour | 24.8 USD/8', 'Huawei Ascend 910B | gpu_hour | 16 USD/8'],
  ],
  [
    'plans by the name they are shown under, one of which costs nothing',
    {
      currency: 'USD',
      plans: [
        { id: 'p0', label: 'Starter', price_monthly: 0 },
        { id: 'p1', label: 'Studio', price_monthly: 24, price_yearly: 240, seats: 5 },
      ],
    },
    ['Starter | month | 0 USD/1', 'Studio | month | 24 USD/1', 'Studio | year | 240 USD/1'],
  ],
  [
    'what a model does is a variant of it',
    {
      pricing: [
        {
          model: 'reel-2',
          operations: [
            { name: 'text_to_video', price: { amount: 0.05, currency: 'USD', per: 'second' } },
            { name: 'extend', price: { amount: 0.07, currency: 'USD', per: 'second' } },
          ],
        },
      ],
    },
    ['reel-2 | second [text_to_video] | 0.05 USD/1', 'reel-2 | second [extend] | 0.07 USD/1'],
  ],
  [
    'terms beside ways of buying',
    {
      gpu_pricing: {
        currency: 'INR',
        per: 'hour',
        items: [{ gpu: 'H100', on_demand: 251, spot: 141, reserved_1m: 190 }],
      },
    },
    ['H100 | gpu_hour | 251 INR/1', 'H100 | gpu_hour spot | 141 INR/1', 'H100 | gpu_hour commit_1mo | 190 INR/1'],
  ],
  [
    'rates that only their unit makes prices, and counts that are none',
    {
      prices: {
        image: { 'paint-2': { per_image: 0.04, images_per_minute: 12 } },
        audio: { 'ear-1': { per_minute: 0.006, requests_per_minute: 60 } },
      },
    },
    ['paint-2 | image | 0.04 USD/1', 'ear-1 | other | 0.006 USD/1'],
  ],
  [
    'tokens to train with',
    { fine_tuning: [{ model: 'orca-8b', price_per_1m_tokens: '$0.48' }] },
    ['orca-8b | other fine_tuned | 0.48 USD/1000000'],
  ],
];

test.each(cases)('%s', (_, json, expected) => {
  expect(rows(json)).toEqual(expected);
});

test('terms that keys spell: a price of an hour for who stays so long', () => {
  expect(
    rows([{ displayName: 'A100 PCIe', memoryInGb: 80, securePrice: 1.64, oneMonthPrice: 1.44, threeMonthPrice: 1.36 }]),
  ).toEqual([
    'A100 PCIe | gpu_hour secure | 1.64 USD/1',
    'A100 PCIe | gpu_hour commit_1mo | 1.44 USD/1',
    'A100 PCIe | gpu_hour commit_3mo | 1.36 USD/1',
  ]);
});
