import { expect, test } from 'vitest';
import { parseJson } from '../../../../processors/extract/apis/json.ts';
import { unpacked } from '../../../../processors/extract/pages/packed-data.ts';
import { read } from './read.ts';

const shell = (body: string): string => `<html><head><title>Vela pricing</title></head><body>${body}</body></html>`;
const attribute = (value: unknown): string => JSON.stringify(value).replaceAll('"', '&quot;');
const models = [
  { name: 'Vela 3', inputPrice: '$0.50 / 1M tokens', outputPrice: '$1.50 / 1M tokens' },
  { name: 'Vela 3 Mini', inputPrice: '$0.10 / 1M tokens', outputPrice: '$0.40 / 1M tokens' },
];
const prices = [
  'Vela 3 input USD 0.5/1000000',
  'Vela 3 output USD 1.5/1000000',
  'Vela 3 Mini input USD 0.1/1000000',
  'Vela 3 Mini output USD 0.4/1000000',
];
const numbered = [
  ['ShallowReactive', 1],
  { data: 2 },
  { models: 3 },
  [4, 8],
  { name: 5, inputPrice: 6, outputPrice: 7 },
  'Vela 3',
  '$0.50 / 1M tokens',
  '$1.50 / 1M tokens',
  { name: 9, inputPrice: 10, outputPrice: 11 },
  'Vela 3 Mini',
  '$0.10 / 1M tokens',
  '$0.40 / 1M tokens',
];
const tagged = {
  models: [1, models.map((one) => [0, Object.fromEntries(Object.entries(one).map(([key, text]) => [key, [0, text]]))])],
};

test.each([
  ['an attribute', `<div id="app" data-page="${attribute({ component: 'Rates', props: { models } })}"></div>`],
  ['an attribute of a component', `<price-table :items="${attribute(models)}"></price-table>`],
  ['an attribute that Astro packs', `<astro-island props="${attribute(tagged)}"></astro-island>`],
  [
    'a list that Nuxt numbers',
    `<script type="application/json" id="__NUXT_DATA__">${JSON.stringify(numbered)}</script>`,
  ],
  [
    'a script of Angular',
    `<script type="application/json">${JSON.stringify({ models }).replaceAll('"', '&q;')}</script>`,
  ],
  [
    'a text that a script parses',
    `<script>var rates = JSON.parse(${JSON.stringify(JSON.stringify({ models }))});</script>`,
  ],
  [
    'what a script calls',
    `<script>(function () { app.mount({ root: el }); draw(${JSON.stringify(models)}, "x"); })();</script>`,
  ],
])('a page that shows no price carries its prices in %s', (_name, body) => {
  expect(read(shell(body))).toEqual(prices);
});

test('a number keeps every digit it is written with, however it is packed', () => {
  const written = '[["ShallowReactive",1],{"models":2},[3],{"name":4,"price":5},"Vela 3",0.12345678901234567891]';
  expect(JSON.stringify(unpacked(parseJson(written)))).toContain('0.12345678901234567891');
  const body = `<script>const pricing = { unit: '1M tokens', models: [
    { name: 'Vela 3', inputPrice: 0.12345678901234567891, outputPrice: 1_500.0 },
    { name: 'Vela 3 Mini', inputPrice: 0.1, outputPrice: .4 },
  ] };</script>`;
  expect(read(shell(body))).toEqual([
    'Vela 3 input USD 0.12345678901234567891/1000000',
    'Vela 3 output USD 1500/1000000',
    ...prices.slice(2),
  ]);
});

test('a literal in an attribute', () => {
  const body = `<div x-data="{ plans: [{ name: 'Starter', price: '$9', period: 'per month' }, { name: 'Team', price: '$49', period: 'per month' }] }"></div>`;
  expect(read(shell(body))).toEqual(['Starter month USD 9/1', 'Team month USD 49/1']);
});

test('elements that say all in attributes', () => {
  const card = (name: string, price: string) =>
    `<gpu-card class="c" name="${name}" price="${price}" unit="/hr"></gpu-card>`;
  expect(read(shell(`<h1>GPU pricing</h1>${card('H100 SXM', '$2.39')}${card('A100 80GB', '$1.19')}`))).toEqual([
    'H100 SXM gpu_hour USD 2.39/1',
    'A100 80GB gpu_hour USD 1.19/1',
  ]);
});

test('the name of a variable says that its numbers are prices', () => {
  const body = `<script>var PRICES = { 'vela-3': { input: 0.5, output: 1.5 }, 'vela-3-mini': { input: 0.1, output: 0.4 } };</script>`;
  expect(read(shell(body))).toEqual(
    prices.map((price) => price.replace('Vela 3 Mini', 'vela-3-mini').replace('Vela 3', 'vela-3')),
  );
});

test('what counts the visits of a page states no price', () => {
  const body = `<h1>Blog</h1><script>dataLayer.push({ event: 'view', items: [{ name: 'Vela mug', price: 12 }] }); gtag({ value: 3, price: 4 });</script>`;
  expect(read(shell(body))).toEqual([]);
});

test('data that nothing packs stay as they are', () => {
  for (const text of ['{"a":1}', '[1,2,3,4]', '{"a":["x","y"]}', '[{"a":"b"},1,2,3]', '{}', 'null', '"x"']) {
    const data = parseJson(text);
    expect(unpacked(data)).toBe(data);
  }
});
