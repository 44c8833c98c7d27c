import { expect, test } from 'vitest';
import { rows } from './rows.ts';

/** Amounts beside those that are asked, and what is sold besides machines. */
const cases: readonly [string, unknown, readonly string[]][] = [
  [
    'with taxes beside without',
    {
      currency: 'EUR',
      plans: [
        { name: 'Fern 2', price_monthly: { net: '4.00', gross: '4.76' } },
        { name: 'Fern 4', price_monthly: { net: '8.00', gross: '9.52' } },
      ],
    },
    ['Fern 2 | month | 4 EUR/1', 'Fern 4 | month | 8 EUR/1'],
  ],
  [
    'with taxes in a key of its own',
    {
      currency: 'EUR',
      plans: [
        { name: 'Fern 2', monthly_price_excl_vat: 4, monthly_price_incl_vat: 4.76 },
        { name: 'Fern 4', monthly_price_without_tax: 8, monthly_price_with_tax: 9.52 },
      ],
    },
    ['Fern 2 | month | 4 EUR/1', 'Fern 4 | month | 8 EUR/1'],
  ],
  [
    'with taxes alone',
    { currency: 'EUR', plans: [{ name: 'Fern 2', price_monthly: { gross: '4.76' } }] },
    ['Fern 2 | month [gross] | 4.76 EUR/1'],
  ],
  [
    'what who owns a card gets of its price',
    [
      { gpu_name: 'L40S', cost_per_hour_cents: 120, provider_cost_per_hour_cents: 90 },
      { gpu_name: 'H100', cost_per_hour_cents: 320, provider_cost_per_hour_cents: 210 },
    ],
    ['L40S | gpu_hour | 1.2 USD/1', 'H100 | gpu_hour | 3.2 USD/1'],
  ],
  [
    'machines that have the names of their cards',
    [
      { gpuType: 'h100', gpuCount: 1, machineType: 'virtual-machine', region: 'us-east-1', pricePerHour: 3 },
      { gpuType: 'h100', gpuCount: 8, machineType: 'bare-metal', region: 'us-east-1', pricePerHour: 23 },
    ],
    ['h100 | instance_hour @us-east-1 | 3 USD/1', '8x h100 | instance_hour @us-east-1 | 23 USD/1'],
  ],
  [
    'addresses, images and traffic',
    {
      pricing: {
        currency: 'EUR',
        image: { price_per_gb_month: { net: '0.02', gross: '0.0238' } },
        traffic: { price_per_gb: { net: '0.01', gross: '0.0119' } },
        reserved_ips: [
          { type: 'ipv4', prices: [{ location: 'osl1', price_hourly: { net: '0.002', gross: '0.00238' } }] },
          { type: 'ipv6', prices: [{ location: 'osl1', price_hourly: { net: '0.001', gross: '0.00119' } }] },
        ],
      },
    },
    [
      'image | storage_gb_month | 0.02 EUR/1',
      'traffic | other | 0.01 EUR/1',
      'reserved_ips ipv4 | other @osl1 | 0.002 EUR/1',
      'reserved_ips ipv6 | other @osl1 | 0.001 EUR/1',
    ],
  ],
];

test.each(cases)('%s', (_, body, expected) => {
  expect(rows(body)).toEqual(expected);
});

test('what one may spend is the price of nothing', () => {
  expect(
    rows({
      unit: 'USD per 1M tokens',
      models: { 'tern-5': { input: 3, output: 15 } },
      budget: { daily_usd: 25, warn_at: 0.8 },
    }),
  ).toEqual(['tern-5 | input | 3 USD/1000000', 'tern-5 | output | 15 USD/1000000']);
});
