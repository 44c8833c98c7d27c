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

test('a drawn table with bars at its edges alone', () => {
  const table = `+--------------------------------------------------------------+
| Feature/Plan  |  Seed      Grove     Forest    Forest-plus     |
|--------------------------------------------------------------|
|                                                              |
| first payment    -         $20       $200      $2,000        |
| price per hour   $0.40     $0.35     $0.30     $0.22         |
| helpers                              yes       yes           |
+--------------------------------------------------------------+`;
  const expected = ['Seed 0.4', 'Grove 0.35', 'Forest 0.3', 'Forest-plus 0.22'].map((one) =>
    one.replace(' ', ' other USD ').concat('/1'),
  );
  expect(read(`# Plans\n\n\`\`\`\n${table}\n\`\`\`\n`, 'md')).toEqual(expected);
  expect(
    read(
      table.replace(/^\|---*\|$/m, (line) => line.replaceAll('|', '+')),
      'md',
    ),
  ).toEqual(expected);
});
