import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = [
  'Metric',
  'Free',
  'Paid',
  'Disk',
  '5 GB',
  '$0.021 / GB-month',
  'Requests',
  '1 million',
  '$0.30 / million requests',
  'Events',
  'Not included',
  '$0.80 / million events',
];

test('the rows of a table that stand below it once more, on a stack each, are the same rows', () => {
  const stacks = [
    ['Disk', 'Free', '5 GB', 'Paid', '$0.021 / GB-month'],
    ['Requests', 'Free', '1 million', 'Paid', '$0.30 / million requests'],
    ['Events', 'Free', '—', 'Paid', '$0.80 / million events'],
  ].flat();
  expect(read(['Fjord pricing', ...table, ...stacks, 'Questions'].join('\n'), 'md')).toEqual([
    'Disk storage_gb_month USD 0.021/1',
    'Requests request USD 0.3/1000000',
    'Events other USD 0.8/1000000',
  ]);
});

test('rows on a stack under the same plans are a table', () => {
  const stacks = [
    ['Disk', 'Free', '5 GB', 'Pro', '$0.021 / GB-month', 'Business', '$0.016 / GB-month'],
    ['Requests', 'Free', '1 million', 'Pro', '$0.30 / million requests', 'Business', '$0.20 / million requests'],
    ['Events', 'Free', '100,000 / day', 'Pro', '$0.80 / million events', 'Business', '$0.70 / million events'],
  ].flat();
  expect(read(['Fjord pricing', ...stacks, 'Questions'].join('\n'), 'md')).toEqual([
    'Disk storage_gb_month Pro USD 0.021/1',
    'Disk storage_gb_month Business USD 0.016/1',
    'Requests request Pro USD 0.3/1000000',
    'Requests request Business USD 0.2/1000000',
    'Events other Pro USD 0.8/1000000',
    'Events other Business USD 0.7/1000000',
  ]);
});

test('cards of models with what goes in and what comes out are no such rows', () => {
  const cards = [
    ['Fjord 3', 'Input', '$2 / 1M tokens', 'Output', '$8 / 1M tokens'],
    ['Fjord 4', 'Input', '$3 / 1M tokens', 'Output', '$9 / 1M tokens'],
  ].flat();
  expect(read(['Fjord pricing', ...cards].join('\n'), 'md')).toEqual([
    'Fjord 3 input USD 2/1000000',
    'Fjord 3 output USD 8/1000000',
    'Fjord 4 input USD 3/1000000',
    'Fjord 4 output USD 9/1000000',
  ]);
});
