import { expect, test } from 'vitest';
import { read } from './read.ts';

test('a header says in turn what the amounts of a cell are for', () => {
  const page =
    '| Card | Rent (hour / day / month) |\n|---|---|\n| RTX 4090 | $0.40 / $8 / $200 |\n| RTX 3090 | $0.20 / - / $100 |\n';
  expect(read(page, 'md')).toEqual([
    'RTX 4090 gpu_hour USD 0.4/1',
    'RTX 4090 other USD 8/1',
    'RTX 4090 month USD 200/1',
    'RTX 3090 gpu_hour USD 0.2/1',
    'RTX 3090 month USD 100/1',
  ]);
});

test('in Chinese, with spans that have no meter', () => {
  const page =
    '| 套餐 | 定价 (周/月/年) |\n|---|---|\n| 松鼠会员 | ¥9 / ¥29 / ¥288 |\n| 松鼠会员 Pro | - / ¥59 / - |\n';
  expect(read(page, 'md')).toEqual([
    '松鼠会员 other CNY 9/1',
    '松鼠会员 month CNY 29/1',
    '松鼠会员 year CNY 288/1',
    '松鼠会员 Pro month CNY 59/1',
  ]);
});

test('ways of tokens are none, nor is one unit of two words', () => {
  expect(read('| Model | Price (input / output) |\n|---|---|\n| orla-2 | $0.40 / $8 |\n', 'md')).toEqual([
    'orla-2 input USD 0.4/1000000',
    'orla-2 output USD 8/1000000',
  ]);
  expect(read('| GPU | Price (GPU / hour) |\n|---|---|\n| H100 | $2.40 |\n', 'md')).toEqual([
    'H100 gpu_hour USD 2.4/1',
  ]);
});
