import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

const over = 'Costs per 1M tokens, input / output:';
const list = (...items: string[]): string => `# Notes\n\n${items.map((item) => `- ${item}`).join('\n')}`;

test('names with two amounts each, under a text that says of what both are', () => {
  expect(
    readInFull(
      `# Notes\n\n${over}\n\n- **Tern 4** – $2.50 / $10.00 (cached input $0.25)\n- **Tern 4 mini** – $0.15 / $0.60\n- Tern 70B (self-hosted) – n/a\n- Wader Pro: $1.25 / $9 up to 200k, $2.50 / $15 above`,
      'md',
    ),
  ).toEqual([
    'Tern 4 input standard - USD 2.5/1000000',
    'Tern 4 output standard - USD 10/1000000',
    'Tern 4 cached_input standard - USD 0.25/1000000',
    'Tern 4 mini input standard - USD 0.15/1000000',
    'Tern 4 mini output standard - USD 0.6/1000000',
    'Wader Pro input standard up to 200k USD 1.25/1000000',
    'Wader Pro output standard up to 200k USD 9/1000000',
    'Wader Pro input standard above USD 2.5/1000000',
    'Wader Pro output standard above USD 15/1000000',
  ]);
});

test('output goes before input where the text says so', () => {
  expect(
    readInFull('## Prices per 1M tokens (output / input)\n\n- Tern 4: $10 / $2.50\n- Tern 4 mini: $0.60 / $0.15', 'md'),
  ).toEqual(
    expect.arrayContaining([
      'Tern 4 output standard - USD 10/1000000',
      'Tern 4 mini input standard - USD 0.15/1000000',
    ]),
  );
});

test('two amounts that nothing says the ways of are none of tokens', () => {
  expect(readInFull(list('Small: $5 / $50', 'Large: $10 / $100'), 'md')).toEqual([]);
});

test('what is said about is no price, and a code is called by itself', () => {
  expect(
    readInFull(
      'Embeddings: `tern-embed-3` $0.02 / 1M tokens.\n\nRule of thumb: a page has 500 tokens, so Tern 4 costs about $0.02.',
      'md',
    ),
  ).toEqual(['tern-embed-3 input standard - USD 0.02/1000000']);
});
