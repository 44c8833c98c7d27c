import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (...rows: readonly string[]) =>
  read(['# Our servers', '', '## Managed rack server', '', ...rows.map((row) => `| ${row} |`)].join('\n'), 'md');

test('what parts without prices cost together is the price of what the table is about', () => {
  expect(
    table(
      'Base configuration | | Annual payment | Monthly payment',
      '---|---|---|---',
      'CPU | 16 cores | | ',
      'Disk | 2 TB NVMe | | ',
      'RAM | 64 GB | | ',
      'Total | | €199 / month | €239 / month',
    ),
  ).toEqual(['Managed rack server month annual EUR 199/1', 'Managed rack server month EUR 239/1']);
});

test('the sum of an example, or of parts that have prices, is none', () => {
  expect(
    table('Item | Quantity | Cost', '---|---|---', 'Compute | 10 h | ', 'Storage | 20 GB | ', 'Total | | $30/month'),
  ).toEqual([]);
  expect(
    table(
      'Part | Size | Price',
      '---|---|---',
      'Orca disk | 20 GB | $3/month',
      'Orca IP | 1 | $2/month',
      'Total | | $5/month',
    ),
  ).toEqual(['Orca disk month 20 GB USD 3/1', 'Orca IP month 1 USD 2/1']);
});

test('so many cards to rent beside a price by the hour make it one of a card', () => {
  const card = (name: string, price: string, feature: string) =>
    `<div class="card"><div>${name}</div><div>${price}/hr</div><ul><li>Pay as you go.</li><li>${feature}</li></ul></div>`;
  expect(
    read(
      `<h1>Pricing</h1><div>${card('On-demand, Ethernet', '$2.20', '1 to 64 H200 GPUs in one cluster.')}${card('On-demand, InfiniBand', '$2.80', '64+ H200 GPUs, ready in minutes.')}</div>`,
    ),
  ).toEqual(['On-demand, Ethernet gpu_hour USD 2.2/1', 'On-demand, InfiniBand gpu_hour USD 2.8/1']);
});
