import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 60, toExpNeg: -1e9, toExpPos: 1e9 });

/** As `toFixed` writes it. */
const PLAIN = /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** A published number literal ("2.5e-07", "1,200.50" without its commas, 0.25) as an exact plain decimal; null where it is none. */
export function parseDecimal(literal: string | number): string | null {
  const text = String(literal).trim();
  // Most are in plain form already.
  if (PLAIN.test(text)) return text;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null;
  return new Exact(text).toFixed();
}

/** `amount` buys `per` units: the price of `standard` units, exact (a third is cut at 60 digits). */
export function scale(amount: string, per: number, standard: number): string {
  const places = PLACES.get(standard / per);
  if (places !== undefined && amount.length <= 40 && PLAIN.test(amount)) return shifted(amount, places);
  if (per === standard) return new Exact(amount).toFixed();
  return new Exact(amount).times(standard).div(per).toFixed();
}

/** Powers of ten, by which most prices are scaled: their point moves. */
const PLACES: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 19 }, (_, index) => [Number(`1e${index - 9}`), index - 9] as const),
);

function shifted(amount: string, places: number): string {
  if (places === 0) return amount;
  const [whole = '', fraction = ''] = amount.split('.');
  const point = whole.length + places;
  const digits = point < 1 ? `${'0'.repeat(1 - point)}${whole}${fraction}` : `${whole}${fraction}`.padEnd(point, '0');
  const at = Math.max(point, 1);
  const left = digits.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = digits.slice(at).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

/** Percent from `before` to `after`, rounded to 4 places; null where `before` is 0. */
export function percentChange(before: string, after: string): number | null {
  const base = new Exact(before);
  if (base.isZero()) return null;
  return new Exact(after).minus(base).div(base.abs()).times(100).toDecimalPlaces(4).toNumber();
}

/** True where two prices differ by less than one part in a million: float residue, not a change. */
export function samePrice(a: string, b: string): boolean {
  if (a === b) return true;
  const x = new Exact(a);
  const y = new Exact(b);
  return x.minus(y).abs().lte(Decimal.max(x.abs(), y.abs()).times('1e-6'));
}

/** -1, 0 or 1. */
export function compareDecimal(a: string, b: string): number {
  return new Exact(a).comparedTo(new Exact(b));
}
