import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

const read = (body: string, format: 'html' | 'md' = 'html'): string[] =>
  readPage(pageOf(body, { format })).prices.map(
    ({ product, meter, mode, tier, currency, amount, per }) =>
      `${product} ${meter} ${mode} ${tier ?? '-'} ${currency} ${amount}/${per}`,
  );

test('a sentence over the table says what the amounts of a cell are, in order', () => {
  const page = `# Hosted models

Prices are USD per million tokens: input / cached input / output.

| Model | Standard | Priority |
| --- | --- | --- |
| Orca 120B | \\$0.20 / \\$0.02 / \\$0.80 | \\$0.24 / \\$0.03 / \\$0.96 |
`;
  expect(read(page, 'md')).toEqual([
    'Orca 120B input standard - USD 0.2/1000000',
    'Orca 120B cached_input standard - USD 0.02/1000000',
    'Orca 120B output standard - USD 0.8/1000000',
    'Orca 120B input priority - USD 0.24/1000000',
    'Orca 120B cached_input priority - USD 0.03/1000000',
    'Orca 120B output priority - USD 0.96/1000000',
  ]);
});

test('the header over the names may state the unit', () => {
  const page = `## Fees by depth of search

| Model (per 1K requests) | Shallow search | Deep search |
| --- | --- | --- |
| **Orca** | $5 | $11 |
`;
  expect(read(page, 'md')).toEqual([
    'Orca request standard Shallow search USD 5/1000',
    'Orca request standard Deep search USD 11/1000',
  ]);
});

test('one price across the columns of every length is stated once, without a length', () => {
  const page = `<h1>Pricing</h1><table><tr><th>Model</th><th>Type</th><th>Price per 1M tokens, ≤ 200K input tokens</th><th>Price per 1M tokens, > 200K input tokens</th></tr>
<tr><td rowspan="3">Orca 3</td><td>Input</td><td>$1</td><td>$2</td></tr>
<tr><td>Output</td><td colspan="2">$8</td></tr>
<tr><td>Search</td><td colspan="2">$30 / 1,000 searches</td></tr></table>`;
  expect(read(page)).toEqual([
    'Orca 3 input standard ≤ 200K input tokens USD 1/1000000',
    'Orca 3 input standard > 200K input tokens USD 2/1000000',
    'Orca 3 output standard - USD 8/1000000',
    'Orca 3 request standard - USD 30/1000',
  ]);
});

test('one price across the columns of several kinds of tokens is one of each', () => {
  const page = `<h1>Pricing</h1><table><tr><th>Model</th><th>Input per 1M tokens</th><th>Output per 1M tokens</th></tr>
<tr><td>Orca 3</td><td colspan="2">$2</td></tr><tr><td>Orca 4</td><td>$3</td><td>$9</td></tr></table>`;
  expect(read(page)).toEqual([
    'Orca 3 input standard - USD 2/1000000',
    'Orca 3 output standard - USD 2/1000000',
    'Orca 4 input standard - USD 3/1000000',
    'Orca 4 output standard - USD 9/1000000',
  ]);
});

test('a panel that names itself gives its mode', () => {
  const table = (price: string) =>
    `<table><tr><th>Model</th><th>Input per 1M tokens</th></tr><tr><td>Orca 3</td><td>${price}</td></tr></table>`;
  expect(
    read(
      `<h1>Pricing</h1><div role="tabpanel" aria-label="Standard">${table('$2')}</div><div role="tabpanel" aria-label="Batch" hidden>${table('$1')}</div>`,
    ),
  ).toEqual(['Orca 3 input standard - USD 2/1000000', 'Orca 3 input batch - USD 1/1000000']);
});

test('plans over the columns of a table made of blocks, sections between its rows', () => {
  const row = (...cells: string[]) =>
    `<div class="r">${cells.map((cell) => `<div class="c">${cell}</div>`).join('')}</div>`;
  const page = `<h1>Speech</h1><div class="t">${row('Model', '<b>Pay as you go</b>', '<b>Growth</b> <i>from $4K a year</i>')}${row('Live')}${row('Echo 2', '$0.0080/min', '$0.0065/min')}${row('Recorded')}${row('Echo 2', '$0.0040/min', '$0.0035/min')}</div>`;
  expect(read(page)).toEqual([
    'Echo 2 other standard Live USD 0.008/1',
    'Echo 2 other standard Growth from $4K a year; Live USD 0.0065/1',
    'Echo 2 other standard Recorded USD 0.004/1',
    'Echo 2 other standard Growth from $4K a year; Recorded USD 0.0035/1',
  ]);
});

test('a package is priced whole, beside the unit price it comes to', () => {
  const page = `<h1>星河大模型</h1><table><tr><th>版本</th><th>套餐</th><th>服务量</th><th>单价</th><th>套餐价格</th></tr>
<tr><td rowspan="2">Xinghe Ultra</td><td>套餐一</td><td>5000万tokens</td><td>0.70元/万tokens</td><td>￥3500</td></tr>
<tr><td>套餐二</td><td>1亿tokens</td><td>0.60元/万tokens</td><td>￥6000</td></tr></table>`;
  expect(read(page).map((line) => line.replace(/standard .*CNY/, 'CNY'))).toEqual([
    'Xinghe Ultra other CNY 0.7/10000',
    'Xinghe Ultra other CNY 0.6/10000',
    'Xinghe Ultra other CNY 3500/1',
    'Xinghe Ultra other CNY 6000/1',
  ]);
});

test('roubles are money too', () => {
  const page = `<h1>Pricing</h1><table><tr><th>Model</th><th>Price per 1,000 tokens</th></tr><tr><td>Severn Pro</td><td>₽0.80</td></tr><tr><td>Severn Lite</td><td>0,20 руб.</td></tr></table>`;
  expect(read(page)).toEqual(['Severn Pro other standard - RUB 0.8/1000', 'Severn Lite other standard - RUB 0.2/1000']);
});
