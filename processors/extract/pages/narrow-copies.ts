import { attribute, type Element, elementsOf } from './dom.ts';
import { linesOf } from './element-lines.ts';

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
