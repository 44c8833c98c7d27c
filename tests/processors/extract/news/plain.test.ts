import { describe, expect, it } from 'vitest';
import { plainOf } from '../../../../processors/extract/news/plain.ts';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { articleOf } from './fixtures.ts';

describe('a text without the marks that only say how it looks', () => {
  it.each([
    ['Input is **$3**, output `$9`, cached *$0.30*.', 'Input is $3, output $9, cached $0.30.'],
    ['See [the price list](https://halden.example/prices).', 'See the price list.'],
    ['Sales rose to $3 billion.[7][8] Capex fell.[^2] [^3]', 'Sales rose to $3 billion. Capex fell.'],
    ['阿里云 GPU 实例涨价 10% 左右', '阿里云GPU实例涨价10%左右'],
    ['智谱**上调** API 价格', '智谱上调API价格'],
  ])('%s', (body, text) => {
    expect(plainOf(body)?.text).toBe(text);
  });

  it('leaves bullets, products of numbers, fences and plain words alone', () => {
    for (const body of [
      '* H100: $2\n* H200: $3',
      '4*8 GPUs and 2 * 3',
      '```\ncode\n```',
      'Plain words.',
      '[^2]: a note',
      'See [4] below.',
      '价格 上调',
    ])
      expect(plainOf(body)?.text ?? body).toBe(body);
  });

  it('quotes the original, marks and all', () => {
    const body =
      '**Vultr** raised the price of its `H100` instances to **$3.10** an hour from [May 4](https://v.example/p).';
    const [found, ...others] = readNews(articleOf(body, '2026-04-20'));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ subject: 'vultr', value_min: '3.1', effective: '2026-05-04', quote: body });
    expect(body.slice(found?.quote_start, found?.quote_end)).toBe(body);
  });

  it('a quote takes in both of a pair of marks', () => {
    const body = '金山云调价。**GPU云主机**价格上调 **15%**';
    const quotes = readNews(articleOf(body, '2026-04-20')).map((a) => a.quote);
    expect(quotes).toEqual(['**GPU云主机**价格上调 **15%**']);
  });
});
