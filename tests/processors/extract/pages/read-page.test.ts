import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

const table = (head: string[], ...rows: string[][]) =>
  `<table><tr>${head.map((text) => `<th>${text}</th>`).join('')}</tr>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
const page = (body: string) => `<html lang="en"><body><h1>Pricing</h1>${body}</body></html>`;

describe('a page as a source reads it', () => {
  it('gives records with their series, their standard price and where they stand', () => {
    const { prices } = readPage(
      pageOf(page(table(['Model', 'Input (元/千tokens)'], ['orion-1', '0.0008'])), { lang: 'zh' }),
    );
    expect(prices).toHaveLength(1);
    expect(prices[0]).toMatchObject({
      series: 'vendor/orion-1/input/standard/-/-/CNY/1000000',
      amount: '0.0008',
      per: 1000,
      unit_price: '0.8',
      unit_price_usd: null,
      evidence: 'orion-1 | 0.0008 → 0.0008',
      extractor: 'pages',
    });
  });

  it('takes the provider from the source, else from the address', () => {
    const body = page(table(['Model', 'Input per 1M tokens'], ['orion-1', '$2']));
    expect(readPage(pageOf(body)).prices[0]?.provider).toBe('vendor');
    const open = { ...pageOf(body, { url: 'https://docs.mistral.ai/pricing' }), provider: null };
    expect(readPage(open).prices[0]?.provider).toBe('mistral');
  });

  it('says what it assumed', () => {
    const { prices, problems } = readPage(pageOf(page(table(['Model', 'Input', 'Output'], ['orion-1', '$2', '$8']))));
    expect(prices.map((price) => price.per)).toEqual([1_000_000, 1_000_000]);
    expect(problems.join()).toMatch(/no unit is stated/);
  });

  it('says which amounts have no currency', () => {
    const { prices, problems } = readPage(
      pageOf(page(table(['Model', 'Input price per 1M tokens'], ['orion-1', '2']))),
    );
    expect(prices).toEqual([]);
    expect(problems).toEqual([]);
    const hinted = readPage(
      pageOf(page(table(['Model', 'Input price per 1M tokens'], ['orion-1', '2'])), { hints: { currency: 'USD' } }),
    );
    expect(hinted.prices.map((price) => price.currency)).toEqual(['USD']);
  });

  it('follows hints: scope, unit, mode, region', () => {
    const body = page(
      `<div id="old">${table(['Model', 'Input'], ['orion-0', '$9'])}</div><div id="new">${table(['Model', 'Input'], ['orion-1', '$0.002'])}</div>`,
    );
    const { prices } = readPage(
      pageOf(body, { hints: { scope: '#new', unit: 'per 1K tokens', mode: 'batch', region: 'eu' } }),
    );
    expect(prices.map((price) => [price.product, price.per, price.mode, price.region])).toEqual([
      ['orion-1', 1000, 'batch', 'eu'],
    ]);
  });

  it('states a price once that is printed for two layouts, and twice where its rows differ', () => {
    const one = table(['Model', 'Input per 1M tokens'], ['orion-1', '$2']);
    expect(readPage(pageOf(page(one + one))).prices).toHaveLength(1);
    const two = table(
      ['Model', 'Memory', 'Price per hour'],
      ['A100 server', '40 GB', '$2'],
      ['A100 server', '80 GB', '$3'],
    );
    const { prices } = readPage(pageOf(page(two)));
    expect(prices.map((price) => [price.amount, price.tier])).toEqual([
      ['2', '40 GB'],
      ['3', '80 GB'],
    ]);
    expect(new Set(prices.map((price) => price.series)).size).toBe(2);
  });

  it('finds nothing on a page without prices, and does not fail on an empty one', () => {
    expect(readPage(pageOf('')).prices).toEqual([]);
    expect(
      readPage(pageOf('<html><body><div id="root"></div><script>var price = "$5";</script></body></html>')).prices,
    ).toEqual([]);
    expect(readPage(pageOf('', { format: 'md' })).prices).toEqual([]);
  });
});
