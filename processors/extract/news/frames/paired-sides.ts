import type { Quantity } from '../quantity.ts';
import type { TokenSide } from '../rates.ts';
import { saysBothWays } from './meter.ts';

/**
 * "$2.50/$7.50": the first is for input, the last for output, one between them for cached input; likewise "$1.33 and $4.00 per
 * million tokens in and out". Null for the sum at `at` where it is of no such pair.
 */
export function sideOfPair(text: string, sums: readonly Quantity[], at: number): TokenSide | null {
  const joined = (i: number): boolean => {
    const [a, b] = [sums[i], sums[i + 1]];
    if (a === undefined || b === undefined) return false;
    const gap = text.slice(a.end, b.start);
    return /^ ?\/ ?$/.test(gap) || (/^ and $/.test(gap) && b.rate !== null && saysBothWays(text.slice(b.rate.end)));
  };
  const [before, after] = [joined(at - 1), joined(at)];
  if (before && after) return 'cached_input';
  if (after) return 'input';
  return before ? 'output' : null;
}
