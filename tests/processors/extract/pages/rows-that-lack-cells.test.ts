import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page in Markdown, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a row that lacks the name above it',
    `| Model | Range | Input per 1M tokens | Output per 1M tokens |
| --- | --- | --- | --- |
| Egret 2 | up to 64K | $1.10 | $4.40 |
| over 64K | $2.20 | $8.80 |
| Egret 1 | all | $0.30 | $0.90 |`,
    [
      'Egret 2 input up to 64K USD 1.1/1000000',
      'Egret 2 output up to 64K USD 4.4/1000000',
      'Egret 2 input over 64K USD 2.2/1000000',
      'Egret 2 output over 64K USD 8.8/1000000',
      'Egret 1 input USD 0.3/1000000',
      'Egret 1 output USD 0.9/1000000',
    ],
  ],
  [
    'with the sign of a yuan behind its numbers',
    `| 模型 | 档位 | 价格 |
| --- | --- | --- |
| 白鹭-2 | 白天 | 3 元/百万tokens |
| 夜间 | 1 元/百万tokens |`,
    ['白鹭-2 other 白天 CNY 3/1000000', '白鹭-2 other 夜间 CNY 1/1000000'],
  ],
  [
    'a row that lacks its last cells',
    `| Model | Input per 1M tokens | Output per 1M tokens | Note |
| --- | --- | --- | --- |
| Egret 2 | $1.10 | $4.40 | swift |
| Egret 1 | $2.20 | $8.80 |
| Egret Vector | $0.30 |`,
    [
      'Egret 2 input USD 1.1/1000000',
      'Egret 2 output USD 4.4/1000000',
      'Egret 1 input USD 2.2/1000000',
      'Egret 1 output USD 8.8/1000000',
      'Egret Vector input USD 0.3/1000000',
    ],
  ],
  [
    'a row that lacks its last price',
    `| Model | Context | Input per 1M tokens | Output per 1M tokens |
| --- | --- | --- | --- |
| Egret 2 | 64K | $1.10 | $4.40 |
| Egret Vector | 8K | $0.30 |`,
    ['Egret 2 input USD 1.1/1000000', 'Egret 2 output USD 4.4/1000000', 'Egret Vector input USD 0.3/1000000'],
  ],
  [
    'amounts in a note do not move a row',
    `| Model | Input per 1M tokens | Output per 1M tokens | Note |
| --- | --- | --- | --- |
| Egret 2 | $1.10 | $4.40 | once $9 |
| Egret 1 | $2.20 | $8.80 |`,
    [
      'Egret 2 input USD 1.1/1000000',
      'Egret 2 output USD 4.4/1000000',
      'Egret 1 input USD 2.2/1000000',
      'Egret 1 output USD 8.8/1000000',
    ],
  ],

  [
    'amounts that stand where others have none',
    `| Model | Cached per 1M tokens | Input per 1M tokens | Output per 1M tokens |
| --- | --- | --- | --- |
| Egret 2 | - | $1.10 | $4.40 |
| Egret 1 | $0.30 | $0.50 |`,
    [
      'Egret 2 input USD 1.1/1000000',
      'Egret 2 output USD 4.4/1000000',
      'Egret 1 cached_input USD 0.3/1000000',
      'Egret 1 input USD 0.5/1000000',
    ],
  ],
  [
    'amounts that stand where others have some',
    `| Model | Size | Input per 1M tokens | Output per 1M tokens |
| --- | --- | --- | --- |
| Egret 2 | 8B | $1.10 | free |
| Egret 3 | 9B | free | $4.40 |
| Egret 1 | 1B | $0.30 |`,
    ['Egret 2 input 8B USD 1.1/1000000', 'Egret 3 output 9B USD 4.4/1000000', 'Egret 1 input 1B USD 0.3/1000000'],
  ],
  [
    'amounts that would stand where none has any',
    `| Model | Size | Input per 1M tokens | Output per 1M tokens |
| --- | --- | --- | --- |
| Egret 2 | 8B | $1.10 | - |
| Egret 1 | $0.30 |`,
    ['Egret 2 input USD 1.1/1000000'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page, 'md')).toEqual(expected);
});
