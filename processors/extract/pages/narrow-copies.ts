import { attribute, type Element, elementsOf } from './dom.ts';
import { linesOf } from './element-lines.ts';
import type { SpannedCell } from './grid.ts';

const classOf = (cell: Element): string => /\S+/.exec(attribute(cell, 'class'))?.[0] ?? '';

/**
 * The cells of a row without those that repeat the others for a narrow screen: set apart by their class, with the texts of two or more of the
 * others among their lines.
 */
export function withoutNarrowCopies(cells: Element[]): Element[] {
  if (cells.length < 5) return cells;
  const kinds = Map.groupBy(cells, classOf);
  const [kind, own = []] = [...kinds].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  if (kinds.size < 2 || kind === '' || own.length < 3) return cells;
  const texts = new Set(own.map((cell) => linesOf(cell).join(' ')).filter((text) => text !== ''));
  const isCopy = (cell: Element): boolean =>
    classOf(cell) !== kind &&
    elementsOf(cell).length > 0 &&
    new Set(linesOf(cell).filter((line) => [...texts].some((text) => line === text || line.includes(` ${text} `))))
      .size > 1;
  return cells.filter((cell) => !isCopy(cell));
}

/** Cells without the header of their column, which all of them repeat before their value for a narrow screen: "AWS$0.345" under "AWS". */
export function withoutHeadsAgain(rows: readonly SpannedCell[][]): readonly SpannedCell[][] {
  const [head = [], ...body] = rows;
  const again = head.map(({ lines }, column) => {
    const [text = ''] = lines;
    const cells = body.flatMap((row) => row[column] ?? []).filter((cell) => cell.lines.length > 0);
    const repeats = ({ lines: [first = '', ...below] }: SpannedCell): boolean =>
      first.startsWith(text) && (first.length > text.length || below.length > 0);
    return lines.length === 1 && /\p{L}{2}/u.test(text) && cells.length > 1 && cells.every(repeats) ? text.length : 0;
  });
  if (again.filter((length) => length > 0).length < 2) return rows;
  return rows.map((row, index) =>
    index === 0 ? row : row.map((cell, column) => ({ ...cell, lines: linesFrom(cell.lines, again[column] ?? 0) })),
  );
}

const linesFrom = ([first, ...below]: readonly string[], length: number): readonly string[] => {
  if (first === undefined || length === 0) return first === undefined ? [] : [first, ...below];
  const rest = first.slice(length).replace(/^[\s:]+/, '');
  return rest === '' ? below : [rest, ...below];
};
