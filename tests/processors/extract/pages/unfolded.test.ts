import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (...rows: readonly (readonly [string, string])[]): string =>
  `<div class="x"><table><tr><th>Model</th><th>Input per 1M tokens</th></tr>${rows
    .map(([name, price]) => `<tr><td>${name}</td><td>${price}</td></tr>`)
    .join('')}</table></div>`;

test('buttons over the tables that they unfold head them', () => {
  const fold = (title: string) => `<button aria-expanded="true">${title}</button>`;
  expect(
    read(
      `<h1>Inference prices</h1>${fold('Global routing')}${table(['Heron 2', '$0.30'])}${fold('Regional routing')}${table(['Heron 2', '$0.33'], ['Heron 1', '$0.10'])}`,
    ),
  ).toEqual([
    'Heron 2 input Global routing USD 0.3/1000000',
    'Heron 2 input Regional routing USD 0.33/1000000',
    'Heron 1 input USD 0.1/1000000',
  ]);
});

test('a button over no prices heads nothing', () => {
  expect(
    read(
      `<h2>Heron 2</h2><button aria-expanded="false">Show filters</button><div><p>All regions</p></div>${table(['Heron 2', '$0.30'])}`,
    ),
  ).toEqual(['Heron 2 input USD 0.3/1000000']);
});

test('minutes that go in and minutes that come out are told apart', () => {
  expect(
    read(
      '<h2>Heron Live</h2><table><tr><th></th><th>Price</th></tr><tr><td>Audio input price</td><td>$3.50 / 1M tokens, or $0.005 / minute</td></tr><tr><td>Audio output price</td><td>$21.00 / 1M tokens, or $0.03 / minute</td></tr></table>',
    ).filter((line) => line.includes(' other ')),
  ).toEqual(['Heron Live other Audio; input USD 0.005/1', 'Heron Live other Audio; output USD 0.03/1']);
});
