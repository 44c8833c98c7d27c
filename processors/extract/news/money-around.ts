import { matches } from './text.ts';
import { currencyAfter, currencyBefore } from './units.ts';

/** Where a sentence looks for the money of a sum that names none. */
export interface MoneyAround {
  /** The money that the sentences before it in its block count in; null where none of the nearest counts any. */
  above(): string | null;
  /** The one money of the whole text; null where it counts in several, or in none. */
  sole(): string | null;
}

const NAMED = /[美欧港日韩]元|美金|港币|台币|英镑|[$€£]|(?<=[\d百千万亿])元|人民币|rmb|[¥￥]/g;

/** The one money that a folded Chinese text counts in; null where it has several, or none. */
export function soleMoney(folded: string): string | null {
  const [only, ...others] = new Set(
    matches(NAMED, folded).map(
      ({ 0: name, index }) =>
        (currencyAfter(folded, index) ?? currencyBefore(folded, index + name.length))?.currency ?? 'CNY',
    ),
  );
  return only !== undefined && others.length === 0 ? only : null;
}
