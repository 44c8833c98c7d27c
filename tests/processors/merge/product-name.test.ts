import { describe, expect, it } from 'vitest';
import { announcedName, isGeneric, isPresentable, listedName, relate } from '../../../processors/merge/product-name.ts';

describe('two announcements', () => {
  it.each([
    ['T-Head Zhenwu 810E', '阿里云平头哥真武810E等算力卡', 'equal'],
    ['Qwen3-Max', 'Qwen 3 Max', 'equal'],
    ['通义千问 Max', 'qwen-max', 'equal'],
    ['high-performance file storage CPFS', '并行文件存储 CPFS', 'equal'],
    ['Doubao', '豆包大模型', 'equal'],
    ['Claude', 'Claude Opus 4.5', 'covers'],
    ['AI computing power, storage and other products', 'CPFS', 'covers'],
    [null, 'GPT-5', 'covers'],
    ['H100, A100 and H20', 'H20、H100和A100', 'equal'],
    ['H100, A100', 'H100', 'covers'],
    ['GPT-5', 'GPT-5 mini', 'disjoint'],
    ['Gemini 3.7 Flash', 'Gemini 3.7 Pro', 'disjoint'],
    ['Colossus 1', 'Colossus 2', 'disjoint'],
    ['T-Head Zhenwu 810E', 'CPFS', 'disjoint'],
    ['企业标准版', '企业旗舰版', 'disjoint'],
  ] as const)('about "%s" and "%s": %s', (a, b, expected) => {
    expect(relate(announcedName(a), announcedName(b))).toBe(expected);
    expect(relate(announcedName(b), announcedName(a))).toBe(expected);
  });
});

describe('an announcement and a price list', () => {
  it.each([
    ['Claude Opus 4.5', 'claude-opus-4-5-20251101', 'equal'],
    ['GPT-5 mini', 'gpt-5-mini', 'equal'],
    ['GPT-5', 'gpt-5-mini', 'disjoint'],
    ['Qwen', 'qwen3-max', 'covers'],
    ['H100', 'gpu.h100.sxm', 'equal'],
    ['H100', 'A100 80GB', 'disjoint'],
    ['H100, H20 and A100', 'A100 80GB', 'covers'],
    ['H20', 'gpu.h20.8x', 'equal'],
  ] as const)('"%s" and "%s": %s', (announced, listed, expected) => {
    expect(relate(announcedName(announced), listedName(listed))).toBe(expected);
  });
});

it.each([
  null,
  'AI算力、存储等产品',
  'Alibaba Cloud raised prices by up to',
  'AI computing power-related products and services',
  'GPU 云服务器租赁',
  'Baidu Intelligent Cloud',
])('"%s" names nothing in particular', (wording) => {
  expect(isGeneric(announcedName(wording))).toBe(true);
});

it.each([
  ['T-Head Zhenwu 810E', true],
  ['AI computing power, storage, and other products', true],
  ['企业标准版', true],
  ['Alibaba Cloud raised prices by up to', false],
  ['taking it from $98.32/hr to', false],
  ["OpenAI's", false],
  ['我们认为，价格会继续下降', false],
])('"%s" can stand in a headline: %s', (wording, expected) => {
  expect(isPresentable(wording)).toBe(expected);
});
