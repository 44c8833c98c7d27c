import { expect, test } from 'vitest';
import { read } from './read.ts';

const shell = (data: unknown, visible = ''): string =>
  `<div id="__next">${visible}</div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(data)}</script>`;

const models = [
  {
    slug: 'quill-3',
    displayName: 'Quill 3',
    contextSize: 131072,
    pricing: { unit: 'per 1M tokens', input: 0.38, output: 1.53 },
  },
  {
    slug: 'quill-3-mini',
    displayName: 'Quill 3 Mini',
    contextSize: 131072,
    pricing: { unit: 'per 1M tokens', input: 0.1, output: 0.5 },
  },
];

test('data in a script states prices by the names of its keys, where the page shows none', () => {
  expect(read(shell({ props: { currency: 'EUR', models } }))).toEqual([
    'Quill 3 input EUR 0.38/1000000',
    'Quill 3 output EUR 1.53/1000000',
    'Quill 3 Mini input EUR 0.1/1000000',
    'Quill 3 Mini output EUR 0.5/1000000',
  ]);
});

test('a script that sets the state of a page is read like any other data', () => {
  const page = `<div id="app"></div><script>window.__STATE__ = ${JSON.stringify({ catalog: { gpus: [{ name: 'A100 80GB', price_per_hour_usd: 1.19 }] } })};</script>`;
  expect(read(page)).toEqual(['A100 80GB gpu_hour USD 1.19/1']);
});

test('what a page shows is what it states', () => {
  const visible =
    '<h1>Pricing</h1><table><tr><th>Model</th><th>Input / 1M tokens</th></tr><tr><td>Quill 4</td><td>$2</td></tr></table>';
  expect(read(shell({ props: { models } }, visible))).toEqual(['Quill 4 input USD 2/1000000']);
});

test('data without prices states none', () => {
  expect(read(shell({ props: { posts: [{ id: 'p1', title: 'Pricing update', likes: 3 }] } }))).toEqual([]);
});

const plans = {
  currency: 'CNY',
  unit: '元/百万tokens',
  list: [{ modelName: 'lusi-7b', inputPrice: '0.7', outputPrice: '1.4' }],
};
const priced = ['lusi-7b input CNY 0.7/1000000', 'lusi-7b output CNY 1.4/1000000'];

test('a script may do other things before and behind the state that it sets', () => {
  const state = JSON.stringify({ note: 'a "}" in a text', plans });
  expect(
    read(
      `<div id="app"></div><script>var a=1;window.__INITIAL_STATE__=${state};(function(){var s={};s.x=1;}());</script>`,
    ),
  ).toEqual(priced);
});

test('a variable of a script is data as well, and what is no JSON is none', () => {
  expect(
    read(`<div id="app"></div><script>const f = {a: price}; const plans = ${JSON.stringify(plans)};</script>`),
  ).toEqual(priced);
  expect(read(`<div id="app"></div><script>var prices = [{name: "lusi", price: 3`)).toEqual([]);
});

test('a unit that JSON states beside its amounts is no amount', () => {
  const data = {
    models: [
      { name: 'Heron 90B', limits: 8192, pricing: { currency: 'USD', unit: '1M tokens', input: 0.7, output: 1.4 } },
      { name: 'Heron 7B', limits: 8192, pricing: { currency: 'USD', unit: '1M tokens', input: 0.06, output: 0.12 } },
    ],
  };
  expect(read(shell(data))).toEqual([
    'Heron 90B input USD 0.7/1000000',
    'Heron 90B output USD 1.4/1000000',
    'Heron 7B input USD 0.06/1000000',
    'Heron 7B output USD 0.12/1000000',
  ]);
});

test('what is said beside a list in JSON holds for all of it', () => {
  const data = {
    page: {
      currency: 'EUR',
      unit: 'per 1M tokens',
      models: [{ name: 'Vela 3', pricing: { input: 0.5, output: 1.5 } }],
    },
  };
  expect(read(shell(data))).toEqual(['Vela 3 input EUR 0.5/1000000', 'Vela 3 output EUR 1.5/1000000']);
});

const block = (title: string, content: readonly (readonly string[])[]): string =>
  JSON.stringify({ type: 'table-block', title, table: { content, justify: ['left', 'left'] } });
const GPUS = block('GPU machines', [
  ['Item', 'vCPUs', 'Preemptible, GPU-hour', 'On-demand, GPU-hour'],
  ['Kiwi GB300', '112', '––', '[Contact us](#form)'],
  ['Kiwi H200', '16', '$1.45', 'from $3.50'],
]);
const STORAGE = block('Storage', [
  ['Item', 'Price', 'Unit'],
  ['Shared disk', '$0.08', 'GiB/month'],
  ['Traffic', 'Free^*^', 'GiB'],
]);
const READ = [
  'Kiwi H200 gpu_hour spot USD 1.45/1',
  'Kiwi H200 gpu_hour USD 3.5/1',
  'Shared disk storage_gb_month USD 0.08/1',
];

test('blocks of rows in the data of a page', () => {
  expect(
    read(`<div id="root"></div><script id="__NEXT_DATA__" type="application/json">[${GPUS},${STORAGE}]</script>`),
  ).toEqual(READ);
});

test('data that are all a page shows, as they stand in a text of its program, cut off', () => {
  const text = JSON.stringify(`{"type":"divider"},${GPUS},${STORAGE},{"type":"table`);
  expect(read(text.slice(1, -1))).toEqual(READ);
});
