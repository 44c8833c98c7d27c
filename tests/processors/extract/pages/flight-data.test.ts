import { expect, test } from 'vitest';
import { read } from './read.ts';

/** A page whose server sends these rows, cut into pieces of so many letters. */
const sent = (rows: readonly string[], length = 40): string => {
  const payload = rows.join('');
  const pieces = Array.from({ length: Math.ceil(payload.length / length) }, (_, at) =>
    payload.slice(at * length, (at + 1) * length),
  );
  const scripts = pieces.map((piece) => `<script>self.__next_f.push([1,${JSON.stringify(piece)}])</script>`);
  return `<html><head><title>Brume pricing</title></head><body><div id="root"></div><script>(self.__next_f=self.__next_f||[]).push([0])</script>${scripts.join('')}</body></html>`;
};
const row = (id: string, value: unknown): string => `${id}:${JSON.stringify(value)}\n`;
const prices = [
  'Brume 2 input USD 0.6/1000000',
  'Brume 2 output USD 2.4/1000000',
  'Brume 2 Air input USD 0.1/1000000',
  'Brume 2 Air output USD 0.4/1000000',
];
const models = [
  { name: 'Brume 2', input: '$$0.60 / 1M tokens', output: '$$2.40 / 1M tokens' },
  { name: 'Brume 2 Air', input: '$$0.10 / 1M tokens', output: '$$0.40 / 1M tokens' },
];

test.each([
  ['a component far inside', [row('5', ['$', 'div', null, { children: [['$', '$L9', null, { models }]] }])]],
  [
    'each of the components of a kind',
    [
      row(
        '5',
        models.map((one) => ['$', '$Lb', one.name, one]),
      ),
    ],
  ],
  ['a row of their own', [row('5', ['$', '$L9', null, { models: '$6' }]), row('6', models)]],
])('prices that %s is given', (_name, rows) => {
  expect(read(sent(['1:I[77,["4","static/chunks/4.js"],"Table"]\n', ...rows]))).toEqual(prices);
});

test('several pieces of one script, each with data of its own', () => {
  const pieces = [
    { api: 'brume-2', price: [{ value: 'Input (/M tokens)', amount: '<p>$0.60</p>' }] },
    { api: 'brume-2-air', price: [{ value: 'Output (/M tokens)', amount: '<b>$0.40</b>' }] },
  ];
  const calls = pieces.map((piece) => `self.__next_f.push([1,${JSON.stringify(JSON.stringify(piece))}]);`);
  expect(read(`<div></div><script>self.__next_f = self.__next_f || [];${calls.join('\n')}</script>`)).toEqual([
    'brume-2 input USD 0.6/1000000',
    'brume-2-air output USD 0.4/1000000',
  ]);
});

test('HTML that is set as it stands, in a row counted by its bytes', () => {
  const html =
    '<h2>Tarifs · modèles</h2><table><tr><th>Model</th><th>Input / 1M tokens</th></tr>\n<tr><td>Brume 2</td><td>$0.60</td></tr></table>';
  const rows = [
    `6:T${Buffer.byteLength(html).toString(16)},${html}`,
    row('5', ['$', 'article', null, { dangerouslySetInnerHTML: { __html: '$6' } }]),
    row('7', ['$', 'p', null, { children: 'Prices may change.' }]),
  ];
  expect(read(sent(rows))).toEqual([prices[0]]);
});

test('how elements look is no data, nor is what has no name', () => {
  const rows = [
    row('5', ['$', 'div', null, { style: { cost: 3, rate: 2 }, children: 'Pricing soon' }]),
    row('6', ['$', '$L3', null, { price: '$$4', children: null }]),
  ];
  expect(read(sent(rows))).toEqual([]);
});

test('a piece as a script writes it, a name shown beside what programs say, a cache for nothing', () => {
  const of = (label: string, uid: string, input: string, cached: string): string =>
    `{"model_uid":\`${uid}\`,"label":\`${label}\`,"input_cost_per_million_usd":${input},"cache_read_cost_per_million_usd":${cached},}`;
  const piece = `[${of('Brume 2', 'M_BRUME_2', '.75', '.075')},${of('Brume 2 Air', 'brume-2-air', '1', '0')}]`;
  expect(read(`<div></div><script>self.__next_f.push([1,${JSON.stringify(piece)}])</script>`)).toEqual([
    'Brume 2 input USD 0.75/1000000',
    'Brume 2 cached_input USD 0.075/1000000',
    'Brume 2 Air input USD 1/1000000',
  ]);
});

test('a program that a component is given as a text', () => {
  const compiledSource =
    "const models=[{name:'Brume 2',inputPrice:.6,outputPrice:2.4,unit:'1M tokens'},{name:'Brume 2 Air',inputPrice:.1,outputPrice:.4,unit:'1M tokens'}];function Page(){return jsx(Table,{models})}";
  expect(read(sent([row('5', ['$', '$L9', null, { compiledSource }])]))).toEqual(prices);
});

test('what one component is given is read once, by its names, each label with what it counts', () => {
  const apis = [
    {
      _id: 'k3',
      name: 'Brume Large 3',
      slug: 'brume-large',
      price: [
        { value: 'Input (/M tokens)', price_dollar: '<p>$0.5</p>' },
        { value: 'Output (/M tokens)', price_dollar: '<p>$1.5</p>' },
      ],
    },
    { _id: 'k4', name: 'Brume OCR', slug: 'ocr', price: [{ value: 'Pages (/1K)', price_dollar: '<p>$1</p>' }] },
  ];
  expect(read(sent([row('1c', ['$', '$L2f', null, { apis }])])).sort()).toEqual([
    'Brume Large 3 input USD 0.5/1000000',
    'Brume Large 3 output USD 1.5/1000000',
    'Brume OCR other USD 1/1000',
  ]);
});
