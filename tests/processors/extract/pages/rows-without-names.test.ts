import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, 'html' | 'md', readonly string[]][] = [
  [
    'machines called by what they are made of',
    `<html lang="zh"><h1>云主机价格</h1><h2>通用型</h2><p>单位：元/月</p><table><tr><th rowspan="2">CPU</th><th rowspan="2">内存</th><th colspan="2">华东地域</th></tr>
<tr><th>上海</th><th>杭州</th></tr><tr><td>2 核</td><td>4 GB</td><td>96</td><td>92</td></tr><tr><td>4 核</td><td>8 GB</td><td>190</td><td>-</td></tr></table>`,
    'html',
    [
      '通用型 2 核 4 GB month 上海 CNY 96/1',
      '通用型 2 核 4 GB month 杭州 CNY 92/1',
      '通用型 4 核 8 GB month 上海 CNY 190/1',
    ],
  ],
  [
    'rows that lack the cell which the one above spans, under a header that has the money',
    '# 语音服务\n\n|服务|规格|单价（元/小时）|\n|---|---|---|\n|识别|标准引擎|1.2|\n|合成|普通音色|2|\n|精品音色|3.5|\n',
    'md',
    ['识别 other CNY 1.2/1', '合成 other 普通音色 CNY 2/1', '合成 other 精品音色 CNY 3.5/1'],
  ],
  [
    'names and prices on lines of their own, none wrapped, with a step of length before each amount',
    `# 松涛模型价格\n\n松涛-Pro：输入[0,32K)4元/M·[32K+)6元/M，输出[0,32K)16元/M·[32K+)20元/M\n松涛-Air：输入[0,32K)1元/M·[32K+)1.5元/M，输出[0,32K)4元/M·[32K+)5元/M\n松涛-Mini：输入[0,32K)0.5元/M·[32K+)0.8元/M，输出[0,32K)2元/M·[32K+)3元/M\n`,
    'md',
    [
      ['松涛-Pro', '4', '6', '16', '20'],
      ['松涛-Air', '1', '1.5', '4', '5'],
      ['松涛-Mini', '0.5', '0.8', '2', '3'],
    ].flatMap(([name, a, b, c, d]) => [
      `${name} input [0,32K) CNY ${a}/1000000`,
      `${name} input [32K+) CNY ${b}/1000000`,
      `${name} output [0,32K) CNY ${c}/1000000`,
      `${name} output [32K+) CNY ${d}/1000000`,
    ]),
  ],
  [
    'a name in Latin letters over words that say who made it',
    '# 价格\n\n搜索\n\nFind-Std\n智谱自研检索基础版\n特点\n速度快\n单价\n0.02元 / 次\nFind-Max\n智谱自研检索旗舰版\n特点\n更全\n单价\n0.06元 / 次\n',
    'md',
    ['Find-Std request CNY 0.02/1', 'Find-Max request CNY 0.06/1'],
  ],
  [
    'sites of a house over the same model',
    `<h1>Tern-3</h1><h2>International site</h2><table><tr><th>Item</th><th>$/1M tokens</th></tr><tr><td>Input</td><td>$0.40</td></tr><tr><td>Output</td><td>$1.60</td></tr></table>
<h2>Mainland China</h2><table><tr><th>Item</th><th>¥/1M tokens</th></tr><tr><td>Input</td><td>¥3</td></tr><tr><td>Output</td><td>¥11</td></tr></table>`,
    'html',
    [
      'Tern-3 input International site USD 0.4/1000000',
      'Tern-3 output International site USD 1.6/1000000',
      'Tern-3 input Mainland China CNY 3/1000000',
      'Tern-3 output Mainland China CNY 11/1000000',
    ],
  ],
  [
    'volumes between two bounds, with what is counted between them',
    '# 图像审核\n\n| 月调用量 | 单价（元/千张） |\n| --- | --- |\n| 0\\<调用量≤100万 | 1.2 |\n| 100万\\<调用量≤500万 | 1 |\n| 500万\\<调用量 | 0.8 |\n',
    'md',
    [
      '图像审核 image 0<调用量≤100万 CNY 1.2/1000',
      '图像审核 image 100万<调用量≤500万 CNY 1/1000',
      '图像审核 image 500万<调用量 CNY 0.8/1000',
    ],
  ],
  [
    'what a call does, beside where it is called',
    `<h1>Heron Vision API</h1><table><tr><th>Endpoint</th><th>Action</th><th>Rate</th></tr>
<tr><td>/clips/find</td><td>Clip search</td><td>$0.004 per search</td></tr><tr><td>/pictures/put</td><td>Picture upload</td><td>$12 per 1M images</td></tr></table>`,
    'html',
    ['Clip search request USD 0.004/1', 'Picture upload image USD 12/1000000'],
  ],
  [
    'a server called like rupees, and rupees by the stroke and the word',
    '# Server\n\nRS 3000 vGPU 5\n\n* 5 GB VRAM\n\nab monatlich\n\n41,50 €\n\nRS 6000 vGPU 9\n\n* 9 GB VRAM\n\nab monatlich\n\n79,90 €\n',
    'md',
    ['RS 3000 vGPU 5 month EUR 41.5/1', 'RS 6000 vGPU 9 month EUR 79.9/1'],
  ],
  [
    'a stroke and the word for it before the time',
    '<h1>Plans</h1><div><h5>VPS Reed 2</h5><h2>₹840 <sub>/ per month</sub></h2></div><div><h5>VPS Reed 4</h5><h2>₹1,560 <sub>/ per month</sub></h2></div>',
    'html',
    ['VPS Reed 2 month INR 840/1', 'VPS Reed 4 month INR 1560/1'],
  ],
  [
    'dollars and yen spelled in Korean and Japanese',
    '# 요금\n\n| 모델 | 입력 (백만 토큰당) |\n|---|---|\n| Haeon-2 | 0.9달러 |\n| Haeon-mini | 0.2달러 |\n\n# 料金\n\n| モデル | 入力(100万トークンあたり) |\n|---|---|\n| Tsubame-3 | 1.1ドル |\n',
    'md',
    ['Haeon-2 input USD 0.9/1000000', 'Haeon-mini input USD 0.2/1000000', 'Tsubame-3 input USD 1.1/1000000'],
  ],
  [
    'times of French in a head of two rows',
    `<table><tr><th rowspan="2">Instance</th><th rowspan="2">vCPU</th><th colspan="2">Prix HT</th></tr><tr><th>à l'heure</th><th>au mois</th></tr>
<tr><td>k4-15</td><td>4</td><td>0,21 €</td><td>96,00 €</td></tr><tr><td>k4-30</td><td>8</td><td>0,42 €</td><td>192,00 €</td></tr></table>`,
    'html',
    [
      'k4-15 instance_hour EUR 0.21/1',
      'k4-15 month EUR 96/1',
      'k4-30 instance_hour EUR 0.42/1',
      'k4-30 month EUR 192/1',
    ],
  ],
  [
    'tables of custom elements',
    `<x-price-table><x-price-table-head><x-price-table-header-row><x-price-table-header-cell>Model</x-price-table-header-cell><x-price-table-header-cell>Per million tokens, input</x-price-table-header-cell></x-price-table-header-row></x-price-table-head>
<x-price-table-body><x-price-table-row><x-price-table-header-cell scope="row">heron-2-mini</x-price-table-header-cell><x-price-table-cell>USD 0.15</x-price-table-cell></x-price-table-row>
<x-price-table-row><x-price-table-header-cell scope="row">heron-2-large</x-price-table-header-cell><x-price-table-cell>USD 0.95</x-price-table-cell></x-price-table-row></x-price-table-body></x-price-table>`,
    'html',
    ['heron-2-mini input USD 0.15/1000000', 'heron-2-large input USD 0.95/1000000'],
  ],
];

test.each(cases)('%s', (_what, body, format, prices) => {
  expect([...read(body, format)].sort()).toEqual([...prices].sort());
});
