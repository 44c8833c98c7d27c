import { expect, test } from 'vitest';
import { read } from './read.ts';

test('how many of something in a time is counted, whatever it costs elsewhere in the table', () => {
  expect(
    read(`<h1>Plans</h1><table><tr><th>Feature</th><th>Solo</th><th>Pro</th><th>Business</th></tr>
<tr><td>Price</td><td>$0/mo</td><td>$15/mo</td><td>$70/mo</td></tr><tr><td>Builds / month</td><td>50</td><td>2,000</td><td>20,000</td></tr><tr><td>Runs per day</td><td>5</td><td>100</td><td>900</td></tr></table>`),
  ).toEqual(['Solo month USD 0/1', 'Pro month USD 15/1', 'Business month USD 70/1']);
});

test('a plain heading over a table is nearer than the name of the page', () => {
  expect(
    read(`<title>Pricing</title><h1>Pricing</h1><h2>Data transfer</h2><table><tr><th>Data transfer out</th><th>Price</th></tr>
<tr><td>First 5 TB / Month</td><td>$0.08 per GB</td></tr><tr><td>Next 50 TB / Month</td><td>$0.07 per GB</td></tr></table>`),
  ).toEqual(['Data transfer other First 5 TB / Month USD 0.08/1', 'Data transfer other Next 50 TB / Month USD 0.07/1']);
});

test('sentences about plain words, and units of two letters', () => {
  expect(
    read(
      `<h1>Pricing</h1><h2>Usage</h2><p>Embeddings are billed at $0.03 per million tokens.</p><p>Input tokens are billed at $2 per million tokens.</p>`,
    ),
  ).toEqual(['Embeddings input USD 0.03/1000000', 'Usage input USD 2/1000000']);
  expect(
    read(`<h1>Vectors</h1><div class="c"><h3>Scale</h3><p>$40/month</p><ul><li>Reads: $12/1M RU</li></ul></div>
<div class="c"><h3>Enterprise</h3><p>$400/month</p><ul><li>Reads: $18/1M RU</li></ul></div>`),
  ).toContain('Scale month USD 40/1');
});

test('the way its tokens go as the last word of a name', () => {
  expect(
    read(
      `<h1>价格</h1><table><tr><th>模型</th><th>单价（元/百万tokens）</th></tr><tr><td>松涛-Max 输入</td><td>5</td></tr><tr><td>松涛-Max 输出</td><td>15</td></tr></table>`,
    ),
  ).toEqual(['松涛-Max input CNY 5/1000000', '松涛-Max output CNY 15/1000000']);
  expect(
    read(
      `<h1>Pricing</h1><table><tr><th>Item</th><th>Price per 1M tokens</th></tr><tr><td>Wren 2 input</td><td>$0.40</td></tr><tr><td>Wren 2 cached input</td><td>$0.10</td></tr><tr><td>Wren 2 output tokens</td><td>$1.20</td></tr></table>`,
    ),
  ).toEqual(['Wren 2 input USD 0.4/1000000', 'Wren 2 cached_input USD 0.1/1000000', 'Wren 2 output USD 1.2/1000000']);
});

test('a size of pictures over amounts makes them prices of pictures', () => {
  expect(
    read(
      `<h1>Pictures</h1><h2>Etch 2</h2><table><tr><th>Quality</th><th>1024 x 1024</th><th>1024 x 1792</th></tr><tr><td>Low</td><td>$0.012</td><td>$0.02</td></tr></table>`,
    ),
  ).toEqual(['Etch 2 image Low; 1024 x 1024 USD 0.012/1', 'Etch 2 image Low; 1024 x 1792 USD 0.02/1']);
});
