import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';
import { readInFull } from './read.ts';

test('a sentence over the table says what the amounts of a cell are, in order', () => {
  const page = `# Hosted models

Prices are USD per million tokens: input / cached input / output.

| Model | Standard | Priority |
| --- | --- | --- |
| Orca 120B | \\$0.20 / \\$0.02 / \\$0.80 | \\$0.24 / \\$0.03 / \\$0.96 |
`;
  expect(readInFull(page, 'md')).toEqual([
    'Orca 120B input standard - USD 0.2/1000000',
    'Orca 120B cached_input standard - USD 0.02/1000000',
    'Orca 120B output standard - USD 0.8/1000000',
    'Orca 120B input priority - USD 0.24/1000000',
    'Orca 120B cached_input priority - USD 0.03/1000000',
    'Orca 120B output priority - USD 0.96/1000000',
  ]);
});

test('the header over the names may state the unit', () => {
  const page = `## Fees by depth of search

| Model (per 1K requests) | Shallow search | Deep search |
| --- | --- | --- |
| **Orca** | $5 | $11 |
`;
  expect(readInFull(page, 'md')).toEqual([
    'Orca request standard Shallow search USD 5/1000',
    'Orca request standard Deep search USD 11/1000',
  ]);
});

test('one price across the columns of every length is stated once, without a length', () => {
  const page = `<h1>Pricing</h1><table><tr><th>Model</th><th>Type</th><th>Price per 1M tokens, ≤ 200K input tokens</th><th>Price per 1M tokens, > 200K input tokens</th></tr>
<tr><td rowspan="3">Orca 3</td><td>Input</td><td>$1</td><td>$2</td></tr>
<tr><td>Output</td><td colspan="2">$8</td></tr>
<tr><td>Search</td><td colspan="2">$30 / 1,000 searches</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'Orca 3 input standard ≤ 200K input tokens USD 1/1000000',
    'Orca 3 input standard > 200K input tokens USD 2/1000000',
    'Orca 3 output standard - USD 8/1000000',
    'Orca 3 request standard - USD 30/1000',
  ]);
});

test('one price across the columns of several kinds of tokens is one of each', () => {
  const page = `<h1>Pricing</h1><table><tr><th>Model</th><th>Input per 1M tokens</th><th>Output per 1M tokens</th></tr>
<tr><td>Orca 3</td><td colspan="2">$2</td></tr><tr><td>Orca 4</td><td>$3</td><td>$9</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'Orca 3 input standard - USD 2/1000000',
    'Orca 3 output standard - USD 2/1000000',
    'Orca 4 input standard - USD 3/1000000',
    'Orca 4 output standard - USD 9/1000000',
  ]);
});

test('a panel that names itself gives its mode', () => {
  const table = (price: string) =>
    `<table><tr><th>Model</th><th>Input per 1M tokens</th></tr><tr><td>Orca 3</td><td>${price}</td></tr></table>`;
  expect(
    readInFull(
      `<h1>Pricing</h1><div role="tabpanel" aria-label="Standard">${table('$2')}</div><div role="tabpanel" aria-label="Batch" hidden>${table('$1')}</div>`,
    ),
  ).toEqual(['Orca 3 input standard - USD 2/1000000', 'Orca 3 input batch - USD 1/1000000']);
});

test('plans over the columns of a table made of blocks, sections between its rows', () => {
  const row = (...cells: string[]) =>
    `<div class="r">${cells.map((cell) => `<div class="c">${cell}</div>`).join('')}</div>`;
  const page = `<h1>Speech</h1><div class="t">${row('Model', '<b>Pay as you go</b>', '<b>Growth</b> <i>from $4K a year</i>')}${row('Live')}${row('Echo 2', '$0.0080/min', '$0.0065/min')}${row('Recorded')}${row('Echo 2', '$0.0040/min', '$0.0035/min')}</div>`;
  expect(readInFull(page)).toEqual([
    'Echo 2 other standard Live USD 0.008/1',
    'Echo 2 other standard Growth from $4K a year; Live USD 0.0065/1',
    'Echo 2 other standard Recorded USD 0.004/1',
    'Echo 2 other standard Growth from $4K a year; Recorded USD 0.0035/1',
  ]);
});

