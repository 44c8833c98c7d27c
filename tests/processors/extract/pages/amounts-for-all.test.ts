import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';
import { read } from './read.ts';

const both = (meter: string, amount: string, names = ['heron-chat', 'heron-think']) =>
  names.map((name) => `${name} ${meter} USD ${amount}/1000000`);

test('a copy of a table on its side that lost its spans: one amount is of all the names', () => {
  expect(
    read(
      [
        '# Models',
        '',
        '| | | | |',
        '| --- | --- | --- | --- |',
        '| MODEL | heron-chat | heron-think |',
        '| CONTEXT LENGTH | 128K |',
        '| FEATURES | JSON | yes | yes |',
        '| Tools | yes | no |',
        '| PRICING | 1M input tokens (cache hit) | $0.03 |',
        '| 1M input tokens (cache miss) | $0.30 |',
        '| 1M output tokens | $0.90 |',
      ].join('\n'),
      'md',
    ),
  ).toEqual([...both('cached_input', '0.03'), ...both('input', '0.3'), ...both('output', '0.9')]);
});

test('beside rows that have an amount for each', () => {
  const sorted = (prices: string[]) => [...prices].sort();
  expect(
    sorted(
      read(
        [
          '## USD per 1M tokens',
          '',
          '|  | heron-chat | heron-think |',
          '|---|---|---|',
          '| Input | $0.50 |',
          '| Cached input | $0.05 |',
          '| Output | $1.50 | $6.00 |',
        ].join('\n'),
        'md',
      ),
    ),
  ).toEqual(
    sorted([
      ...both('input', '0.5'),
      ...both('cached_input', '0.05'),
      'heron-chat output USD 1.5/1000000',
      'heron-think output USD 6/1000000',
    ]),
  );
});

test('with empty cells where the others stood, in whatever language', () => {
  const body = [
    '| 模型 | 云鹤-对话 | 云鹤-推理 |',
    '|---|---|---|',
    '| 上下文长度 | 128K | |',
    '| 百万tokens输入 | 2元 | |',
    '| 百万tokens输出 | 3元 | |',
  ].join('\n');
  expect(
    readPage(pageOf(body, { format: 'md', lang: 'zh' })).prices.map(
      (one) => `${one.product} ${one.meter} ${one.amount}`,
    ),
  ).toEqual(['云鹤-对话 input 2', '云鹤-对话 output 3', '云鹤-推理 input 2', '云鹤-推理 output 3']);
});

test('an empty cell beside rows of two amounts is of one that is not offered', () => {
  expect(
    read(
      [
        '## USD per 1M tokens',
        '',
        '| Model | heron-chat | heron-think |',
        '|---|---|---|',
        '| Input | $0.50 | $1.00 |',
        '| Cached input | $0.05 | |',
        '| Output | $1.50 | $6.00 |',
      ].join('\n'),
      'md',
    ).filter((price) => price.includes('cached')),
  ).toEqual(['heron-chat cached_input USD 0.05/1000000']);
});

test.each([
  ['of all', 'PRICING\t1M input tokens\t$0.27\n1M output tokens\t$1.10', both('input', '0.27'), both('output', '1.1')],
  [
    'of each',
    'PRICING\t1M input tokens\t$0.27\t$0.55\n1M output tokens\t$1.10\t$2.19',
    ['heron-chat input USD 0.27/1000000', 'heron-think input USD 0.55/1000000'],
    ['heron-chat output USD 1.1/1000000', 'heron-think output USD 2.19/1000000'],
  ],
])('set with tabs, the word over all of them in the first row: an amount %s', (_what, rows, input, output) => {
  expect(read(`Models\n\nMODEL\theron-chat\theron-think\nCONTEXT LENGTH\t64K\n${rows}`, 'md')).toEqual([
    ...input,
    ...output,
  ]);
});

test('set one cell a line', () => {
  expect(
    read(
      [
        'Prices per 1M tokens.',
        '',
        ...['MODEL', 'heron-chat', 'heron-think', 'CONTEXT LENGTH', '128K', 'PRICING'],
        ...[
          '1M input tokens (cache hit)',
          '$0.07',
          '1M input tokens (cache miss)',
          '$0.56',
          '1M output tokens',
          '$1.68',
        ],
      ].join('\n'),
      'md',
    ),
  ).toEqual([...both('cached_input', '0.07'), ...both('input', '0.56'), ...both('output', '1.68')]);
});

test('labels of three steps, each in the first of its rows alone', () => {
  expect(
    read(
      [
        '| | | | | |',
        '|---|---|---|---|---|',
        '| MODEL | heron-flash | heron-pro |',
        '| BASE URL | https://api.example.com |',
        '| FEATURES | JSON | yes | yes |',
        '| Tools | yes | no |',
        '| PRICING | 1M input tokens | OFF-PEAK | $0.15 | $0.66 |',
        '| PEAK | $0.30 | $1.32 |',
        '| 1M output tokens | OFF-PEAK | $0.60 | $1.98 |',
        '| PEAK | $1.20 | $3.96 |',
        '| Concurrency limit | 2500 | 500 |',
      ].join('\n'),
      'md',
    ),
  ).toEqual([
    'heron-flash input off_peak USD 0.15/1000000',
    'heron-pro input off_peak USD 0.66/1000000',
    'heron-flash input peak USD 0.3/1000000',
    'heron-pro input peak USD 1.32/1000000',
    'heron-flash output off_peak USD 0.6/1000000',
    'heron-pro output off_peak USD 1.98/1000000',
    'heron-flash output peak USD 1.2/1000000',
    'heron-pro output peak USD 3.96/1000000',
  ]);
});
