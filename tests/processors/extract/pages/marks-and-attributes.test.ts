import { expect, test } from 'vitest';
import { read } from './read.ts';

test('marks point to the note of as many marks', () => {
  const page = `<h1>Speech prices</h1><table><tr><th>Model</th><th>Price</th></tr><tr><td>Egret Hear</td><td>$0.005*</td></tr><tr><td>Egret Speak</td><td>$12.00**</td></tr><tr><td>Egret Sing</td><td>$0.30†</td></tr></table><p>* per minute of audio</p><p>** per 1M characters</p><p>† per song</p>`;
  expect(read(page).slice(0, 2)).toEqual(['Egret Hear other USD 0.005/1', 'Egret Speak other USD 12/1000000']);
});

test('amounts that stand in attributes, where a script fills the place; what is shown holds where something is', () => {
  const cell = (usd: string, shown = '') =>
    `<td data-price-usd="${usd}" data-price-eur="1.00"><span class="price">${shown}</span></td>`;
  const page = (shown: string) =>
    `<h1>Cards</h1><table><tr><th>GPU</th><th>On-demand (per hour)</th><th>Spot (per hour)</th></tr><tr><td>A100 80GB</td>${cell('1.69', shown)}${cell('0.89', shown)}</tr></table>`;
  const prices = ['A100 80GB gpu_hour USD 1.69/1', 'A100 80GB gpu_hour spot USD 0.89/1'];
  expect(read(page(''))).toEqual(prices);
  expect(read(page('$-'))).toEqual(prices);
  expect(read(page('$7.00'))).toEqual(['A100 80GB gpu_hour USD 7/1', 'A100 80GB gpu_hour spot USD 7/1']);
});

test('"vCPU(s)" counts processors', () => {
  const page = `<h1>Machines</h1><table><tr><th>Instance</th><th>vCPU(s)</th><th>RAM</th><th>Pay as you go</th></tr><tr><td>EG24 A100</td><td>24</td><td>220 GiB</td><td>$3.10 / hour</td></tr><tr><td>EG48 A100</td><td>48</td><td>440 GiB</td><td>$-</td></tr></table>`;
  expect(read(page)).toEqual(['EG24 A100 instance_hour USD 3.1/1']);
});

test('ways of buying beside plans are plans', () => {
  const card = (name: string, price: string, ...more: string[]) =>
    `<div class="p"><h3>${name}</h3><p>${price}</p><ul>${more.map((line) => `<li>${line}</li>`).join('')}</ul></div>`;
  const page = `<h1>Vector store pricing</h1>${card('Free', '$0', 'One project')}${card('Serverless', 'From $0.12/million read units', 'Storage: $0.20 / GB / month')}${card('Enterprise', '$400/month')}`;
  expect(read(page)).toEqual([
    'Serverless other USD 0.12/1000000',
    'Serverless storage_gb_month USD 0.2/1',
    'Enterprise month USD 400/1',
  ]);
  const model = `<h1>Heron 9 pricing</h1><div><h3>Dedicated</h3><p>$4 / hour</p></div><div><h3>Serverless</h3><p>Input: $2 / 1M tokens</p></div>`;
  expect(read(model).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['Heron 9', 'Heron 9']);
});

test('numbers of cards over the columns: machines of so many', () => {
  const page = `<h1>On demand</h1><table><tr><th>GPU</th><th>1x</th><th>4x</th><th>8x</th></tr><tr><td>H100 SXM</td><td>$2.50/hr</td><td>$10.00/hr</td><td>$20.00/hr</td></tr></table>`;
  expect(read(page)).toEqual([
    'H100 SXM instance_hour 1x USD 2.5/1',
    'H100 SXM instance_hour 4x USD 10/1',
    'H100 SXM instance_hour 8x USD 20/1',
  ]);
});

test('of what kind it is before the subject of a sentence', () => {
  expect(read('# Rates\n\nSpeech: `egret/ear-2` is $0.05 per hour of audio.\n', 'md')).toEqual([
    'egret/ear-2 other USD 0.05/1',
  ]);
  expect(read('# Rates\n\nStorage: Egret Vault is billed at $0.03 per GB per month.\n', 'md')).toEqual([
    'Egret Vault storage_gb_month USD 0.03/1',
  ]);
  // Before other words it is the name itself.
  expect(
    read('# Storage\n\n- **Disk volumes:** Storage that is kept, billed at $0.12 per GB per month.\n', 'md'),
  ).toEqual(['Disk volumes storage_gb_month USD 0.12/1']);
});