test('a package is priced whole, beside the unit price it comes to', () => {
  const page = `<h1>星河大模型</h1><table><tr><th>版本</th><th>套餐</th><th>服务量</th><th>单价</th><th>套餐价格</th></tr>
<tr><td rowspan="2">Xinghe Ultra</td><td>套餐一</td><td>5000万tokens</td><td>0.70元/万tokens</td><td>￥3500</td></tr>
<tr><td>套餐二</td><td>1亿tokens</td><td>0.60元/万tokens</td><td>￥6000</td></tr></table>`;
  expect(readInFull(page).map((line) => line.replace(/standard .*CNY/, 'CNY'))).toEqual([
    'Xinghe Ultra other CNY 0.7/10000',
    'Xinghe Ultra other CNY 0.6/10000',
    'Xinghe Ultra other CNY 3500/1',
    'Xinghe Ultra other CNY 6000/1',
  ]);
});

test('roubles are money too', () => {
  const page = `<h1>Pricing</h1><table><tr><th>Model</th><th>Price per 1,000 tokens</th></tr><tr><td>Severn Pro</td><td>₽0.80</td></tr><tr><td>Severn Lite</td><td>0,20 руб.</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'Severn Pro other standard - RUB 0.8/1000',
    'Severn Lite other standard - RUB 0.2/1000',
  ]);
});

test('a pane that is hidden until it is switched to is read, under the name it has', () => {
  const pane = (value: string, price: string, attributes = '') =>
    `<div data-switcher-pane="true" data-value="${value}"${attributes}><table><tr><th>Model</th><th>Input per 1M tokens</th></tr><tr><td>Orca 3</td><td>${price}</td></tr></table></div>`;
  expect(
    readInFull(`<h1>Pricing</h1>${pane('standard', '$2')}${pane('batch', '$1', ' hidden class="hidden"')}`),
  ).toEqual(['Orca 3 input standard - USD 2/1000000', 'Orca 3 input batch - USD 1/1000000']);
});

test('plans over the columns, a blank corner, a heading among the rows', () => {
  const row = (...cells: string[]) =>
    `<div class="row">${cells.map((cell) => `<div class="cell">${cell}</div>`).join('')}</div>`;
  const small = (plan: string, price: string) => `<span class="small-screens">${plan}</span><p>${price}</p>`;
  const page = `<h1>Pricing</h1><section><h3>Live</h3>${row('', 'Pay-As-You-Go', 'Growth')}${row('<p>Echo English</p>', small('Pay-As-You-Go', '$0.008/min'), small('Growth', '$0.006/min'))}${row('<p>Echo World</p>', small('Pay-As-You-Go', '$0.009/min'), small('Growth', '$0.007/min'))}</section>`;
  expect(readInFull(page).map((line) => line.replace(/standard .* USD/, 'USD'))).toEqual([
    'Echo English other USD 0.008/1',
    'Echo English other USD 0.006/1',
    'Echo World other USD 0.009/1',
    'Echo World other USD 0.007/1',
  ]);
});

test('an estimate per minute is a price beside the prices of tokens, and no unit of theirs', () => {
  const page = `<h1>Speech</h1><p>Prices per 1M tokens.</p><table><tr><th>Model</th><th>Input</th><th>Output</th><th>Estimated cost</th></tr>
<tr><td>echo-listen</td><td>$2.50</td><td>$10.00</td><td>$0.006 / minute</td></tr><tr><td>echo-listen-mini</td><td>$1.25</td><td>$5.00</td><td>$0.003 / minute</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'echo-listen input standard - USD 2.5/1000000',
    'echo-listen output standard - USD 10/1000000',
    'echo-listen other standard - USD 0.006/1',
    'echo-listen-mini input standard - USD 1.25/1000000',
    'echo-listen-mini output standard - USD 5/1000000',
    'echo-listen-mini other standard - USD 0.003/1',
  ]);
});

