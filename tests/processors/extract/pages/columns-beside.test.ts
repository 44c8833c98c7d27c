import { expect, test } from 'vitest';
import { read } from './read.ts';

type Rows = readonly (readonly string[])[];

const table = (rows: Rows): string =>
  `<table>${rows.map((cells, at) => `<tr>${cells.map((cell) => (at === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`;

/** What a page shows of its table, and the table: whoever names the products, its rows or what stands over it. */
const pages: readonly [string, string, Rows][] = [
  [
    'models by the token',
    '<h1>Pricing</h1><p>USD per 1M tokens</p>',
    [
      ['Model', 'Input', 'Output'],
      ['Egret 2 Large', '3.00', '12.00'],
      ['Egret 2 Small', '0.40', '1.60'],
      ['Egret 2 Tiny', '0.10', '0.30'],
    ],
  ],
  [
    'one model in steps',
    '<h1>Pricing</h1><h2>egret-2-large (USD per million tokens)</h2>',
    [
      ['Prompt length', 'Input', 'Output'],
      ['≤ 128K tokens', '$2', '$8'],
      ['> 128K tokens', '$4', '$14'],
    ],
  ],
  [
    'pictures by their size',
    '<h1>Pricing</h1><h2>Egret Brush price per image</h2>',
    [
      ['Size', 'Low', 'High'],
      ['1024 × 1024', '$0.01', '$0.04'],
      ['2048 × 2048', '$0.03', '$0.09'],
    ],
  ],
  [
    'regions over bare numbers',
    '<h1>Cloud server prices by region</h1><p>US dollars per hour</p>',
    [
      ['Size', 'Frankfurt', 'Singapore'],
      ['General 2', '0.084', '0.097'],
      ['General 4', '0.168', '0.194'],
      ['Compute 8', '0.298', '0.344'],
    ],
  ],
  [
    'units of their own in each row',
    '<html lang="zh"><h1>价格</h1>',
    [
      ['模型', '单价', '计费单位'],
      ['白鹭-图', '0.20', '元/张'],
      ['白鹭-影', '0.60', '元/秒'],
      ['白鹭-声', '1.40', '元/万字符'],
    ],
  ],
  [
    'what is indexed, by its kind',
    '<h1>Pricing</h1><h2>Indexing</h2>',
    [
      ['Modality', 'Price'],
      ['Film with sound', '$0.04 / min'],
      ['Sound alone', '$0.01 / min'],
      ['Text', '$0.025 / page'],
      ['Pictures', '$0.01 / image'],
    ],
  ],
];

/** A column that prices nothing: its header, its cells in turn, and where it stands. */
const columns: readonly [string, readonly string[], number][] = [
  ['Context window', ['128K', '200K', '1M'], 1],
  ['Parameters', ['8B', '70B'], 1],
  ['Throughput', ['80 tokens/s', '1,200 tokens/s'], 1],
  ['Status', ['GA', 'Preview'], 1],
  ['License', ['MIT', 'Apache 2.0'], 1],
  ['Knowledge cutoff', ['Mar 2026', 'Jan 2025'], 1],
  ['Provider', ['Acme', 'Birch'], 1],
  ['Qwyx', ['Alder', 'Birch'], 1],
  ['Description', ['For work of every day', 'Fast and cheap'], 1],
  ['#', ['1', '2', '3', '4'], 0],
  ['Rate limit', ['500 RPM', '60 RPM'], -1],
  ['Released', ['2026-03-01', '2025-11-20'], -1],
  ['Qwyx', ['88.5', '72.1'], -1],
  ['', ['<a href="/try">Try it</a>'], -1],
  ['', ['Alder', 'Birch'], -1],
];

const beside = (rows: Rows, header: string, cells: readonly string[], place: number): Rows =>
  rows.map((row, at) => {
    const cell = at === 0 ? header : (cells[(at - 1) % cells.length] ?? '');
    const from = place < 0 ? row.length : place;
    return [...row.slice(0, from), cell, ...row.slice(from)];
  });

/** Product, meter and amount: a further column may tell more of a price. */
const cores = (prices: readonly string[]): string[] =>
  prices.map((price) =>
    price
      .split(' ')
      .filter((_, at, all) => at >= all.length - 2)
      .join(' '),
  );

for (const [name, over, rows] of pages) {
  const plain = read(over + table(rows));
  test.each(columns)(`${name} beside a column "%s" of %j at %i`, (header, cells, place) => {
    const found = read(over + table(beside(rows, header, cells, place)));
    const subject = (price: string) => price.split(/ (?:input|output|image|request|instance_hour|second|other) /)[0];
    expect(found.map(subject)).toEqual(plain.map(subject));
    expect(cores(found)).toEqual(cores(plain));
  });
}

test('the pages without such a column are read at all', () => {
  expect(pages.map(([, over, rows]) => read(over + table(rows)).length)).toEqual([6, 4, 4, 6, 3, 4]);
});

test('what a remark says of a cache is no meter of the prices beside it', () => {
  expect(
    read(
      '| Model | Input $/M | Output $/M | Notes |\n|---|---|---|---|\n| tern-4 | 15 | 75 | 5m cache write 18.75 |\n| tern-r | 0.55 | 2.19 | off-peak -75% |\n| tern-3 | 2 | 8 | |',
      'md',
    ),
  ).toEqual([
    'tern-4 input USD 15/1000000',
    'tern-4 output USD 75/1000000',
    'tern-r input USD 0.55/1000000',
    'tern-r output USD 2.19/1000000',
    'tern-3 input USD 2/1000000',
    'tern-3 output USD 8/1000000',
  ]);
});
