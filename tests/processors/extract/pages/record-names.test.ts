import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

test('a heading closes those before it of its level and below', () => {
  const page = `# Pricing

## Clusters

#### Card H900

$2.10 / GPU-hour

## Storage

Fast disk

$0.07 / GB / month

Public IP

$3 / month

### Starter

Free

### Standard plan

**$50**/month
`;
  expect(readInFull(page, 'md')).toEqual([
    'Card H900 gpu_hour standard - USD 2.1/1',
    'Fast disk storage_gb_month standard - USD 0.07/1',
    'Public IP month standard - USD 3/1',
    'Standard plan month standard - USD 50/1',
  ]);
});

test('a list of names and prices under a heading that names a section', () => {
  const item = (name: string, price: string) => `<li><div>${name}</div><div>${price}</div></li>`;
  const page = `<h1>Pricing</h1><h2>Network extras</h2><ul>${item('Static address', '$3/month')}${item('Load balancer', '$10/month')}</ul>`;
  expect(readInFull(page)).toEqual([
    'Static address month standard - USD 3/1',
    'Load balancer month standard - USD 10/1',
  ]);
});

test('what leads the prices of the card of every plan is what is used; a layout for another width is the same prices', () => {
  const card = (plan: string, ...lines: string[]) =>
    `<div class="card"><h4>${plan}</h4>${lines.map((line) => `<p>${line}</p>`).join('')}</div>`;
  const page = `<h1>Pricing that grows with your audio</h1>
<div class="wide">${card('Starter', 'Recorded', '$.61', '/hour', 'Live', '$0.75', '/hour')}${card('Growth', 'Recorded', 'from $0.20', '/hour', 'Live', 'from $0.25', '/hour')}</div>
<div class="narrow">${card('Starter', 'Recorded: $.61/hour', 'Live: $0.75/hour')}${card('Growth', 'Recorded: from $0.20/hour', 'Live: from $0.25/hour')}</div>`;
  expect(readInFull(page).map((line) => line.replace(/standard .* USD/, 'USD'))).toEqual([
    'Recorded other USD 0.61/1',
    'Live other USD 0.75/1',
    'Recorded other USD 0.2/1',
    'Live other USD 0.25/1',
  ]);
});

test('a name of plain words beside its price; a slogan and a remark in brackets name nothing', () => {
  const page = `<h1>Pricing that scales with your voice</h1><dl><dt>Audio-to-LLM</dt><dd>+$0.05/hr</dd></dl>
<div class="r"><div>Physical core<br><span>(2 vCPU equivalent)</span></div><div>$0.0000131 / core / sec</div></div>
<ul><li>Text extraction: <b>USD 0.038</b> per page</li></ul>`;
  expect(readInFull(page)).toEqual([
    'Audio-to-LLM other standard - USD 0.05/1',
    'Physical core other standard - USD 0.0000131/1',
    'Text extraction other standard - USD 0.038/1',
  ]);
});

test('one plan among the columns: the rows are the products, also where their words are of modes', () => {
  const row = (name: string, price: string) => `<tr><th>${name}</th><td>480 minutes / month</td><td>${price}</td></tr>`;
  const page = `<h1>Pricing</h1><h2>Compare plans</h2><table><tr><th></th><th>Free</th><th>Pro</th></tr>${row('Batch Standard', '$0.24/hr')}${row('Translation', '+$0.65/hr')}${row('Echo 1 (multilingual, preview)', '$0.06/min')}${row('English speech', '$0.011 per 1k characters')}</table>`;
  expect(readInFull(page).map((line) => line.replace(/ (?:batch|standard) .*USD/, ' USD'))).toEqual([
    'Batch Standard other USD 0.24/1',
    'Translation other USD 0.65/1',
    'Echo 1 (multilingual, preview) other USD 0.06/1',
    'English speech other USD 0.011/1000',
  ]);
});

test('a switch is no header, and cards that do not fit are not left out', () => {
  const group = (name: string, ...lines: string[]) =>
    `<div><h3>${name}</h3>${lines.map((line) => `<div>${line}</div>`).join('')}</div>`;
  const page = `<h1>Pricing</h1><section><div class="flex"><button>Per hour</button><button>Per second</button></div><div class="grid">${group('Cores', '<p>Physical core</p><p>$0.00004 / core / sec</p>', '*at least 0.125 cores')}${group('Memory', '<p>$0.0000067 / GiB / sec</p>')}${group('Cards', '<p>See above</p>')}</div></section>`;
  expect(readInFull(page)).toEqual([
    'Physical core other standard - USD 0.00004/1',
    'Memory other standard - USD 0.0000067/1',
  ]);
});

