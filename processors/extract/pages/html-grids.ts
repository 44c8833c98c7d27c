import { fold } from '../../normalise/fold.ts';
import { withAmountsForAll } from './amounts-for-all.ts';
import { attribute, type Element, elementsOf, isHidden, isSkipped, isStruck } from './dom.ts';
import { linesOf } from './element-lines.ts';
import { resolveSpans, type SpannedCell, singleCell } from './grid.ts';
import { isAmount } from './heads-amounts.ts';
import { withLackingHeader } from './lacking-header.ts';
import { withLogo } from './logos.ts';
import { withLostRowspans } from './lost-rowspans.ts';
import { withLostSpans } from './lost-spans.ts';
import type { Grid } from './model.ts';
import { withoutHeadsAgain, withoutNarrowCopies } from './narrow-copies.ts';
import { cellOf, isHeader, isNamed, type Row, textOf } from './plain-header.ts';
import { showsMoney } from './shows-money.ts';
import { unheadedRows } from './unheaded-rows.ts';

/** `rowspan="2"`, and `rowSpan={2}` in MDX. */
const span = (element: Element, name: string): number => {
  const value = Number.parseInt(attribute(element, name).replace(/^\{\s*["']?/, ''), 10);
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
        if (!isHidden(child) || isFiltered(child)) rows.push([...withLogo(rowCells(child, head), child)]);
      } else if (child.name !== 'colgroup' && child.name !== 'col') visit(child, head || child.name === 'thead');
    }
  };
  visit(table, false);
  return { rows: resolveSpans(withLackingHeader(withLostSpans(reachingDown(withoutHeadsAgain(rows))))), caption };
}

/** The rows of a table whose cells say nowhere how far they reach down, though some rows lack what would. */
function reachingDown(rows: readonly SpannedCell[][]): readonly SpannedCell[][] {
  const [header = [], ...body] = rows;
  // Where all rows are as long, a header of more has empty cells at its end.
  const lengths = new Set(body.map(({ length }) => length));
  if (lengths.size < 2 || rows.some((row) => row.some(({ rowspan }) => rowspan !== 1))) return rows;
  return withAmountsForAll(rows) ?? withLostRowspans(rows, !header.some((cell) => showsMoney(textOf(cell))));
}

/** A row that a choice of the page takes out of sight: the rows in sight have another value of the same attribute (a region). */
function isFiltered(row: Element): boolean {
  const siblings = row.parent === null || !('attribs' in row.parent) ? [] : elementsOf(row.parent);
  const shown = siblings.filter((one) => one.name === 'tr' && !isHidden(one));
  return Object.keys(row.attribs).some(
    (key) =>
      key.startsWith('data-') &&
      shown.length > 0 &&
      shown.every((one) => one.attribs[key] !== undefined && one.attribs[key] !== row.attribs[key]),
  );
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

/** Parts of tables by the names of custom elements: <price-table>, <price-table-row>, <price-table-header-cell>, <price-table-cell>. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/-table$/, 'table'],
  [/-(?:row|tr)$/, 'row'],
  [/-(?:header-cell|column-header|th)$/, 'columnheader'],
  [/-(?:cell|td)$/, 'cell'],
];

/** What an element is in a table: by its ARIA role, or by its name where it is a custom element. */
function roleOf(element: Element): string {
  const role = attribute(element, 'role');
  if (role !== '' || !element.name.includes('-')) return role;
  const part = PARTS.find(([name]) => name.test(element.name))?.[1] ?? '';
  return part === 'columnheader' && attribute(element, 'scope') === 'row' ? 'rowheader' : part;
}

/** A table made of elements with ARIA roles, or of custom elements; null where the element is none. */
export function ariaGrid(root: Element): Grid | null {
  if (!/^(?:table|grid|treegrid)$/.test(roleOf(root)) || root.name === 'table') return null;
  const rows: SpannedCell[][] = [];
  const elements: Element[][] = [];
  const visit = (parent: Element) => {
    for (const child of elementsOf(parent)) {
      if (isSkipped(child)) continue;
      if (roleOf(child) === 'row') {
        const cells: SpannedCell[] = [];
        const collect = (inner: Element) => {
          for (const cell of elementsOf(inner)) {
            const role = roleOf(cell);
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
        // A row without roles inside: its children are its cells.
        const bare = cells.length > 0 ? [] : plainCells(child);
        elements.push(bare);
        rows.push(bare.length > 0 ? bare.map((cell) => cellOf(cell, false)) : cells);
      } else visit(child);
    }
  };
  visit(root);
  withoutLabels(elements, rows);
  return rows.length >= 2
    ? { rows: resolveSpans(withLackingHeader(withLostSpans(rows))), caption: attribute(root, 'aria-label') || null }
    : null;
}

/** Cells of a narrow layout that all open with the same element, the name of their column: it is none of their value. */
function withoutLabels(elements: readonly (readonly Element[])[], rows: SpannedCell[][]): void {
  const width = Math.max(0, ...elements.map((row) => row.length));
  for (let column = 0; column < width; column++) {
    const cells = elements.flatMap((row, index) => {
      const cell = row[column];
      const [label, ...others] = cell === undefined ? [] : elementsOf(cell);
      return label === undefined || others.length === 0 ? [] : [{ index, text: linesOf(label).join(' ') }];
    });
    const [first, second] = cells;
    if (first === undefined || second === undefined || cells.length * 2 < rows.length) continue;
    if (first.text === '' || showsMoney(first.text) || cells.some(({ text }) => text !== first.text)) continue;
    for (const { index } of cells) {
      const row = rows[index];
      const cell = row?.[column];
      const [line = '', ...below] = cell?.lines ?? [];
      if (row === undefined || cell === undefined || !line.startsWith(first.text)) continue;
      const rest = line.slice(first.text.length).trim();
      if (rest !== '' || below.length > 0) row[column] = { ...cell, lines: rest === '' ? below : [rest, ...below] };
    }
  }
}

/** Cells of a row made of plain elements: wrappers with one child are seen through. */
function plainCells(row: Element): Element[] {
  let inner = row;
  for (let depth = 0; depth < 4; depth++) {
    const children = elementsOf(inner).filter(
      (child) =>
        !isHidden(child) &&
        !isStruck(child) &&
        child.name !== 'hr' &&
        child.name !== 'nav' &&
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
  if (lines.length !== 1 || text.length > 60 || showsMoney(text)) return null;
  return { lines, header: false, colspan: width, rowspan: 1 };
}

/**
 * A table made of plain elements: rows that repeat with the same number of cells under a header of as many cells.
 * Without such a header they are cards, and read as lines.
 */
export function plainGrid(root: Element, previous: readonly Element[], depth = 0): Grid | null {
  const found = gridOfRows(root, previous);
  // The rows may stand in a wrapper or two of their own, beside their header.
  const [only, ...others] = elementsOf(root).filter((child) => !isSkipped(child));
  return found === null && previous.length > 0 && only !== undefined && others.length === 0 && depth < 3
    ? plainGrid(only, previous, depth + 1)
    : found;
}

function gridOfRows(root: Element, previous: readonly Element[]): Grid | null {
  const rows = openedRows(elementsOf(root).filter((child) => !isSkipped(child) && child.name !== 'hr'));
  if (rows.length < 1 || rows.length > 2000) return null;
  const cells = rows.map((row) => withoutNarrowCopies(plainCells(row)));
  const widths = new Map<number, number>();
  for (const row of cells) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  const others = cells.filter((row) => row.length !== width && row.length > 0).length;
  if (width < 2 || width > 30 || count * 2 < rows.length || others >= count) return null;
  const left: Element[] = [];
  const body = cells.flatMap((row, index) => {
    if (row.length === width) return [row.map((cell) => cellOf(cell, false))];
    const section = sectionOf(rows[index], row, width);
    if (section === null) left.push(...row);
    return section === null ? [] : [[section]];
  });
  if (left.some((cell) => showsMoney(linesOf(cell).join(' ')))) return null;
  if (!body.some((row) => row.some((cell) => isAmount(textOf(cell))))) return null;
  const longest = mostLines(body.length);
  if (body.some((row) => row.some((cell) => cell.lines.length > longest || cell.lines.join(' ').length > 400)))
    return null;
  const [short = []] = cells;
  if (short.length === width - 1 && body.length === cells.length - 1) {
    const [header = []] = withLackingHeader([short.map((cell) => cellOf(cell, true)), ...body]);
    if (header.length === width) return grid(header, body);
  }
  const top = body.findIndex((row) => row.length === width);
  const names = cells.find((row) => row.length === width) ?? [];
  if (names.every(isTitle) && body.slice(top + 1).some((row) => row.every((cell) => showsMoney(textOf(cell)))))
    return grid(body[top] ?? [], body.slice(top + 1));
  // A first cell of several lines with money among them is a card beside others.
  if (body.some(([first]) => first !== undefined && first.lines.length > 1 && showsMoney(textOf(first)))) return null;
  const labels = selfLabels(cells, body, width);
  if (labels !== null) return grid(labels, body);
  const [first, ...rest] = body.slice(top);
  if (first !== undefined && rest.length > 0 && isHeader(first, width, rest))
    return {
      ...grid(first, rest),
      caption:
        body
          .slice(0, top)
          .map(([title]) => title?.lines.join(' '))
          .join(' ') || null,
    };
  // Under a heading of its own nothing before it is the header.
  if (rows[0] !== undefined && /^h[1-6]$/.test(rows[0].name)) return null;
  for (const sibling of previous) {
    for (const candidate of [sibling, ...elementsOf(sibling)]) {
      if (/^(?:table|thead|tbody|tfoot)$/.test(candidate.name) || isSkipped(candidate)) continue;
      const head = plainCells(candidate);
      if (head.length !== width || head.every(isSwitch)) continue;
      const row = head.map((cell) => cellOf(cell, true));
      if (isHeader(row, width, body)) return grid(row, body);
    }
  }
  const header = names.some(isTitle) ? null : unheadedRows(rows, body);
  return header === null ? null : grid(header, body);
}

/** Buttons side by side are a switch, and head nothing. */
const isSwitch = (cell: Element): boolean => cell.name === 'button' || attribute(cell, 'role') === 'tab';

/**
 * Rows, those in a wrapper beside them among them: a narrow layout repeats the rows in one, "show more" keeps some there.
 * What is in the wrapper is a name and prices in as many cells as the rows around it have, and as no cell of theirs has.
 */
function openedRows(rows: readonly Element[]): readonly Element[] {
  const last = rows.at(-1);
  const row = rows.at(-2);
  if (last === undefined || row === undefined || rows.length < 3) return rows;
  const width = plainCells(row).length;
  const inner = elementsOf(last).filter((child) => !isSkipped(child) && child.name !== 'hr');
  const isRow = (element: Element) => plainCells(element).length === width;
  const isPriced = (element: Element) =>
    isNamed(
      plainCells(element).map((cell) => cellOf(cell, false)),
      width,
    );
  const isWrapper =
    width > 1 &&
    inner.length > 1 &&
    inner.every(isRow) &&
    !plainCells(row).some(isRow) &&
    [row, ...inner].every(isPriced);
  return isWrapper ? [...rows.slice(0, -1), ...inner] : rows;
}

/** A cell that is a heading and nothing else: a row of them names the columns. */
const isTitle = (cell: Element): boolean => {
  const [only, ...others] = elementsOf(cell);
  const heading = /^h[1-6]$/;
  return heading.test(cell.name) || (only !== undefined && others.length === 0 && heading.test(only.name));
};

/** What a cell may hold: one row whose cells hold more is a list of as many items. */
const mostLines = (rows: number): number => (rows === 1 ? 3 : 12);

/** Attributes whose text a narrow layout sets before a cell: its header. */
const labelOf = (element: Element): string =>
  attribute(element, 'data-label') || attribute(element, 'data-title') || attribute(element, 'data-th');

/** The header that rows carry with them: every cell says what its column is, in an attribute or over its value. Null where they do not. */
function selfLabels(rows: readonly (readonly Element[])[], body: readonly Row[], width: number): Row | null {
  const elements = rows.filter((row) => row.length === width);
  const cells = body.filter((row) => row.length === width);
  const labels = Array.from({ length: width }, (_, column): SpannedCell => {
    const attributes = new Set(elements.map((row) => (row[column] === undefined ? '' : fold(labelOf(row[column])))));
    const [named = ''] = attributes;
    const label = attributes.size === 1 && named !== '' ? named : overValues(cells, column);
    return singleCell(label === '' ? [] : [label], true);
  });
  return labels.filter((label) => label.lines.length > 0).length * 2 > width ? labels : null;
}

function overValues(rows: readonly Row[], column: number): string {
  const first = rows[0]?.[column]?.lines[0] ?? '';
  const same = rows.length > 1 && rows.every((row) => row[column]?.lines[0] === first);
  const valued = rows.some((row) => (row[column]?.lines.length ?? 0) > 1);
  return same && valued && /\p{L}{2}/u.test(first) && first.length < 60 && !showsMoney(first) ? first : '';
}

/**
 * Rows of plain cells among other siblings: a header row at `at`, and the rows of as many cells right after it.
 * Null where no header stands here.
 */
export function plainRun(siblings: readonly Element[], at: number): { grid: Grid; taken: number } | null {
  const head = siblings[at];
  if (head === undefined || siblings.length - at < 2) return null;
  const heads = plainCells(head);
  const header = heads.map((cell) => cellOf(cell, true));
  const width = header.length;
  if (width < 2 || width > 30 || heads.every(isSwitch)) return null;
  const rows: SpannedCell[][] = [];
  for (let next = at + 1; next < siblings.length && rows.length < 2000; next++) {
    const row = siblings[next];
    const cells = row === undefined || isSkipped(row) ? [] : plainCells(row);
    if (cells.length !== width) break;
    rows.push(cells.map((cell) => cellOf(cell, false)));
  }
  const longest = mostLines(rows.length);
  if (rows.length === 0 || !rows.every((row) => row.every((cell) => cell.lines.length <= longest))) return null;
  if (!rows.some((row) => isNamed(row, width)) || !isHeader(header, width, rows)) return null;
  return { grid: grid(header, rows), taken: 1 + rows.length };
}

/** A cell of a narrow layout repeats its header over the value: it is said once. */
const withoutHeader = (cell: SpannedCell, header: SpannedCell | undefined): SpannedCell =>
  cell.lines.length > 1 && header?.lines.length === 1 && cell.lines[0] === header.lines[0]
    ? { ...cell, lines: cell.lines.slice(1) }
    : cell;

function grid(header: readonly SpannedCell[], body: readonly (readonly SpannedCell[])[]): Grid {
  return {
    rows: resolveSpans([
      header.map((cell) => ({ ...cell, header: true })),
      ...body.map((row) => row.map((cell, column) => withoutHeader(cell, header[column]))),
    ]),
    caption: null,
  };
}
