import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'amounts that grow with the time one buys for',
    `<html lang="zh"><h1>主机</h1><table><thead><tr><th rowspan="2">实例规格</th><th rowspan="2">按量（元/小时）</th><th colspan="3">包年包月（元）</th></tr>
<tr><th>1个月</th><th>3个月</th><th>2年</th></tr></thead>
<tbody><tr><td>gx2.large</td><td>26</td><td>12500</td><td>36000</td><td>210000</td></tr></tbody></table>`,
    [
      'gx2.large instance_hour CNY 26/1',
      'gx2.large month 1个月 CNY 12500/1',
      'gx2.large month 3个月 CNY 36000/3',
      'gx2.large year CNY 210000/2',
    ],
  ],
  [
    'rates that fall with the time one buys for',
    `<h1>GPU servers</h1><table><thead><tr><th rowspan="2">GPU</th><th colspan="3">Reserved ($/hr)</th></tr>
<tr><th>1 month</th><th>6 months</th><th>1 year</th></tr></thead>
<tbody><tr><td>NVIDIA A40</td><td>0.80</td><td>0.70</td><td>0.60</td></tr></tbody></table>`,
    [
      'NVIDIA A40 gpu_hour reserved 1 month USD 0.8/1',
      'NVIDIA A40 gpu_hour reserved 6 months USD 0.7/1',
      'NVIDIA A40 gpu_hour reserved 1 year USD 0.6/1',
    ],
  ],
  [
    'a quarter and half a year',
    `<h1>Servers</h1><table><tr><th>Server</th><th>Monthly</th><th>Quarterly</th><th>Semi-annually</th><th>Annually</th></tr>
<tr><td>Egret DS-1</td><td>$100</td><td>$285</td><td>$550</td><td>$1000</td></tr></table>`,
    [
      'Egret DS-1 month USD 100/1',
      'Egret DS-1 other Quarterly USD 285/1',
      'Egret DS-1 other Semi-annually USD 550/1',
      'Egret DS-1 year USD 1000/1',
    ],
  ],
];

test.each(cases)('%s', (_name, page, prices) => {
  expect(read(page)).toEqual(prices);
});
