import type { Column } from './columns.ts';
import type { PageContext } from './page-context.ts';

/** What a row says in a column of labels. */
export interface Told {
  readonly column: Column;
  readonly text: string;
}

/**
 * The labels of a row that hold for its price at a column: "Orca 3 | Input tokens | $2 | Output tokens | $8" says the way of its tokens before each
 * price, and the nearest before one is its own.
 */
export function withOwnWay(labels: readonly Told[], priceColumn: number, page: PageContext): readonly Told[] {
  const ways = labels.filter(({ text }) => page.label(text).directions.length > 0);
  const own = ways.findLast(({ column }) => column.index < priceColumn);
  return own === undefined || ways.length < 2 || !isBetween(ways, own, priceColumn)
    ? labels
    : labels.filter((one) => one === own || !ways.includes(one));
}

/** True where a way stands right before the price, and no other does. */
const isBetween = (ways: readonly Told[], own: Told, priceColumn: number): boolean =>
  own.column.index === priceColumn - 1 &&
  ways.every((one) => one === own || Math.abs(one.column.index - own.column.index) > 1);
