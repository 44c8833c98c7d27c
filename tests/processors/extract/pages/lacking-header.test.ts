import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (rows: readonly (readonly string[])[], mark: (cells: readonly string[], head: boolean) => string) =>
  rows.map((cells, index) => mark(cells, index === 0)).join('\n');
const aria = (cells: readonly string[]) =>
  `<div role="row">${cells.map((cell) => `<span>${cell}</span>`).join('')}</div>`;
const plain = (cells: readonly string[]) =>
  `<div class="row">${cells.map((cell) => `<div class="cell">${cell}</div>`).join('')}</div>`;
const real = (cells: readonly string[], head: boolean) =>
  `<tr>${cells.map((cell) => (head ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`;

const rows = [
  ['Model', 'Context', 'Input (MTok)', 'Cached input (MTok)', 'Output (MTok)'],
  ['tern-2', 'Reads everything you send it.', '256K', '$0.30', '$0.03', '$1.20'],
  ['tern-2-lite', 'Reads a little less.', '64K', '$0.10', '$0.01', '$0.40'],
];
const prices = [
  'tern-2 input USD 0.3/1000000',
  'tern-2 cached_input USD 0.03/1000000',
  'tern-2 output USD 1.2/1000000',
  'tern-2-lite input USD 0.1/1000000',
  'tern-2-lite cached_input USD 0.01/1000000',
  'tern-2-lite output USD 0.4/1000000',
];

test.each([
  ['ARIA', `<div role="grid">${table(rows, aria)}</div>`],
  ['plain elements', `<div class="rows">${table(rows, plain)}</div>`],
  ['a table', `<table>${table(rows, real)}</table>`],
])('rows of one cell more than their header has, a remark behind the name: %s', (_name, body) => {
  expect(read(`<h1>Models</h1>${body}`)).toEqual(prices);
});

test('the missing word may be that over the names', () => {
  const turned = [
    ['Context', 'Input / 1M tokens', 'Output / 1M tokens'],
    ['tern-2', '256K', '$0.30', '$1.20'],
    ['tern-3', '256K', '$0.50', '$2.20'],
  ];
  expect(read(`<h1>Models</h1><table>${table(turned, real)}</table>`)).toEqual([
    'tern-2 input USD 0.3/1000000',
    'tern-2 output USD 1.2/1000000',
    'tern-3 input USD 0.5/1000000',
    'tern-3 output USD 2.2/1000000',
  ]);
});

test('a button behind the last price moves nothing', () => {
  const more = [
    ['Model', 'Input / 1M tokens', 'Output / 1M tokens'],
    ['tern-2', '$0.30', '$1.20', 'Try it'],
    ['tern-3', '$0.50', '$2.20', 'Try it'],
  ];
  expect(read(`<h1>Models</h1><table>${table(more, real)}</table>`)).toEqual([
    'tern-2 input USD 0.3/1000000',
    'tern-2 output USD 1.2/1000000',
    'tern-3 input USD 0.5/1000000',
    'tern-3 output USD 2.2/1000000',
  ]);
});
