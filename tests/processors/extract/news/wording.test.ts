import { describe, expect, it } from 'vitest';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { reworded } from '../../../../processors/extract/news/wording.ts';
import { articleOf } from './fixtures.ts';

const read = (body: string): string => reworded(body)?.text ?? body;

describe('one way to say a thing', () => {
  it.each([
    ['by 34 percent, thirty-four per cent or 34 pct', 'by 34%, 34% or 34%'],
    ['seven point five percent, two percent points', 'seven point five percent, two percent points'],
    [
      'US$5, USD 5 billion, USD7.5, 5 billion US dollars, $5 billion USD',
      '$5, $5 billion, $7.5, $5 billion, $5 billion',
    ],
    ['5 Hong Kong dollars and HK$5', '5 Hong Kong dollars and HK$5'],
    ['in excess of $3, roughly 40 and no less than 7', 'more than $3, about 40 and at least 7'],
    ['a rough figure, around the world', 'a rough figure, around the world'],
    [
      '$3/M input tokens, $2 for every million tokens, $1/MTok',
      '$3 per million input tokens, $2 per million tokens, $1 per million tokens',
    ],
    ['Meanwhile, prices rose. Vultr, for its part, cut them.', 'Prices rose. Vultr cut them.'],
    ['UCloud (688158.SH) and Meta (NASDAQ: META) spend', 'UCloud and Meta spend'],
    ['pushed up prices, is bringing down the rate, has come down', 'raised prices, is lowering the rate, has fallen'],
    ['it came down to the price, marked up by 5%', 'it came down to the price, marked up by 5%'],
    ['which retails at $20; GPT-5.5 wants $5', 'which costs $20; GPT-5.5 charges $5'],
    ['a 30% price markdown, two price bumps', 'a 30% price cut, two price increases'],
    ['上涨百分之三十四，百分之六十，百分之八，三成五，一成半，三成', '上涨34%，60%，8%，35%，15%，30%'],
    ['成立三成员小组，一成不变', '成立三成员小组，一成不变'],
    ['五万张卡，两亿元，十五万，几百万', '5万张卡，2亿元，十五万，几百万'],
    ['大概30亿，接近8万，不少于5台', '约30亿，近8万，至少5台'],
    ['价格调低10%，下调低频存储，下调高达80%', '价格下调10%，下调低频存储，下调高达80%'],
    ['青云（300001.SZ）跌逾5%', '青云（300001.SZ）跌逾5%'],
  ])('%s', (body, text) => {
    expect(read(body)).toBe(text);
  });

  it('quotes and objects are those of the original', () => {
    const body = 'Vultr (NYSE: VLTR) cut the price of its H100 instances by thirty-four per cent, to USD 2.20 an hour.';
    const found = readNews(articleOf(body, '2026-04-20'));
    expect(found).toMatchObject([{ subject: 'vultr', direction: 'decrease', value_min: '2.2', growth_pct: -34 }]);
    for (const a of found) expect(body.slice(a.quote_start, a.quote_end)).toBe(a.quote);
    expect(found[0]?.quote).toBe(body);
    expect(body).toContain(found[0]?.object ?? '?');
  });
});
