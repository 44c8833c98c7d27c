import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

const rows = (lines: readonly (readonly string[])[], cell = 'td') =>
  lines.map((cells) => `<tr>${cells.map((text) => `<${cell}>${text}</${cell}>`).join('')}</tr>`).join('');

const prices = [
  'tern-4 input ≤ 200K USD 1/1000000',
  'tern-4 output ≤ 200K USD 5/1000000',
  'tern-4 input > 200K USD 2/1000000',
  'tern-4 output > 200K USD 8/1000000',
  'tern-4-mini input ≤ 200K USD 0.1/1000000',
  'tern-4-mini output ≤ 200K USD 0.4/1000000',
  'tern-4-mini input > 200K USD 0.2/1000000',
  'tern-4-mini output > 200K USD 0.8/1000000',
];
const below = ['Model', 'Input', 'Output', 'Input', 'Output'];
const body = [
  ['tern-4', '$1.00', '$5.00', '$2.00', '$8.00'],
  ['tern-4-mini', '$0.10', '$0.40', '$0.20', '$0.80'],
];

test.each([
  ['a corner before them', ['', '≤ 200K', '> 200K']],
  ['no corner', ['≤ 200K', '> 200K']],
  ['blank cells between them', ['', '≤ 200K', '', '> 200K', '']],
])('a row of heads without its spans heads as many columns each: %s', (_name, above) => {
  expect(read(`<h1>Prices per 1M tokens</h1><table>${rows([above], 'th')}${rows([below, ...body])}</table>`)).toEqual(
    prices,
  );
});

test('in Markdown, where no cell spans', () => {
  const table = [['', '≤ 200K', '', '> 200K', ''], ['---', '---', '---', '---', '---'], below, ...body];
  expect(
    read(`# Prices per 1M tokens\n\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`, 'md'),
  ).toEqual(prices);
});

test('rows of words that do not repeat are no header', () => {
  const list = [
    ['Model', 'Input', 'Output'],
    ['tern-4', '$1.00', '$5.00'],
    ['tern-5', '$2.00', '$9.00'],
  ];
  expect(read(`<h1>Prices per 1M tokens</h1><table>${rows(list)}</table>`)).toHaveLength(4);
});

test('components told by their properties which mode to show', () => {
  const island = (mode: string, price: string) =>
    `<price-island props="{&quot;tier&quot;:[0,&quot;${mode}&quot;]}"><table>${rows([
      ['Model', 'Input / 1M tokens'],
      ['tern-4', price],
      ['tern-5', price],
    ])}</table></price-island>`;
  expect(readInFull(island('standard', '$2.00') + island('batch', '$1.00'))).toEqual([
    'tern-4 input standard - USD 2/1000000',
    'tern-5 input standard - USD 2/1000000',
    'tern-4 input batch - USD 1/1000000',
    'tern-5 input batch - USD 1/1000000',
  ]);
});

test('a head that is written again over each of its columns heads them all', () => {
  const page = `| Resource | Price per hour | Price per hour |
|---|---|---|
| Resource | On-demand | Spot |
| NVIDIA A100 | $4.50 | $2.10 |
| NVIDIA V100 | $2.30 | $0.99 |`;
  expect(read(page, 'md')).toEqual([
    'NVIDIA A100 gpu_hour USD 4.5/1',
    'NVIDIA A100 gpu_hour spot USD 2.1/1',
    'NVIDIA V100 gpu_hour USD 2.3/1',
    'NVIDIA V100 gpu_hour spot USD 0.99/1',
  ]);
});