test('what a video starts from is no direction of its tokens', () => {
  const page = `<html lang="zh"><body><h1>视频生成</h1><table><tr><th>模型</th><th>条件</th><th>单价（元/百万token）</th></tr>
<tr><td>dolphin-video-2</td><td>含视频输入</td><td>28.00</td></tr><tr><td>dolphin-video-2</td><td>不含视频输入</td><td>46.00</td></tr></table></body></html>`;
  expect(readInFull(page)).toEqual([
    'dolphin-video-2 output standard 含视频输入 CNY 28/1000000',
    'dolphin-video-2 output standard 不含视频输入 CNY 46/1000000',
  ]);
});

test('items that repeat the same labels are the rows of a table', () => {
  const item = (...pairs: [string, string][]) =>
    `<div role="listitem"><div class="w">${pairs.map(([label, value]) => `<div class="f"><div class="small-screens">${label}</div><div>${value}</div></div>`).join('')}</div></div>`;
  const gpu = (name: string, price: string, spot: string) =>
    item(
      ['GPU model', name],
      ['GPU count', '8'],
      ['vCPUs', '128'],
      ['On-demand instance price (per hour)', price],
      ['Spot instance price (per hour)', spot],
    );
  const page = `<h1>GPU cloud</h1><div role="list">${gpu('NVIDIA H900', '$40.00', '$20.00')}${gpu('NVIDIA Server Edition 6000', '$19.00', 'N/A')}</div><h2>Networking</h2><div role="list">${item(['Networking', 'Public IP address'], ['Price', '$4.00 /mo'])}${item(['Networking', 'Direct line'], ['Price', '$400.00 /mo'])}</div>`;
  expect(readInFull(page).map((line) => line.replace(/ 8 USD/, ' - USD'))).toEqual([
    'NVIDIA H900 instance_hour standard - USD 40/1',
    'NVIDIA H900 instance_hour spot - USD 20/1',
    'NVIDIA Server Edition 6000 instance_hour standard - USD 19/1',
    'Public IP address month standard - USD 4/1',
    'Direct line month standard - USD 400/1',
  ]);
});

test('what an amount is of may follow it', () => {
  const page =
    '<h1>Pricing</h1><h4>What do older models cost?</h4><ul><li>Orca R+ 08-2024: $2.50 / 1M tokens for input, $10.00 / 1M tokens for output.</li><li>Orca R 08-2024: $0.15 / 1M tokens for input, $0.60 / 1M tokens for output.</li></ul>';
  expect(readInFull(page)).toEqual([
    'Orca R+ 08-2024 input standard - USD 2.5/1000000',
    'Orca R+ 08-2024 output standard - USD 10/1000000',
    'Orca R 08-2024 input standard - USD 0.15/1000000',
    'Orca R 08-2024 output standard - USD 0.6/1000000',
  ]);
});

test('"price per unit" leaves the unit to its column', () => {
  const page = `<h1>Models</h1><table><tr><th>Model</th><th>Unit</th><th>Price per Unit</th><th>Output per $1</th></tr>
<tr><td>Dream 4</td><td>image</td><td>$0.03</td><td>33 images</td></tr><tr><td>Reel 2</td><td>second</td><td>$0.05</td><td>20 seconds</td></tr></table>`;
  expect(readInFull(page)).toEqual(['Dream 4 image standard - USD 0.03/1', 'Reel 2 second standard - USD 0.05/1']);
});

test('a label with its unit in brackets, whatever its words', () => {
  const page =
    '<h1>Models</h1><article><h4>Scan 3</h4><p>Reads documents.</p><dl><div><dt>Pages (/1000 pages)</dt><dd>$2</dd></div><div><dt>Annotated pages (/1000 pages)</dt><dd>$3</dd></div></dl></article>';
  expect(readInFull(page)).toEqual([
    'Scan 3 other standard Pages (/1000 pages) USD 2/1000',
    'Scan 3 other standard Annotated pages (/1000 pages) USD 3/1000',
  ]);
});

