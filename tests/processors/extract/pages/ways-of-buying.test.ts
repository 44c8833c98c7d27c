import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'what is flexible alone, and flexible processing, is a way of buying',
    `<h1>Plans</h1>
<table><tr><th>Model</th><th>Flexible</th><th>Priority</th></tr>
<tr><td>Egret 2</td><td>$0.20 / 1M tokens</td><td>$0.60 / 1M tokens</td></tr></table>
<h2>Flexible processing</h2><table><tr><th>Model</th><th>Price per 1M tokens</th></tr><tr><td>Egret 3</td><td>$0.30</td></tr></table>`,
    [
      'Egret 2 other flex USD 0.2/1000000',
      'Egret 2 other priority USD 0.6/1000000',
      'Egret 3 other flex USD 0.3/1000000',
    ],
  ],
  [
    'flexible prices are a word',
    `<h1>Pricing</h1>
<h2>Flexible prices for crews</h2><table><tr><th>Model</th><th>Price per 1M tokens</th></tr>
<tr><td>Egret 2</td><td>$0.20</td></tr></table>`,
    ['Egret 2 other USD 0.2/1000000'],
  ],
  [
    'dedicated cores are no way of buying',
    `<h1>Servers</h1>
<div><div class="card"><h3>Egret S</h3><p>2 dedicated cores</p><p>$9 / month</p></div>
<div class="card"><h3>Egret L</h3><p>8 dedicated cores</p><p>$29 / month</p></div></div>`,
    ['Egret S month USD 9/1', 'Egret L month USD 29/1'],
  ],
  [
    'dedicated endpoints are',
    `<h1>Servers</h1><h2>Dedicated endpoints</h2>
<table><tr><th>GPU</th><th>Price per hour</th></tr><tr><td>NVIDIA L4</td><td>$0.80</td></tr></table>`,
    ['NVIDIA L4 gpu_hour dedicated USD 0.8/1'],
  ],
  [
    '包月 over what is paid by the month is its period',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>规格</th><th>包月价格（元/月）</th><th>包年价格（元/年）</th><th>按量价格（元/小时）</th></tr>
<tr><td>白鹭云 S</td><td>300</td><td>2900</td><td>0.6</td></tr></table>`,
    ['白鹭云 S month CNY 300/1', '白鹭云 S year CNY 2900/1', '白鹭云 S instance_hour CNY 0.6/1'],
  ],
  [
    '包月 over what is counted in hours is a way of buying',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>GPU</th><th>包月（元/卡时）</th><th>按量（元/卡时）</th></tr>
<tr><td>L40S</td><td>3</td><td>6</td></tr></table>`,
    ['L40S gpu_hour reserved CNY 3/1', 'L40S gpu_hour CNY 6/1'],
  ],
  [
    '预留 beside 包月 is a way of buying',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>规格</th><th>包月预留（元/月）</th></tr><tr><td>白鹭云 S</td><td>300</td></tr></table>`,
    ['白鹭云 S month reserved CNY 300/1'],
  ],
  [
    'an annual commitment is one of a year',
    `<h1>GPUs</h1>
<table><tr><th>GPU</th><th>On demand</th><th>Annual commitment</th><th>Reserved commitment</th></tr>
<tr><td>NVIDIA L4</td><td>$0.80 / hour</td><td>$0.50 / hour</td><td>$0.70 / hour</td></tr></table>`,
    ['NVIDIA L4 gpu_hour USD 0.8/1', 'NVIDIA L4 gpu_hour commit_1y USD 0.5/1', 'NVIDIA L4 gpu_hour reserved USD 0.7/1'],
  ],
  [
    '推理服务 over prices is the usual way',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>模型</th><th>推理服务</th><th>批量推理</th></tr>
<tr><td>白鹭-2</td><td>2元/百万tokens</td><td>1元/百万tokens</td></tr></table>`,
    ['白鹭-2 other CNY 2/1000000', '白鹭-2 other batch CNY 1/1000000'],
  ],
  [
    'prices of terms beside one on demand',
    `<h1>Rent</h1>
<table><tr><th>GPU</th><th>On-demand price</th><th>6 month price</th><th>3 year rate</th></tr>
<tr><td>NVIDIA L4</td><td>$0.80/hr</td><td>$0.60/hr</td><td>$0.40/hr</td></tr></table>`,
    [
      'NVIDIA L4 gpu_hour USD 0.8/1',
      'NVIDIA L4 gpu_hour commit_6mo USD 0.6/1',
      'NVIDIA L4 gpu_hour commit_3y USD 0.4/1',
    ],
  ],
  [
    'terms beside no price on demand are conditions',
    `<h1>Rent</h1>
<table><tr><th>GPU</th><th>Night price</th><th>6 month price</th></tr>
<tr><td>NVIDIA L4</td><td>$0.80/hr</td><td>$0.60/hr</td></tr></table>`,
    ['NVIDIA L4 gpu_hour Night price USD 0.8/1', 'NVIDIA L4 gpu_hour 6 month price USD 0.6/1'],
  ],
  [
    'every label of its own behind the first amount of a cell',
    `<h1>Rent</h1>
<table><tr><th>Box</th><th>Price per hour</th></tr>
<tr><td>Egret 90</td><td>$2.40, reserved: $1.10; spot: $0.90</td></tr></table>`,
    ['Egret 90 other USD 2.4/1', 'Egret 90 other reserved USD 1.1/1', 'Egret 90 other spot USD 0.9/1'],
  ],
  [
    'the label of each before it, the first as well',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Price per 1M tokens</th></tr>
<tr><td>Egret 2</td><td>input: $2.40, output: $9.10, cached: $0.90</td></tr></table>`,
    ['Egret 2 input USD 2.4/1000000', 'Egret 2 output USD 9.1/1000000', 'Egret 2 cached_input USD 0.9/1000000'],
  ],
  [
    'a row of a discount is no price',
    `<h1>Rent</h1>
<table><tr><th>GPU</th><th>Term</th><th>Price per hour</th></tr>
<tr><td>NVIDIA L40S</td><td>On demand</td><td>$2</td></tr>
<tr><td>NVIDIA L40S</td><td>20% off</td><td>$1.6</td></tr></table>`,
    ['NVIDIA L40S gpu_hour On demand USD 2/1'],
  ],
  [
    'a condition that speaks of per cent is none',
    `<h1>Rent</h1>
<table><tr><th>GPU</th><th>Load</th><th>Price per hour</th></tr>
<tr><td>NVIDIA L40S</td><td>10% idle</td><td>$2</td></tr>
<tr><td>NVIDIA L40S</td><td>90% idle</td><td>$1.6</td></tr></table>`,
    ['NVIDIA L40S gpu_hour 10% idle USD 2/1', 'NVIDIA L40S gpu_hour 90% idle USD 1.6/1'],
  ],
  [
    'radio buttons that are no panels',
    `<h1>Pricing</h1>
<div><input type="radio" name="q"><label>Spot</label><input type="radio" name="q"><label>Batch</label><label>Both</label><section><h3>Egret S</h3><p>$9 / month</p></section><section><h3>Egret L</h3><p>$29 / month</p></section></div>`,
    ['Egret S month USD 9/1', 'Egret L month USD 29/1'],
  ],
  [
    'what is counted under one name, told apart',
    `<h1>Pricing</h1><ul><li>Egret Lake: $0.006 per GiB scanned</li><li>Egret Lake: $0.08 per document</li></ul>`,
    ['Egret Lake other scanned USD 0.006/1', 'Egret Lake other document USD 0.08/1'],
  ],
  [
    'what is counted under two names is not',
    `<h1>Pricing</h1><ul><li>Egret Lake: $0.006 per GiB scanned</li><li>Egret Pond: $0.08 per document</li></ul>`,
    ['Egret Lake other USD 0.006/1', 'Egret Pond other USD 0.08/1'],
  ],
  [
    'intervals in round brackets and to no end',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>模型</th><th>输入（元/百万tokens）</th></tr>
<tr><td>白鹭码（≤ 64K）</td><td>2</td></tr>
<tr><td>白鹭码（> 64K）</td><td>3</td></tr>
<tr><td>egret-code[0, 16k]</td><td>4</td></tr>
<tr><td>egret-code(16k, +∞)</td><td>5</td></tr></table>`,
    [
      '白鹭码 input （≤ 64K） CNY 2/1000000',
      '白鹭码 input （> 64K） CNY 3/1000000',
      'egret-code input [0, 16k] CNY 4/1000000',
      'egret-code input (16k, +∞) CNY 5/1000000',
    ],
  ],
  [
    'words below a name that are no condition',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Input per 1M tokens</th></tr>
<tr><td>Egret 2<br>Swift and small</td><td>$2</td></tr></table>`,
    ['Egret 2 input USD 2/1000000'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});

test('charging by what is counted is a way of buying, and names nothing', () => {
  const table = (way: string, unit: string, amount: string) =>
    `<h3>${way}</h3><table><tr><th>计费方式</th><th>单价（元/${unit}）</th></tr><tr><td>${way}</td><td>${amount}</td></tr></table>`;
  expect(
    read(`<html lang="zh"><h1>白鹭听写</h1><h2>白鹭实时听写</h2>${table('按调用时长后付费', '小时', '0.8')}
<h2>白鹭短句</h2>${table('按调用次数后付费', '千次', '0.9')}`),
  ).toEqual(['白鹭实时听写 other CNY 0.8/1', '白鹭短句 request CNY 0.9/1000']);
});
