import { expect, test } from 'vitest';
import { apiMapping } from '../../../../infra/contracts/mapping.ts';
import { read, rows } from './rows.ts';

test('meters by path, the rest by pattern; -1 and null are no price, 0 is one', () => {
  const body = {
    data: [
      { id: 'acme/large', pricing: { prompt: '0.0000025', completion: '0.00001', web_search: '0.01', discount: 0.5 } },
      { id: 'acme/auto', pricing: { prompt: '-1', completion: null } },
      { id: 'acme/small:free', pricing: { prompt: '0', completion: '0' } },
    ],
  };
  const mapping = {
    items: 'data',
    product: '{id}',
    prices: { 'pricing.prompt': { meter: 'input' }, 'pricing.completion': { meter: 'output' } },
    rest: { under: 'pricing', except: 'discount' },
  };
  expect(rows(body, { mapping })).toEqual([
    'acme/large | input | 0.0000025 USD/1',
    'acme/large | output | 0.00001 USD/1',
    'acme/large | other [web_search] | 0.01 USD/1',
    'acme/small:free | input | 0 USD/1',
    'acme/small:free | output | 0 USD/1',
  ]);
});

test('a map of models, filtered by key; numbers keep the digits they were written with', () => {
  const body = `{
    "sample_spec": {"input_cost_per_token": 1},
    "acme-1": {"input_cost_per_token": 2.5e-07, "search_cost": {"low": 0.03}, "input_dbu_cost_per_token": 1, "max_tokens": 8},
    "updated": "today"
  }`;
  const mapping = {
    items: '*',
    when: { $key: '!^sample' },
    product: '{$key}',
    prices: { input_cost_per_token: { meter: 'input' } },
    rest: { matching: 'cost', except: 'dbu' },
  };
  const { prices, problems } = read(body, { mapping });
  expect(
    prices.map(({ product, meter, tier, amount, unit_price, evidence }) => [
      product,
      meter,
      tier,
      amount,
      unit_price,
      evidence,
    ]),
  ).toEqual([
    ['acme-1', 'input', null, '0.00000025', '0.25', 'acme-1.input_cost_per_token = 2.5e-07'],
    ['acme-1', 'other', 'search_cost.low', '0.03', '0.03', 'acme-1.search_cost.low = 0.03'],
  ]);
  expect(problems).toEqual([]);
});

test('the first path that leads anywhere is taken', () => {
  const mapping = { items: ['data', ''], product: '{id}', prices: { price: { meter: 'image' } } };
  expect(rows({ data: [{ id: 'a', price: 1 }] }, { mapping })).toEqual(['a | image | 1 USD/1']);
  expect(rows([{ id: 'a', price: 1 }], { mapping })).toEqual(['a | image | 1 USD/1']);
});

test('rules by condition, ways of buying, units from a table, regions from a list', () => {
  const body = {
    items: [
      { name: 'Nova Input tokens', sku: 'batch', unit: '1K', price: 0.5, where: ['us', 'eu'] },
      { name: 'Nova Output tokens', sku: 'plain', unit: '1K', price: 2, where: ['us'] },
      { name: 'Box', sku: 'spot', unit: '1 Hour', price: 3, where: [] },
    ],
  };
  const mapping = {
    items: 'items',
    product: '{name}',
    product_without: ' (in|out)put tokens',
    region: '{where}',
    unit: '{unit}',
    units: { '1K': { per: 1000 }, '1 Hour': { meter: 'instance_hour' } },
    modes: [
      { when: { sku: 'batch' }, mode: 'batch' },
      { when: { sku: 'spot' }, mode: 'spot' },
    ],
    prices: { price: [{ when: { name: 'input' }, meter: 'input' }, { when: { name: 'output' }, meter: 'output' }, {}] },
  };
  expect(rows(body, { mapping })).toEqual([
    'Nova | input batch @us | 0.5 USD/1000',
    'Nova | input batch @eu | 0.5 USD/1000',
    'Nova | output @us | 2 USD/1000',
    'Box | instance_hour spot | 3 USD/1',
  ]);
});

