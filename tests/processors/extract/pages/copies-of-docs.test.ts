import { expect, test } from 'vitest';
import { read } from './read.ts';

const copy = (...lines: string[]): string[] => read(lines.join('\n'), 'md');

test('a copy of a table whose headers come again under the words before its corner', () => {
  expect(
    copy(
      'Pricing',
      'Fine-tuning',
      'Pay for what is processed. Price per 1M tokens.',
      ...['Supervised Fine-Tuning', 'Preference', 'Model size', 'LoRA', 'Full', 'LoRA', 'Full'],
      ...['Up to 16B', '$0.40', '$0.50', '$1.00', '$1.25'],
      ...['17B-69B', '$1.50', '$1.60', '$3.70', '$4.00'],
      ...['70-100B', '$2.50', '$2.60', '$7.00', '$8.00'],
    ),
  ).toEqual([
    'Up to 16B other fine_tuned Supervised Fine-Tuning LoRA USD 0.4/1000000',
    'Up to 16B other fine_tuned Supervised Fine-Tuning Full USD 0.5/1000000',
    'Up to 16B other fine_tuned Preference LoRA USD 1/1000000',
    'Up to 16B other fine_tuned Preference Full USD 1.25/1000000',
    '17B-69B other fine_tuned Supervised Fine-Tuning LoRA USD 1.5/1000000',
    '17B-69B other fine_tuned Supervised Fine-Tuning Full USD 1.6/1000000',
    '17B-69B other fine_tuned Preference LoRA USD 3.7/1000000',
    '17B-69B other fine_tuned Preference Full USD 4/1000000',
    '70-100B other fine_tuned Supervised Fine-Tuning LoRA USD 2.5/1000000',
    '70-100B other fine_tuned Supervised Fine-Tuning Full USD 2.6/1000000',
    '70-100B other fine_tuned Preference LoRA USD 7/1000000',
    '70-100B other fine_tuned Preference Full USD 8/1000000',
  ]);
});

test('sizes of pictures over columns of a copy, and the form of what is made in one of words', () => {
  expect(
    copy(
      'Tern pricing',
      'Images',
      'Prices per image.',
      ...['Model', 'Quality', '1024 x 1024', '1024 x 1536'],
      ...['Tern Draw 1', 'Low', '$0.011', '$0.016', 'High', '$0.17', '$0.25'],
      ...['Tern Draw 1 Mini', 'Low', '$0.005', '$0.006', 'High', '$0.04', '$0.05'],
      'Video',
      'Prices per second.',
      ...['Model', 'Size: Output resolution', 'Price per second'],
      ...['tern-film-2', 'Portrait: 720x1280', 'Landscape: 1280x720', '$0.10'],
      ...['tern-film-2-pro', 'Portrait: 1024x1792', 'Landscape: 1792x1024', '$0.50'],
    ),
  ).toEqual([
    'Tern Draw 1 image Low; 1024 x 1024 USD 0.011/1',
    'Tern Draw 1 image Low; 1024 x 1536 USD 0.016/1',
    'Tern Draw 1 image High; 1024 x 1024 USD 0.17/1',
    'Tern Draw 1 image High; 1024 x 1536 USD 0.25/1',
    'Tern Draw 1 Mini image Low; 1024 x 1024 USD 0.005/1',
    'Tern Draw 1 Mini image Low; 1024 x 1536 USD 0.006/1',
    'Tern Draw 1 Mini image High; 1024 x 1024 USD 0.04/1',
    'Tern Draw 1 Mini image High; 1024 x 1536 USD 0.05/1',
    'tern-film-2 second USD 0.1/1',
    'tern-film-2-pro second USD 0.5/1',
  ]);
});

test('a free row ends no table that is counted', () => {
  expect(
    copy(
      '价格',
      ...['模型名称', '上下文长度', '输入价格', '输出价格'],
      ...['acme/heron-32b', '128K', '￥1 / M Tokens', '￥4 / M Tokens'],
      ...['acme/osprey-4.6', '200K', '￥3.5 / M Tokens', '￥14 / M Tokens'],
      ...['acme/wren-9b', '32K', '免费', '免费'],
      ...['acme/tern-k2', '256K', '￥2 / M Tokens', '￥8 / M Tokens'],
    ).slice(-2),
  ).toEqual(['acme/tern-k2 input CNY 2/1000000', 'acme/tern-k2 output CNY 8/1000000']);
});

test('links in a row are no names of a table on its side, and a label without a price ends no card', () => {
  expect(
    copy(
      ...['首页', '模型', 'GLM 编程', '开发文档', '控制台', '产品价格'],
      '推理价格（单位：元 / 百万 Tokens）',
      ...['GLM-9.6', '输入', '2 元', '输出', '8 元', '缓存存储', '限时免费', '缓存命中', '0.4 元'],
      ...['GLM-9.5-Air', '输入', '0.8 元', '输出', '3 元', '缓存存储', '限时免费', '缓存命中', '0.1 元'],
    ),
  ).toEqual([
    'GLM-9.6 input CNY 2/1000000',
    'GLM-9.6 output CNY 8/1000000',
    'GLM-9.6 cached_input CNY 0.4/1000000',
    'GLM-9.5-Air input CNY 0.8/1000000',
    'GLM-9.5-Air output CNY 3/1000000',
    'GLM-9.5-Air cached_input CNY 0.1/1000000',
  ]);
});

test('so much of a thing is no header', () => {
  expect(
    copy(
      '预付费资源包',
      ...['资源包规格', '有效期', '价格'],
      ...['Heron-3 1000万 tokens', '1年', '12元'],
      ...['Heron-3 1亿 tokens', '1年', '110元'],
    ).map((row) => row.replace(/ other.* CNY /, ': ').replace(/\/.*/, '')),
  ).toEqual(['Heron-3 1000万 tokens: 12', 'Heron-3 1亿 tokens: 110']);
});

test('rows that have no words at all are no rows: the last header is the label of the first', () => {
  expect(
    copy(
      ...['Free tier', 'Paid tier, per 1M tokens in USD', 'Input price', 'Not available'],
      ...['$1.00, prompts <= 200k tokens', '$2.00, prompts > 200k tokens'],
      ...['Output price', 'Not available', '$6.00, prompts <= 200k tokens', '$9.00, prompts > 200k tokens'],
      ...['Used to improve our products', 'Yes', 'No'],
    ).map((row) => row.replace(/^.*?(?=input|output)/, '')),
  ).toEqual([
    'input prompts ≤ 200k tokens USD 1/1000000',
    'input prompts > 200k tokens USD 2/1000000',
    'output prompts ≤ 200k tokens USD 6/1000000',
    'output prompts > 200k tokens USD 9/1000000',
  ]);
});

test('what is written to a cache and read from it, range after range', () => {
  expect(
    copy(
      ...['Claude Tern 4.5', 'Input', '$3 / MTok', 'Output', '$15 / MTok', 'Prompt caching'],
      ...['Prompts ≤ 200K tokens', 'Write', '$3.75 / MTok', 'Read', '$0.30 / MTok'],
      ...['Prompts > 200K tokens', 'Write', '$7.50 / MTok', 'Read', '$0.60 / MTok'],
    ).map((row) => row.replace(/ Prompts.* USD/i, '')),
  ).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/cache_write.* ?7.5\/1000000$/),
      expect.stringMatching(/cached_input.* ?0.6\/1000000$/),
    ]),
  );
});
