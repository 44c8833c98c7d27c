import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, its format, the page, its prices. */
const cases: readonly [string, 'html' | 'md', string, readonly string[]][] = [
  [
    'cells of Markdown that the one above spans down to: names and prices',
    'md',
    `# 价格

|模型 |输入长度 |输入<br>元/百万token |缓存存储<br>元/百万token/小时 |输出<br>元/百万token |
|---|---|---|---|---|
|**lusi-3** |≤32K |0.70 |0.02 |7.00 |
|^^ |32K-128K |1.40 |^^ |14.00 |
|lusi-3-mini |≤32K |0.10 |0.01 |1.00 |`,
    [
      'lusi-3 input ≤32K CNY 0.7/1000000',
      'lusi-3 other ≤32K CNY 0.02/1000000',
      'lusi-3 output ≤32K CNY 7/1000000',
      'lusi-3 input 32K-128K CNY 1.4/1000000',
      'lusi-3 other 32K-128K CNY 0.02/1000000',
      'lusi-3 output 32K-128K CNY 14/1000000',
      'lusi-3-mini input ≤32K CNY 0.1/1000000',
      'lusi-3-mini other ≤32K CNY 0.01/1000000',
      'lusi-3-mini output ≤32K CNY 1/1000000',
    ],
  ],
  [
    'one price over thinking and not thinking, lengths beside them that are no conditions',
    'html',
    `<html lang="zh"><h1>模型价格</h1><table><thead>
<tr><th rowspan="2">模型名称</th><th rowspan="2">模式</th><th>上下文长度</th><th>最大思维链长度</th><th>输入成本</th><th>输出成本</th></tr>
<tr><th colspan="2">（Token数）</th><th colspan="2">（每百万Token）</th></tr></thead><tbody>
<tr><td rowspan="2">lusi-3-max</td><td>非思考</td><td rowspan="2">262,144</td><td>-</td><td rowspan="2">3元</td><td rowspan="2">12元</td></tr>
<tr><td>思考</td><td>81,920</td></tr>
<tr><td rowspan="2">lusi-3-plus</td><td>非思考</td><td rowspan="2">131,072</td><td>-</td><td rowspan="2">1元</td><td>2元</td></tr>
<tr><td>思考</td><td>38,912</td><td>8元</td></tr></tbody></table>`,
    [
      'lusi-3-max input CNY 3/1000000',
      'lusi-3-max output CNY 12/1000000',
      'lusi-3-plus input CNY 1/1000000',
      'lusi-3-plus output 非思考 CNY 2/1000000',
      'lusi-3-plus output 思考; 38,912 CNY 8/1000000',
    ],
  ],
  [
    'classes over columns, one of them the same in every step, in two places',
    'html',
    ['西南（新机房）', '浙江2']
      .map(
        (
          place,
        ) => `<h3>${place}</h3><table><thead><tr><th>类型</th><th>计费项</th><th>计量</th><th>热存储</th><th>冷存储</th></tr></thead>
<tr><td rowspan="3">存储费用</td><td rowspan="3">存储空间费用</td><td>0 - 20 GB</td><td>免费</td><td rowspan="3">0.03 元/GB/月</td></tr>
<tr><td>20 GB - 1 TB</td><td>0.12 元/GB/月</td></tr><tr><td>1 TB 以上</td><td>0.11 元/GB/月</td></tr></table>`,
      )
      .join(''),
    ['西南', '浙江2'].flatMap((place) => [
      `冷存储 storage_gb_month ${place} CNY 0.03/1`,
      `热存储 storage_gb_month 20 GB - 1 TB ${place} CNY 0.12/1`,
      `热存储 storage_gb_month 1 TB 以上 ${place} CNY 0.11/1`,
    ]),
  ],
  [
    'a way of tokens before each price',
    'html',
    `<h1>Pricing</h1><table><tr><td>Orca 3</td><td>Input tokens</td><td>$2 / 1M tokens</td><td>Output tokens</td><td>$8 / 1M tokens</td></tr>
<tr><td>Orca 3 mini</td><td>Input tokens</td><td>$0.2 / 1M tokens</td><td>Output tokens</td><td>$0.8 / 1M tokens</td></tr>
<tr><td>Orca Draw</td><td>Images</td><td>$0.04 / image</td></tr></table>`,
    [
      'Orca 3 input USD 2/1000000',
      'Orca 3 output USD 8/1000000',
      'Orca 3 mini input USD 0.2/1000000',
      'Orca 3 mini output USD 0.8/1000000',
      'Orca Draw image USD 0.04/1',
    ],
  ],
  [
    'headings of Markdown that nobody turned into some',
    'html',
    `<h1>GPUs</h1>
## Stockholm
<table><tr><th>GPU</th><th>Price per hour</th></tr><tr><td>H100</td><td>$2.40</td></tr></table>
## Frankfurt
<table><tr><th>GPU</th><th>Price per hour</th></tr><tr><td>H100</td><td>$2.20</td></tr></table>`,
    ['H100 gpu_hour Stockholm USD 2.4/1', 'H100 gpu_hour Frankfurt USD 2.2/1'],
  ],
];

test.each(cases)('%s', (_name, format, page, prices) => {
  expect(read(page, format)).toEqual(prices);
});
