import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'packages, how much is in each in a column of its own',
    `<html lang="zh"><h1>价格</h1><h2>资源包</h2>
<table><tr><th>名称</th><th>规格</th><th>价格（元）</th></tr>
<tr><td>白鹭-2 资源包</td><td>1000万tokens</td><td>36</td></tr>
<tr><td>白鹭-2 资源包</td><td>1亿tokens</td><td>320</td></tr></table>`,
    ['白鹭-2 资源包 other 1000万tokens CNY 36/1', '白鹭-2 资源包 other 1亿tokens CNY 320/1'],
  ],
  [
    'what a package comes to beside its price',
    `<html lang="zh"><h1>价格</h1><h2>资源包</h2>
<table><tr><th>名称</th><th>规格</th><th>价格（元）</th><th>折合单价</th></tr>
<tr><td>白鹭-2 资源包</td><td>1000万tokens</td><td>36</td><td>3.6元/百万tokens</td></tr>
<tr><td>白鹭-2 资源包</td><td>1亿tokens</td><td>320</td><td>3.2元/百万tokens</td></tr></table>`,
    [
      '白鹭-2 资源包 other 1000万tokens; package CNY 36/1',
      '白鹭-2 资源包 other 1000万tokens; tokens CNY 3.6/1000000',
      '白鹭-2 资源包 other 1亿tokens; package CNY 320/1',
      '白鹭-2 资源包 other 1亿tokens; tokens CNY 3.2/1000000',
    ],
  ],
  [
    'packages of hours under a heading of prepaid packs',
    `<h1>Pricing</h1><h2>Prepaid packs</h2>
<p>Talk is billed by the minute.</p><table><tr><th>Item</th><th>Size</th><th>Price</th></tr>
<tr><td>Egret Talk</td><td>100 hours</td><td>$45</td></tr>
<tr><td>Egret Talk</td><td>500 hours</td><td>$190</td></tr></table>`,
    ['Egret Talk other 100 hours USD 45/1', 'Egret Talk other 500 hours USD 190/1'],
  ],
  [
    'one size in every row is a unit',
    `<html lang="zh"><h1>价格</h1><h2>资源包</h2>
<table><tr><th>名称</th><th>规格</th><th>价格</th></tr>
<tr><td>白鹭-2 资源包</td><td>百万tokens</td><td>36元</td></tr>
<tr><td>白鹭-3 资源包</td><td>百万tokens</td><td>80元</td></tr></table>`,
    ['白鹭-2 资源包 other CNY 36/1000000', '白鹭-3 资源包 other CNY 80/1000000'],
  ],
  [
    'sizes under a heading that speaks of no packages',
    `<h1>Egret machines</h1>
<table><tr><th>Item</th><th>Size</th><th>Price per month</th></tr>
<tr><td>Egret Talk</td><td>100 hours</td><td>$45</td></tr>
<tr><td>Egret Talk</td><td>500 hours</td><td>$190</td></tr></table>`,
    ['Egret Talk month 100 hours USD 45/1', 'Egret Talk month 500 hours USD 190/1'],
  ],
  [
    'sizes of other things are no sizes of packages',
    `<h1>Pricing</h1><h2>Packages</h2>
<table><tr><th>Package</th><th>Comes with</th><th>Price per month</th></tr>
<tr><td>Egret Hut</td><td>100 hours</td><td>$45</td></tr>
<tr><td>Egret Barn</td><td>300 images</td><td>$190</td></tr></table>`,
    ['Egret Hut month USD 45/1', 'Egret Barn month USD 190/1'],
  ],
  [
    'packages over their columns',
    `<html lang="zh"><h1>白鹭听写</h1>
<table><tr><th></th><th>套餐一</th><th>套餐二</th></tr>
<tr><td>时长</td><td>40小时</td><td>300小时</td></tr>
<tr><td>价格</td><td>88元</td><td>520元</td></tr></table>`,
    ['白鹭听写 other 套餐一 CNY 88/1', '白鹭听写 other 套餐二 CNY 520/1'],
  ],
  [
    'plans by a letter, each by the month',
    `<html lang="zh"><h1>白鹭听写</h1>
<table><tr><th></th><th>方案A</th><th>方案B</th></tr>
<tr><td>价格</td><td>88元/月</td><td>520元/月</td></tr></table>`,
    ['白鹭听写 month 方案A CNY 88/1', '白鹭听写 month 方案B CNY 520/1'],
  ],
  [
    'a name that begins like a package',
    `<html lang="zh"><h1>白鹭听写</h1>
<table><tr><th></th><th>套餐一号员</th><th>套餐二号员</th></tr>
<tr><td>价格</td><td>88元/次</td><td>520元/次</td></tr></table>`,
    ['套餐一号员 request CNY 88/1', '套餐二号员 request CNY 520/1'],
  ],
  [
    'passes by the week, the month and the year in cards',
    `<h1>Passes</h1>
<div><div><h3>Month pass</h3><p>$14</p></div><div><h3>Week pass Plus</h3><p>$5</p></div><div><h3>Yearly pass</h3><p>$120</p></div></div>`,
    ['Month pass month USD 14/1', 'Week pass Plus other USD 5/1', 'Yearly pass year USD 120/1'],
  ],
  [
    'passes in Chinese',
    `<html lang="zh"><h1>会员</h1>
<div><div><h3>月卡 进阶</h3><p>¥28</p></div><div><h3>周卡</h3><p>¥9</p></div><div><h3>年卡</h3><p>¥260</p></div></div>`,
    ['月卡 进阶 month CNY 28/1', '周卡 other CNY 9/1', '年卡 year CNY 260/1'],
  ],
  [
    'passes in a table',
    `<h1>Passes</h1><table><tr><th>Pass</th><th>Price</th></tr><tr><td>Day pass</td><td>$3</td></tr><tr><td>Monthly pass</td><td>$22</td></tr></table>`,
    ['Day pass other USD 3/1', 'Monthly pass month USD 22/1'],
  ],
  [
    'other names with a pass in them say no time',
    `<h1>Passes</h1>
<div><div><h3>Passport</h3><p>$14</p></div><div><h3>Birthday pass</h3><p>$5</p></div><div><h3>Month passage</h3><p>$5</p></div></div>`,
    [],
  ],
  [
    'calls of tools',
    `<h1>API</h1><table><tr><th>Tool</th><th>Price</th></tr><tr><td>look up a page</td><td>$0.003</td></tr></table>`,
    ['look up a page request USD 0.003/1'],
  ],
  [
    'tokens under a header of APIs',
    `<h1>API</h1><p>Prices are per 1M tokens.</p>
<table><tr><th>API</th><th>Input</th><th>Output</th></tr>
<tr><td>Egret 2</td><td>$3</td><td>$9</td></tr></table>`,
    ['Egret 2 input USD 3/1000000', 'Egret 2 output USD 9/1000000'],
  ],
  [
    'tools that are subscribed to',
    `<h1>Tools</h1>
<table><tr><th>Tool</th><th>Monthly price</th></tr>
<tr><td>Egret Desk</td><td>$30</td></tr></table>`,
    ['Egret Desk month USD 30/1'],
  ],
  [
    'toolboxes are no tools',
    `<h1>Boxes</h1><table><tr><th>Toolbox</th><th>Price</th></tr><tr><td>Egret Desk</td><td>$30</td></tr></table>`,
    ['Egret Desk other USD 30/1'],
  ],
  [
    'pictures under their heading are sold one by one',
    `<h1>Pricing</h1>
<h2>Chat models</h2><table><tr><th>Model</th><th>Price</th></tr>
<tr><td>Egret 2</td><td>$0.40</td></tr></table>
<h2>Image models</h2><table><tr><th>Model</th><th>Price</th></tr>
<tr><td>Egret Draw 2</td><td>$0.04</td></tr></table>
<h2>Video models</h2><table><tr><th>Model</th><th>Price</th></tr>
<tr><td>Egret Film 2</td><td>$0.90</td></tr></table>
<h2>Notes</h2><p>Prices in USD per 1M tokens.</p>`,
    ['Egret 2 other USD 0.4/1000000', 'Egret Draw 2 image USD 0.04/1', 'Egret Film 2 other USD 0.9/1'],
  ],
  [
    'pictures that their row says',
    `<h1>Pricing</h1>
<table><tr><th>Model</th><th>Kind</th><th>Price</th></tr>
<tr><td>Egret Draw 2</td><td>Image</td><td>$0.04</td></tr>
<tr><td>Egret 2</td><td>Chat</td><td>$0.40</td></tr>
<tr><td>Egret Film 2</td><td>Video</td><td>$0.90</td></tr></table><p>Prices in USD per 1M tokens.</p>`,
    ['Egret Draw 2 image USD 0.04/1', 'Egret 2 other USD 0.4/1000000', 'Egret Film 2 other USD 0.9/1'],
  ],
  [
    'a picture in a name says nothing of the unit, a film does',
    `<h1>Pricing</h1>
<table><tr><th>Model</th><th>Price</th></tr>
<tr><td>Egret Image 2</td><td>$0.04</td></tr>
<tr><td>Egret Video 2</td><td>$0.90</td></tr></table><h2>Notes</h2><p>Prices in USD per 1M tokens.</p>`,
    ['Egret Image 2 other USD 0.04/1000000', 'Egret Video 2 other USD 0.9/1'],
  ],
  [
    'what sees pictures is sold by its tokens where its header says so',
    `<h1>Pricing</h1><h2>Image and video understanding</h2>
<table><tr><th>Model</th><th>Price per 1M tokens</th></tr><tr><td>Egret Eye 2</td><td>$0.40</td></tr></table>`,
    ['Egret Eye 2 other USD 0.4/1000000'],
  ],

  [
    'packages that their heading alone speaks of',
    `<html lang="zh"><h1>价格</h1><h2>资源包</h2>
<table><tr><th>名称</th><th>规格</th><th>价格（元）</th></tr>
<tr><td>白鹭-2</td><td>1000万tokens</td><td>36</td></tr>
<tr><td>白鹭-2</td><td>1亿tokens</td><td>320</td></tr></table>`,
    ['白鹭-2 other 1000万tokens CNY 36/1', '白鹭-2 other 1亿tokens CNY 320/1'],
  ],
  [
    'packages that their names alone speak of',
    `<html lang="zh"><h1>价格</h1><h2>优惠购买</h2>
<table><tr><th>名称</th><th>规格</th><th>价格（元）</th></tr>
<tr><td>白鹭-2 加油包</td><td>1000万tokens</td><td>36</td></tr>
<tr><td>白鹭-2 加油包</td><td>1亿tokens</td><td>320</td></tr></table>`,
    ['白鹭-2 加油包 other 1000万tokens CNY 36/1', '白鹭-2 加油包 other 1亿tokens CNY 320/1'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
