import { expect, test } from 'vitest';
import { read } from './read.ts';

test('what a model takes is none of the names in its card', () => {
  const row = (label: string, price: string, unit: string) =>
    `<div class="row"><div class="label">${label}</div><div class="price"><div>${price}</div><div>${unit}</div></div></div>`;
  const card = (name: string, rows: string) =>
    `<div class="card"><h3>${name}</h3><div class="rows">${rows}</div></div>`;
  const html = `<h1>Pricing</h1><div class="grid">${card('Tern Rerank 3', row('Cost', '$2.00', '/ 1K searches'))}${card(
    'Tern Embed 4',
    row('Text', '$0.12', '/ 1M tokens') + row('Image', '$0.47', '/ 1M image tokens'),
  )}</div>`;
  expect(read(html)).toEqual([
    'Tern Rerank 3 request USD 2/1000',
    'Tern Embed 4 input Text USD 0.12/1000000',
    'Tern Embed 4 input Image; image tokens USD 0.47/1000000',
  ]);
});

test('a table that nothing names is of the one model that the text over it speaks of', () => {
  const markdown = [
    '# Pricing',
    '## Prices of features',
    '### Long context',
    'When you use Claude Tern 4.5 with its long window, requests beyond 200K input tokens cost more:',
    '',
    '| ≤ 200K input tokens | > 200K input tokens |',
    '| --- | --- |',
    '| Input: $3 / MTok | Input: $6 / MTok |',
    '| Output: $15 / MTok | Output: $22 / MTok |',
  ].join('\n');
  expect(read(markdown, 'md')).toEqual([
    'Claude Tern 4.5 input ≤ 200K input tokens USD 3/1000000',
    'Claude Tern 4.5 input > 200K input tokens USD 6/1000000',
    'Claude Tern 4.5 output ≤ 200K input tokens USD 15/1000000',
    'Claude Tern 4.5 output > 200K input tokens USD 22/1000000',
  ]);
});

test('one header over two columns of amounts that says the currency says no way', () => {
  const html = `<table><thead><tr><th>Model</th><th>Context</th><th colspan="2">Pricing<span>[in $ / million tokens]</span></th></tr></thead><tbody>
<tr><td>tern-4-fast</td><td>2,000,000</td><td>$0.20</td><td>$0.50</td></tr><tr><td>tern-code-1</td><td>256,000</td><td>$0.20</td><td>$1.50</td></tr></tbody></table>`;
  expect(read(html)).toEqual([
    'tern-4-fast input USD 0.2/1000000',
    'tern-4-fast output USD 0.5/1000000',
    'tern-code-1 input USD 0.2/1000000',
    'tern-code-1 output USD 1.5/1000000',
  ]);
});

test('the version of each row that goes on with its name is the name', () => {
  const markdown = [
    '| 模型名称 | 模型版本 | 子项 | 在线推理 | 单位 |',
    '| --- | --- | --- | --- | --- |',
    '| Tern 4.5 Turbo | Tern-4.5-Turbo-128K<br>Tern-4.5-Turbo-32K | 输入 | 0.0008 | 元/千tokens |',
    '| | | 输出 | 0.0032 | 元/千tokens |',
    '| Heron Speed | Heron-Speed-Pro-128K | 输入 | 0.0003 | 元/千tokens |',
    '| | | 输出 | 0.0006 | 元/千tokens |',
  ].join('\n');
  expect(read(markdown, 'md')).toEqual([
    'Tern-4.5-Turbo-128K input CNY 0.0008/1000',
    'Tern-4.5-Turbo-32K input CNY 0.0008/1000',
    'Tern-4.5-Turbo-128K output CNY 0.0032/1000',
    'Tern-4.5-Turbo-32K output CNY 0.0032/1000',
    'Heron-Speed-Pro-128K input CNY 0.0003/1000',
    'Heron-Speed-Pro-128K output CNY 0.0006/1000',
  ]);
});

test('a plain price beside one that is cut for a time is the listed one', () => {
  const markdown = [
    '| 模型名称 | 子项 | 单价 | 限时优惠价 |',
    '| --- | --- | --- | --- |',
    '| heron-v3.1 | 输入 | 0.004元/千tokens | 0.002元/千tokens |',
    '| heron-v3.1 | 输出 | 0.012元/千tokens | 0.006元/千tokens（输入仅包含文本时） |',
  ].join('\n');
  expect(read(markdown, 'md')).toEqual(['heron-v3.1 input CNY 0.002/1000', 'heron-v3.1 output 文本 CNY 0.006/1000']);
});

