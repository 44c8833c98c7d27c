import { shift } from './numbers.ts';
import type { Quantity } from './quantity.ts';

/** "27 cents, down from 40": a bare number in the money of the sum before it, in its hundredths where that is said in them. */
export function asCounted(text: string, q: Quantity, sum: Quantity): Quantity {
  const hundredths = /(?:cents?|[^百]分)$/.test(text.slice(sum.start, sum.end));
  const of = (value: string | null): string | null => (value === null || !hundredths ? value : shift(value, -2));
  return { ...q, unit: 'money', currency: sum.currency, min: of(q.min), max: of(q.max) };
}
