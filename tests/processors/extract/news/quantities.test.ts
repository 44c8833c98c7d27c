import { describe, expect, it } from 'vitest';
import { readEnglishNumeral, readHanNumeral, shift } from '../../../../processors/extract/news/numbers.ts';
import { scanQuantities } from '../../../../processors/extract/news/quantities.ts';
import { scanRelative } from '../../../../processors/extract/news/relative.ts';
import { fold } from '../../../../processors/extract/news/text.ts';

const scan = (text: string): string[] =>
  scanQuantities(fold(text)).map(
    (q) =>
      `${q.min ?? ''}..${q.max ?? ''} ${q.currency ?? q.unit}${q.rate ? ` ${q.rate.meter}/${q.rate.per}${q.rate.side ? ` ${q.rate.side}` : ''}` : ''}`,
  );

describe('decimals', () => {
  it.each([
    ['1.29', 9, '1290000000'],
    ['0.8', -3, '0.0008'],
    ['1,200.50', 0, '1200.5'],
    ['12', -3, '0.012'],
    ['0', 12, '0'],
  ])('%s by ten to the %i is %s', (literal, exponent, value) => {
    expect(shift(literal, exponent)).toBe(value);
  });
});

describe('numerals', () => {
  it.each([
    ['三十二', '32'],
    ['一千三百', '1300'],
    ['千亿', '100000000000'],
    ['万亿', '1000000000000'],
    ['两百四十', '240'],
    ['二〇二六', '2026'],
  ])('%s', (text, value) => {
    expect(readHanNumeral(text)).toBe(value);
  });
  it.each([
    ['thirty-five', '35'],
    ['twenty-eight point five', '28.5'],
    ['nought point two', null],
    ['one point oh five', '1.05'],
    ['two hundred and ten', '210'],
    ['half a', '0.5'],
    ['a', '1'],
  ])('%s', (text, value) => {
    expect(readEnglishNumeral(text)).toBe(value);
  });
});

describe('quantities', () => {
  it.each([
    ['over 140 trillion tokens', ['140000000000000.. tokens']],
    ['up to 34%', ['..34 percent']],
    ['between 5% and 10%', ['5..10 percent']],
    ['35-50%', ['35..50 percent']],
    ['RMB 51.8 billion (US$7.2 billion)', ['51800000000..51800000000 CNY', '7200000000..7200000000 USD']],
    ['$2.49-2.85 per GPU hour', ['2.49..2.85 USD gpu_hour/1']],
    ['$2.50 per million input tokens', ['2.5..2.5 USD token/1000000 input']],
    ['$0.134 per image', ['0.134..0.134 USD image/1']],
    ['$5 per 1,000 calls', ['5..5 USD request/1000']],
    ['$0.023 per GB-month', ['0.023..0.023 USD storage_gb_month/1']],
    ['six cents', ['0.06..0.06 USD']],
    ['half a million GPUs', ['500000..500000 chips']],
    ['dozens of trillions of tokens', ['10000000000000.. tokens']],
    ['well over a gigawatt', ['1000000000.. watts']],
    ['one to two gigawatts', ['1000000000..2000000000 watts']],
    ['handles between two and three trillion tokens', ['2000000000000..3000000000000 tokens']],
    ['one hundred and fifty billion tokens', ['150000000000..150000000000 tokens']],
    ['60,000 graphics processing units (GPUs)', ['60000..60000 chips']],
    ['2M+ users', ['2000000.. other']],
    ['0.0008元/千tokens', ['0.0008..0.0008 CNY token/1000']],
    ['0.8厘/千tokens', ['0.0008..0.0008 CNY token/1000']],
    ['逾2600亿元', ['260000000000.. CNY']],
    ['40-60 万片', ['400000..600000 chips']],
    ['9.9元 至 299.9元 不等的月费', ['9.9..299.9 CNY month/1']],
    ['每百万tokens输入2元', ['1000000..1000000 tokens', '2..2 CNY token/1000000 input']],
    ['近千亿美元', ['100000000000..100000000000 USD']],
    ['100多万张GPU', ['1000000.. chips']],
    ['八十来万片', ['800000..800000 chips']],
    ['最终最多可以扩到 750 兆瓦', ['..750000000 watts']],
    ['至多300亿美元', ['..30000000000 USD']],
    ['6吉瓦', ['6000000000..6000000000 watts']],
    ['百分之三十', ['30..30 percent']],
    ['9.9元起', ['9.9.. CNY']],
    ['1.4兆美元', ['1400000000000..1400000000000 USD']],
    ['300兆瓦', ['300000000..300000000 watts']],
    ['9W/片', ['90000..90000 CNY other/1']],
  ])('%s', (text, expected) => {
    expect(scan(text)).toEqual(expected);
  });

  it.each(['GPT-5.4 and M2.5', 'p5.48xlarge', 'v1.2.3', 'a ratio of 3:1'])('takes no number out of %s', (text) => {
    expect(scanQuantities(fold(text))).toEqual([]);
  });

  it('keeps "from A to B" apart', () => {
    expect(scan('from $2 to $3')).toEqual(['2..2 USD', '3..3 USD']);
    expect(scan('从49元涨到69元')).toEqual(['49..49 CNY', '69..69 CNY']);
  });
});

describe('relative changes', () => {
  it.each([
    ['doubled', 'times 2'],
    ['价格翻倍', 'times 2'],
    ['halved', 'percent 50'],
    ['腰斩', 'percent 50'],
    ['by a third', 'percent 33.33'],
    ['三分之二', 'percent 66.67'],
    ['七折', 'percent 30'],
    ['三成', 'percent 30'],
  ])('%s', (text, expected) => {
    expect(scanRelative(fold(text)).map((q) => `${q.unit} ${q.min}`)).toEqual([expected]);
  });
  it('does not take a quarter of the year for a fraction', () => {
    expect(scanRelative('in a quarter of growth, the third quarter')).toEqual([]);
  });
});

describe('ranges with signs', () => {
  it.each([
    ['+5%-+30%', ['5..30 percent']],
    ['+420% to +463%', ['420..463 percent']],
    ['-5% to -10%', ['5..10 percent']],
    ['-30% to -10%', ['10..30 percent']],
    ['+5% to -3%', ['5..5 percent', '3..3 percent']],
    ['+2.3x to 4.5x', ['2.3..4.5 times']],
  ])('%s', (text, expected) => {
    expect(scan(text)).toEqual(expected);
  });
});

describe('ranges whose ends have steps of their own', () => {
  it.each([
    ['700 MW to 1.2 GW', ['700000000..1200000000 watts']],
    ['900 to 950 MW', ['900000000..950000000 watts']],
    ['2 GW to 500 MW', ['2000000000..2000000000 watts', '500000000..500000000 watts']],
    ['several hundred thousand GPUs', ['200000.. chips']],
    ['hundreds of thousands of GPUs', ['100000.. chips']],
  ])('%s', (text, expected) => {
    expect(scan(text)).toEqual(expected);
  });
});
