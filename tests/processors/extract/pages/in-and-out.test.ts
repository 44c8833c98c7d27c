import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page in Markdown, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'behind the amounts of a list, once alone',
    `## Pricing per million tokens\n- **orca-3** — €0.12 in / €0.35 out\n- **heron-2** — €0.10 in / €0.30 out\n- **emb-m3** (embeddings) — €0.02 in\n`,
    [
      'orca-3 input EUR 0.12/1000000',
      'orca-3 output EUR 0.35/1000000',
      'heron-2 input EUR 0.1/1000000',
      'heron-2 output EUR 0.3/1000000',
      'emb-m3 (embeddings) input EUR 0.02/1000000',
    ],
  ],
  [
    'before the amounts',
    `## Pricing\n- Lark 1: in $1.10, out $2.20 per 1M tokens\n- Finch 1: In $1.30 · Out $2.60 / 1M tokens\n`,
    [
      'Lark 1 input USD 1.1/1000000',
      'Lark 1 output USD 2.2/1000000',
      'Finch 1 input USD 1.3/1000000',
      'Finch 1 output USD 2.6/1000000',
    ],
  ],
  [
    'behind the units of the amounts',
    `## Pricing\n\nRobin 2: $1.10/M in, $2.20/M out\n`,
    ['Robin 2 input USD 1.1/1000000', 'Robin 2 output USD 2.2/1000000'],
  ],
  [
    'the same words elsewhere',
    `## Pricing\n| Model | Available in | Price per image |\n|---|---|---|\n| Wren 1 | 3 regions, out of beta | $0.04 |\n`,
    ['Wren 1 image USD 0.04/1'],
  ],
];

test.each(cases)('"in" and "out" as short words for the ways of tokens: %s', (_, page, prices) => {
  expect(read(page, 'md')).toEqual(prices);
});

test('what is cached in brackets between the two ways', () => {
  const table = (header: string) =>
    `# Prices\n\nFor one million tokens.\n\n| Model | Pricing [${header}] |\n| --- | --- |\n| egret-4 | $2.10 ($0.30) / $6.40 |\n`;
  const prices = [
    'egret-4 input USD 2.1/1000000',
    'egret-4 cached_input USD 0.3/1000000',
    'egret-4 output USD 6.4/1000000',
  ];
  expect(read(table('in (cached in) / out'), 'md')).toEqual(prices);
  expect(read(table('input (cached) / output'), 'md')).toEqual(prices);
});

test('the way before the count of its tokens', () => {
  const page = `<h1>Models</h1><table><tr><th>Feature</th><th>Egret 5</th></tr><tr><td>Pricing</td><td>$11 / input MTok<br>$52 / output MTok</td></tr><tr><td>Context window</td><td>1M tokens</td></tr></table>`;
  expect(read(page)).toEqual(['Egret 5 input USD 11/1000000', 'Egret 5 output USD 52/1000000']);
});
