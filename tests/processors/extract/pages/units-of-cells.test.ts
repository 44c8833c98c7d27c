import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'fees of requests and of setting up',
    `<h1>Plans</h1><table><tr><th>Service</th><th>Submission fee</th><th>Setup fee</th></tr><tr><td>Film 3</td><td>$0.09</td><td>$40</td></tr></table>`,
    ['Film 3 request USD 0.09/1', 'Film 3 other USD 40/1'],
  ],
  [
    'fees of requests in Chinese',
    `<html lang="zh"><h1>价格</h1><table><tr><th>服务</th><th>提交费</th><th>开通费用</th></tr><tr><td>长镜 3</td><td>0.6 元</td><td>300 元</td></tr></table>`,
    ['长镜 3 request CNY 0.6/1', '长镜 3 other CNY 300/1'],
  ],
  [
    'a fee by another name says no unit',
    `<h1>Plans</h1><table><tr><th>Service</th><th>Comfort fee</th></tr><tr><td>Film 3</td><td>$0.09</td></tr></table>`,
    ['Film 3 other USD 0.09/1'],
  ],
  [
    'a count beside operations counts those, beside tokens it counts tokens',
    `<h1>Quill 3</h1>
<table><tr><th>Usage type</th><th>Unit</th><th>Price</th></tr>
<tr><td>Input tokens (text)</td><td>Per 1M</td><td>$0.50</td></tr>
<tr><td>Output tokens (text)</td><td>Per 1M</td><td>$2</td></tr>
<tr><td>Prompt lookup operations</td><td>Per 1,000</td><td>$4</td></tr></table>`,
    ['Quill 3 input text USD 0.5/1000000', 'Quill 3 output text USD 2/1000000', 'Quill 3 request USD 4/1000'],
  ],
  [
    'a note that says what a word of the header stands for',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Cost / 1MT</th></tr>
<tr><td>Quill 3 large</td><td>$0.70</td></tr>
<tr><td>Quill 3 small</td><td>$0.20</td></tr></table><p>Prices per 1M tokens.</p><p>1MT: one million output tokens</p>`,
    ['Quill 3 large output USD 0.7/1000000', 'Quill 3 small output USD 0.2/1000000'],
  ],
  [
    'a note about another word says nothing of it',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Cost / 1M tokens (OT)</th></tr>
<tr><td>Quill 3 large</td><td>$0.70</td></tr></table><p>XT: tokens of the output</p>`,
    ['Quill 3 large other USD 0.7/1000000'],
  ],
  [
    'what is billed by its output tokens',
    `<html lang="zh"><h1>长镜模型</h1><p>视频按输出 token 计费。</p><table><tr><th>模型</th><th>价格（元/百万tokens）</th></tr><tr><td>长镜-3</td><td>16</td></tr></table>`,
    ['长镜-3 output CNY 16/1000000'],
  ],
  [
    'what is billed by its output tokens, in English',
    `<h1>Film models</h1>
<p>Films are billed by output tokens.</p><table><tr><th>Model</th><th>Price per 1M tokens</th></tr>
<tr><td>Pellicle 7</td><td>$6</td></tr></table>`,
    ['Pellicle 7 output USD 6/1000000'],
  ],
  [
    'the way in the header goes before that',
    `<h1>Film models</h1>
<p>Films are billed by output tokens.</p><table><tr><th>Model</th><th>Input price per 1M tokens</th></tr>
<tr><td>Pellicle 7</td><td>$6</td></tr></table>`,
    ['Pellicle 7 input USD 6/1000000'],
  ],
  [
    'models of vectors by their names',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Price per 1M tokens</th></tr>
<tr><td>all-minilm-l12</td><td>$0.01</td></tr>
<tr><td>mpnet-base-v4</td><td>$0.02</td></tr>
<tr><td>quill-base</td><td>$0.30</td></tr></table>`,
    [
      'all-minilm-l12 input USD 0.01/1000000',
      'mpnet-base-v4 input USD 0.02/1000000',
      'quill-base other USD 0.3/1000000',
    ],
  ],
  [
    'a currency named before the number',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>服务</th><th>价格</th></tr>
<tr><td>听写 3</td><td>美金 0.004 元/秒</td></tr>
<tr><td>听写 4</td><td>人民币 0.02 元/秒</td></tr>
<tr><td>听写 5</td><td>台币 0.09 元/秒</td></tr></table>`,
    ['听写 3 second USD 0.004/1', '听写 4 second CNY 0.02/1', '听写 5 second TWD 0.09/1'],
  ],
  [
    'what is counted in credits is a price where one credit is one of money',
    `<h1>Pricing</h1>
<p>One credit is a dollar: 1 credit = $1.</p><table><tr><th>Model</th><th>Credits per 1M tokens</th></tr>
<tr><td>Quill 3</td><td>0.45</td></tr></table>`,
    ['Quill 3 other USD 0.45/1000000'],
  ],
  [
    'and where one point is',
    `<html lang="zh"><h1>价格</h1><p>1 积分等于 1 元。</p><table><tr><th>模型</th><th>积分/百万tokens</th></tr><tr><td>quill-3</td><td>0.45</td></tr></table>`,
    ['quill-3 other CNY 0.45/1000000'],
  ],
  [
    'points of another worth are no prices',
    `<html lang="zh"><h1>价格</h1><p>1 积分等于 1.5 元。</p><table><tr><th>模型</th><th>积分/百万tokens</th></tr><tr><td>quill-3</td><td>0.45</td></tr></table>`,
    [],
  ],
  [
    'nor are credits, but for what one costs',
    `<h1>Pricing</h1><p>1 credit = $1.50.</p><table><tr><th>Model</th><th>Credits per 1M tokens</th></tr><tr><td>Quill 3</td><td>0.45</td></tr></table>`,
    ['credits other USD 1.5/1'],
  ],
  [
    'ways of tokens in German units',
    `<html lang="de"><h1>Preise</h1>
<table><tr><th>Modell</th><th>Preis</th></tr>
<tr><td>Feder 3</td><td>0,40 € / 1M Eingabe-Token</td></tr>
<tr><td>Feder 3</td><td>1,20 € / 1M Ausgabe-Token</td></tr></table>`,
    ['Feder 3 input EUR 0.4/1000000', 'Feder 3 output EUR 1.2/1000000'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
