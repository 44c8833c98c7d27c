import type { Rate } from './rates.ts';

export type Unit = 'money' | 'percent' | 'points' | 'tokens' | 'chips' | 'watts' | 'times' | 'number' | 'other';

/** A number with its unit, as one sentence states it. Offsets are into the sentence; values in base units, decimal strings. */
export interface Quantity {
  readonly start: number;
  /** End of number and unit, without the rate. */
  readonly end: number;
  readonly unit: Unit;
  /** ISO 4217, only for money. */
  readonly currency: string | null;
  readonly min: string | null;
  readonly max: string | null;
  readonly rate: Rate | null;
  /** The noun counted, where it is part of the quantity: [start, end]. */
  readonly noun: readonly [number, number] | null;
  /** True where a magnitude word (million, 亿) stands with the number. */
  readonly large: boolean;
  /** True where the number has no noun of its own and counts what was counted before it. */
  readonly elliptic?: true;
}

/** The quantities that stand in a row with one, itself among them: each beside the next. */
export function rowAround(
  quantities: readonly Quantity[],
  q: Quantity,
  areBeside: (one: Quantity, next: Quantity) => boolean,
): readonly Quantity[] {
  const beside = (at: number): boolean => {
    const [one, next] = [quantities[at], quantities[at + 1]];
    return one !== undefined && next !== undefined && areBeside(one, next);
  };
  let [first, last] = [quantities.indexOf(q), quantities.indexOf(q)];
  while (beside(first - 1)) first--;
  while (beside(last)) last++;
  return quantities.slice(first, last + 1);
}
