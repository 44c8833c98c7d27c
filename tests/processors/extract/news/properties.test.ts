import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import { shift } from '../../../../processors/extract/news/numbers.ts';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { articleOf } from './fixtures.ts';

/** Sentences generated from a grammar of names, numbers, units, bounds, dates and frames are read back exactly. */
const PUBLISHED = '2026-03-20';
const RUNS = { numRuns: 250 };

const organisation = fc.constantFrom(
  ['Alibaba Cloud', '阿里云', 'alibaba-cloud'],
  ['Tencent Cloud', '腾讯云', 'tencent-cloud'],
  ['Volcano Engine', '火山引擎', 'volcano-engine'],
  ['Google Cloud', '谷歌云', 'google-cloud'],
  ['CoreWeave', 'CoreWeave', 'coreweave'],
  ['Microsoft', '微软', 'microsoft'],
  ['Zhipu', '智谱', 'zhipu'],
  ['OpenAI', 'OpenAI', 'openai'],
);
/** A literal with at most two decimals, never a whole number that could be a year. */
const literal = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, cents]) => shift(`${whole}.${String(cents).padStart(2, '0')}`, 0));
const percent = fc.integer({ min: 1, max: 95 });
const bound = fc.constantFrom(
  { en: '', zh: '', min: true, max: true },
  { en: 'about ', zh: '约', min: true, max: true },
  { en: 'over ', zh: '超过', min: true, max: false },
  { en: 'more than ', zh: '逾', min: true, max: false },
  { en: 'up to ', zh: '最高', min: false, max: true },
);
const date = fc
  .tuple(fc.constantFrom(2026), fc.integer({ min: 4, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => ({
    iso: `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
    en: `${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][m - 1]} ${d}, ${y}`,
    zh: `${y}年${m}月${d}日`,
  }));
const magnitude = fc.constantFrom(
  { en: 'million', zh: '百万', exponent: 6 },
  { en: 'billion', zh: '十亿', exponent: 9 },
  { en: 'trillion', zh: '万亿', exponent: 12 },
);
const currency = fc.constantFrom(
  { en: (n: string) => `$${n}`, zh: (n: string) => `${n}美元`, code: 'USD' },
  { en: (n: string) => `RMB ${n}`, zh: (n: string) => `${n}元`, code: 'CNY' },
  { en: (n: string) => `€${n}`, zh: (n: string) => `${n}欧元`, code: 'EUR' },
);

const read = (body: string): Announcement[] => readNews(articleOf(body, PUBLISHED));
const bounded = (value: string, b: { min: boolean; max: boolean }) => ({
  value_min: b.min ? value : null,
  value_max: b.max ? value : null,
});
function expectOne(body: string, wanted: Partial<Announcement>): void {
  const found = read(body);
  expect(found, body).toHaveLength(1);
  expect(found[0], body).toMatchObject(wanted);
}

describe('generated sentences', () => {
  it('changes of price in percent', () => {
    fc.assert(
      fc.property(organisation, percent, bound, date, fc.boolean(), ([en, zh, slug], p, b, when, up) => {
        const wanted = {
          kind: 'price_change' as const,
          subject: slug,
          direction: up ? ('increase' as const) : ('decrease' as const),
          unit: 'percent',
          effective: when.iso,
          ...bounded(String(p), b),
        };
        expectOne(
          `${en} will ${up ? 'raise' : 'cut'} the price of its GPU instances by ${b.en}${p}% from ${when.en}.`,
          wanted,
        );
        expectOne(`${zh}宣布，自${when.zh}起，GPU实例价格${up ? '上调' : '下调'}${b.zh}${p}%。`, wanted);
      }),
      RUNS,
    );
  });

  it('ranges of percent', () => {
    fc.assert(
      fc.property(organisation, percent, percent, ([en, zh, slug], a, b) => {
        fc.pre(a < b);
        const wanted = {
          kind: 'price_change' as const,
          subject: slug,
          direction: 'increase' as const,
          value_min: String(a),
          value_max: String(b),
          unit: 'percent',
        };
        expectOne(`${en} raised prices of AI computing by ${a}%-${b}%.`, wanted);
        expectOne(`${en} raised prices of AI computing by between ${a}% and ${b}%.`, wanted);
        expectOne(`${zh}将AI算力价格上调${a}%至${b}%。`, wanted);
      }),
      RUNS,
    );
  });

  it('changes of price from one amount to another', () => {
    fc.assert(
      fc.property(
        organisation,
        literal,
        literal,
        currency,
        fc.constantFrom('input', 'output'),
        ([en, zh, slug], old, now, money, side) => {
          fc.pre(old !== now && Number(old) > 0 && Number(now) > 0);
          const wanted = {
            kind: 'price_change' as const,
            subject: slug,
            direction: Number(now) > Number(old) ? ('increase' as const) : ('decrease' as const),
            old_value: old,
            value_min: now,
            value_max: now,
            unit: money.code,
            meter: side,
            per: 1_000_000,
          };
          expectOne(
            `${en} changed the API price from ${money.en(old)} to ${money.en(now)} per million ${side} tokens.`,
            wanted,
          );
          expectOne(
            `${zh}的API${side === 'input' ? '输入' : '输出'}价格从${money.zh(old)}/百万tokens调整为${money.zh(now)}/百万tokens。`,
            wanted,
          );
        },
      ),
      RUNS,
    );
  });

  it('quotes of token prices', () => {
    fc.assert(
      fc.property(organisation, literal, literal, currency, ([en, zh, slug], input, output, money) => {
        fc.pre(input !== output);
        const wanted = [
          {
            kind: 'price_quote',
            subject: slug,
            value_min: input,
            value_max: input,
            unit: money.code,
            meter: 'input',
            per: 1_000_000,
          },
          {
            kind: 'price_quote',
            subject: slug,
            value_min: output,
            value_max: output,
            unit: money.code,
            meter: 'output',
            per: 1_000_000,
          },
        ];
        for (const body of [
          `${en} charges ${money.en(input)} per million input tokens and ${money.en(output)} per million output tokens.`,
          `On ${en}, the model costs ${money.en(input)} for input and ${money.en(output)} for output per million tokens.`,
          `${zh}该模型输入${money.zh(input)}/百万tokens，输出${money.zh(output)}/百万tokens。`,
          `${zh}该模型每百万tokens输入${money.zh(input)}，输出${money.zh(output)}。`,
        ]) {
          const found = read(body);
          expect(found, body).toHaveLength(2);
          expect(found, body).toMatchObject(wanted);
        }
      }),
      RUNS,
    );
  });

  it('volumes of tokens', () => {
    const period = fc.constantFrom(
      { en: 'a day', zh: '日均', name: 'day' as const },
      { en: 'a week', zh: '每周', name: 'week' as const },
      { en: 'a month', zh: '每月', name: 'month' as const },
    );
    fc.assert(
      fc.property(organisation, literal, bound, period, ([en, zh, slug], n, b, per) => {
        const wanted = {
          kind: 'token_volume' as const,
          subject: slug,
          unit: 'tokens',
          period: per.name,
          ...bounded(shift(n, 12), b),
        };
        expectOne(`${en} now processes ${b.en}${n} trillion tokens ${per.en}.`, wanted);
        expectOne(`${zh}${per.zh}Token调用量${b.zh}${n}万亿。`, wanted);
      }),
      RUNS,
    );
  });

  it('revenue, with growth', () => {
    fc.assert(
      fc.property(organisation, literal, magnitude, currency, percent, ([en, zh, slug], n, m, money, growth) => {
        fc.pre(Number(n) >= 1);
        const value = shift(n, m.exponent);
        const wanted = {
          kind: 'financial' as const,
          subject: slug,
          metric: 'revenue' as const,
          value_min: value,
          value_max: value,
          unit: money.code,
          as_of: '2025-Q4',
          period: 'quarter' as const,
          growth_pct: growth,
        };
        expectOne(
          `${en} reported revenue of ${money.en(`${n} ${m.en}`)} in the fourth quarter of 2025, up ${growth}% year on year.`,
          wanted,
        );
        expectOne(`${zh}2025年第四季度收入${money.zh(`${n}${m.zh}`)}，同比增长${growth}%。`, wanted);
      }),
      RUNS,
    );
  });

  it('sizes of markets', () => {
    fc.assert(
      fc.property(literal, bound, fc.integer({ min: 2027, max: 2035 }), (n, b, year) => {
        fc.pre(Number(n) >= 1);
        const wanted = {
          kind: 'market_size' as const,
          unit: 'USD',
          as_of: String(year),
          status: 'forecast' as const,
          attribution: 'idc',
          ...bounded(shift(n, 9), b),
        };
        expectOne(`IDC expects China's AI cloud market to reach ${b.en}$${n} billion in ${year}.`, wanted);
        expectOne(`IDC预计，${year}年中国AI云市场规模将达${b.zh}${n}十亿美元。`, wanted);
      }),
      RUNS,
    );
  });

  it('chips and power', () => {
    fc.assert(
      fc.property(
        organisation,
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 90 }),
        bound,
        ([en, zh, slug], thousands, tenths, b) => {
          const chips = { kind: 'capacity' as const, subject: slug, unit: 'chips', ...bounded(`${thousands}000`, b) };
          expectOne(`${en} has deployed ${b.en}${thousands},000 AI accelerators.`, chips);
          expectOne(`${zh}已部署${b.zh}${shift(String(thousands), -1)}万张AI加速卡。`, chips);
          const watts = {
            kind: 'capacity' as const,
            subject: slug,
            unit: 'watts',
            ...bounded(shift(String(tenths), 8), b),
          };
          expectOne(`${en} is building a data center of ${b.en}${shift(String(tenths), -1)} GW for AI.`, watts);
          expectOne(`${zh}建成的AI数据中心功率${b.zh}${shift(String(tenths), -1)}吉瓦。`, watts);
        },
      ),
      RUNS,
    );
  });

  it('what is no signal stays none, whatever the number', () => {
    fc.assert(
      fc.property(literal, magnitude, percent, (n, m, p) => {
        for (const body of [
          `The model was trained on ${n} ${m.en} tokens and has a context window of ${p}K tokens.`,
          `该模型在${n}${m.zh} tokens上预训练，上下文长度为${p}万 tokens。`,
          `The startup raised $${n} ${m.en} in a Series B round led by a cloud fund.`,
          `The share price of the AI company fell ${p}% to $${n}.`,
          `Egg prices rose ${p}% while a gallon of milk fell to $${n}.`,
          `OpenAI has no plans to raise API prices by ${p}%.`,
          `如果阿里云将价格上调${p}%，客户会怎么办？`,
        ])
          expect(read(body), body).toEqual([]);
      }),
      RUNS,
    );
  });

  it('never throws and never misquotes, whatever the text', () => {
    const words = fc.constantFrom(
      'price',
      'tokens',
      '价格',
      '万亿',
      '$',
      '5%',
      'from',
      'to',
      '至',
      'per',
      '|',
      '-',
      'Qwen',
      '阿里云',
      '1.5',
      'billion',
      '\n',
      '。',
      ';',
      '(',
      '2026',
      '年',
      'GW',
      'H100',
      '/',
      'million',
      ',',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const body = parts.join(' ');
        for (const a of read(body)) expect(body.slice(a.quote_start, a.quote_end)).toBe(a.quote);
      }),
      RUNS,
    );
  });
});