test('three digits behind a comma after a nought are decimals', () => {
  const page = `<h1>Pricing</h1><table><tr><th>Model</th><th>Price</th></tr>
<tr><td>orca-image</td><td>0,012 € / image</td></tr><tr><td>orca-ear</td><td>0,00004083 €<br>/ second</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'orca-image image standard - EUR 0.012/1',
    'orca-ear second standard - EUR 0.00004083/1',
  ]);
});

test('a class of its own marks the price that was', () => {
  const page = `<h1>Pricing</h1><p>Per million tokens</p><table><tr><th>Model</th><th>Input</th><th>Output</th></tr>
<tr><td>Orca 3</td><td>0,08 €</td><td><span class="price previous">0,31 €</span> <span class="price">0,23 €</span></td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'Orca 3 input standard - EUR 0.08/1000000',
    'Orca 3 output standard - EUR 0.23/1000000',
  ]);
});

test('a bracket behind an amount may state what it was', () => {
  const page = `<h1>价格</h1><table><tr><th>模型</th><th>输入（元/百万tokens）</th><th>输出（元/百万tokens）</th></tr>
<tr><td>orca-3</td><td>￥3(原价￥7)</td><td>￥9（原价 ￥21）</td></tr></table>`;
  expect(readInFull(page)).toEqual(['orca-3 input standard - CNY 3/1000000', 'orca-3 output standard - CNY 9/1000000']);
});

test('an amount in another currency glued behind one is the same price converted', () => {
  const page = `<h1>Pricing</h1><div><div class="card"><h3>Orca 3</h3><p>Input <span>0,50 €</span><span class="alt">$0.55</span> per million tokens</p></div>
<div class="card"><h3>Orca 4</h3><p>Input <span>0,70 €</span><span class="alt">$0.77</span> per million tokens</p></div></div>`;
  expect(readInFull(page)).toEqual([
    'Orca 3 input standard - EUR 0.5/1000000',
    'Orca 4 input standard - EUR 0.7/1000000',
  ]);
});

test('one price for both directions is a price of each', () => {
  const page = `<h1>Pricing</h1><div><div class="card"><h3>Orca 3</h3><p>Input and output 0,13 € per million tokens</p></div>
<div class="card"><h3>Orca 4</h3><p>Input 0,20 € per million tokens</p></div></div>`;
  expect(readInFull(page)).toEqual([
    'Orca 3 input standard - EUR 0.13/1000000',
    'Orca 3 output standard - EUR 0.13/1000000',
    'Orca 4 input standard - EUR 0.2/1000000',
  ]);
});

test('two bare numbers with a stroke between them are two prices under a header of two', () => {
  const page = `<h1>价格</h1><table><tr><th>模型</th><th>价格（输入/输出，元/百万tokens）</th></tr>
<tr><td>orca-3</td><td>2/6</td></tr><tr><td>orca-4</td><td>2.5 / 8</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'orca-3 input standard - CNY 2/1000000',
    'orca-3 output standard - CNY 6/1000000',
    'orca-4 input standard - CNY 2.5/1000000',
    'orca-4 output standard - CNY 8/1000000',
  ]);
});

test('a name and an amount in two elements side by side are two words', () => {
  const page = `<h1>价格</h1><ul><li><b>Orca Film 480p</b><span>0.6 元/个视频</span></li><li><b>Orca Pic</b><span>0.2 元/张</span></li></ul>`;
  expect(readInFull(page)).toEqual([
    'Orca Film 480p other standard - CNY 0.6/1',
    'Orca Pic image standard - CNY 0.2/1',
  ]);
});

test('a table in the state of a page may wrap every row and every cell', () => {
  const table = {
    heading: 'Hosted models',
    caption: 'Price per 1M tokens',
    header: ['Model', 'Input', 'Output'],
    rows: [{ id: 'a', cells: [{ text: 'Orca 3', href: '/orca' }, { text: '$0.50' }, { text: '$1.50' }] }],
  };
  const page = `<div class="skeleton"></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { blocks: [table] } })}</script>`;
  expect(readInFull(page)).toEqual([
    'Orca 3 input standard - USD 0.5/1000000',
    'Orca 3 output standard - USD 1.5/1000000',
  ]);
});

test('amounts a script would put in, section rows shorter than the table', () => {
  const cell = (value: string) =>
    `<td><span data-amount='{"value":${value},"currency":"USD"}' data-unit="per 1 million tokens">$-</span></td>`;
  const page = `<h1>Inference</h1><table><tr><th>Model</th><th>Maker</th><th>Input</th><th>Output</th></tr>
