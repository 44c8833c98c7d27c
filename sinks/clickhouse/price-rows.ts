import type { Reading } from '../../infra/contracts/price.ts';
import type { Row } from './tables.ts';

/** A reading without its prices: that the page was read, and how much was on it. */
export function readingRow(reading: Reading, recorded_at: string): Row {
  const { prices, seen_again = false, ...page } = reading;
  const first = prices[0];
  return {
    ...page,
    seen_again,
    prices: prices.length,
    extractor: first?.extractor ?? '',
    extractor_version: first?.extractor_version ?? '',
    recorded_at,
  };
}

/** One row per price, with what the page as a whole says of it. */
export function priceRows(reading: Reading, recorded_at: string): Row[] {
  const { url, backfill } = reading;
  return reading.prices.map((price) => ({ ...price, url, backfill, recorded_at }));
}
