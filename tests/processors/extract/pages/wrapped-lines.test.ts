import { expect, test } from 'vitest';
import { withoutWraps } from '../../../../processors/extract/pages/wrapped-lines.ts';
import { readInFull } from './read.ts';

const README = `## Terns

The models below are kept up to date by hand, once a week at the very least.
Tern 3 costs $1.2 input and $4.8 output per million tokens wherever it is
run. At **256,000 or more input tokens**, rates are $2.4 / $7.2 for the whole
request.

- \`tern-film\`: takes \`seconds\` and \`size\`, and what a second of it costs is
  told by the size alone.
`;

test('a paragraph that an editor wrapped is one line again, and so is an item', () => {
  const lines = withoutWraps(README).split('\n');
  expect(lines[2]).toBe(
    'The models below are kept up to date by hand, once a week at the very least. Tern 3 costs $1.2 input and $4.8 output per million tokens wherever it is run. At **256,000 or more input tokens**, rates are $2.4 / $7.2 for the whole request.',
  );
  expect(lines[4]).toMatch(/^- `tern-film`: .* it costs is told by the size alone\.$/);
  expect(readInFull(README, 'md')).toEqual([
    'Tern 3 input standard - USD 1.2/1000000',
    'Tern 3 output standard - USD 4.8/1000000',
    'Tern 3 input standard At 256,000 or more input tokens USD 2.4/1000000',
    'Tern 3 output standard At 256,000 or more input tokens USD 7.2/1000000',
  ]);
});

test.each([
  ['lines that end before they have to', 'Tern 3\n$1.20 / M tokens\nA model for everything that one writes by hand.'],
  [
    'a sentence over a price',
    'Our most capable model for everything that one may want to write by hand.\n$1.20 / M tokens\nTry it now',
  ],
  ['rows', '| Model | a very long header that reaches as far as any line of text would reach |\n|---|---|\n| a | b |'],
  [
    'what is fenced',
    '```\nlet price = rates.of("tern-3").input * tokens.input + rates.of("tern-3").output *\n  tokens.output;\n```',
  ],
  [
    'a break that is meant',
    'Our most capable model for everything that one may want to write by hand,  \nand the cheapest one that we have ever had in this list of ours',
  ],
])('%s stay as they are', (_name, text) => {
  expect(withoutWraps(text)).toBe(text);
});
