import { describe, expect, it } from 'vitest';
import { findUnit, unitAfter, unitBefore, unitOnly } from '../../../processors/normalise/unit-phrase.ts';
import { convert, meterOfUnit, type Unit } from '../../../processors/normalise/units.ts';

const unit = (dimension: Unit['dimension'], count = 1, noun: string = dimension): Unit => ({ dimension, count, noun });

describe('units behind an amount', () => {
  it.each([
    ['$3 / 1M tokens', 'token', 1_000_000],
    ['$3 / MTok', 'token', 1_000_000],
    ['$1.40 /Mt', 'token', 1_000_000],
    ['$3/M', 'token', 1_000_000],
    ['$0.5 per thousand tokens', 'token', 1000],
    ['$0.027 per M input tokens', 'token', 1_000_000],
    ['0.8元/千tokens', 'token', 1000],
    ['2 元/百万 tokens', 'token', 1_000_000],
    ['2 元/万字符', 'character', 10_000],
    ['$15 / 1M characters', 'character', 1_000_000],
    ['$0.04 / image', 'image', 1],
    ['$4 (per 100 images)', 'image', 100],
    ['0.2元/张', 'image', 1],
    ['$0.05 per second of video', 'second', 1],
    ['$0.0005 per audio minute', 'minute', 1],
    ['$42.4000/ 1 hour', 'hour', 1],
    ['$2.99 / GPU / hr', 'gpu_hour', 1],
    ['$2.99/GPU-hour', 'gpu_hour', 1],
    ['5 元/卡时', 'gpu_hour', 1],
    ['$22 per hour per model unit', 'instance_hour', 1],
    ['$0.023 per GB-month', 'gb_month', 1],
    ['0.12 元/GB/月', 'gb_month', 1],
    ['$20/TB/month', 'gb_month', 1000],
    ['$10 per 1,000 searches', 'request', 1000],
    ['0.01 元/万次', 'request', 10_000],
    ['$4.50 / 1,000,000 tokens per hour', 'token_hour', 1_000_000],
    ['$25 per user / month', 'seat_month', 1],
    ['$2 / 1K pages', 'page', 1000],
    ['$4 per IPv4 address per month', 'month', 1],
    ['$9 / load balancer / mo', 'month', 1],
    ['$11 per domain per year', 'year', 1],
    ['$0.01 per NAT gateway per hour', 'other', 1],
  ])('%s', (text, dimension, count) => {
    const amountEnd = /^[$¥]?\d[\d.]*\s*元?/.exec(text)?.[0].length ?? 0;
    expect(unitAfter(text, amountEnd)?.unit).toMatchObject({ dimension, count });
  });

  it('does not take a second price for a unit', () => {
    expect(unitAfter('$0.20 / $0.50', 5)).toBeNull();
  });
});

describe('units of labels', () => {
  it.each([
    ['Pricing (1M Tokens)', 'token', 1_000_000],
    ['输入单价（元/千 Token）', 'token', 1000],
    ['$ / hour (billed per second)', 'hour', 1],
    ['Price (GB/Month)', 'gb_month', 1],
    ['Price per GPU-hour, without VAT', 'gpu_hour', 1],
    ['Prices per image.', 'image', 1],
  ])('%s', (text, dimension, count) => {
    expect(findUnit(text.normalize('NFKC'))?.unit).toMatchObject({ dimension, count });
  });

  it.each(['Speed (tokens/s)', '≤ 200K tokens', 'Context window', '128K', 'billed per minute'])(
    '%s states none',
    (text) => {
      expect(findUnit(text)).toBeNull();
    },
  );

  it.each([
    ['1M tokens', 'token', 1_000_000],
    ['GPU per hour', 'gpu_hour', 1],
    ['张', 'image', 1],
    ['10,000 transactions', 'request', 10_000],
  ])('a cell that is only a unit: %s', (text, dimension, count) => {
    expect(unitOnly(text)).toMatchObject({ dimension, count });
  });

  it('leads an amount: 每百万 tokens 0.5 元', () => {
    expect(unitBefore('每百万输入 tokens 0.5 元', 13)?.unit).toMatchObject({ dimension: 'token', count: 1_000_000 });
  });
});

describe('conversion', () => {
  it('is exact within a dimension', () => {
    expect(convert('0.0008', unit('token', 1000), unit('token', 1_000_000))).toBe('0.8');
    expect(convert('0.02', unit('gb_month', 1), unit('gb_month', 1000))).toBe('20');
  });

  it('crosses clock units and nothing else', () => {
    expect(convert('0.006', unit('minute'), unit('hour'))).toBe('0.36');
    expect(() => convert('1', unit('image'), unit('token'))).toThrow(/does not convert/);
    expect(() => convert('1', unit('hour'), unit('gpu_hour'))).toThrow(/does not convert/);
    expect(() => convert('1', unit('other', 1, 'step'), unit('other', 1, 'tile'))).toThrow(/does not convert/);
  });

  it('gives the meter a unit implies', () => {
    expect(meterOfUnit(unit('image'))).toBe('image');
    expect(meterOfUnit(unit('minute'))).toBe('other');
    expect(meterOfUnit(unit('gb_month'))).toBe('storage_gb_month');
  });
});

it('reads a unit whole: the hour of "per GB per hour" is none of its own', () => {
  expect(findUnit('price per gb per hour')?.unit).toMatchObject({ dimension: 'other', noun: 'gb hour' });
  expect(findUnit('price per gb per month')?.unit).toMatchObject({ dimension: 'gb_month' });
});