<tr><td>orca-3-small</td><td>Acme</td>${cell('0.06')}${cell('0.25')}<td>new</td></tr>
<tr><th colspan="4">Models of others</th></tr>
<tr><td>heron-70b</td><td>Birds</td>${cell('0.71')}${cell('0.72')}</tr></table>`;
  expect(readInFull(page)).toEqual([
    'orca-3-small input standard - USD 0.06/1000000',
    'orca-3-small output standard - USD 0.25/1000000',
    'heron-70b input standard - USD 0.71/1000000',
    'heron-70b output standard - USD 0.72/1000000',
  ]);
});

test('a mark behind an amount points to its unit below', () => {
  const page = `<h1>Plans</h1><p>$9 / month</p><h2>API</h2><table><tr><th>Model</th><th>540p</th><th>720p</th></tr><tr><td>Reel 3</td><td>$0.08*</td><td>$0.16*</td></tr></table><p>* per second of generated video</p>`;
  expect(readInFull(page).filter((line) => line.startsWith('Reel'))).toEqual([
    'Reel 3 second standard 540p USD 0.08/1',
    'Reel 3 second standard 720p USD 0.16/1',
  ]);
});

test('machines with names of their own are not called by their cards', () => {
  const page = `<html lang="zh"><body><h1>GPU 云服务器</h1><table><tr><th>规格</th><th>GPU</th><th>vCPU/内存</th><th>按量付费（元/台/小时）</th></tr>
<tr><td>P7IN.14C58G1</td><td>1*T4</td><td>14核 58GB</td><td>6.98</td></tr><tr><td>GN9I.124C928G8</td><td>8*A800</td><td>124核 928GB</td><td>142.50</td></tr></table>`;
  expect(readInFull(page).map((line) => line.replace(/standard .* CNY/, 'CNY'))).toEqual([
    'P7IN.14C58G1 instance_hour CNY 6.98/1',
    'GN9I.124C928G8 instance_hour CNY 142.5/1',
  ]);
});

test('plans with their prices over a comparison, usage on top', () => {
  const page = `<h1>Pricing</h1><table><thead><tr><th></th><th><p>Starter</p><p>$20 <span>+ compute / month</span></p></th><th><p>Team</p><p>$250 <span>+ compute / month</span></p></th><th><p>Enterprise</p><p>Custom</p></th></tr></thead>
<tr><th colspan="4">Workspace</th></tr><tr><td>Seats</td><td>3</td><td>10</td><td>Unlimited</td></tr><tr><td>Included compute</td><td>$30 / month</td><td>$100 / month</td><td>Custom</td></tr></table>`;
  expect(readInFull(page)).toEqual(['Starter month standard - USD 20/1', 'Team month standard - USD 250/1']);
});

test('rows of a pipe table that a converter broke over lines', () => {
  const page = `# Fees

|  | Starter | Growth |
Scale |
| --- | --- |
| Storage | Up to 2 GB | $0.33/GB/mo | $0.30/GB/mo |
| Restore | N/A | $0.15/GB | $ 0.12/GB

| Model | Price per 1M tokens | Max tokens |
| --- | --- | --- |
| orca-embed-large

 | $0.08 | 507 |
