import { expect, test } from 'vitest';
import { read } from './read.ts';

/** Ways in which pages write dollars. */
const writings: readonly [string, (amount: string) => string][] = [
  ['a sign before', (amount) => `$${amount}`],
  ['a country and a sign before', (amount) => `US$${amount}`],
  ['a code before', (amount) => `USD ${amount}`],
  ['a code behind', (amount) => `${amount} USD`],
];

test.each(writings)('prices in tables, cards, lists and sentences with %s', (_, money) => {
  const page = `<h1>Pricing</h1>
<table><tr><th>Model</th><th>Price per image</th></tr><tr><td>Heron Brush</td><td>${money('0.04')}</td></tr></table>
<h2>GPUs</h2><ul><li>RTX 4090 ${money('0.44')}/GPU/hr</li><li>H100 80GB ${money('2.49')}/GPU/hr</li></ul>
<h2>Plans</h2><div><div class="plan"><h3>Heron Team</h3><p>${money('20')} / month</p></div><div class="plan"><h3>Heron Studio</h3><p>${money('90')} / month</p></div></div>
<h2>Backups</h2><ul><li>${money('5')} per month for up to 10 GB of backups.</li></ul>
<h2>Older models</h2><p>Heron R 02-2026: ${money('0.15')} / 1M tokens for input, ${money('0.60')} / 1M tokens for output.</p><p>H200 is ${money('6.00')}/hour.</p>`;
  expect(read(page)).toEqual([
    'Heron Brush image USD 0.04/1',
    'RTX 4090 gpu_hour USD 0.44/1',
    'H100 80GB gpu_hour USD 2.49/1',
    'Heron Team month USD 20/1',
    'Heron Studio month USD 90/1',
    'Backups month up to 10 GB USD 5/1',
    'Heron R 02-2026 input USD 0.15/1000000',
    'Heron R 02-2026 output USD 0.6/1000000',
    'H200 gpu_hour USD 6/1',
  ]);
});

test('dots that lead to an amount are none of it', () => {
  expect(
    read(
      '<h1>Rates</h1><p>Every amount buys one million tokens.</p><div><div class="m"><h3>Heron Verse</h3><p>Prompt tokens......5.00 USD</p><p>Completion tokens......15.00 USD</p></div><div class="m"><h3>Heron Prose</h3><p>Prompt tokens......1.50 USD</p><p>Completion tokens......4.50 USD</p></div></div>',
    ),
  ).toEqual([
    'Heron Verse input USD 5/1000000',
    'Heron Verse output USD 15/1000000',
    'Heron Prose input USD 1.5/1000000',
    'Heron Prose output USD 4.5/1000000',
  ]);
});

test('a word right before a sign is no country', () => {
  expect(
    read(
      '<h1>Pricing</h1><table><tr><th>Model</th><th>Price</th></tr><tr><td>Heron Digest</td><td>$0.30/1k input tokens$0.60/1k output tokens</td></tr></table>',
    ),
  ).toEqual(['Heron Digest input USD 0.3/1000', 'Heron Digest output USD 0.6/1000']);
});