test('what a model does names none of its prices', () => {
  const markdown = [
    '## Audio',
    '<Card title="tern-speech-2.6-hd" icon="wave">',
    '  T2A: **$100** / M characters',
    '</Card>',
    '<Card title="tern-speech-2.6" icon="wave">',
    '  T2A: **$60** / M characters',
    '</Card>',
  ].join('\n');
  expect(read(markdown, 'md')).toEqual([
    'tern-speech-2.6-hd other USD 100/1000000',
    'tern-speech-2.6 other USD 60/1000000',
  ]);
});

test('a word for buying over names of cards, and a column that counts them', () => {
  const html = `<h1>Pricing</h1><h2>Clusters</h2><table><thead><tr><th>Reserved</th><th>Term</th><th>GPUs</th><th>Price/GPU/hr</th></tr></thead><tbody>
<tr><td>NVIDIA HGX B200</td><td>1 year</td><td>16 - 1,536</td><td>$3.49</td></tr><tr><td>NVIDIA HGX H100</td><td>1 year</td><td>16 - 512</td><td>$2.10</td></tr></tbody></table>`;
  expect(read(html).map((row) => row.split(' gpu_hour')[0])).toEqual(['NVIDIA HGX B200', 'NVIDIA HGX H100']);
});

test('how much memory a card has stands over its name, and what a house files its products under names none', () => {
  const cards = `<table><thead><tr><th>GPU</th><th>Flex (per second)</th></tr></thead><tbody>
<tr><td><div>180 GB</div><div>B200</div></td><td>$0.00240</td></tr><tr><td><div>141 GB</div><div>H200</div></td><td>$0.00155</td></tr></tbody></table>`;
  expect(read(cards)).toEqual(['B200 second flex USD 0.0024/1', 'H200 second flex USD 0.00155/1']);
  const filed = `<table><thead><tr><th>Product</th><th>SKU</th><th>Unit Price</th><th>Metric</th></tr></thead><tbody>
<tr><td>Tern AI - Large</td><td>B208077</td><td>$0.0156</td><td>10,000 transactions</td></tr><tr><td>Tern AI - Heron 3 - Input Tokens</td><td>B211600</td><td>$3.00</td><td>1 million tokens</td></tr></tbody></table>`;
  expect(read(filed)).toEqual(['Tern AI - Large request USD 0.0156/10000', 'Tern AI - Heron 3 input USD 3/1000000']);
});

test('a processor has a name of its own among the parts of machines', () => {
  const row = (...cells: string[]) => `<div class="row">${cells.map((cell) => `<div>${cell}</div>`).join('')}</div>`;
  const html = `<h1>Pricing</h1><h2>CPU instances</h2><div>${row('CPU', 'vCPUs', 'RAM (GB)', 'Instance price (per hour)')}${row('AMD Genoa (9454)', '192', '768', '$8.64')}${row('AMD Turin (9655P)', '192', '1,536', '$10.31')}</div>`;
  expect(read(html)).toEqual([
    'AMD Genoa (9454) instance_hour USD 8.64/1',
    'AMD Turin (9655P) instance_hour USD 10.31/1',
  ]);
});

test('an amount with its taxes beside one without is the same price', () => {
  const html = `<h1>Prices</h1><table><thead><tr><th>Name</th><th>GPU</th><th>vCore</th><th>Price</th></tr></thead><tbody>
<tr><td>t1-380</td><td>1x H100 80GB</td><td>30</td><td><span>From</span> <span>€2.80</span><span> ex. VAT/hour</span><span>i.e. €3.44 incl. VAT/hour</span></td></tr>
<tr><td>t1-90</td><td>1x L40S 48GB</td><td>15</td><td><span>From</span> <span>€1.40</span><span> ex. VAT/hour</span><span>i.e. €1.72 incl. VAT/hour</span></td></tr></tbody></table>`;
  expect(read(html)).toEqual(['t1-380 instance_hour EUR 2.8/1', 't1-90 instance_hour EUR 1.4/1']);
});

test('a note below that says how many requests a fee buys', () => {
  const html = `<h1>Pricing</h1><h2>Answers</h2><p>Total cost per query = token costs + request fee</p><h3>Request pricing by context size</h3><table><thead><tr><th>Model</th><th>Low context size</th><th>High context size</th></tr></thead><tbody>
<tr><td>Tern 2</td><td>$5</td><td>$12</td></tr><tr><td>Tern 2 Pro</td><td>$6</td><td>$14</td></tr></tbody></table><p>Request fees are per 1,000 requests.</p>`;
  expect(read(html).map((row) => row.replace(/ request .* USD/, ''))).toEqual([
    'Tern 2 5/1000',
    'Tern 2 12/1000',
    'Tern 2 Pro 6/1000',
    'Tern 2 Pro 14/1000',
  ]);
});
