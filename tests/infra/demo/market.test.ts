import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { Market } from '../../../infra/demo/market.ts';
import { vendorPage } from '../../../infra/demo/pages.ts';
import { VENDORS } from '../../../infra/demo/vendors.ts';

const allPages = async (market: Market, step: number) =>
  Promise.all(VENDORS.map(async (vendor) => (await vendorPage(vendor, market, step)).body));

test('a step shows the same pages whoever asks, and whatever was asked before', async () => {
  const wandering = new Market(7);
  await allPages(wandering, 60);
  expect(await allPages(wandering, 25)).toEqual(await allPages(new Market(7), 25));
  expect(await allPages(new Market(7), 25)).not.toEqual(await allPages(new Market(8), 25));
});

test('it opens with an announced Alibaba Cloud hike of 5 to 34 percent', () => {
  const market = new Market(1);
  const [first] = market.announced(1);
  expect(first?.vendor.id).toBe('alibaba-cloud');
  const percents = [...(first?.percents.values() ?? [])];
  expect([Math.min(...percents), Math.max(...percents)]).toEqual([5, 34]);
  const step = first?.step ?? 0;
  const vendor = VENDORS.find(({ id }) => id === 'alibaba-cloud');
  if (vendor === undefined) throw new Error('no Alibaba Cloud in the market');
  const at = (when: number) => new Decimal(market.price(vendor, 'qwen3-max', 'input', when) ?? Number.NaN);
  expect(at(step - 1).toFixed()).toBe('2.5');
  expect(at(step).toFixed()).toBe('2.625');
});

test('every price on every page stays a positive decimal for a hundred steps', () => {
  const market = new Market(3);
  for (const vendor of VENDORS) {
    for (const product of vendor.products) {
      expect(
        new Decimal(
          market.price(vendor, product.name, 'output', 100) ?? market.price(vendor, product.name, 'gpu_hour', 100) ?? 0,
        ).gt(0),
      ).toBe(true);
    }
  }
});
