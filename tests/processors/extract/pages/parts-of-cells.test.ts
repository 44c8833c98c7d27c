import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

test('a header says which amount of a cell is bought how', () => {
  const page = `# Tern cards

| GPU | Price per hour (on-demand / spot) |
|---|---|
| H100 | $2.40 / $1.10 |
| L40S | $0.90 / $0.35 |
`;
  expect(readInFull(page, 'md')).toEqual([
    'H100 gpu_hour standard - USD 2.4/1',
    'H100 gpu_hour spot - USD 1.1/1',
    'L40S gpu_hour standard - USD 0.9/1',
    'L40S gpu_hour spot - USD 0.35/1',
  ]);
});

test('a header of one way of tokens and two ways of buying', () => {
  const page = `# Tern models

| Model | Input (standard / batch) per 1M tokens | Output (standard / batch) per 1M tokens |
|---|---|---|
| tern-3 | $1.2 / $0.6 | $4.8 / $2.4 |
`;
  expect(readInFull(page, 'md')).toEqual([
    'tern-3 input standard - USD 1.2/1000000',
    'tern-3 input batch - USD 0.6/1000000',
    'tern-3 output standard - USD 4.8/1000000',
    'tern-3 output batch - USD 2.4/1000000',
  ]);
});

test('a text over the table says what the numbers of all cells are by their places', () => {
  const page = `# Tern Paint

Prices per image in USD (\`draft\` / \`fine\`):

| Model | 1024x1024 | 1024x1536 | Image out /1M |
|---|---|---|---|
| tern-paint | 0.012 / 0.09 | 0.018 / 0.13 | $28 |
`;
  expect(read(page, 'md')).toEqual([
    'tern-paint image draft; 1024x1024 USD 0.012/1',
    'tern-paint image fine; 1024x1024 USD 0.09/1',
    'tern-paint image draft; 1024x1536 USD 0.018/1',
    'tern-paint image fine; 1024x1536 USD 0.13/1',
    'tern-paint output Image USD 28/1000000',
  ]);
});

test('ways of tokens and units are no parts: the words of a unit are split by the same stroke', () => {
  const page = `# Tern models

| Model | USD / 1M tokens | Input / Output (USD / 1M tokens) |
|---|---|---|
| tern-3 | | $1.2 / $4.8 |
| tern-embed | $0.02 | |
`;
  expect(read(page, 'md').filter((row) => row.startsWith('tern-3'))).toEqual([
    'tern-3 input USD 1.2/1000000',
    'tern-3 output USD 4.8/1000000',
  ]);
});

test('bare numbers side by side are no prices where nothing lists what they are', () => {
  const page = `# Tern Paint

Per image, USD.

| Model | 1024x1024 | Price |
|---|---|---|
| tern-paint | 12 / 9 | $0.02 |
`;
  expect(read(page, 'md')).toEqual(['tern-paint image USD 0.02/1']);
});

test('two amounts of tokens that nothing tells apart are what goes in and what comes out', () => {
  const page = `# Tern models

| Model | Context | Pricing (per 1M tokens) |
|---|---|---|
| tern-3 | 128K | $1.2 / $4.8 |
| tern-4 | 200K | $2 input, $8 output |
`;
  expect(read(page, 'md')).toEqual([
    'tern-3 input USD 1.2/1000000',
    'tern-3 output USD 4.8/1000000',
    'tern-4 input USD 2/1000000',
    'tern-4 output USD 8/1000000',
  ]);
});

test('numbers with a remark each under a unit', () => {
  expect(
    read(
      '<table><tr><th>模型</th><th>在线推理<br>元/百万token</th><th>离线推理<br>元/百万token</th></tr><tr><td>流影-2</td><td>20.00（有声）<br>10.00（无声）</td><td>12.00（有声）<br>6.00（无声）</td></tr></table><p>视频生成</p>',
    ).map((row) => row.replace(/^流影-2 \w+ /, '')),
  ).toEqual(['有声 CNY 20/1000000', '无声 CNY 10/1000000', 'batch 有声 CNY 12/1000000', 'batch 无声 CNY 6/1000000']);
});
