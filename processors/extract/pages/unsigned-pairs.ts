import { findDirections } from '../../normalise/directions.ts';
import { fold } from '../../normalise/fold.ts';
import { bareAmount } from './amounts.ts';
import { type Element, elementsOf, isSkipped } from './dom.ts';
import { linesOf } from './element-lines.ts';
import { resolveSpans, singleCell } from './grid.ts';
import type { Grid } from './model.ts';

/**
 * Pairs of a way of tokens and a number without a currency, "Input", "4", "Output", "12", as a list of definitions or rows of two cells
 * sets them: a table of what the text over it says once. Null for anything else, amounts with their currency among it.
 */
export function unsignedPairs(root: Element): Grid | null {
  const children = elementsOf(root).filter((child) => !isSkipped(child));
  if (children.length < 2 || children.length > 40) return null;
  const cells = children.every(({ name }) => name === 'dt' || name === 'dd')
    ? children
    : children.flatMap((row) => {
        const parts = elementsOf(row).filter((part) => !isSkipped(part));
        return parts.length === 2 ? parts : [];
      });
  if (cells.length < 4 || cells.length % 2 !== 0 || (cells !== children && cells.length !== children.length * 2))
    return null;
  const texts = cells.map((cell) => linesOf(cell).join(' '));
  const isPair = (label: string, value: string): boolean =>
    label.length <= 40 && findDirections(fold(label)).length > 0 && bareAmount(fold(value)) !== null;
  const rows = Array.from({ length: texts.length / 2 }, (_, row) => texts.slice(row * 2, row * 2 + 2));
  if (!rows.every(([label = '', value = '']) => isPair(label, value))) return null;
  return {
    rows: resolveSpans([HEADER, ...rows].map((row, index) => row.map((text) => singleCell([text], index === 0)))),
    caption: null,
  };
}

/** What such pairs are, in the words of a header. */
const HEADER = ['Type', 'Price'];
