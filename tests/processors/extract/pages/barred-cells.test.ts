import { expect, test } from 'vitest';
import { read } from './read.ts';

/** A table whose converter set each cell on a line of its own behind a bar, its title above it. */
const barred = (title: string, cells: readonly string[]): string =>
  [title, '|', ...cells.map((cell) => `| ${cell}`)].join('\n');

test('cells of a line each, tables under their titles', () => {
  const page = [
    barred('Text', [
      'Model',
      'Input (USD / 1M tokens)',
      'Output (USD / 1M tokens)',
      'Smew 3',
      '0.50',
      '1.50',
      'Smew 3 Mini',
      '0.10',
      '0.40',
    ]),
    barred('Machines', [
      'Instance',
      'GPU',
      'Hourly price',
      'sm1.small',
      '1x L4\n(24 GB)',
      '$0.80',
      'sm1.large',
      '4x L4\n(96 GB)',
      '$3.20',
    ]),
  ].join('\n');
  expect(read(page, 'md')).toEqual([
    'Smew 3 input USD 0.5/1000000',
    'Smew 3 output USD 1.5/1000000',
    'Smew 3 Mini input USD 0.1/1000000',
    'Smew 3 Mini output USD 0.4/1000000',
    'sm1.small instance_hour USD 0.8/1',
    'sm1.large instance_hour USD 3.2/1',
  ]);
});

test('a single row, and rows that lack what the cell above reaches down to', () => {
  const page = [
    barred('联网搜索', ['服务内容', '单价', '单位', '搜索', '0.01', '元/次']),
    barred('识别', [
      '模型名称',
      '服务内容',
      '子项',
      '单价',
      '单位',
      '白鹭-OCR',
      '推理服务',
      '输入',
      '0.0003',
      '元/千tokens',
      '输出',
      '0.0012',
      '元/千tokens',
    ]),
    barred('页面', [
      '模型名称',
      '服务内容',
      '单价',
      '单位',
      '白鹭-VL',
      '推理服务',
      '0.2\n0.1',
      '元/页',
      '白鹭-Lite',
      '推理服务',
      '0.05',
      '元/页',
    ]),
    '注：白鹭-VL 限时5折。',
  ].join('\n');
  expect(read(page, 'md')).toEqual([
    '搜索 request CNY 0.01/1',
    '白鹭-OCR input CNY 0.0003/1000',
    '白鹭-OCR output CNY 0.0012/1000',
    // What was struck out is above what is paid.
    '白鹭-VL other CNY 0.1/1',
    '白鹭-Lite other CNY 0.05/1',
  ]);
});

test('units that begin with a number are no figures', () => {
  const cells = [
    'Model',
    'Direction',
    'Price',
    'Unit',
    'Smew Voice',
    'Input',
    '$0.02',
    '1K characters',
    'Smew Ear',
    'Input',
    '$0.006',
    'minute',
  ];
  expect(read(barred('Speech', cells), 'md')).toEqual(['Smew Voice other USD 0.02/1000', 'Smew Ear other USD 0.006/1']);
});

test('rows that are whole lines stay rows', () => {
  const page = '| Model | Input / 1M tokens |\n| Smew 3 | $0.50 |\n| Smew 3 Mini | $0.10 |';
  expect(read(page, 'md')).toEqual(['Smew 3 input USD 0.5/1000000', 'Smew 3 Mini input USD 0.1/1000000']);
});