| orca-embed-small | $.04 | 512
Prices are in US dollars.
`;
  expect(readInFull(page, 'md').map((line) => line.replace(/standard .* USD/, 'USD'))).toEqual([
    'Storage storage_gb_month USD 0.33/1',
    'Storage storage_gb_month USD 0.3/1',
    'Restore other USD 0.15/1',
    'Restore other USD 0.12/1',
    'orca-embed-large input USD 0.08/1000000',
    'orca-embed-small input USD 0.04/1000000',
  ]);
});

test('plans over the columns are what is sold where the rows name no thing', () => {
  const page = `<h1>Pricing</h1><table><tr><th></th><th>Starter</th><th>Business</th></tr><tr><td>Monthly price</td><td>$20</td><td>$50</td></tr></table>`;
  expect(readInFull(page)).toEqual(['Starter month standard - USD 20/1', 'Business month standard - USD 50/1']);
});

test('headings in a row name the columns of prices below them, in every region', () => {
  const panel = (region: string, ...prices: string[]) =>
    `<div role="tabpanel" aria-label="${region}"><p>${region}</p><div class="g">${['Standard', 'Enterprise', 'Business Critical'].map((plan) => `<div><h3>${plan}</h3></div>`).join('')}</div><div class="g p">${prices.map((price) => `<div><span>$</span><span>${price}</span><p>Cost per credit</p></div>`).join('')}</div></div>`;
  const page = `<h1>Pricing options</h1>${panel('AWS US East (Northern Virginia)', '2.00', '3.00', '4.00')}${panel('AWS EU (Frankfurt)', '2.60', '3.90', '5.20')}
<div class="narrow"><details><summary>Standard</summary><p>$2.00 per credit</p></details><details><summary>Enterprise</summary><p>$3.00 per credit</p></details></div>`;
  const found = readPage(pageOf(page)).prices.map(({ product, region, amount }) => `${product} ${region} ${amount}`);
  expect(found.sort()).toEqual([
    'Business Critical AWS EU (Frankfurt) 5.2',
    'Business Critical AWS US East (Northern Virginia) 4',
    'Enterprise AWS EU (Frankfurt) 3.9',
    'Enterprise AWS US East (Northern Virginia) 3',
    'Standard AWS EU (Frankfurt) 2.6',
    'Standard AWS US East (Northern Virginia) 2',
  ]);
});

test('amounts without a header under a sentence that says what they are', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const page = `<h1>Pricing</h1><p><b>Vectors, in US dollars per 1M input tokens</b></p><table>${row('shale-125m-v2', '512', '0.10')}${row('minnow-l6', '512', '0.005')}</table>`;
  expect(readInFull(page)).toEqual([
    'shale-125m-v2 input standard - USD 0.1/1000000',
    'minnow-l6 input standard - USD 0.005/1000000',
  ]);
});

test('columns of plain text, machines by what is said over them, plans by their names', () => {
  const page = `# Pricing

Free
$0
/month
Public projects
Basic machines
Pro
$8
/month
Private projects

Cards in machines, prices per hour, per machine.

Card          Memory      Price
H900          80 GB       2.24 (was 3.09)
H900-40G      40 GB       $1.15
`;
  expect(readInFull(page, 'md')).toEqual([
    'Pro month standard - USD 8/1',
    'H900 instance_hour standard - USD 2.24/1',
    'H900-40G instance_hour standard - USD 1.15/1',
  ]);
});

test('a text copy whose last column is no price', () => {
  const page = [
    '# Ranking',
    'Ranking model',
    'Price',
    'Requests per minute',
    'orca-rank-v0',
    '$2.00 / 1K requests',
    '60',
    'orca-rank-v1',
    '$2.50 (was $3.00) / 1K requests',
    '60',
    'orca-rank-v2',
    '$2.20 / 1K requests',
    '300',
    'Assistant',
  ].join('\n\n');
  expect(readInFull(page, 'md')).toEqual([
    'orca-rank-v0 request standard - USD 2/1000',
    'orca-rank-v1 request standard - USD 2.5/1000',
    'orca-rank-v2 request standard - USD 2.2/1000',
  ]);
});

test('of a list price and a discounted one in two columns, the one that is paid', () => {
  const page = `<h1>Pricing</h1><table><tr><th>Service</th><th>List price</th><th>Discounted price</th></tr><tr><td>Echo speech</td><td>$2 / 1K characters</td><td>$1.50 / 1K characters</td></tr><tr><td>Echo music</td><td>$3 / song</td><td>-</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'Echo speech other standard - USD 1.5/1000',
    'Echo music other standard - USD 3/1',
  ]);
});

