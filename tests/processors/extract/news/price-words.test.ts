import { describe, expect, it } from 'vitest';
import { PRICE } from '../../../../processors/extract/news/frames/price-words.ts';

describe('words of prices', () => {
  it.each(['调用成本下降一半', '接入成本降低', '月租上涨', '收费调整', 'rents rose', 'API pricing'])('%s', (text) => {
    expect(PRICE.test(text)).toBe(true);
  });

  it.each(['调用成本较上一代低', '评价很高', '股价上涨', '价值提升', 'interest rates fell'])('none in %s', (text) => {
    expect(PRICE.test(text)).toBe(false);
  });
});
