import { expect, test } from 'vitest';
import { read } from './read.ts';

test('one price in two currencies has one unit, in cells, lists and sentences', () => {
  expect(
    read(
      '| Item | Price |\n|---|---|\n| Floating IP | €3.00 / $3.60 per month |\n| Volume | €0.044 / $0.048 per GB per month |\n',
      'md',
    ),
  ).toEqual([
    'Floating IP month EUR 3/1',
    'Floating IP month USD 3.6/1',
    'Volume storage_gb_month EUR 0.044/1',
    'Volume storage_gb_month USD 0.048/1',
  ]);
  expect(
    read(
      '<h1>Preise</h1><ul><li>Snapshots: 0,011 € / 0,012 $ pro GB und Monat</li><li>Backups: 0,02 € / 0,03 $ pro GB und Monat</li></ul>',
    ),
  ).toEqual([
    'Snapshots storage_gb_month EUR 0.011/1',
    'Snapshots storage_gb_month USD 0.012/1',
    'Backups storage_gb_month EUR 0.02/1',
    'Backups storage_gb_month USD 0.03/1',
  ]);
  expect(read('# Egret Cloud\n\nEach extra certificate costs €1.00 / $1.10 per month.\n', 'md')).toEqual([
    'Each extra certificate month EUR 1/1',
    'Each extra certificate month USD 1.1/1',
  ]);
});

test('a dollar sign behind its number, and one that belongs to the number behind it', () => {
  expect(read('<h1>Preise</h1><p>Snapshots: 0,012 $ pro GB und Monat</p>')).toEqual([
    'Snapshots storage_gb_month USD 0.012/1',
  ]);
  expect(read('<h1>GPUs</h1><ul><li>RTX 4090 $0.44/hr</li><li>RTX 5090 $0.88/hr</li></ul>')).toEqual([
    'RTX 4090 gpu_hour USD 0.44/1',
    'RTX 5090 gpu_hour USD 0.88/1',
  ]);
});

test('what is charged for using a thing, its base price in later sentences, capped in both currencies', () => {
  const page = `## Frequently asked questions

* **How do you charge?**

  We charge a base price of €6.20 per month for using Wren Locker. It includes 1 TB.

* **When do I pay?**

  The base price is billed hourly at € 0.0093 / $ 0.0107 per hour (capped at € 6.20 / $ 7.10 per month).
`;
  expect(read(page, 'md')).toEqual([
    'Wren Locker month EUR 6.2/1',
    'Wren Locker other EUR 0.0093/1',
    'Wren Locker other USD 0.0107/1',
    'Wren Locker month USD 7.1/1',
  ]);
});

test('what a bracket converts is no second price', () => {
  expect(read('<h1>Plans</h1><h2>Crew</h2><p>$9 (€8) per month</p>')).toHaveLength(1);
});
