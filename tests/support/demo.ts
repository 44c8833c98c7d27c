import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { Market } from '../../infra/demo/market.ts';
import { articles } from '../../infra/demo/news.ts';
import { VENDORS } from '../../infra/demo/vendors.ts';
import { ask } from './tokentape.ts';

/** What the tape must say when it has seen the market's step: "provider product meter" -> price per standard unit. */
export function expectedPrices(seed: number, step: number): Map<string, string> {
  const market = new Market(seed);
  const expected = new Map<string, string>();
  for (const vendor of VENDORS) {
    for (const product of vendor.products) {
      for (const meter of ['input', 'cached_input', 'output', 'gpu_hour'] as const) {
        const amount = market.price(vendor, product.name, meter, step);
        if (amount === null) continue;
        const unit = vendor.layout === 'per_thousand' ? new Decimal(amount).times(1000).toFixed() : amount;
        expected.set(`${vendor.id} ${product.name} ${meter}`, unit);
      }
    }
  }
  return expected;
}

/** The paths of the articles that the wire has written by the market's step, in both languages. */
export function writtenArticles(seed: number, step: number): string[] {
  const market = new Market(seed);
  const anyDay = () => new Date();
  return (['en', 'zh'] as const).flatMap((lang) => articles(market, step, lang, anyDay).map(({ path }) => path));
}

/** The tape's latest prices in the same form; null while the store does not answer. */
export async function storedPrices(dataDir: string): Promise<Map<string, string> | null> {
  const rows = await ask(dataDir, 'SELECT provider, product, meter, toString(unit_price) AS price FROM latest_prices');
  return rows === null ? null : pricesOf(rows);
}

const priceRow = z.object({ provider: z.string(), product: z.string(), meter: z.string(), price: z.string() });

export function pricesOf(rows: readonly unknown[]): Map<string, string> {
  return new Map(
    rows.map((row) => {
      const { provider, product, meter, price } = priceRow.parse(row);
      return [`${provider} ${product} ${meter}`, price];
    }),
  );
}

/** What differs, for a message a person can read; empty when the tape is right. */
export function differences(expected: ReadonlyMap<string, string>, stored: ReadonlyMap<string, string>): string[] {
  const keys = new Set([...expected.keys(), ...stored.keys()]);
  return [...keys]
    .filter((key) => expected.get(key) !== stored.get(key))
    .map((key) => `${key}: ${stored.get(key)}, expected ${expected.get(key)}`);
}
