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
];

test.each(cases)('%s', (_name, format, page, prices) => {
  expect(read(page, format)).toEqual(prices);
});
