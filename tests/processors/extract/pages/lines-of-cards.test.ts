import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, its format, the page, its prices. */
const cases: readonly [string, 'html' | 'md', string, readonly string[]][] = [
  [
    'label, amount and unit in elements of their own under a name with as many tags',
    'html',
    `<html lang="zh"><h1>价格</h1>
<div class="m"><div><span>lusi-4</span><span>对话</span><span>128K</span></div><div><div><label>输入</label><b>¥2.00</b><i>/百万 Tokens</i></div><div><label>输出</label><b>¥8.00</b><i>/百万 Tokens</i></div></div></div>
<div class="m"><div><span>lusi-4-mini</span><span>对话</span><span>32K</span></div><div><div><label>输入</label><b>¥1.00</b><i>/百万 Tokens</i></div><div><label>输出</label><b>¥4.00</b><i>/百万 Tokens</i></div></div></div>`,
    [
      'lusi-4 对话 128K input CNY 2/1000000',
      'lusi-4 对话 128K output CNY 8/1000000',
      'lusi-4-mini 对话 32K input CNY 1/1000000',
      'lusi-4-mini 对话 32K output CNY 4/1000000',
    ],
  ],
  [
    'a way of tokens before several amounts, each with its length behind it',
    'md',
    `# 价格

## lusi-4

- 输入：4 元 / 百万 tokens（≤ 32K）；6 元 / 百万 tokens（> 32K）
- 输出：16 元 / 百万 tokens（≤ 32K）；24 元 / 百万 tokens（> 32K）

## Egret 4

- Input: $1.00 / 1M tokens (standard), $0.50 / 1M tokens (batch)`,
    [
      'lusi-4 input ≤ 32K CNY 4/1000000',
      'lusi-4 input > 32K CNY 6/1000000',
      'lusi-4 output ≤ 32K CNY 16/1000000',
      'lusi-4 output > 32K CNY 24/1000000',
      'Egret 4 input USD 1/1000000',
      'Egret 4 input batch USD 0.5/1000000',
    ],
  ],
  [
    'what is subscribed to by the month, quarter and year',
    'md',
    `# 套餐

| 套餐 | 连续包月 | 连续包季 | 连续包年 |
| :-- | :-- | :-- | :-- |
| 轻量版 | 39 元 | 105 元 | 380 元 |
| 专业版 | 129 元 | 350 元 | 1280 元 |`,
    [
      '轻量版 month CNY 39/1',
      '轻量版 other CNY 105/1',
      '轻量版 year CNY 380/1',
      '专业版 month CNY 129/1',
      '专业版 other CNY 350/1',
      '专业版 year CNY 1280/1',
    ],
  ],
  [
    'a month of a node',
    'md',
    `# 算力

| 节点规格 | 包月单价 | 包年单价 |
| --- | --- | --- |
| lx.g8.8xlarge | 71,000元/节点 | 720,000元/节点 |`,
    ['lx.g8.8xlarge month CNY 71000/1', 'lx.g8.8xlarge year CNY 720000/1'],
  ],
];

test.each(cases)('%s', (_name, format, page, prices) => {
  expect(read(page, format)).toEqual(prices);
});
