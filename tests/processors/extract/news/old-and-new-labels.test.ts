import { describe, expect, it } from 'vitest';
import { labelledOldAndNew } from '../../../../processors/extract/news/frames/then-and-now.ts';

/** The two sums of a text, as it writes them. */
const spans = (text: string): readonly [{ start: number; end: number }, { start: number; end: number }] => {
  const [first, second] = [...text.matchAll(/\d+(?:\.\d+)?元/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  if (!first || !second) throw new Error(`two sums, in: ${text}`);
  return [first, second];
};

describe('labels of an old price and a new one', () => {
  it.each([
    '原价1.2元/小时，新价0.9元/小时',
    '原为每万次3元，调整后为2元',
    '现行30元/月，10月1日起36元/月',
    '目前每月8元，下个月起涨至10元',
    '调整前5元；调整后4元',
  ])('%s', (text) => {
    expect(labelledOldAndNew(text, ...spans(text))).toBe(true);
  });

  it.each(['原价99元/月，首月9元', '标准版30元，专业版60元', '目前输入2元，输出8元', '原价299元，企业版599元'])(
    'none in %s',
    (text) => {
      expect(labelledOldAndNew(text, ...spans(text))).toBe(false);
    },
  );
});
