import { expect, test } from 'vitest';
import { read } from './read.ts';

const md = (...lines: readonly string[]) => read(lines.join('\n'), 'md');

test('rows of two words head those below them: what these are, and what their prices are for', () => {
  expect(
    md(
      '| Model | Context | Limits | Pricing |',
      '| --- | --- | --- | --- |',
      '|  |',
      '| Chat models |  | Per million tokens |',
      '| heron-5-large | 1,000,000 | 4Mtpm480rpm | $2.00$8.00 |',
      '| Speech models |  | Per 1M characters |',
      '| heron-say |  | 60rpm | $15.00 |',
      '| Film models |  | Per second of output |',
      '| heron-film |  | 60rpm | $0.04 |',
      '| Picture models |  | Per image output |',
      '| heron-draw |  | 300rpm | $0.05 |',
    ),
  ).toEqual([
    'heron-5-large input USD 2/1000000',
    'heron-5-large output USD 8/1000000',
    'heron-say other USD 15/1000000',
    'heron-film second USD 0.04/1',
    'heron-draw image USD 0.05/1',
  ]);
});

test.each([
  ['InputCachedOutput', '$2.50$0.25$15.00'],
  ['Input Cached Output', '$2.50 $0.25 $15.00'],
  ['Input tokensCached inputOutput tokens', '$2.50 / M$0.25 / M$15.00 / M'],
  ['Tokens ($/1M)', '$2.50$0.25$15.00'],
])('three amounts in a cell under "%s"', (head, cell) => {
  expect(md(`| Model | ${head} |`, '|---|---|', `| finch-pro (per 1M tokens) | ${cell} |`)).toEqual([
    'finch-pro input USD 2.5/1000000',
    'finch-pro cached_input USD 0.25/1000000',
    'finch-pro output USD 15/1000000',
  ]);
});

test('three amounts that rise are steps of something', () => {
  expect(
    md('| Model | Tokens ($/1M) |', '|---|---|', '| finch-pro | $1$2$3 |').filter((price) => price.includes('cached')),
  ).toEqual([]);
});

test('a header of glued words names both ways', () => {
  expect(md('| Model | PromptCompletion |', '|---|---|', '| finch-air | $0.40$1.60 |')).toEqual([
    'finch-air input USD 0.4/1000000',
    'finch-air output USD 1.6/1000000',
  ]);
});
