import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'what is held or kept on an account',
    `<html lang="zh"><h1>价格</h1><div><h3>quill-film-2</h3><p>单价 0.8 元/次</p><p>冻结金额 5 元/次</p><p>保证金 100 元/月</p></div>`,
    ['quill-film-2 request CNY 0.8/1'],
  ],
  [
    'a balance to keep',
    `<h1>Plans</h1><div><h3>Quill Team</h3><p>$20 / month</p><p>Minimum balance: $50 / month</p></div>`,
    ['Quill Team month USD 20/1'],
  ],
  [
    'the most that one pays in a month',
    `<h1>Pricing</h1>
<table><tr><th>Product</th><th>Price per hour</th><th>Max monthly price</th></tr>
<tr><td>Quill box 3</td><td>$0.04</td><td>$19</td></tr></table>`,
    ['Quill box 3 other USD 0.04/1'],
  ],
  [
    'a name with the words of a maximum in it has a price',
    `<h1>Pricing</h1><table><tr><th>Product</th><th>Price per hour</th></tr><tr><td>Quill Max daily</td><td>$0.04</td></tr></table>`,
    ['Quill Max daily other USD 0.04/1'],
  ],
  [
    'a bound in the brackets of a heading',
    `<h1>Routing</h1>
<h2>Light (input ≤ $1 / M)</h2><table><tr><th>Model</th><th>Price per 1M tokens</th></tr>
<tr><td>Quill 3 mini</td><td>$0.40</td></tr></table>`,
    ['Quill 3 mini input USD 0.4/1000000'],
  ],
  [
    'a bound in a line of text',
    `<h1>Routing</h1><div><h3>Quill light 2</h3><p>Models of ≤ $1 / 1M tokens</p><p>$0.40 / 1M tokens</p></div>`,
    ['Quill light 2 other USD 0.4/1000000'],
  ],
  [
    'the price behind a bound of tokens is one',
    `<h1>Routing</h1><table><tr><th>Model</th><th>Price</th></tr><tr><td>Quill 3</td><td>≤ 32K: $0.40 / 1M tokens</td></tr></table>`,
    ['Quill 3 other ≤ 32K USD 0.4/1000000'],
  ],
  [
    'how many go in a minute and in a day',
    `<h1>Models</h1>
<p>Prices in USD.</p><table><tr><th>Model</th><th>Price per 1M tokens</th><th>Tokens per minute</th><th>Requests per day</th></tr>
<tr><td>Quill 3</td><td>0.40</td><td>90000</td><td>2000</td></tr></table>`,
    ['Quill 3 other USD 0.4/1000000'],
  ],
  [
    'examples, called 例子',
    `<html lang="zh"><h1>青竹-3</h1>
<table><tr><th>模型</th><th>输入（元/百万tokens）</th></tr>
<tr><td>青竹-3</td><td>2</td></tr></table><h2>计费例子</h2><p>某次调用：4.6 元/百万tokens</p>`,
    ['青竹-3 input CNY 2/1000000'],
  ],
  [
    'simulations in Japanese',
    `<html lang="ja"><h1>料金</h1>
<table><tr><th>モデル</th><th>入力（円/100万トークン）</th></tr>
<tr><td>Hibari 3</td><td>200</td></tr></table><h2>料金シミュレーション</h2><div><h3>Hibari 3</h3><p>460円/月</p></div>`,
    ['Hibari 3 input JPY 200/1000000'],
  ],
  [
    'estimates in traditional characters',
    `<html lang="zh-TW"><h1>價格</h1>
<table><tr><th>模型</th><th>輸入（元/百萬tokens）</th></tr>
<tr><td>quill-3</td><td>2</td></tr></table><h2>場景估算</h2><div><h3>quill-3 客服</h3><p>460 元/月</p></div>`,
    ['quill-3 input CNY 2/1000000'],
  ],
  [
    'a cell that tells in a sentence what the cells beside it state',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Input</th><th>Output</th><th>In short</th></tr>
<tr><td>Quill 3</td><td>$0.30 / 1M tokens</td><td>$0.90 / 1M tokens</td><td>$0.30 / 1M tokens in, $0.90 / 1M tokens out</td></tr>
<tr><td>Quill 4</td><td>$0.50 / 1M tokens</td><td>$1.70 / 1M tokens</td><td>$0.50 / 1M tokens in, $1.70 / 1M tokens out</td></tr></table>`,
    [
      'Quill 3 input USD 0.3/1000000',
      'Quill 3 output USD 0.9/1000000',
      'Quill 4 input USD 0.5/1000000',
      'Quill 4 output USD 1.7/1000000',
    ],
  ],
  [
    'two cells of one amount are two prices',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Input per 1M tokens</th><th>Output per 1M tokens</th></tr>
<tr><td>Quill 3</td><td>$0.30</td><td>$0.30</td></tr></table>`,
    ['Quill 3 input USD 0.3/1000000', 'Quill 3 output USD 0.3/1000000'],
  ],
  [
    'a cell of two amounts beside one of them',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Batch per 1M tokens</th><th>Price per 1M tokens</th></tr>
<tr><td>Quill 3</td><td>$0.30</td><td>Input $0.30, output $0.80</td></tr></table>`,
    ['Quill 3 other batch USD 0.3/1000000', 'Quill 3 input USD 0.3/1000000', 'Quill 3 output USD 0.8/1000000'],
  ],
  [
    'a bare number beside itself with its unit',
    `<h1>Models</h1>
<p>Prices per 1M tokens.</p><table><tr><th>Model</th><th>Price</th><th>In full</th></tr>
<tr><td>Quill 3 ear</td><td>0.31</td><td>$0.31 / hour</td></tr>
<tr><td>Quill 4 ear</td><td>0.42</td><td>$0.42 / hour</td></tr></table>`,
    ['Quill 3 ear other USD 0.31/1', 'Quill 4 ear other USD 0.42/1'],
  ],
  [
    'what an amount comes to, behind a sign of equality or about',
    `<h1>Boxes</h1>
<table><tr><th>Box</th><th>Price</th></tr>
<tr><td>Kiln 2</td><td>$0.02 / min (= $1.20 / hour)</td></tr>
<tr><td>Kiln 4</td><td>$0.05 / min (approx. $3.00 / hour)</td></tr>
<tr><td>Kiln 8</td><td>$0.09 / min (~$5.40 / hour)</td></tr></table>`,
    ['Kiln 2 other USD 0.02/1', 'Kiln 4 other USD 0.05/1', 'Kiln 8 other USD 0.09/1'],
  ],
  [
    'a second price in brackets stays',
    `<h1>Boxes</h1><table><tr><th>Box</th><th>Price</th></tr><tr><td>Kiln 2</td><td>$0.02 / min ($0.80 / hour)</td></tr></table>`,
    ['Kiln 2 other min USD 0.02/1', 'Kiln 2 other hour USD 0.8/1'],
  ],
  [
    'one rate said twice in a cell, and two rates',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>模型</th><th>价格</th></tr>
<tr><td>quill-3</td><td>0.2 元/千字符（2 元/万字符）</td></tr>
<tr><td>quill-4</td><td>0.2 元/千字符（3 元/万字符）</td></tr></table>`,
    ['quill-3 other CNY 0.2/1000', 'quill-4 other CNY 0.2/1000', 'quill-4 other CNY 3/10000'],
  ],
  [
    'one rate said twice on two lines of a cell, in every row of a product',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>模型</th><th>备注</th><th>输入价格</th></tr>
<tr><td>quill-3</td><td>早班</td><td>0.0006 元/千 tokens<br>0.6 元/百万 tokens</td></tr>
<tr><td>quill-3</td><td>晚班</td><td>0.0002 元/千 tokens<br>0.2 元/百万 tokens</td></tr></table>`,
    ['quill-3 input 早班 CNY 0.6/1000000', 'quill-3 input 晚班 CNY 0.2/1000000'],
  ],
  [
    'one rate in two rows of a product is two prices',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>模型</th><th>备注</th><th>输入价格</th></tr>
<tr><td>quill-3</td><td>早班</td><td>0.0006 元/千 tokens</td></tr>
<tr><td>quill-3</td><td>晚班</td><td>0.6 元/百万 tokens</td></tr>
<tr><td>quill-3</td><td>假日</td><td>0.9 元/百万 tokens</td></tr></table>`,
    ['quill-3 input 早班 CNY 0.0006/1000', 'quill-3 input 晚班 CNY 0.6/1000000', 'quill-3 input 假日 CNY 0.9/1000000'],
  ],
  [
    'one rate in two cells of a row is two prices',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>模型</th><th>输入</th><th>输出</th></tr>
<tr><td>quill-3</td><td>0.0006 元/千 tokens</td><td>0.6 元/百万 tokens</td></tr></table>`,
    ['quill-3 input CNY 0.0006/1000', 'quill-3 output CNY 0.6/1000000'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});

test('what so many tokens cost once is no price, what they are sold for is one', () => {
  expect(
    read(
      `# Runs

| Job | Model | Tokens | Cost |
|---|---|---|---|
| Review a change | tern-3 | 12,400 | $0.04 |
| Sum up a book | tern-4 | 310k in / 2k out | $0.30 |
`,
      'md',
    ),
  ).toEqual([]);
  expect(
    read(
      `# Packs

| Pack | Tokens | Price |
|---|---|---|
| Small | 1,000,000 | $5 |
`,
      'md',
    ),
  ).toEqual(['Small other USD 5/1']);
});

test('what an interface answers is no price list, nor is what a cell gives as an example', () => {
  expect(
    read(
      `# List machines

| Field | Type | Description |
|---|---|---|
| name | string | What the machine is called |
| hourly_rate | integer | Rate per hour in cents, 75 stands for $0.75 |

| Machine | Price |
|---|---|
| Kite S | $0.12 per hour |
| Any other | What the console shows, e.g. $0.30 per hour |
`,
      'md',
    ),
  ).toEqual(['Kite S instance_hour USD 0.12/1']);
});