test('units over their amounts, not under those before', () => {
  const card = (name: string, hour: string, month: string) =>
    `<article><h3>${name}</h3><dl><dt>Hourly</dt><dd>${hour}</dd><dt>Monthly</dt><dd>${month}</dd></dl></article>`;
  const page = `<h1>Machines</h1>${card('1x H900', '$2.99', '$1,899')}${card('8x H900', '$22.40', '$14,990')}`;
  expect(readInFull(page)).toEqual([
    '1x H900 instance_hour standard - USD 2.99/1',
    '1x H900 month standard - USD 1899/1',
    '8x H900 instance_hour standard - USD 22.4/1',
    '8x H900 month standard - USD 14990/1',
  ]);
});

test('a name and its size on one line', () => {
  const card = (name: string, size: string, input: string, output: string) =>
    `<div class="m"><div><span>${name}</span><span>${size}</span></div><div class="p"><div><span>Input</span><b>${input}</b></div><div><span>Output</span><b>${output}</b></div></div></div>`;
  const page = `<h1>Pricing</h1><p>Prices per 1M tokens.</p>${card('Orca 3 Mini', '128k context', '$0.15', '$0.60')}${card('Orca 3 Max', '1M tokens context', '$2.50', '$10.00')}`;
  expect(readInFull(page)).toEqual([
    'Orca 3 Mini input standard - USD 0.15/1000000',
    'Orca 3 Mini output standard - USD 0.6/1000000',
    'Orca 3 Max input standard - USD 2.5/1000000',
    'Orca 3 Max output standard - USD 10/1000000',
  ]);
});

test('names and prices in a row', () => {
  const page = `<h1>Storage</h1><p>Standard class: $0.12/GB/month, cold class: $0.08/GB/month, outbound traffic: $0.05/GB.</p><div><h3>Orca 3</h3><p>Input: $1 / 1M tokens, output: $4 / 1M tokens</p></div>`;
  expect(readInFull(page)).toEqual([
    'Standard class storage_gb_month standard - USD 0.12/1',
    'cold class storage_gb_month standard - USD 0.08/1',
    'outbound traffic other standard - USD 0.05/1',
    'Orca 3 input standard - USD 1/1000000',
    'Orca 3 output standard - USD 4/1000000',
  ]);
});

test('bold paragraphs over lists are headings; what a price buys and what it comes to are no prices', () => {
  const page = `<h1>Prices</h1><h3>Blocks of compute</h3><p>The sizes are:</p><p><strong>Large servers</strong></p>
<ul><li>$180/yr for $20/mo of usage (i.e. $15/mo amortised over the year)</li><li>$1,800/yr for $200/mo of usage</li></ul>
<p><b>Small servers:</b></p><ul><li>$48/yr for $6/mo of usage</li><li>$480/yr for $60/mo of usage</li></ul>
<h2>Snapshots</h2><ul><li>$6 per month for up to 20GB of stored copies.</li><li>Additional $0.40/GB per month for storage above 20GB.</li></ul>`;
  expect(readInFull(page)).toEqual([
    'Large servers year standard - USD 180/1',
    'Large servers year standard - USD 1800/1',
    'Small servers year standard - USD 48/1',
    'Small servers year standard - USD 480/1',
    'Snapshots month standard up to 20GB USD 6/1',
    'Snapshots storage_gb_month standard above 20GB USD 0.4/1',
  ]);
});

test('bold lines over lists of a Markdown page are headings where several stand under one', () => {
  const page = `# Prices

### Blocks of compute

**Large servers**

- $180/yr per block
- $1,800/yr per ten blocks

**Small servers:**

- $48/yr per block

### Snapshots

**What counts:**

- $0.40/GB per month
`;
  expect(readInFull(page, 'md')).toEqual([
    'Large servers year standard per block USD 180/1',
    'Large servers year standard per ten blocks USD 1800/1',
    'Small servers year standard - USD 48/1',
    'Snapshots storage_gb_month standard - USD 0.4/1',
  ]);
});

test('a name keeps its marks', () => {
  const page = `<h1>Rent</h1><table><tr><th>GPU</th><th>Per hour</th></tr><tr><td>Card™ H900</td><td>$2.10</td></tr></table>`;
  expect(readInFull(page)).toEqual(['Card™ H900 gpu_hour standard - USD 2.1/1']);
});
