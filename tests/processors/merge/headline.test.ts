import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../infra/contracts/announcement.ts';
import { applyAnnouncements, applyChanges, loadMerge } from '../../../processors/merge/merge.ts';
import { announce, Book, move } from './builders.ts';
import { noon } from './story.ts';

const AT = '2026-04-18T02:00:00.000Z';
type Move = Parameters<typeof move>[0];
const seen = (...moves: Omit<Move, 'at'>[]): string[] => {
  const book = new Book();
  book.write(
    applyChanges(
      loadMerge(book),
      moves.map((one) => move({ ...one, at: AT })),
      noon('2026-04-18'),
    ),
  );
  return book.current().flatMap((signal) => [signal.headline, signal.headline_zh ?? '']);
};
const said = (fields: Partial<Announcement>): string[] => {
  const book = new Book();
  book.write(applyAnnouncements(loadMerge(book), [announce(fields)], noon('2026-04-01')));
  return book.current().flatMap((signal) => [signal.headline, signal.headline_zh ?? '']);
};

describe('the headline of a repriced page', () => {
  it('says one change in full', () => {
    expect(
      seen({
        provider: 'deepseek',
        product: 'deepseek-chat',
        meter: 'input',
        currency: 'USD',
        before: '0.27',
        after: '0.14',
      }),
    ).toEqual([
      'DeepSeek cuts deepseek-chat input from $0.27 to $0.14 per 1M tokens (−48%)',
      '深度求索下调 deepseek-chat 输入价格：$0.27 → $0.14/百万 tokens（−48%）',
    ]);
  });

  it('counts many, with their range', () => {
    expect(seen({ product: 'a', before: '10', after: '10.5' }, { product: 'b', before: '10', after: '13.4' })[0]).toBe(
      'Alibaba Cloud raises 2 prices, 5 to 34 percent',
    );
    expect(seen({ product: 'a', before: '10', after: '12' }, { product: 'b', before: '20', after: '24' })[0]).toBe(
      'Alibaba Cloud raises 2 prices, 20 percent',
    );
  });

  it('names the product where there is one', () => {
    expect(
      seen(
        { product: 'Qwen Max', meter: 'input', before: '10', after: '8' },
        { product: 'Qwen Max', meter: 'output', before: '30', after: '24' },
      )[0],
    ).toBe('Alibaba Cloud cuts 2 prices, 20 percent (Qwen Max)');
  });

  it('says both directions, and what came and went', () => {
    expect(
      seen(
        { provider: 'openrouter', product: 'a', before: '10', after: '12' },
        { provider: 'openrouter', product: 'b', before: '10', after: '9' },
        { provider: 'openrouter', product: 'c', before: '10', after: '5' },
        {
          provider: 'openrouter',
          product: 'd',
          before: '1',
          after: '1',
          direction: 'new',
          old_unit_price: null,
          pct: null,
        },
        {
          provider: 'openrouter',
          product: 'e',
          before: '1',
          after: '1',
          direction: 'removed',
          new_unit_price: null,
          pct: null,
        },
      ),
    ).toEqual([
      'OpenRouter raises 1 price, 20 percent, cuts 2 prices, 10 to 50 percent, lists 1 new price and drops 1 price',
      'OpenRouter 上调 1 项价格，涨幅 20%，下调 2 项价格，降幅 10% 至 50%，新增 1 项价格，移除 1 项价格',
    ]);
  });
});

describe('the headline of an announcement', () => {
  it.each<[Partial<Announcement>, string, string]>([
    [
      {
        subject: 'openai',
        object: 'o3',
        direction: 'decrease',
        unit: 'USD',
        meter: 'input',
        per: 1e6,
        old_value: '10',
        value_min: '2',
        value_max: '2',
      },
      'OpenAI cuts prices of o3 from $10 to $2 per 1M tokens',
      'OpenAI 下调 o3 价格：由 $10 至 $2/百万 tokens',
    ],
    [
      { subject: 'tencent-cloud', direction: 'increase', effective: '2026-05' },
      'Tencent Cloud raises prices from May 2026',
      '腾讯云上调价格，2026-05 起生效',
    ],
    [
      { subject: null, object: 'A100 80GB', direction: 'decrease', unit: 'percent', value_min: '30', value_max: '40' },
      'Prices of A100 80GB fall 30 to 40 percent',
      '市场下调 A100 80GB 价格 30% 至 40%',
    ],
    [
      {
        kind: 'token_volume',
        subject: 'china',
        unit: 'tokens',
        period: 'day',
        value_min: '140000000000000',
        as_of: '2026-03',
      },
      'China: over 140 trillion tokens a day, March 2026',
      '中国每日处理 超 140万亿 tokens（2026-03）',
    ],
    [
      {
        kind: 'market_size',
        subject: 'china-public-cloud',
        unit: 'CNY',
        period: 'half',
        value_min: '120669000000',
        value_max: '120669000000',
        as_of: '2025-H1',
      },
      'China public cloud market: CNY 120.67 billion, 2025-H1',
      '中国公有云市场规模：CNY 1206.69亿（2025-H1）',
    ],
    [
      {
        kind: 'financial',
        subject: 'alibaba',
        unit: 'CNY',
        metric: 'revenue',
        period: 'quarter',
        value_min: '280150000000',
        value_max: '280150000000',
        as_of: '2024-Q4',
      },
      'Alibaba revenue: CNY 280.15 billion, 2024-Q4',
      '阿里巴巴营收：CNY 2801.5亿（2024-Q4）',
    ],
    [
      {
        kind: 'capacity',
        subject: 'xai',
        object: 'Colossus 2',
        unit: 'chips',
        status: 'target',
        value_min: '555000',
        value_max: '555000',
      },
      'xAI: 555,000 chips (Colossus 2) (target)',
      'xAI：55.5万 颗芯片（Colossus 2）（目标）',
    ],
    [
      {
        kind: 'price_quote',
        subject: 'openai',
        object: 'GPT-5',
        unit: 'USD',
        meter: 'output',
        per: 1e6,
        value_min: '10',
        value_max: '10',
      },
      'OpenAI prices GPT-5 output at $10 per 1M tokens',
      'OpenAI GPT-5 输出价格：$10/百万 tokens',
    ],
  ])('%j', (fields, en, zh) => {
    expect(said(fields)).toEqual([en, zh]);
  });
});
