import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'every rate behind one with its currency',
    `<html lang="zh"><h1>价格</h1>
<div><h3>白鹭-2</h3><p>输入 0.02 元/千tokens，输出 0.06/千tokens，缓存 0.004/千tokens</p></div>`,
    ['白鹭-2 input CNY 0.02/1000', '白鹭-2 output CNY 0.06/1000', '白鹭-2 cached_input CNY 0.004/1000'],
  ],
  [
    'bare rates that nothing gives a currency',
    `<html lang="zh"><h1>价格</h1>
<div><h3>白鹭-2</h3><p>输入 0.02/千tokens，输出 0.06/千tokens</p></div>`,
    [],
  ],
  [
    'a number before another unit is no rate',
    `<h1>Pricing</h1><div><h3>Egret 2</h3><p>$0.40 / 1M tokens, 24/7 help, 0.5/request errors</p></div>`,
    ['Egret 2 other USD 0.4/1000000'],
  ],
  [
    'what comes beyond a free quota',
    `<h1>Pricing</h1><div><h3>Egret Box 2</h3><p>Free quota 10 GB</p><p>Beyond the free quota: $0.04 / GB</p></div>`,
    ['Egret Box 2 other USD 0.04/1'],
  ],
  ['a free quota has no price', `<h1>Pricing</h1><div><h3>Egret Box 2</h3><p>Free quota: $0.04 / GB</p></div>`, []],
  [
    'a unit in the brackets of a heading is of the list below it',
    `<h1>Pricing</h1>
<h3>Speech models (per minute)</h3><ul><li>Egret Ear 2: $0.004</li><li>Egret Ear 3: $0.006</li></ul>`,
    ['Egret Ear 2 other USD 0.004/1', 'Egret Ear 3 other USD 0.006/1'],
  ],
  [
    'other brackets give a list no unit',
    `<h1>Pricing</h1><h3>Speech models (all new)</h3><ul><li>Egret Ear 2: $0.004</li><li>Egret Ear 3: $0.006</li></ul>`,
    [],
  ],
  [
    'slogans over prices name nothing',
    `<h1>Pricing</h1><h2>Build without fear of bills</h2><p>$0.31 / hour</p><h2>Transparent fees with no surprise</h2><p>We charge $0.20 per GB.</p>`,
    [],
  ],
  [
    'two words are a name',
    `<h1>Pricing</h1><h2>Scale Engine</h2><p>$0.31 / hour</p><h2>Runbook 2</h2><p>$0.41 / hour</p>`,
    ['Scale Engine other USD 0.31/1', 'Runbook 2 other USD 0.41/1'],
  ],
  [
    'an answer about an older model',
    `<h1>Pricing</h1>
<table><tr><th>Model</th><th>Input per 1M tokens</th></tr>
<tr><td>Mistral Large 9</td><td>$2</td></tr></table>
<h2>FAQ</h2><p>The price for Mistral Large 8 is $5 per 1M input tokens.</p>`,
    ['Mistral Large 9 input USD 2/1000000', 'Mistral Large 8 input USD 5/1000000'],
  ],
  [
    'answers about what is no model, or about what the list has',
    `<h1>Pricing</h1>
<table><tr><th>Model</th><th>Input per 1M tokens</th></tr>
<tr><td>Mistral Large 9</td><td>$2</td></tr></table>
<h2>FAQ</h2><p>Pricing for Egret Desk is $5 per month. Pricing for Mistral Large 9 is $3 per 1M input tokens. Pricing for Mistral Large is $3 per 1M input tokens.</p>`,
    ['Mistral Large 9 input USD 2/1000000'],
  ],
  [
    'sentences about a rate of something',
    `<h1>Pricing</h1><p>The hourly rate for Egret Box 2 is $0.30 per hour. Costs of Egret Cup are $4 per month. Pricing for teams is $9 per month.</p>`,
    ['Egret Box 2 instance_hour USD 0.3/1', 'Egret Cup month USD 4/1'],
  ],
  [
    'on-call is a name, on Sundays is none',
    `<h1>Pricing</h1><h2>Egret Desk</h2><p>On-call support is $40 per month.</p><p>On Sundays it is $50 per month.</p>`,
    ['On-call support month USD 40/1', 'Egret Desk month USD 50/1'],
  ],
  [
    'bills alone, as an estimate, are no prices',
    `<h1>Pricing</h1>
<table><tr><th>Usage</th><th>Total</th></tr>
<tr><td>Small crew</td><td>≈ $30</td></tr>
<tr><td>Large crew</td><td>约 $90</td></tr></table>`,
    [],
  ],
  [
    'a plan whose price is about so much',
    `<h1>Pricing</h1>
<table><tr><th>Plan</th><th>Monthly</th></tr>
<tr><td>Seed</td><td>$30</td></tr>
<tr><td>Grove</td><td>~$90</td></tr></table>`,
    ['Seed month USD 30/1', 'Grove month USD 90/1'],
  ],
  [
    'rates that are about so much',
    `<h1>Pricing</h1>
<table><tr><th>Model</th><th>Price per 1M tokens</th></tr>
<tr><td>Egret 2</td><td>~$0.30</td></tr>
<tr><td>Egret 3</td><td>~$0.90</td></tr></table>`,
    ['Egret 2 other USD 0.3/1000000', 'Egret 3 other USD 0.9/1000000'],
  ],
  [
    'an estimation is no list',
    `<h1>Pricing</h1><h2>Cost estimation</h2><p>Egret 2 desk: $40 / month</p><h2>Rates</h2><p>Egret 2: $3 / 1M tokens</p>`,
    ['Egret 2 other USD 3/1000000'],
  ],
  [
    'from how much on one talks to them',
    `<h1>Pricing</h1><div><h3>Egret 2</h3><p>$0.40 / request</p><p>For high-volume usage ($40,000+ a month) talk to us</p></div>`,
    ['Egret 2 request USD 0.4/1'],
  ],
  [
    'cards of a price that the table has not',
    `<h1>Pricing</h1>
<div><div class="card"><h3>RTX 6070 16GB</h3><p>$0.44 / hour</p></div>
<div class="card"><h3>RTX 6090 32GB</h3><p>$0.22 / hour</p></div></div><h2>Night</h2><table><tr><th>GPU</th><th>VRAM</th><th>Price per hour</th></tr>
<tr><td>RTX 6070</td><td>16GB</td><td>$0.40</td></tr>
<tr><td>RTX 6090</td><td>32GB</td><td>$0.20</td></tr></table>`,
    [
      'RTX 6070 16GB gpu_hour USD 0.44/1',
      'RTX 6090 32GB gpu_hour USD 0.22/1',
      'RTX 6070 gpu_hour USD 0.4/1',
      'RTX 6090 gpu_hour USD 0.2/1',
    ],
  ],
  [
    'what is beyond in a list is no name',
    `<html lang="zh"><h1>价格</h1><h2>白鹭箱</h2><ul><li>超出部分 0.2 元/GB</li></ul>`,
    ['白鹭箱 other CNY 0.2/1'],
  ],
  [
    'a comparison of what a month comes to names nothing',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>规格</th><th>月付价格</th><th>折合单价</th></tr>
<tr><td>白鹭云 S</td><td>300元/月</td><td>0.42元/小时</td></tr></table>`,
    ['白鹭云 S month CNY 300/1', '白鹭云 S other CNY 0.42/1'],
  ],
  [
    'one sentence with the ways of tokens in it beside a column of another',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Price per 1M tokens</th><th>Batch per 1M tokens</th></tr>
<tr><td>Egret 3</td><td>Input $1, output $1</td><td>$1</td></tr></table>`,
    ['Egret 3 input USD 1/1000000', 'Egret 3 output USD 1/1000000', 'Egret 3 other batch USD 1/1000000'],
  ],

  [
    'a sentence under a slogan that charges',
    `<h1>Pricing</h1><h2>Transparent fees with no surprise</h2><p>For whatever leaves our rooms at night we charge $0.02 per GB.</p>`,
    [],
  ],
  [
    'an answer about what has no number',
    `<h1>Pricing</h1>
<table><tr><th>Model</th><th>Input per 1M tokens</th></tr>
<tr><td>Mistral Large 9</td><td>$2</td></tr></table><h2>FAQ</h2><p>Pricing for Mistral Chat is $5 per month.</p>`,
    ['Mistral Large 9 input USD 2/1000000'],
  ],
  [
    'a list under other words than a unit in brackets',
    `<h1>Pricing</h1><h3>Talk time, billed per minute</h3><ul><li>Egret Card S: $5</li><li>Egret Card L: $50</li></ul>`,
    [],
  ],
  [
    'from how much on, in a cell beside a price',
    `<h1>Pricing</h1>
<table><tr><th>Plan</th><th>Who</th><th>Price</th></tr>
<tr><td>Egret Grove</td><td>high volume</td><td>$40,000+ / month</td></tr>
<tr><td>Egret Seed</td><td>low volume</td><td>$90 / month</td></tr></table>`,
    ['Egret Seed month USD 90/1'],
  ],
  [
    'what plans are for is no way of tokens',
    `<h1>Cache plans</h1>
<table><tr><th>Plan</th><th>Price</th></tr>
<tr><td>Seed</td><td>$0.30 per 1M tokens</td></tr>
<tr><td>Grove</td><td>$0.20 per 1M tokens</td></tr></table>`,
    ['Seed other USD 0.3/1000000', 'Grove other USD 0.2/1000000'],
  ],
  [
    'a heading of a cache is one',
    `<h1>Cache</h1><table><tr><th>Model</th><th>Price</th></tr><tr><td>Egret 2</td><td>$0.30 per 1M tokens</td></tr></table>`,
    ['Egret 2 cached_input USD 0.3/1000000'],
  ],
  [
    'a way of tokens over a list is no unit of it',
    `<h1>Pricing</h1><h3>Chat, input</h3><ul><li>Egret 2: $0.50</li><li>Egret 3: $0.70</li></ul>`,
    [],
  ],
  [
    'a column of what some use came to',
    `<h1>Pricing</h1><table><tr><th>What</th><th>Rate</th><th>A worked case of ours</th></tr>
<tr><td>Egret Voice</td><td>$0.20 per 1,000 characters</td><td>Our first book: 9,000 characters, $1.80</td></tr>
<tr><td>Egret Voice mini</td><td>$0.05 per 1,000 characters</td><td>The same book: $0.45</td></tr></table>`,
    ['Egret Voice other USD 0.2/1000', 'Egret Voice mini other USD 0.05/1000'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
