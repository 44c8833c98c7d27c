import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

test('what leads the items of a list is a name where most of it is, whatever its words', () => {
  const page = `# Rookery

## Apps and prices

- **Rookery Avatar**: $0.04/sec
- **Make a likeness**: $0.80/call
- **Video agent**: $0.02/sec
- **Text to speech**: $0.0009/sec
- **Lip sync**: $0.03/sec fast, $0.06/sec exact
- **Still photo**: $0.05/sec (720p/1080p), $0.07/sec (4K)
`;
  expect(readInFull(page, 'md')).toEqual([
    'Rookery Avatar second standard - USD 0.04/1',
    'Make a likeness request standard - USD 0.8/1',
    'Video agent second standard - USD 0.02/1',
    'Text to speech second standard - USD 0.0009/1',
    'Lip sync second standard fast USD 0.03/1',
    'Lip sync second standard exact USD 0.06/1',
    'Still photo second standard 720p/1080p USD 0.05/1',
    'Still photo second standard 4K USD 0.07/1',
  ]);
});

test('ways of tokens and conditions that lead are no names', () => {
  const page = `## Rook 4

- Input: $2 / 1M tokens
- Output: $6 / 1M tokens
- Cached input: $0.2 / 1M tokens
`;
  expect(read(page, 'md')).toEqual([
    'Rook 4 input USD 2/1000000',
    'Rook 4 output USD 6/1000000',
    'Rook 4 cached_input USD 0.2/1000000',
  ]);
});

test('where a column is of units, the words of another are none', () => {
  const table = (item: string, unit: string, price: string) =>
    `<table><tr><th>Zone usage</th><th>Unit</th><th>Price</th></tr><tr><td>${item}</td><td>${unit}</td><td>${price}</td></tr></table>`;
  expect(read(`<h2>Name service</h2>${table('DNS lookups', 'per 1,000,000', '€0.30')}`)).toEqual([
    'DNS lookups request EUR 0.3/1000000',
  ]);
  expect(read(`<h2>Edge</h2>${table('Edge function calls', 'per million', '$0.50')}`)).toEqual([
    'Edge function calls request USD 0.5/1000000',
  ]);
});

test('a count is of what its row names', () => {
  const page = `<h2>Store</h2><table><tr><th>Item</th><th>Price</th></tr><tr><td>Class A operations</td><td>$0.004 / 1,000 count</td></tr><tr><td>Alarms</td><td>$0.10 / 1 count</td></tr></table>`;
  expect(read(page)).toEqual(['Class A operations request USD 0.004/1000', 'Alarms other USD 0.1/1']);
});

test('what is written on buttons is no way of buying', () => {
  const row = (name: string, price: string) => `<tr><td>${name}</td><td>${price}</td><td>Reserve</td></tr>`;
  const page = `<h2>Bare metal servers</h2><table><tr><th>Server</th><th>Annual price (per server)</th><th></th></tr>${row('Heron 8-GPU server', '$190,000')}${row('Stork 4-GPU server', '$88,000')}</table>`;
  expect(read(page)).toEqual(['Heron 8-GPU server year USD 190000/1', 'Stork 4-GPU server year USD 88000/1']);
});

test('一次生成按次生成计价，不是一次请求', () => {
  const card = (name: string, price: string) => `<div class="c"><h3>${name}</h3><p>${price}</p></div>`;
  expect(read(`<h1>视频 API</h1>${card('Stork V2', '$0.40 / 次生成')}${card('Heron V3', '$0.02 / 次')}`)).toEqual([
    'Stork V2 other USD 0.4/1',
    'Heron V3 request USD 0.02/1',
  ]);
});

test('classes of storage over amounts by the gigabyte: what is kept, and what is fetched from them', () => {
  const table = (unit: string) =>
    `<table><tr><th>Cool storage</th><th>Archive storage</th></tr><tr><td>$0.01 / ${unit}</td><td>$0.05 / ${unit}</td></tr></table>`;
  const page = `<h1>Bucket pricing</h1><h2>Retrieval fees</h2>${table('1 gibibyte')}<h2>At rest</h2>${table('1 gibibyte month')}
<h2>Rapid tier</h2><table><tr><th>Item</th><th>Price</th></tr><tr><td>Rapid ingest</td><td>$0.003 / 1 gibibyte</td></tr><tr><td>Rapid storage</td><td>$0.03 / 1 gibibyte</td></tr></table>`;
  expect(read(page)).toEqual([
    'Cool storage other USD 0.01/1',
    'Archive storage other USD 0.05/1',
    'Cool storage storage_gb_month USD 0.01/1',
    'Archive storage storage_gb_month USD 0.05/1',
    'Rapid ingest other USD 0.003/1',
    'Rapid storage storage_gb_month USD 0.03/1',
  ]);
});
