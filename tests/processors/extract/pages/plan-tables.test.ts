import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'plans of a column are conditions of what the heading names by the hour',
    `<h1>Pricing</h1>
<h2>Kiln runners</h2><table><tr><th>Subscription plan</th><th>Price per hour</th></tr>
<tr><td>Starter</td><td>$0.12</td></tr>
<tr><td>Team</td><td>$0.09</td></tr>
<tr><td>Enterprise</td><td>$0.07</td></tr></table>`,
    [
      'Kiln runners other Starter USD 0.12/1',
      'Kiln runners other Team USD 0.09/1',
      'Kiln runners other Enterprise USD 0.07/1',
    ],
  ],
  [
    'editions are conditions of what is used as well',
    `<h1>Kiln 向量库</h1><h2>向量检索</h2><table><tr><th>版本</th><th>价格（元/万次）</th></tr><tr><td>基础版</td><td>0.6</td></tr><tr><td>企业版</td><td>0.4</td></tr></table>`,
    ['向量检索 request 基础版 CNY 0.6/10000', '向量检索 request 企业版 CNY 0.4/10000'],
  ],
  [
    'plans that are paid by the month are what is sold',
    `<h1>Quill runners</h1>
<table><tr><th>Plan</th><th>Price</th></tr>
<tr><td>Starter</td><td>$12 / month</td></tr>
<tr><td>Team</td><td>$39 / month</td></tr></table>`,
    ['Starter month USD 12/1', 'Team month USD 39/1'],
  ],
  [
    'items that the headers name, each with its unit in brackets, under every plan',
    `<h1>Voices</h1>
<table><tr><th>Plan</th><th>Swift voice cost (per 1K characters)</th><th>Studio voice cost (per 1K characters)</th></tr>
<tr><td>Starter</td><td>$0.11</td><td>$0.33</td></tr>
<tr><td>Growth</td><td>$0.08</td><td>$0.27</td></tr></table>`,
    [
      'Swift voice other Starter USD 0.11/1000',
      'Studio voice other Starter USD 0.33/1000',
      'Swift voice other Growth USD 0.08/1000',
      'Studio voice other Growth USD 0.27/1000',
    ],
  ],
  [
    'ways of tokens before a unit in brackets name no item',
    `<h1>Quill 3</h1>
<table><tr><th>Plan</th><th>Input price (per 1M tokens)</th><th>Output price (per 1M tokens)</th></tr>
<tr><td>Starter</td><td>$1.10</td><td>$3.30</td></tr>
<tr><td>Growth</td><td>$0.80</td><td>$2.70</td></tr></table>`,
    [
      'Quill 3 input Starter USD 1.1/1000000',
      'Quill 3 output Starter USD 3.3/1000000',
      'Quill 3 input Growth USD 0.8/1000000',
      'Quill 3 output Growth USD 2.7/1000000',
    ],
  ],
  [
    'a row of prices is of the plans over its columns, a row that names something is not',
    `<h1>Plans</h1>
<table><tr><th></th><th>Starter</th><th>Business</th></tr>
<tr><td>Price</td><td>$17 / month</td><td>$71 / month</td></tr>
<tr><td>Projects</td><td>3</td><td>40</td></tr>
<tr><td>Extra seat</td><td>$4 / month</td><td>$3 / month</td></tr>
<tr><td>Number price</td><td>$2 / month</td><td>$1 / month</td></tr>
<tr><td>Voice line</td><td>$0.09 / minute</td><td>$0.06 / minute</td></tr></table>`,
    [
      'Starter month USD 17/1',
      'Business month USD 71/1',
      'Extra seat month Starter USD 4/1',
      'Extra seat month Business USD 3/1',
      'Number month Starter USD 2/1',
      'Number month Business USD 1/1',
      'Voice line other Starter USD 0.09/1',
      'Voice line other Business USD 0.06/1',
    ],
  ],
  [
    'plans from personal to ultra over a row of prices',
    `<h1>Plans</h1>
<table><tr><th></th><th>Personal</th><th>Max</th><th>Ultra</th><th>Pro / Business</th></tr>
<tr><td>Price</td><td>$6 / month</td><td>$31 / month</td><td>$62 / month</td><td>$124 / month</td></tr></table>`,
    ['Personal month USD 6/1', 'Max month USD 31/1', 'Ultra month USD 62/1', 'Pro / Business month USD 124/1'],
  ],
  [
    'plans beside rows that name things',
    `<h1>Plans</h1>
<table><tr><th></th><th>Individual</th><th>Ultra</th></tr>
<tr><td>Price</td><td>$6 / month</td><td>$62 / month</td></tr>
<tr><td>Extra seat</td><td>$4 / month</td><td>$3 / month</td></tr>
<tr><td>Voice line</td><td>$0.09 / hour</td><td>$0.06 / hour</td></tr></table>`,
    [
      'Individual month USD 6/1',
      'Ultra month USD 62/1',
      'Extra seat month Individual USD 4/1',
      'Extra seat month Ultra USD 3/1',
      'Voice line other Individual USD 0.09/1',
      'Voice line other Ultra USD 0.06/1',
    ],
  ],
  [
    'a name with the word of a plan in it is a product',
    `<h1>Models</h1>
<table><tr><th></th><th>Quill Max</th><th>Ultra Quill 2</th></tr>
<tr><td>Price</td><td>$3 / 1M tokens</td><td>$6 / 1M tokens</td></tr></table>`,
    ['Quill Max other USD 3/1000000', 'Ultra Quill 2 other USD 6/1000000'],
  ],
  [
    'rows of periods are of the plans over their columns',
    `<html lang="zh"><h1>会员</h1>
<table><tr><th></th><th>基础版</th><th>专业版</th></tr>
<tr><td>连续包月</td><td>¥23/月</td><td>¥57/月</td></tr>
<tr><td>包年</td><td>¥228/年</td><td>¥558/年</td></tr></table>`,
    ['基础版 month CNY 23/1', '专业版 month CNY 57/1', '基础版 year CNY 228/1', '专业版 year CNY 558/1'],
  ],
  [
    'rows of periods in English, what else is paid by the month beside them',
    `<h1>Plans</h1>
<table><tr><th></th><th>Lite</th><th>Pro</th></tr>
<tr><td>Monthly</td><td>$7 / month</td><td>$19 / month</td></tr>
<tr><td>Billed annually</td><td>$70 / year</td><td>$190 / year</td></tr>
<tr><td>Voice line</td><td>$4 / hour</td><td>$3 / hour</td></tr>
<tr><td>Monthly review</td><td>$4 / month</td><td>$3 / month</td></tr></table>`,
    [
      'Lite month USD 7/1',
      'Pro month USD 19/1',
      'Lite year USD 70/1',
      'Pro year USD 190/1',
      'Voice line other Lite USD 4/1',
      'Voice line other Pro USD 3/1',
      'Monthly review month Lite USD 4/1',
      'Monthly review month Pro USD 3/1',
    ],
  ],
  [
    'a row that begins with its price and says of what',
    `<h1>Store plans</h1>
<table><tr><th></th><th>Starter</th><th>Scale</th></tr>
<tr><td>Price (per quill box moved)</td><td>$0.30</td><td>$0.25</td></tr>
<tr><td>Extra disk</td><td>$0.30 / GB / month</td><td>$0.25 / GB / month</td></tr></table>`,
    [
      'Starter other USD 0.3/1',
      'Scale other USD 0.25/1',
      'Extra disk storage_gb_month Starter USD 0.3/1',
      'Extra disk storage_gb_month Scale USD 0.25/1',
    ],
  ],
  [
    'amounts under plans are each of what their row names',
    `<h1>Credits</h1>
<table><tr><th>Step</th><th>Starter</th><th>Growth</th></tr>
<tr><td>Agent turn</td><td>$0.007</td><td>$0.004</td></tr>
<tr><td>Page crawl</td><td>$0.002</td><td>$0.001</td></tr></table>`,
    [
      'Agent turn other Starter USD 0.007/1',
      'Agent turn other Growth USD 0.004/1',
      'Page crawl other Starter USD 0.002/1',
      'Page crawl other Growth USD 0.001/1',
    ],
  ],
  [
    'amounts under other heads are of nothing that is said',
    `<h1>Things</h1><table><tr><th>Step</th><th>North</th><th>South</th></tr><tr><td>Agent turn</td><td>$0.007</td><td>$0.004</td></tr></table>`,
    [],
  ],
  [
    'plans that are subscribed to are paid by the month',
    `<html lang="zh"><h1>订阅套餐</h1>
<p>套餐按月订阅，价格单位为人民币元。</p><table><tr><th>项目</th><th>标准版</th><th>团队版</th></tr>
<tr><td>价格</td><td>128</td><td>356</td></tr>
<tr><td>并发</td><td>2</td><td>9</td></tr></table>`,
    ['标准版 month CNY 128/1', '团队版 month CNY 356/1'],
  ],
  [
    'plans that nothing says are subscribed to have no unit',
    `<html lang="zh"><h1>套餐</h1>
<p>价格单位为人民币元。</p><table><tr><th>项目</th><th>标准版</th><th>团队版</th></tr>
<tr><td>价格</td><td>128</td><td>356</td></tr>
<tr><td>并发</td><td>2</td><td>9</td></tr></table>`,
    [],
  ],
  [
    'a free plan in the heads, its price in brackets',
    `<h1>Pricing</h1>
<table><tr><th></th><th>Hobby ($0)</th><th>Team ($41 / month)</th><th>Enterprise</th></tr>
<tr><td>Seats</td><td>1</td><td>20</td><td>Any</td></tr>
<tr><td>Voice line</td><td>$0.02 / hour</td><td>$0.01 / hour</td><td>Custom</td></tr></table>`,
    ['Team month USD 41/1', 'Voice line other Hobby USD 0.02/1', 'Voice line other Team USD 0.01/1'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});

test('plans with their prices head a table of plain cells too', () => {
  const rows = [
    ['Feature', 'Kiln (Free)', 'Maker ($30 / mo)', 'Studio ($200 / mo + usage)'],
    ['Storage', '500 MB', '2 GB', '5 GB'],
    ['Seats', '1', '3', '10'],
  ];
  const cells = (row: readonly string[]) => row.map((cell) => `<td>${cell}</td>`).join('');
  expect(read(`<h1>Pricing</h1><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`)).toEqual([
    'Maker month USD 30/1',
    'Studio month USD 200/1',
  ]);
});

test('what more than a plan includes costs is of what the plan counts, and no month', () => {
  expect(
    read(
      '<h1>Heron Search</h1><table><tr><th>Plan</th><th>Price</th><th>Searches / month</th><th>Overage</th></tr><tr><td>Starter</td><td>$24 / month</td><td>1,000</td><td>$0.024</td></tr><tr><td>Production</td><td>$140 / month</td><td>15,000</td><td>$0.009</td></tr></table>',
    ),
  ).toEqual([
    'Starter month USD 24/1',
    'Starter request USD 0.024/1',
    'Production month USD 140/1',
    'Production request USD 0.009/1',
  ]);
});
