import { describe, expect, it } from 'vitest';
import { effectiveAt } from '../../../../processors/extract/pages/effective.ts';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

describe('the day from which prices hold', () => {
  it.each([
    ['Prices effective from 1 April 2026.', '2026-04-01'],
    ['New rates apply from March 15, 2026', '2026-03-15'],
    ['Pricing effective as of 2026-05-02', '2026-05-02'],
    ['Price list valid from 3rd June, 2026', '2026-06-03'],
    ['以下价格自2026年4月18日起执行', '2026-04-18'],
    ['价格生效时间：2026-07-01', '2026-07-01'],
    ['新计费规则于 2026年1月1日 正式生效', '2026-01-01'],
  ])('%s', (text, day) => {
    expect(effectiveAt(text)).toBe(`${day}T00:00:00.000Z`);
  });

  it.each([
    'Prices effective from April 31, 2026',
    'Previous prices, effective from 1 April 2025',
    'The model is deprecated, effective 1 April 2026',
    'Last updated on 1 April 2026',
    'Prices effective from 1 April 2026.\nGPU prices effective from 1 May 2026.',
    '该模型价格优惠活动自2026年3月1日起，2026年6月1日截止',
  ])('%s says none', (text) => {
    expect(effectiveAt(text)).toBeNull();
  });

  it('is that of every price of the page', () => {
    const page =
      '<p>Prices effective from 1 April 2026.</p><table><tr><th>Model</th><th>Input / 1M tokens</th></tr><tr><td>a-1</td><td>$1</td></tr></table>';
    expect(readPage(pageOf(page)).prices.map((price) => price.effective_at)).toEqual(['2026-04-01T00:00:00.000Z']);
  });
});
