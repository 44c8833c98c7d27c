import { expect, test } from 'vitest';
import { read } from './read.ts';

const prices = ['q2.xlarge instance_hour 1 USD 0.8/1', 'q2.8xlarge instance_hour 8 USD 6.4/1'];

test.each([
  [
    'signs',
    `+------------+------+------------+
| Size       | GPUs | Price/hour |
+------------+------+------------+
| q2.xlarge  | 1    | $0.80      |
| q2.8xlarge | 8    | $6.40      |
+------------+------+------------+`,
  ],
  [
    'double lines',
    `╔════════════╦══════╦════════════╗
║ Size       ║ GPUs ║ Price/hour ║
╠════════════╬══════╬════════════╣
║ q2.xlarge  ║ 1    ║ $0.80      ║
╟────────────╫──────╫────────────╢
║ q2.8xlarge ║ 8    ║ $6.40      ║
╚════════════╩══════╩════════════╝`,
  ],
  [
    'thin lines, a border after every row',
    `┌────────────┬──────┬────────────┐
│ Size       │ GPUs │ Price/hour │
├────────────┼──────┼────────────┤
│ q2.xlarge  │ 1    │ $0.80      │
├────────────┼──────┼────────────┤
│ q2.8xlarge │ 8    │ $6.40      │
└────────────┴──────┴────────────┘`,
  ],
])('a table that a terminal draws with %s', (_, table) => {
  expect(read(`# Machines\n\n\`\`\`\n${table}\n\`\`\`\n`, 'md')).toEqual(prices);
  expect(read(table, 'md')).toEqual(prices);
});

test('a plus before a line of dashes that closes no row is left alone', () => {
  expect(read('# Rates\n\n+--\n\nEgret 2 costs $3 per 1M input tokens.\n', 'md')).toEqual([
    'Egret 2 input USD 3/1000000',
  ]);
});
