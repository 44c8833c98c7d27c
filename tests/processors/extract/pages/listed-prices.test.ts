import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (...rows: readonly (readonly string[])[]): string => {
  const [header = [], ...body] = rows;
  return [header, header.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
};

test.each([
  ['Provider price per 1M tokens', 'Larch price per 1M tokens'],
  ['Official price (per 1M tokens)', 'Price here (per 1M tokens)'],
  ['官方价格（美元/百万 tokens）', '本站价格（美元/百万 tokens）'],
])('beside "%s" the price of the house counts', (theirs, own) => {
  const page = table(
    ['Model', 'Token type', theirs, own],
    ['Alder 3', 'Input', '$2.00', '$2.20'],
    ['', 'Output', '$8.00', '$8.80'],
  );
  expect(read(page, 'md')).toEqual([
    expect.stringContaining('Alder 3 input USD 2.2/1000000'),
    expect.stringContaining('Alder 3 output USD 8.8/1000000'),
  ]);
});

test('of each way of tokens', () => {
  const page = table(
    ['Model', 'Official input / 1M', 'Official output / 1M', 'Input / 1M', 'Output / 1M'],
    ['Alder 3', '$2', '$8', '$1', '$4'],
  );
  expect(read(page, 'md')).toEqual(['Alder 3 input USD 1/1000000', 'Alder 3 output USD 4/1000000']);
});

test('where the house states none of its own, the official price is the price', () => {
  const page = table(['Model', 'Official price per image', 'Released'], ['Alder Paint', '$0.04', '2026-03']);
  expect(read(page, 'md')).toEqual([expect.stringContaining('Alder Paint image USD 0.04/1')]);
});
