import { expect, test } from 'vitest';
import { rows } from './rows.ts';

/** What a price is of where its meter or its size says it. */
const cases: readonly [string, unknown, readonly string[]][] = [
  [
    'meters with shortened words, several models under one product',
    {
      items: [
        {
          productName: 'Heron models',
          meterName: '7.2 mini inpt glbl 1M Tokens',
          unitOfMeasure: '1M',
          retailPrice: 0.4,
        },
        {
          productName: 'Heron models',
          meterName: '7.2 mini cchd Inp glbl 1M Tokens',
          unitOfMeasure: '1M',
          retailPrice: 0.1,
        },
        { productName: 'Heron models', meterName: '7.2 max opt Gl 1M Tokens', unitOfMeasure: '1M', retailPrice: 18 },
        {
          productName: 'Heron models',
          meterName: '7.2 max Batch outpt Gl 1M Tokens',
          unitOfMeasure: '1M',
          retailPrice: 9,
        },
        {
          productName: 'Heron models',
          meterName: 'heron sketch 2 out img Gl 1M Tokens',
          unitOfMeasure: '1M',
          retailPrice: 31,
        },
        { productName: 'Heron models', meterName: '7.1 pp Inp Gl 1K Tokens', unitOfMeasure: '1K', retailPrice: 0.003 },
      ],
    },
    [
      '7.2 mini inpt glbl 1M Tokens | input | 0.4 USD/1000000',
      '7.2 mini cchd Inp glbl 1M Tokens | cached_input | 0.1 USD/1000000',
      '7.2 max opt Gl 1M Tokens | output | 18 USD/1000000',
      '7.2 max Batch outpt Gl 1M Tokens | output batch | 9 USD/1000000',
      'heron sketch 2 out img Gl 1M Tokens | output | 31 USD/1000000',
      '7.1 pp Inp Gl 1K Tokens | input priority | 0.003 USD/1000',
    ],
  ],
  [
    'products that their meters tell apart no further',
    [
      { product: 'egret-1', meter: 'input', unit: '1M tokens', price: 0.5 },
      { product: 'egret-1', meter: 'output', unit: '1M tokens', price: 1.5 },
      { product: 'egret-2', meter: 'input', unit: '1M tokens', price: 1 },
    ],
    ['egret-1 | input | 0.5 USD/1000000', 'egret-1 | output | 1.5 USD/1000000', 'egret-2 | input | 1 USD/1000000'],
  ],
  [
    'one way of tokens, beside how many they are',
    {
      'egret-embed-1': { prompt: 0.0002, per_tokens: 1000 },
      'egret-2': { prompt: 0.3, completion: 0.9, per_tokens: 1000000 },
    },
    [
      'egret-embed-1 | input | 0.0002 USD/1000',
      'egret-2 | input | 0.3 USD/1000000',
      'egret-2 | output | 0.9 USD/1000000',
    ],
  ],
  [
    'machines by the code of their size, whatever names stand in them and around them',
    {
      config: {
        rate: 'perhr',
        regions: [
          {
            region: 'eu-north',
            families: [
              {
                type: 'computeOptimised',
                sizes: [
                  { size: 'k5.large', vCPU: '2', columns: [{ name: 'linux', prices: { USD: '0.091' } }] },
                  { size: 'k5.xlarge', vCPU: '4', columns: [{ name: 'linux', prices: { USD: '0.182' } }] },
                ],
              },
            ],
          },
        ],
      },
    },
    [
      'k5.large | instance_hour [linux] @eu-north | 0.091 USD/1',
      'k5.xlarge | instance_hour [linux] @eu-north | 0.182 USD/1',
    ],
  ],
];

test.each(cases)('%s', (_name, body, expected) => {
  expect(rows(body)).toEqual(expected);
});
