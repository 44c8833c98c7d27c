import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

test('rows under "Unit" that say of which kind are names, each of what it counts', () => {
  const page = `## Usage pricing

| Unit | Shared | Isolated | Remarks |
|---|---|---|---|
| Page, printed | $0.01 | $0.008 | PDF files |
| Page, handwritten | $0.05 | $0.04 | Scans |
| Standard search | $0.02 | $0.018 | Small model |
| Storage | $0.50 / GB-month | $0.40 / GB-month | |
`;
  expect(readInFull(page, 'md')).toEqual([
    'Page, printed other standard Shared USD 0.01/1',
    'Page, printed other standard Isolated USD 0.008/1',
    'Page, handwritten other standard Shared USD 0.05/1',
    'Page, handwritten other standard Isolated USD 0.04/1',
    'Standard search request standard Shared USD 0.02/1',
    'Standard search request standard Isolated USD 0.018/1',
    'Storage storage_gb_month standard Shared USD 0.5/1',
    'Storage storage_gb_month standard Isolated USD 0.4/1',
  ]);
});

test('a column of plain units stays one', () => {
  const page = `## Narwhal 3

| Unit | Price |
|---|---|
| 1M input tokens | $2 |
| 1M output tokens | $6 |
`;
  expect(read(page, 'md')).toEqual(['Narwhal 3 input USD 2/1000000', 'Narwhal 3 output USD 6/1000000']);
});

test('kinds of operations tell rows apart; what is free of charge is no price', () => {
  const page = `<table><tr><th>Resource</th><th>No-cost allowance</th><th>Price above it</th></tr><tr><td>Write operations</td><td>30,000 per day</td><td>$0.06 per 10,000</td></tr><tr><td>Read operations</td><td>80,000 per day</td><td>$0.005 per 10,000</td></tr></table>`;
  expect(read(page)).toEqual(['Write operations request USD 0.06/10000', 'Read operations request USD 0.005/10000']);
});

test('one of a large number said with the word for one', () => {
  expect(read('| 服务 | 价格 |\n|---|---|\n| 检索 | ¥3/一百万次 |', 'md')).toEqual(['检索 request CNY 3/1000000']);
});
