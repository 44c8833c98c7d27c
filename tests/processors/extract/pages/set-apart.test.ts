import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'hours of the day behind a way of buying, products over the columns',
    `<html lang="zh"><h1>价格</h1><p>单位：元/百万 tokens</p>
<table><tr><th>时段</th><th>计费项</th><th>鹭鸶-plus</th><th>鹭鸶-mini</th></tr>
<tr><td rowspan="2">常规时段<br>（北京时间 07:00-23:00）</td><td>输入</td><td>3元</td><td>1元</td></tr><tr><td>输出</td><td>9元</td><td>2元</td></tr>
<tr><td rowspan="2">优惠时段<br>（北京时间 23:00-07:00）</td><td>输入</td><td>1.5元</td><td>0.5元</td></tr><tr><td>输出</td><td>4.5元</td><td>1元</td></tr></table>`,
    [
      '鹭鸶-plus input CNY 3/1000000',
      '鹭鸶-mini input CNY 1/1000000',
      '鹭鸶-plus output CNY 9/1000000',
      '鹭鸶-mini output CNY 2/1000000',
      '鹭鸶-plus input off_peak CNY 1.5/1000000',
      '鹭鸶-mini input off_peak CNY 0.5/1000000',
      '鹭鸶-plus output off_peak CNY 4.5/1000000',
      '鹭鸶-mini output off_peak CNY 1/1000000',
    ],
  ],
  [
    'hours of the day behind a way of buying beside a model',
    `<h1>Prices</h1><table><tr><th>Model</th><th>Time window</th><th>Input / 1M tokens</th></tr>
<tr><td rowspan="2">Egret 2</td><td>Off-peak (16:30-00:30 UTC)</td><td>$0.20</td></tr><tr><td>Standard (00:30-16:30 UTC)</td><td>$0.40</td></tr></table>`,
    ['Egret 2 input off_peak USD 0.2/1000000', 'Egret 2 input USD 0.4/1000000'],
  ],
  [
    'a tag beside a name, and amounts struck through beside those that hold',
    `<h1>Models</h1><div>
<div class="m"><div class="hd"><img alt="" src="a.svg"><span class="name">Egret 2</span></div><div class="bd"><p><label>Input</label><b>$3</b> / M Tokens</p><p><label>Output</label><b>$9</b> / M Tokens</p></div></div>
<div class="m"><div class="hd"><img alt="" src="a.svg"><span class="name">Egret 2 Mini</span><i class="tag tag-hot">Limited offer</i></div><div class="bd"><p><label>Input</label><del>$2</del><b>$1</b> / M Tokens</p><p><label>Output</label><del>$6</del><b>$3</b> / M Tokens</p></div></div></div>`,
    [
      'Egret 2 input USD 3/1000000',
      'Egret 2 output USD 9/1000000',
      'Egret 2 Mini input USD 1/1000000',
      'Egret 2 Mini output USD 3/1000000',
    ],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});

test('bold names in Markdown, what they are of behind a dash, over lines of a label and a price each', () => {
  const page = `# Prices

## Servers

**EG-40.8** — 1x L40S, 8 vCPU, 64 GB RAM
On demand: $1.20/h
Spot: $0.60/h

**EG-80.16** (2x L40S, 16 vCPU)
On demand: $2.40/h
Spot: $1.20/h
`;
  expect(read(page, 'md')).toEqual([
    'EG-40.8 instance_hour USD 1.2/1',
    'EG-40.8 instance_hour spot USD 0.6/1',
    'EG-80.16 instance_hour USD 2.4/1',
    'EG-80.16 instance_hour spot USD 1.2/1',
  ]);
});

test('bold labels in Markdown with their own prices are no headings', () => {
  const page = `# Egret 2

**Input:** $2 / 1M tokens
**Output:** $6 / 1M tokens
`;
  expect(read(page, 'md')).toEqual(['Egret 2 input USD 2/1000000', 'Egret 2 output USD 6/1000000']);
});

test('bold names in Markdown with a remark behind a dash, over items of a label and a price each', () => {
  const page = `# How we charge

## Write

**Egret Large** – for long texts.

* Input: $2 / 1M tokens
* Output: $6 / 1M tokens

**Egret Small** – quick and cheap.

* Input: $0.03 / 1M tokens
* Output: $0.10 / 1M tokens
`;
  expect(read(page, 'md')).toEqual([
    'Egret Large input USD 2/1000000',
    'Egret Large output USD 6/1000000',
    'Egret Small input USD 0.03/1000000',
    'Egret Small output USD 0.1/1000000',
  ]);
});
