import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a column of kinds beside one that tells the rows apart',
    `<h1>Hosts</h1>
<table><tr><th>Type</th><th>Description</th><th>Price per hour</th></tr>
<tr><td>CPU</td><td>Basalt Xeon v9</td><td>$0.41</td></tr>
<tr><td>CPU</td><td>Basalt Epyc v3</td><td>$0.52</td></tr>
<tr><td>CPU</td><td>Basalt Arm v1</td><td>$0.33</td></tr></table>`,
    [
      'Basalt Xeon v9 instance_hour USD 0.41/1',
      'Basalt Epyc v3 instance_hour USD 0.52/1',
      'Basalt Arm v1 instance_hour USD 0.33/1',
    ],
  ],
  [
    'a card in every row is no kind, what tells its rows apart is a condition',
    `<h1>Rents</h1>
<table><tr><th>GPU</th><th>Description</th><th>Price per hour</th></tr>
<tr><td>NVIDIA L40S</td><td>Shared in Oslo</td><td>$0.91</td></tr>
<tr><td>NVIDIA L40S</td><td>Own host in Oslo</td><td>$1.12</td></tr>
<tr><td>NVIDIA L40S</td><td>Own host in Bergen</td><td>$1.33</td></tr></table>`,
    [
      'NVIDIA L40S gpu_hour Shared in Oslo USD 0.91/1',
      'NVIDIA L40S gpu_hour Own host in Oslo USD 1.12/1',
      'NVIDIA L40S gpu_hour Own host in Bergen USD 1.33/1',
    ],
  ],
  [
    'the kind goes before names that do not stand for themselves',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>类别</th><th>计费项</th><th>价格（元/GB）</th></tr>
<tr><td>静态站点</td><td>外网流量</td><td>0.21</td></tr>
<tr><td>静态站点</td><td>回源流量</td><td>0.15</td></tr>
<tr><td>静态站点</td><td>日志流量</td><td>0.04</td></tr></table>`,
    ['静态站点 外网流量 other CNY 0.21/1', '静态站点 回源流量 other CNY 0.15/1', '静态站点 日志流量 other CNY 0.04/1'],
  ],
  [
    'kinds that are not plain words stay out of names',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>类别</th><th>计费项</th><th>价格（元/GB）</th></tr>
<tr><td>CDN</td><td>外网流量</td><td>0.21</td></tr>
<tr><td>CDN</td><td>回源流量</td><td>0.15</td></tr>
<tr><td>CDN</td><td>日志流量</td><td>0.04</td></tr></table>`,
    ['外网流量 other CNY 0.21/1', '回源流量 other CNY 0.15/1', '日志流量 other CNY 0.04/1'],
  ],
  [
    'what is billed, where nothing says of what',
    `<h1>Pricing</h1>
<table><tr><th>Item</th><th>Price</th></tr>
<tr><td>Picture cost</td><td>$0.03 / image</td></tr>
<tr><td>Voice agent fee</td><td>$0.05 / minute</td></tr>
<tr><td>Base cost per agent</td><td>$9 / month</td></tr></table>`,
    ['Picture cost image USD 0.03/1', 'Voice agent fee other USD 0.05/1', 'Base cost per agent month USD 9/1'],
  ],
  [
    'the price of a month is of what the heading names',
    `<h1>Quill Pictures 2</h1>
<table><tr><th>Item</th><th>Price</th></tr>
<tr><td>Picture cost</td><td>$0.03 / image</td></tr>
<tr><td>Monthly price</td><td>$9 / month</td></tr></table>`,
    ['Picture cost image USD 0.03/1', 'Quill Pictures 2 month USD 9/1'],
  ],
  [
    'nor is the price of a month a name where the heading has none',
    `<h1>Pricing</h1>
<table><tr><th>Item</th><th>Price</th></tr>
<tr><td>Picture cost</td><td>$0.03 / image</td></tr>
<tr><td>Monthly price</td><td>$9 / month</td></tr></table>`,
    ['Picture cost image USD 0.03/1', 'vendor month USD 9/1'],
  ],
  [
    'all models in a column of names stand for what the table is about',
    `<h1>Quill fine-tuning</h1><table><tr><th>Model</th><th>Training per 1M tokens</th></tr><tr><td>All models</td><td>$5</td></tr></table>`,
    ['Quill fine-tuning other fine_tuned USD 5/1000000'],
  ],
  [
    '所有模型 stands for what the table is about',
    `<html lang="zh"><h1>青竹联网搜索</h1><table><tr><th>模型</th><th>价格（元/千次）</th></tr><tr><td>所有模型</td><td>27</td></tr></table>`,
    ['青竹联网搜索 request CNY 27/1000'],
  ],
  [
    'a name that begins with the words all models is one',
    `<h1>Quill fine-tuning</h1>
<table><tr><th>Model</th><th>Training per 1M tokens</th></tr>
<tr><td>All models of Quill 3</td><td>$5</td></tr>
<tr><td>Quill 2</td><td>$4</td></tr></table>`,
    ['All models of Quill 3 other fine_tuned USD 5/1000000', 'Quill 2 other fine_tuned USD 4/1000000'],
  ],
  [
    'sizes that head no column are conditions',
    `<h1>Quill Cells</h1><table><tr><th>Plan</th><th>Price per month</th></tr><tr><td>256 MB</td><td>$9</td></tr><tr><td>3 GB</td><td>$17</td></tr></table>`,
    ['Quill Cells month 256 MB USD 9/1', 'Quill Cells month 3 GB USD 17/1'],
  ],
  [
    'sizes of which the first could be a unit',
    `<h1>Quill Cells</h1>
<table><tr><th>Capacity</th><th>Price per month</th></tr>
<tr><td>1 GB</td><td>$9</td></tr>
<tr><td>2 GB</td><td>$17</td></tr>
<tr><td>4 GB</td><td>$30</td></tr></table>`,
    ['Quill Cells month 1 GB USD 9/1', 'Quill Cells month 2 GB USD 17/1', 'Quill Cells month 4 GB USD 30/1'],
  ],
  [
    'one terabyte beside what is kept is a unit',
    `<h1>Quill shelves</h1>
<table><tr><th>Item</th><th>Unit</th><th>Price</th></tr>
<tr><td>Cold shelf</td><td>1 TB</td><td>$20</td></tr>
<tr><td>Warm shelf</td><td>1 TB</td><td>$31</td></tr></table>`,
    ['Cold shelf other USD 20/1000', 'Warm shelf other USD 31/1000'],
  ],
  [
    'a number behind the word memory makes a name',
    `<h1>Workers</h1>
<table><tr><th>Worker</th><th>Per hour</th></tr>
<tr><td>Memory 7</td><td>0.31</td></tr>
<tr><td>Compute 7</td><td>0.28</td></tr></table><p>Prices in USD.</p>`,
    ['Memory 7 other USD 0.31/1', 'Compute 7 other USD 0.28/1'],
  ],
  [
    'memory with its size is a measure',
    `<h1>Workers</h1>
<table><tr><th></th><th>Small worker</th><th>Large worker</th></tr>
<tr><td>Memory 16 GB</td><td>3</td><td>5</td></tr>
<tr><td>Price per hour</td><td>$0.31</td><td>$0.62</td></tr></table>`,
    ['Small worker instance_hour USD 0.31/1', 'Large worker instance_hour USD 0.62/1'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
