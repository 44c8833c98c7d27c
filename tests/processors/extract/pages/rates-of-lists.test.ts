import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a rate behind another goes without its currency',
    `<html lang="zh"><h1>价格</h1><div><h3>quill-3</h3><p>输入 0.004 元/千 tokens，输出 0.016/千 tokens</p></div>`,
    ['quill-3 input CNY 0.004/1000', 'quill-3 output CNY 0.016/1000'],
  ],
  [
    'what comes after a free quota has a price',
    `<html lang="zh"><h1>价格</h1><div><h3>Quill 桶 2</h3><p>超出 60GB 免费额度后 0.5 元/GB</p><p>免费额度 0.5 元/GB</p></div>`,
    ['Quill 桶 2 other CNY 0.5/1'],
  ],
  [
    'a unit in the brackets of a heading holds for its list',
    `<h1>Pricing</h1><h3>Chat models (per 1M tokens)</h3><ul><li>Quill 3: $0.50</li><li>Quill 4: $0.70</li></ul>`,
    ['Quill 3 other USD 0.5/1000000', 'Quill 4 other USD 0.7/1000000'],
  ],
  [
    'calls of endpoints',
    `<h1>API</h1><table><tr><th>Endpoint</th><th>Price</th></tr><tr><td>crawl</td><td>$0.003</td></tr><tr><td>extract</td><td>$0.004</td></tr></table>`,
    ['crawl request USD 0.003/1', 'extract request USD 0.004/1'],
  ],
  [
    'a sentence that begins with its pricing',
    `<h1>Pricing</h1><p>Pricing for Quill 2 mini is $2.50 per 1M tokens.</p>`,
    ['Quill 2 mini other USD 2.5/1000000'],
  ],
  [
    'prices per card, said over the table',
    `<html lang="zh"><h1>价格</h1>
<p>价格均为单卡价格。</p><table><tr><th>实例规格</th><th>GPU</th><th>价格（元/小时）</th></tr>
<tr><td>v7.large</td><td>8*L40S</td><td>7</td></tr></table>`,
    ['v7.large gpu_hour CNY 7/1'],
  ],
  [
    'estimates alone are no prices',
    `<h1>Pricing</h1>
<table><tr><th>Model</th><th>Monthly cost</th></tr>
<tr><td>Quill 3</td><td>~$0.75</td></tr>
<tr><td>Quill 4</td><td>~$1.75</td></tr></table>`,
    [],
  ],
  [
    'a card that repeats a table with the size of its memory',
    `<h1>Pricing</h1>
<div><div class="card"><h3>RTX 7090 24GB</h3><p>$0.44 / hour</p></div>
<div class="card"><h3>RTX 7080 16GB</h3><p>$0.22 / hour</p></div></div><h2>All</h2><table><tr><th>GPU</th><th>VRAM</th><th>Price per hour</th></tr>
<tr><td>RTX 7090</td><td>24GB</td><td>$0.44</td></tr>
<tr><td>RTX 7080</td><td>16GB</td><td>$0.22</td></tr></table>`,
    ['RTX 7090 gpu_hour USD 0.44/1', 'RTX 7080 gpu_hour USD 0.22/1'],
  ],
  [
    'an answer about a model that the list leaves out',
    `<h1>Pricing</h1>
<table><tr><th>Model</th><th>Input per 1M tokens</th></tr>
<tr><td>Llama 7 8B</td><td>$0.20</td></tr></table><h2>Frequently asked questions</h2><h3>And the large one?</h3><p>Pricing for Llama 7 90B is $0.90 per 1M input tokens. Llama 7 8B is $0.30 per 1M input tokens.</p>`,
    ['Llama 7 8B input USD 0.2/1000000', 'Llama 7 90B input USD 0.9/1000000'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
