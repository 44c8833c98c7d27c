import { fold } from '../../normalise/fold.ts';
import { attribute, type Element, elementsOf, isHidden, isSkipped, linesOf } from './dom.ts';
import { resolveSpans, type SpannedCell } from './grid.ts';
import type { Grid } from './model.ts';

const span = (element: Element, name: string): number => {
  const value = Number.parseInt(attribute(element, name), 10);
  return Number.isFinite(value) && value >= 0 && value <= 1000 ? value : 1;
};

/** A `table` element as a grid: spans resolved, hidden placeholder cells left out, nested tables read as lines. */
export function tableGrid(table: Element): Grid {
  const rows: SpannedCell[][] = [];
  let caption: string | null = null;
  const visit = (parent: Element, head: boolean) => {
    for (const child of elementsOf(parent)) {
      if (child.name === 'caption') caption = linesOf(child).join(' ') || null;
      else if (child.name === 'tr') {
        if (!isHidden(child)) rows.push(rowCells(child, head));
      } else if (child.name !== 'colgroup' && child.name !== 'col') visit(child, head || child.name === 'thead');
    }
  };
  visit(table, false);
  return { rows: resolveSpans(rows), caption };
}

function rowCells(row: Element, head: boolean): SpannedCell[] {
  const cells: SpannedCell[] = [];
  for (const cell of elementsOf(row)) {
    if ((cell.name !== 'td' && cell.name !== 'th') || isHidden(cell)) continue;
    cells.push({
      lines: linesOf(cell),
      header: head || cell.name === 'th',
      colspan: span(cell, 'colspan'),
      rowspan: span(cell, 'rowspan'),
    });
  }
  return cells;
}

/** A table made of elements with ARIA roles; null where the element is none. */
export function ariaGrid(root: Element): Grid | null {
  if (!/^(?:table|grid|treegrid)$/.test(attribute(root, 'role')) || root.name === 'table') return null;
  const rows: SpannedCell[][] = [];
  const visit = (parent: Element) => {
    for (const child of elementsOf(parent)) {
      if (isSkipped(child)) continue;
      if (attribute(child, 'role') === 'row') {
        const cells: SpannedCell[] = [];
        const collect = (inner: Element) => {
          for (const cell of elementsOf(inner)) {
            const role = attribute(cell, 'role');
            if (/^(?:cell|gridcell|columnheader|rowheader)$/.test(role)) {
              cells.push({
                lines: linesOf(cell),
                header: role === 'columnheader',
                colspan: span(cell, 'aria-colspan'),
                rowspan: span(cell, 'aria-rowspan'),
              });
            } else collect(cell);
          }
        };
        collect(child);
        rows.push(cells);
      } else visit(child);
    }
  };
  visit(root);
  return rows.length >= 2 ? { rows: resolveSpans(rows), caption: attribute(root, 'aria-label') || null } : null;
}

const MONEY = /(?:[$¥€£₹₩]|US\$)\s*\d|\d\s*(?:元|美元|USD|EUR)/;
const HEAD =
  /\b(?:price|pricing|cost|rate|per|hour|hourly|input|output|starting|from|month|monthly|on-demand|spot|reserved)\b|价格?|单价|费用|输入|输出|计费|定价/i;
const NAME_HEAD =
  /^(?:models?(?: name)?|gpus?(?: model| type)?|names?|instances?(?: types?)?|machine types?|products?|services?|plans?|skus?|type|tool|size|模型(?:名称)?|产品|名称|规格|型号|实例)/i;

/** A first cell that heads a column of names and can be nothing else. */
const NAME_ONLY =
  /^(?:models?|(?:model|product|plan|gpu|instance) names?|gpus?|instances?|products?|services?|模型|模型名称?|产品名称?|规格|型号)$/i;

/** Cells of a row made of plain elements: wrappers with one child are seen through. */
function plainCells(row: Element): Element[] {
  let inner = row;
  for (let depth = 0; depth < 4; depth++) {
    const children = elementsOf(inner).filter(
      (child) =>
        !isHidden(child) &&
        child.name !== 'hr' &&
        child.name !== 'svg' &&
        child.name !== 'script' &&
        child.name !== 'style',
    );
    if (children.length !== 1 || children[0] === undefined) return children;
    inner = children[0];
  }
  return [];
}

/** A row of one cell that names what follows: "Streaming". */
function sectionOf(row: Element | undefined, cells: readonly Element[], width: number): SpannedCell | null {
  if (row === undefined || cells.length > 0) return null;
  const lines = linesOf(row);
  const text = lines.join(' ');
  if (lines.length !== 1 || text.length > 60 || MONEY.test(text)) return null;
  return { lines, header: false, colspan: width, rowspan: 1 };
}

const cellOf = (element: Element, header: boolean): SpannedCell => ({
  lines: element.name === 'img' ? [] : linesOf(element),
  header,
  colspan: 1,
  rowspan: 1,
});

/**
 * A table made of plain elements: rows that repeat with the same number of cells under a header of as many cells.
 * Without such a header they are cards, and read as lines.
 */
export function plainGrid(root: Element, previous: readonly Element[]): Grid | null {
  const rows = elementsOf(root).filter((child) => !isSkipped(child) && child.name !== 'hr');
  if (rows.length < 1 || rows.length > 2000) return null;
  const cells = rows.map(plainCells);
  const widths = new Map<number, number>();
  for (const row of cells) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  if (width < 2 || width > 30 || count * 2 < rows.length) return null;
  const body = cells.flatMap((row, index) => {
    if (row.length === width) return [row.map((cell) => cellOf(cell, false))];
    const section = sectionOf(rows[index], row, width);
    return section === null ? [] : [[section]];
  });
  if (!body.some((row) => row.some((cell) => MONEY.test(cell.lines.join(' '))))) return null;
  if (body.some((row) => row.some((cell) => cell.lines.length > 12 || cell.lines.join(' ').length > 400))) return null;
  const isHeader = (row: readonly SpannedCell[]) => {
    const texts = row.map((cell) => fold(cell.lines.join(' ')));
    if (row.length < width) return false;
    // A blank corner, and words over the amounts: plans, regions, ways of buying.
    const [corner = '', ...over] = texts;
    if (corner === '' && over.every((text) => text !== '' && text.length < 40 && !/\d/.test(text))) return true;
    // "Model | Pay as you go | Growth, from $4K a year": plans over the columns.
    if (NAME_ONLY.test(texts[0] ?? '') && texts.every((text) => text.length < 60 && !/^\D{0,4}\d/.test(text)))
      return true;
    return (
      texts.every((text) => !MONEY.test(text) && text.length < 60) &&
      texts.some((text) => HEAD.test(text)) &&
      (texts.some((text) => NAME_HEAD.test(text)) || texts.filter((text) => HEAD.test(text)).length >= 2)
    );
  };
  const at = body.findIndex((row) => row.length === width);
  const first = body[at];
  if (first !== undefined && at + 1 < body.length && isHeader(first))
    return grid(first, [...body.slice(0, at), ...body.slice(at + 1)]);
  for (const sibling of previous) {
    for (const candidate of [sibling, ...elementsOf(sibling)]) {
      const head = plainCells(candidate);
      if (head.length !== width) continue;
      const row = head.map((cell) => cellOf(cell, true));
      if (isHeader(row)) return grid(row, body);
    }
  }
  return null;
}

function grid(header: readonly SpannedCell[], body: readonly (readonly SpannedCell[])[]): Grid {
  return { rows: resolveSpans([header.map((cell) => ({ ...cell, header: true })), ...body]), caption: null };
}