test('the rows of a table head nothing in the section after it', () => {
  const page = `<h1>Pricing</h1><section><h2>Film</h2><table><tr><th>Model</th><th>Price per second</th></tr><tr><td>Reel 720p</td><td>$0.3</td></tr><tr><td>Reel 1080p</td><td>$0.6</td></tr></table></section>
<section><h2>Pictures</h2><div class="item"><b>Brush 3</b><em>$0.20 / image</em><i>(for teams $0.15 / image)</i></div></section>`;
  expect(readInFull(page).map((line) => line.replace(/ standard .* USD/, ' USD'))).toContain('Brush 3 image USD 0.2/1');
  expect(readPage(pageOf(page)).prices.find(({ product }) => product === 'Brush 3')?.tier).toBeNull();
});

test('rows of plain elements that a narrow layout repeats in a wrapper beside them are the same rows', () => {
  const row = ([name, ...prices]: readonly string[]) =>
    `<div class="r"><div><div>${name}</div><div>128K context</div></div>${['Input', 'Cached input', 'Output'].map((label, index) => `<div><span>${label}</span><div>${prices[index]}</div></div>`).join('')}</div>`;
  const rows = [
    ['Orca Large', '$0.15', '$0.015', '$0.60'],
    ['Orca Small', '$0.10', '-', '$0.10'],
  ]
    .map(row)
    .join('');
  const page = `<h1>Pricing</h1><div><div><h3>Chat</h3><div>Price per 1M tokens</div></div>${rows}<div class="narrow">${rows}</div></div>`;
  expect(readInFull(page)).toEqual([
    'Orca Large input standard - USD 0.15/1000000',
    'Orca Large cached_input standard - USD 0.015/1000000',
    'Orca Large output standard - USD 0.6/1000000',
    'Orca Small input standard - USD 0.1/1000000',
    'Orca Small output standard - USD 0.1/1000000',
  ]);
});

test('the unit of a price may stand in the cell that names it, before or behind the name', () => {
  const page = `<h1>Speech desk</h1><table><tr><th>Service</th><th>Price per billing unit</th></tr>
<tr><td>1 request (500 tokens) to the <a href="#">small classifier</a></td><td>$0.0012</td></tr>
<tr><td>1 GB of outgoing traffic</td><td>$0.02</td></tr>
<tr><td>Incoming calls, per 1 second</td><td>$0.0002</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'small classifier request standard - USD 0.0012/1',
    'outgoing traffic other standard - USD 0.02/1',
    'Incoming calls second standard - USD 0.0002/1',
  ]);
});

test('how many of something a row has is no price', () => {
  const page = `<table><tr><th>Model</th><th>Number of units per token</th><th>Price per 1,000 tokens</th></tr><tr><td>Orca Embed</td><td>1</td><td>$0.0001</td></tr></table>`;
  expect(readInFull(page)).toEqual(['Orca Embed input standard - USD 0.0001/1000']);
});

test('a plan whose heading reads like a button, and what its table counts in millions', () => {
  const plan = (name: string, fee: string, writes: string) =>
    `<div class="plan"><h2>${name}</h2><p>${fee}<span>/month</span></p><ul><li>Unlimited indexes</li></ul><button>Launch</button><table><tr><td>Write units</td><td>${writes} per million</td></tr></table></div>`;
  const page = `<h1>Grow to billions of vectors</h1><div>${plan('Launch', '$25', '$4.00')}${plan('Orbit', '$250', '$3.20')}</div>`;
  expect(readInFull(page)).toEqual([
    'Launch month standard - USD 25/1',
    'Write units other standard Launch USD 4/1000000',
    'Write units other standard Orbit USD 3.2/1000000',
    'Orbit month standard - USD 250/1',
  ]);
});

test('videos of several lengths in a cell are told apart by their length', () => {
  const page = `<h1>Video</h1><table><tr><th>Model</th><th>Price per video</th></tr><tr><td>Reel 6</td><td>5s: $0.30, 10s: $0.60</td></tr></table>`;
  expect(readInFull(page)).toEqual(['Reel 6 other standard 5s USD 0.3/1', 'Reel 6 other standard 10s USD 0.6/1']);
});
