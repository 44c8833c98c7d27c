import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (...rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

test('three colons, as a wiki writes a cell that the one above reaches down to', () => {
  const rows = [
    ['Item', 'Region', 'Range', 'Price'],
    ['Storage', 'Lisbon', 'All', '$0.02 / GB-month'],
    [':::', 'Oslo', 'All', '$0.03 / GB-month'],
    ['Egress', 'Lisbon', '0-10 TB', '$0.05 / GB'],
    [':::', ':::', '10 TB+', '$0.04 / GB'],
    [':::', 'Oslo', '0-10 TB', '$0.08 / GB'],
  ];
  const prices = [
    'Storage storage_gb_month Lisbon USD 0.02/1',
    'Storage storage_gb_month Oslo USD 0.03/1',
    'Egress other 0-10 TB Lisbon USD 0.05/1',
    'Egress other 10 TB+ Lisbon USD 0.04/1',
    'Egress other 0-10 TB Oslo USD 0.08/1',
  ];
  expect(read(`<h1>Files</h1>${table(...rows)}`)).toEqual(prices);
  const [header = [], ...body] = rows;
  const markdown = [header, header.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
  expect(read(`# Files\n\n${markdown}\n`, 'md')).toEqual(prices);
});

test('ditto marks and words, of a name, a way of buying and a price', () => {
  expect(
    read(
      `<h1>算力价格</h1>${table(['型号', '地域', '付费方式', '价格'], ['松云 A1', '北京', '按量付费', '12元/小时'], ['同上', '上海', '同上', '11元/小时'], ['松云 B2', '北京', '按量付费', '22元/小时'], ['〃', '上海', '〃', '〃'])}`,
    ),
  ).toEqual([
    '松云 A1 other 北京 CNY 12/1',
    '松云 A1 other 上海 CNY 11/1',
    '松云 B2 other 北京 CNY 22/1',
    '松云 B2 other 上海 CNY 22/1',
  ]);
  expect(
    read(
      '| Model | Input (per 1M tokens) | Output (per 1M tokens) |\n|---|---|---|\n| Orca Mini | $0.5 | $2 |\n| Orca Nano | same as above | $1 |\n',
      'md',
    ),
  ).toEqual([
    'Orca Mini input USD 0.5/1000000',
    'Orca Mini output USD 2/1000000',
    'Orca Nano input USD 0.5/1000000',
    'Orca Nano output USD 1/1000000',
  ]);
});

test('a dash and an empty cell say nothing of the cell above', () => {
  expect(
    read(
      '| Model | Input (per 1M tokens) | Output (per 1M tokens) |\n|---|---|---|\n| Orca Mini | $0.5 | $2 |\n| Orca Embed | $0.1 | - |\n',
      'md',
    ),
  ).toHaveLength(3);
});
