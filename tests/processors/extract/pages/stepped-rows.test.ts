import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

test('the cells of a row that goes on from line to line with a backslash', () => {
  const page = String.raw`# orca-3

| | | | | \
|输入 |\
|元/百万 token |命中缓存 |\
| |元/百万 token |输出单价 |\
| | |元/百万 token |
|---|---|---|
| | | | | \
|6.00 |1.20 |18.00 |
`;
  expect(readInFull(page, 'md')).toEqual([
    'orca-3 input standard - CNY 6/1000000',
    'orca-3 cached_input standard - CNY 1.2/1000000',
    'orca-3 output standard - CNY 18/1000000',
  ]);
});

test('a row whose end is lost stays as it is', () => {
  const page = String.raw`# orca-3

| Model | Input per 1M tokens |
|---|---|
| orca-3 | $2 |

| a | b | \
`;
  expect(readInFull(page, 'md')).toEqual(['orca-3 input standard - USD 2/1000000']);
});

test('a first column whose header says a way of tokens and their unit holds prices', () => {
  const page = `# Orca 3

|Input ($ per 1M tokens)|Cached input ($ per 1M tokens)|Output ($ per 1M tokens)|
|---|---|---|
|4.00|0.80|16.00|
`;
  expect(readInFull(page, 'md')).toEqual([
    'Orca 3 input standard - USD 4/1000000',
    'Orca 3 cached_input standard - USD 0.8/1000000',
    'Orca 3 output standard - USD 16/1000000',
  ]);
});

test('bare numbers from the least to the most, and from one on', () => {
  const page = `# Models

| Model | Input (USD per 1M tokens) | Output (USD per 1M tokens) |
|---|---|---|
| orca-3 | 0.5-0.8 | 2 |
| orca-2 | from 0.3 | 1 |
`;
  expect(readInFull(page, 'md')).toEqual([
    'orca-3 input standard min USD 0.5/1000000',
    'orca-3 input standard max USD 0.8/1000000',
    'orca-3 output standard - USD 2/1000000',
    'orca-2 input standard - USD 0.3/1000000',
    'orca-2 output standard - USD 1/1000000',
  ]);
});
