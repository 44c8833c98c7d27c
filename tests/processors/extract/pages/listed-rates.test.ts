import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

const under = (text: string) => readInFull(`# Terns\n\nWhat is supported, and since when.\n\n${text}\n`, 'md');
const tern = (input: string, output: string, mode = 'standard', tier = '-') => [
  `Tern 3 input ${mode} ${tier} USD ${input}/1000000`,
  `Tern 3 output ${mode} ${tier} USD ${output}/1000000`,
];

test.each([
  'Tern 3 standard pricing is $1.2 input / $4.8 output per 1M tokens.',
  'Tern 3 costs $1.2 input and $4.8 output per million tokens, whatever the region.',
  'Tern 3 is priced at $1.2/$4.8 per million tokens.',
  'The Tern 3 model is billed at **$1.2 / $4.8** per 1M input/output tokens.',
  'Tern 3 costs $1.2/M input and $4.8/M output.',
  'Pricing for Tern 3 starts at $1.2 in / $4.8 out per 1M tokens.',
])('a list of amounts shares the unit behind its last one: %s', (text) => {
  expect(under(text)).toEqual(tern('1.2', '4.8'));
});

test('what is cached is a third', () => {
  expect(under('Tern 3 costs $1.2 / $0.12 / $4.8 per 1M tokens (input / cached input / output).')).toEqual([
    'Tern 3 input standard - USD 1.2/1000000',
    'Tern 3 cached_input standard - USD 0.12/1000000',
    'Tern 3 output standard - USD 4.8/1000000',
  ]);
  // Three that nothing names: the one that has a unit is kept, and no way is guessed.
  expect(under('Tern 3 costs $1.2 / $0.12 / $4.8 per 1M tokens.')).toEqual(['Tern 3 other standard - USD 4.8/1000000']);
});

test('the next sentence leaves out what the one before it said', () => {
  expect(under('Tern 3 is $1.2 input / $4.8 output per 1M tokens. Above 256K tokens, rates are $2.4 / $7.2.')).toEqual([
    ...tern('1.2', '4.8'),
    ...tern('2.4', '7.2', 'standard', 'Above 256K tokens'),
  ]);
});

test('how each list is bought stands behind it', () => {
  expect(
    under('Hold all else and `tern-3-pro` costs $6 / $24 per 1M on its fast tier against $1.5 / $6 on its batch tier.'),
  ).toEqual([
    'tern-3-pro input fast - USD 6/1000000',
    'tern-3-pro output fast - USD 24/1000000',
    'tern-3-pro input batch - USD 1.5/1000000',
    'tern-3-pro output batch - USD 6/1000000',
  ]);
  expect(under('Batch requests for Tern 3 cost $0.6 input / $2.4 output per 1M tokens.')).toEqual(
    tern('0.6', '2.4', 'batch'),
  );
});

test('lists of sums and of other units say no way of tokens', () => {
  expect(under('Tern 3 runs cost $3 / $9 per 1,000 pages.').filter((row) => /input|output/.test(row))).toEqual([]);
  expect(under('Last month we paid $12 / $40 for 1M rows.')).toEqual([]);
});
