import { expect, test } from 'vitest';
import { rows } from './rows.ts';

/** Amounts in parts of a currency, and what is paid once or for a term. */
const cases: readonly [string, unknown, readonly string[]][] = [
  [
    'whole numbers with how many of their digits are decimals',
    {
      plans: [
        {
          title: 'Kite L4 x1',
          priceMonthly: { amount: 31900, currency: 'EUR', scale: 2 },
          priceHourly: { amount: 515, currency: 'EUR', exponent: -3 },
        },
      ],
    },
    ['Kite L4 x1 | month | 319 EUR/1', 'Kite L4 x1 | gpu_hour | 0.515 EUR/1'],
  ],
  [
    'decimals beside an amount that has its own',
    { plans: [{ name: 'Kite S', price_monthly: { amount: '9.50', currency: 'USD', decimals: 2 } }] },
    ['Kite S | month | 9.5 USD/1'],
  ],
  [
    'millionths',
    { models: [{ id: 'orla-3', input_price_micros_per_million_tokens: 250000 }] },
    ['orla-3 | input | 0.25 USD/1000000'],
  ],
  [
    'parts of a currency with what they come to, and what is paid once',
    {
      plan: [
        {
          code: 'kt-l40s',
          invoiceName: 'KT L40S',
          pricings: [
            {
              description: 'rental for 1 month',
              intervalUnit: 'month',
              price: 180900000000,
              formattedPrice: '1809.00 €',
            },
            { description: 'installation', intervalUnit: 'none', price: 9900000000, formattedPrice: '99.00 €' },
          ],
        },
      ],
    },
    ['KT L40S | month | 1809 EUR/1', 'KT L40S | other | 99 EUR/1'],
  ],
  [
    'one value in three forms, of an article with a number and a name',
    [
      {
        id: 'KT_SKU_20417',
        title: 'Kite Server-k2.4d',
        unit: 'Hours',
        price: {
          list: { value: 0.18273, roundedValue: 0.18, valueAsInt: 18273, currencyCode: 'EUR' },
          monthly: { value: 131.5656, roundedValue: 131.57, valueAsInt: 13156560, currencyCode: 'EUR' },
        },
        attributes: { vCPU: 4, ram: 16 },
      },
    ],
    ['Kite Server-k2.4d | instance_hour | 0.18273 EUR/1', 'Kite Server-k2.4d | month | 131.5656 EUR/1'],
  ],
  [
    'an article that has a number alone',
    { items: [{ sku: 'SKU-20417', hourly_price: 0.2, currency: 'EUR' }] },
    ['SKU-20417 | instance_hour | 0.2 EUR/1'],
  ],
  [
    'for how long one buys, under a key of its own',
    {
      catalog: [
        {
          gpu: 'NVIDIA B200',
          pricing: [
            { term: 'on-demand', price: '$5.80/hr' },
            { term: '6 months', price: '$4.50/hr' },
            { commitment: '1 year', price: '$3.20/hr' },
          ],
        },
      ],
    },
    [
      'NVIDIA B200 | gpu_hour | 5.8 USD/1',
      'NVIDIA B200 | gpu_hour commit_6mo | 4.5 USD/1',
      'NVIDIA B200 | gpu_hour commit_1y | 3.2 USD/1',
    ],
  ],
];

test.each(cases)('%s', (_name, body, expected) => {
  expect(rows(body)).toEqual(expected);
});
