import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (heads: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  `<h2>Prices</h2><table><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`;

test('a range on a line of its own, or before the first amount, is of every amount up to the next', () => {
  const lines =
    'Requests ≤64K tokens<br>$5 per 1M input tokens<br>$30 per 1M output tokens<br>Requests &gt;64K tokens<br>$10 per 1M input tokens<br>$45 per 1M output tokens';
  const told = [
    'Heron-7 input Requests ≤64K tokens USD 5/1000000',
    'Heron-7 output Requests ≤64K tokens USD 30/1000000',
    'Heron-7 input Requests >64K tokens USD 10/1000000',
    'Heron-7 output Requests >64K tokens USD 45/1000000',
  ];
  expect(read(table(['Model', 'Price'], ['Heron-7', lines]))).toEqual(told);
  expect(read(table(['Model', 'Price'], ['Heron-7', lines.replaceAll('tokens<br>$', 'tokens $')]))).toEqual(told);
});

test('what is written to a cache and read from it, below a line that names the cache', () => {
  expect(
    read(
      table(
        ['Model', 'Serverless'],
        [
          'Heron-7',
          '$3 per 1M input tokens<br>$9 per 1M output tokens<br>Prompt caching (Requests ≤64K tokens)<br>$3.75 per 1M cache write input tokens<br>$0.30 per 1M cache read input tokens',
        ],
      ),
    ),
  ).toEqual([
    'Heron-7 input USD 3/1000000',
    'Heron-7 output USD 9/1000000',
    'Heron-7 cache_write Requests ≤64K tokens USD 3.75/1000000',
    'Heron-7 cached_input Requests ≤64K tokens USD 0.3/1000000',
  ]);
});

test('under a header that names the cache, with ranges between', () => {
  expect(
    read(
      table(
        ['Model', 'Input', 'Prompt caching'],
        [
          'Heron-7',
          '$3 / MTok',
          '≤ 200K tokens<br>Write $3.75 / MTok<br>Read $0.30 / MTok<br>&gt; 200K tokens<br>Write $7.50 / MTok<br>Read $0.60 / MTok',
        ],
        ['Heron-7 Small', '$1 / MTok', '$1.25 / MTok (write)<br>$0.10 / MTok (read)'],
      ),
    ),
  ).toEqual([
    'Heron-7 input USD 3/1000000',
    'Heron-7 cache_write ≤ 200K tokens USD 3.75/1000000',
    'Heron-7 cached_input ≤ 200K tokens USD 0.3/1000000',
    'Heron-7 cache_write > 200K tokens USD 7.5/1000000',
    'Heron-7 cached_input > 200K tokens USD 0.6/1000000',
    'Heron-7 Small input USD 1/1000000',
    'Heron-7 Small cache_write USD 1.25/1000000',
    'Heron-7 Small cached_input USD 0.1/1000000',
  ]);
});

test('in a list of one line', () => {
  expect(
    read(
      '# Prices\n\n## Heron-7\n\n- Input: $3.00 / 1M tokens\n- Output: $9.00 / 1M tokens\n- Prompt caching: $3.75 per 1M write tokens, $0.30 per 1M read tokens\n',
      'md',
    ),
  ).toEqual([
    'Heron-7 input USD 3/1000000',
    'Heron-7 output USD 9/1000000',
    'Heron-7 cache_write USD 3.75/1000000',
    'Heron-7 cached_input USD 0.3/1000000',
  ]);
});

test('in Chinese', () => {
  expect(
    read(
      table(
        ['模型', '价格'],
        [
          '鹭-7',
          '输入：3 元/百万tokens<br>输出：9 元/百万tokens<br>上下文缓存（≤128K）<br>3.75 元/百万缓存写入tokens<br>0.3 元/百万缓存命中tokens',
        ],
      ),
    ),
  ).toEqual([
    '鹭-7 input CNY 3/1000000',
    '鹭-7 output CNY 9/1000000',
    '鹭-7 cache_write ≤128K CNY 3.75/1000000',
    '鹭-7 cached_input ≤128K CNY 0.3/1000000',
  ]);
});

test('a range holds for no amount that says no way, and a remark below an amount is of that', () => {
  expect(
    read(table(['Service', 'Price'], ['Heron Disk', 'First 10 GB: $0.02 per GB<br>$0.01 per GB afterwards'])),
  ).toEqual(['Heron Disk storage_gb_month First 10 GB USD 0.02/1', 'Heron Disk storage_gb_month USD 0.01/1']);
  expect(read(table(['Model', 'Price'], ['Heron-7', '$3 / 1M tokens<br>input<br>$9 / 1M tokens<br>output']))).toEqual([
    'Heron-7 input USD 3/1000000',
    'Heron-7 output USD 9/1000000',
  ]);
});

test('in cards: a line says what is done with the cache, and its price', () => {
  const card = (name: string, ...lines: readonly string[]) =>
    `<div class="card"><h3>${name}</h3>${lines.map((line) => `<div>${line}</div>`).join('')}</div>`;
  expect(
    read(
      card(
        'Egret 5',
        ...['Input', '$3 / MTok', 'Prompt caching', 'Prompts ≤ 200K tokens', 'Write $3.75 / MTok', 'Read $0.30 / MTok'],
        ...['Prompts &gt; 200K tokens', 'Write $7.50 / MTok', 'Read $0.60 / MTok'],
      ) + card('Heron 5', 'Input', '$1 / MTok', 'Prompt caching', 'Write $1.25 / MTok', 'Read $0.10 / MTok'),
    ),
  ).toEqual([
    'Egret 5 input USD 3/1000000',
    'Egret 5 cache_write Prompts ≤ 200K tokens USD 3.75/1000000',
    'Egret 5 cached_input Prompts ≤ 200K tokens USD 0.3/1000000',
    'Egret 5 cache_write Prompts > 200K tokens USD 7.5/1000000',
    'Egret 5 cached_input Prompts > 200K tokens USD 0.6/1000000',
    'Heron 5 input USD 1/1000000',
    'Heron 5 cache_write USD 1.25/1000000',
    'Heron 5 cached_input USD 0.1/1000000',
  ]);
});
