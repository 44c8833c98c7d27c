import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'an interval behind a name is its condition',
    `<h1>价格</h1>
<table><tr><th>模型</th><th>输入（元/百万tokens）</th></tr>
<tr><td>quill-code[0,32K]</td><td>2</td></tr>
<tr><td>quill-code(32K,128K]</td><td>3</td></tr></table>`,
    ['quill-code input [0,32K] CNY 2/1000000', 'quill-code input (32K,128K] CNY 3/1000000'],
  ],
  [
    'a bound on a line below a name is its condition',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Input per 1M tokens</th></tr>
<tr><td>Quill 3<br>≤ 200K context</td><td>$2</td></tr>
<tr><td>Quill 3<br>> 200K context</td><td>$3</td></tr></table>`,
    ['Quill 3 input ≤ 200K context USD 2/1000000', 'Quill 3 input > 200K context USD 3/1000000'],
  ],
  [
    'a year in brackets behind a name is part of it',
    `<h1>Models</h1><table><tr><th>Model</th><th>Input per 1M tokens</th></tr><tr><td>Quill (2026)</td><td>$2</td></tr></table>`,
    ['Quill (2026) input USD 2/1000000'],
  ],
  [
    'a label before an amount behind another is its own',
    `<h1>Rent</h1><table><tr><th>Box</th><th>Price per hour</th></tr><tr><td>Vole 90</td><td>$2.40 (spot: $1.10)</td></tr></table>`,
    ['Vole 90 other USD 2.4/1', 'Vole 90 other spot USD 1.1/1'],
  ],
  [
    'a price of a year beside one on demand is committed to for a year',
    `<h1>Rent</h1>
<table><tr><th>GPU</th><th>On-demand price per hour</th><th>1 year price per hour</th></tr>
<tr><td>NVIDIA L40S</td><td>$2.40</td><td>$1.10</td></tr></table>`,
    ['NVIDIA L40S gpu_hour USD 2.4/1', 'NVIDIA L40S gpu_hour commit_1y USD 1.1/1'],
  ],
  [
    'panels behind radio buttons',
    `<h1>Pricing</h1>
<div><input type="radio" id="a" name="x" checked><label for="a">On demand</label><input type="radio" id="b" name="x"><label for="b">Spot</label><div><table><tr><th>GPU</th><th>Price per hour</th></tr>
<tr><td>NVIDIA L40S</td><td>$2.40</td></tr></table></div><div><table><tr><th>GPU</th><th>Price per hour</th></tr>
<tr><td>NVIDIA L40S</td><td>$1.10</td></tr></table></div></div>`,
    ['NVIDIA L40S gpu_hour USD 2.4/1', 'NVIDIA L40S gpu_hour spot USD 1.1/1'],
  ],
  [
    'plans under a header of tiers',
    `<h1>Plans</h1>
<table><tr><th>Tier</th><th>Price</th></tr>
<tr><td>Starter</td><td>$12 / month</td></tr>
<tr><td>Crew</td><td>$34 / month</td></tr></table>`,
    ['Starter month USD 12/1', 'Crew month USD 34/1'],
  ],
  [
    'ranges under a header of tiers',
    `<h1>Quill 3</h1><table><tr><th>Tier</th><th>Price per 1M tokens</th></tr><tr><td>≤ 32K</td><td>$1</td></tr><tr><td>> 32K</td><td>$2</td></tr></table>`,
    ['Quill 3 other ≤ 32K USD 1/1000000', 'Quill 3 other > 32K USD 2/1000000'],
  ],
  [
    'a name with preview in it',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Input per 1M tokens</th></tr>
<tr><td>quill-3 preview</td><td>$2</td></tr>
<tr><td>Quill 4 (preview)</td><td>$3</td></tr></table>`,
    ['quill-3 preview input USD 2/1000000', 'Quill 4 input USD 3/1000000'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
