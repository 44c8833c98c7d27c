import { scale } from '../../../normalise/decimal.ts';

/** Above this many dollars per million tokens the median of a list is in no unit anyone quotes (ten-thousandths of a cent, say). */
const MOST_PER_MILLION = 200;

/**
 * Tokens that unlabelled token prices buy, by their size: models cost some 1e-8 to 1e-5 dollars a token, a thousand times that per
 * thousand and a million times per million, and the median of a list lies well inside its range.
 * @param dearness how many units of the currency make about a dollar
 */
export function tokensBySize(amounts: readonly string[], dearness: number): number {
  const median = medianOf(amounts) / dearness;
  if (median < 2e-5) return 1;
  return median < 0.008 ? 1000 : 1_000_000;
}

/** False where the prices of tokens, as read, are too high for any list of models: their unit is not what it seems. */
export function arePlausible(
  prices: readonly { readonly amount: string; readonly per: number }[],
  dearness: number,
): boolean {
  const perMillion = prices.map(({ amount, per }) => scale(amount, per, 1_000_000));
  return medianOf(perMillion) / dearness <= MOST_PER_MILLION;
}

/** Of the amounts above 0; 1 where there is none. */
function medianOf(amounts: readonly string[]): number {
  const sorted = amounts
    .map(Number)
    .filter((amount) => amount > 0)
    .sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}
