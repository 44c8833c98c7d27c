import { expect, test } from 'vitest';
import { read } from './read.ts';

const list = (...lines: readonly string[]) =>
  read(['# Prices', '', 'All prices per 1M tokens:', '', ...lines.map((line) => `- ${line}`)].join('\n'), 'md');

test('clauses of an item that say the same ways of tokens under conditions of their own', () => {
  expect(
    list(
      'Orca 3: peak input $2, output $8; off-peak input $1, output $4',
      'Orca 3 Mini: standard price: input $0.5, output $2; until 5 May: input $0.4, output $1',
    ).slice(0, 4),
  ).toEqual([
    'Orca 3 input peak USD 2/1000000',
    'Orca 3 output peak USD 8/1000000',
    'Orca 3 input off_peak USD 1/1000000',
    'Orca 3 output off_peak USD 4/1000000',
  ]);
});

test('a clause at the standard price has no condition, one at a reduced price has', () => {
  expect(
    read(
      '# 价格\n\n价格（元/百万tokens）：\n\n- 白鹭 5：限时五折输入 0.4 元、输出 1.4 元；标准价输入 0.8 元、输出 2.8 元\n- 白鹭 4：输入 2 元、输出 6 元',
      'md',
    ),
  ).toEqual([
    '白鹭 5 input 限时五折 CNY 0.4/1000000',
    '白鹭 5 output 限时五折 CNY 1.4/1000000',
    '白鹭 5 input CNY 0.8/1000000',
    '白鹭 5 output CNY 2.8/1000000',
    '白鹭 4 input CNY 2/1000000',
    '白鹭 4 output CNY 6/1000000',
  ]);
});

test('steps without ranges have those of the part that says them', () => {
  expect(
    list(
      'Orca 3: input [0, 128K) $2 / [128K+) $4, output [0, 128K) $8 / [128K+) $12, cached $0.2 / $0.4',
      'Orca 3 Mini: input $0.5, output $2, cached $0.1',
    ).slice(0, 6),
  ).toEqual([
    'Orca 3 input [0, 128K) USD 2/1000000',
    'Orca 3 input [128K+) USD 4/1000000',
    'Orca 3 output [0, 128K) USD 8/1000000',
    'Orca 3 output [128K+) USD 12/1000000',
    'Orca 3 cached_input [0, 128K) USD 0.2/1000000',
    'Orca 3 cached_input [128K+) USD 0.4/1000000',
  ]);
});

test('remarks in brackets behind a name are none of it', () => {
  expect(
    list('Orca 5 (our latest, 1M context): input $2, output $8', 'Orca 4 (8B, chat): input $1, output $4'),
  ).toEqual([
    'Orca 5 input USD 2/1000000',
    'Orca 5 output USD 8/1000000',
    'Orca 4 (8B, chat) input USD 1/1000000',
    'Orca 4 (8B, chat) output USD 4/1000000',
  ]);
});

test('what is cached up to a length is no amount of use', () => {
  const table =
    '# Prices per 1M tokens\n\n| Model | Input ≤128K | Cached ≤128K |\n|---|---|---|\n| Orca 3 | $2 | $0.2 |\n| Orca 4 | $3 | $0.3 |';
  expect(read(table, 'md').filter((price) => /cached_input/.test(price))).toHaveLength(2);
});
