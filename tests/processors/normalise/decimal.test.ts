import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scale } from '../../../processors/normalise/decimal.ts';

const Exact = Decimal.clone({ precision: 60, toExpNeg: -1e9, toExpPos: 1e9 });

describe('a price scaled to another number of units', () => {
  it.each([
    ['0.15', 1000, 1_000_000, '150'],
    ['2.5', 1_000_000, 1, '0.0000025'],
    ['0.0004', 1, 1_000_000, '400'],
    ['1200', 1000, 1, '1.2'],
    ['0', 1, 1_000_000, '0'],
    ['0.30', 1000, 1000, '0.3'],
    ['3', 500, 1_000_000, '6000'],
  ])('%s per %d is for %d %s', (amount, per, standard, expected) => {
    expect(scale(amount, per, standard)).toBe(expected);
  });

  it('is what exact arithmetic gives, as plain text', () => {
    const counts = fc.constantFrom(1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 1_000_000_000, 30, 250_000);
    const amounts = fc
      .tuple(fc.nat(9_999_999), fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 9 }))
      .map(([whole, fraction]) => (fraction === '' ? `${whole}` : `${whole}.${fraction}`));
    fc.assert(
      fc.property(amounts, counts, counts, (amount, per, standard) => {
        expect(scale(amount, per, standard)).toBe(new Exact(amount).times(standard).div(per).toFixed());
      }),
    );
  });
});
