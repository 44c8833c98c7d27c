import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('data that stand in an answer as a text are read like the rest', () => {
  const content = JSON.stringify({
    list: [
      {
        title: 'Chat',
        rows: [
          { modelCode: 'tern-4', contextCode: '128K', priceCode: ' $3 / M Tokens', batchCode: '$1.5 / M Tokens' },
          { modelCode: 'tern-4-air', contextCode: '64K', priceCode: '$0.4 / M Tokens', batchCode: 'Not supported' },
        ],
      },
    ],
  });
  expect(rows({ code: 200, data: [{ id: '7', content }] })).toEqual([
    'tern-4 | other | 3 USD/1000000',
    'tern-4 | other batch | 1.5 USD/1000000',
    'tern-4-air | other | 0.4 USD/1000000',
  ]);
});

test('texts within such a text, and texts that only look like data', () => {
  const inner = JSON.stringify([{ model: 'tern-4', input_price_per_1m_tokens: 3 }]);
  expect(rows({ note: '[prices are those of the first of this month]', data: JSON.stringify({ inner }) })).toEqual([
    'tern-4 | input | 3 USD/1000000',
  ]);
});

test('an amount between the tags of an editor, and what stands beside it', () => {
  const price = [
    { value: 'Input (/1K tokens)', dollars: '<p>$0.002</p>' },
    { value: 'Output (/1K tokens)', dollars: '<p><b>$0.006</b></p>' },
  ];
  expect(rows({ models: [{ endpoint: 'tern-4', price }] })).toEqual([
    'tern-4 | input | 0.002 USD/1000',
    'tern-4 | output | 0.006 USD/1000',
  ]);
});

test.each([
  ['image', 'tern-paint | image | 0.05 USD/1'],
  ['text', 'tern-paint | output | 0.05 USD/1000000'],
])('a generation by what makes %s', (type, price) => {
  expect(rows({ data: [{ type, spec: { name: 'tern-paint', pricing: { generation: { usd: 0.05 } } } }] })).toEqual([
    price,
  ]);
});

test('a generation of moving pictures without a unit states no price of tokens', () => {
  expect(rows({ type: 'video', data: [{ id: 'tern-film', pricing: { generation: { usd: 0.4 } } }] })).toEqual([]);
});