test('lists inside an entry: tiers of their own, with the entry within reach', () => {
  const body = {
    models: [
      {
        id: 'm',
        cur: 'CNY',
        tiers: [
          { upto: 32, in: 1 },
          { upto: 128, in: '2.50' },
        ],
      },
    ],
  };
  const mapping = {
    items: 'models',
    product: '{id}',
    currency: '{cur}',
    lists: [{ at: 'tiers', tier: '≤ {upto}k of {^.id}', prices: { in: { meter: 'input', per: 1_000_000 } } }],
  };
  expect(rows(body, { mapping })).toEqual([
    'm | input [≤ 32k of m] | 1 CNY/1000000',
    'm | input [≤ 128k of m] | 2.5 CNY/1000000',
  ]);
});

test('amounts by currency, amounts for several cards, 0 where it says "not offered"', () => {
  const body = [{ gpu: 'H100', cards: 8, by: { USD: '16', EUR: '15' }, spot: 0 }];
  const mapping = {
    product: '{gpu}',
    zero: 'absent',
    prices: {
      'by.*': { meter: 'gpu_hour', per: '{cards}', currency: '{$field}' },
      spot: { meter: 'gpu_hour', mode: 'spot' },
    },
  };
  expect(rows(body, { mapping })).toEqual(['H100 | gpu_hour | 16 USD/8', 'H100 | gpu_hour | 15 EUR/8']);
  expect(read(body, { mapping }).prices[0]?.unit_price).toBe('2');
});

test('a series quoted several times is kept and said; of a marketplace the lowest stands', () => {
  const body = [3, 1, 2, 1].map((price) => ({ gpu: 'H100', price }));
  const mapping = { product: '{gpu}', prices: { price: { meter: 'gpu_hour' } } };
  expect(rows(body, { mapping })).toEqual([3, 1, 2].map((price) => `H100 | gpu_hour | ${price} USD/1`));
  expect(read(body, { mapping }).problems).toEqual([
    '2 further amounts for a series that has one already, first: [1].price = 1 and [0].price = 3',
  ]);
  expect(rows(body, { mapping: { ...mapping, pick: 'lowest' } })).toEqual(['H100 | gpu_hour | 1 USD/1']);
  expect(read(body, { mapping: { ...mapping, pick: 'lowest' } }).problems).toEqual([]);
});

test('what does not fit is said once, with an example, and the rest is read', () => {
  const body = {
    rows: [
      { id: 'a', unit: 'h', price: 1 },
      { id: 'b', unit: 'fortnight', price: 1 },
      { id: 'c', unit: 'fortnight', price: 1 },
      { unit: 'h', price: 1 },
      { id: 'd', unit: 'h', price: 'ask us' },
      { id: 'e', unit: 'h', price: 1, currency: 'doubloons' },
    ],
  };
  const mapping = {
    items: 'rows',
    product: '{id}',
    currency: '{currency|id}',
    unit: '{unit}',
    units: { h: { meter: 'gpu_hour' } },
    prices: { price: {} },
  };
  const { prices, problems } = read(body, { mapping: { ...mapping, currency: 'USD' } });
  expect(prices.map(({ product }) => product)).toEqual(['a', 'e']);
  expect(problems).toEqual([
    '2 entries have a unit the mapping does not know, first: "fortnight" at rows[1]',
    '1 entries have no product, first: {id} at rows[3]',
    '1 amounts are no numbers, first: "ask us" at rows[4].price',
  ]);
  expect(read(body, { mapping }).problems).toContain(
    '2 amounts have no ISO 4217 currency, first: "a" at rows[0].price',
  );
});

test('a document of another shape, and one that is no JSON, say what is there', () => {
  const mapping = { items: 'data.models', product: '{id}' };
  expect(read({ error: 'gone', code: 1 }, { mapping })).toEqual({
    prices: [],
    problems: ['the mapping\'s items "data.models" lead nowhere; the document has: error, code'],
  });
  expect(read('<html>', { mapping }).problems[0]).toMatch(/^the body is no JSON: /);
});

test('a mapping with an unknown key or a broken pattern is refused', () => {
  expect(apiMapping.safeParse({ product: '{id}', meters: {} }).success).toBe(false);
  expect(apiMapping.safeParse({ product: '{id}', when: { id: '(' } }).error?.issues[0]?.message).toContain(
    'regular expression',
  );
});
