import { fold } from '../../normalise/fold.ts';
import { bareAmount, findAmounts } from './amounts.ts';
import { type Reading, readCell } from './cell.ts';
import { type Column, productColumn, roleOf } from './columns.ts';
import type { Draft } from './draft.ts';
import { draftOf } from './draft-of.ts';
import { isVocabulary, type Label } from './label.ts';
import { type Cell, type Grid, type Surroundings, textOf } from './model.ts';
import { type PageContext, productOfContext } from './page-context.ts';
import { namesIn } from './product-name.ts';
import { type DataRow, type Segment, segmentsOf } from './segments.ts';

/** The prices of one table. */
export function readTable(grid: Grid, around: Surroundings, page: PageContext, place: string): Draft[] {
  const segments = segmentsOf(grid, { context: page.currencies, label: page.label });
  return segments.flatMap((segment) => readSegment(segment, grid.caption, around, page, place));
}

interface PricedCell {
  readonly row: DataRow;
  readonly column: number;
  readonly cell: Cell;
  readonly readings: readonly Reading[];
}

function readSegment(
  segment: Segment,
  caption: string | null,
  around: Surroundings,
  page: PageContext,
  place: string,
): Draft[] {
  const width = segment.rows[0]?.cells.length ?? 0;
  const headers = Array.from({ length: width }, (_, column) => headerTexts(segment, column));
  const far = farLabels(caption, around, page);
  const priced = pricedCells(segment, headers, far, page);
  if (priced.length === 0) return [];
  const priceColumns = new Set(priced.map((one) => one.column));
  const rows = segment.rows.filter((row) => priced.some((one) => one.row === row));
  const filled = fillDown(segment, priceColumns);
  const value = (row: DataRow, column: number) => filled.get(row)?.[column] ?? '';
  const columns: Column[] = [];
  for (let column = 0; column < width; column++) {
    if (priceColumns.has(column)) continue;
    const header = fold((headers[column] ?? []).join(' '));
    columns.push({
      index: column,
      header,
      role: roleOf(
        header,
        rows.map((row) => value(row, column)),
        page.label,
      ),
    });
  }
  const product = productColumn(columns, (column) => rows.map((row) => value(row, column)));
  const across = product === null || transposed(product, priceColumns, headers, rows, value, page);
  const named = across ? columnProducts(priceColumns, headers, page) : null;
  const rowProduct = named === null || named.size === 0 ? product : null;
  const counted = columns.some(
    (column) =>
      /^(?:gpus?|gpu count|# gpus?|gpu quantity|gpu数量?|卡数|gpus? per|number of gpus)/i.test(column.header) &&
      rows.some((row) => /\b[248]\b|\b[248]\s*x/i.test(value(row, column.index))),
  );
  const seen = new Set<string>();
  return priced.flatMap(({ row, column, cell, readings }) => {
    const headTexts = headers[column] ?? [];
    const rowColumns = columns.filter((one) => one !== rowProduct);
    const rowLabels = rowColumns
      .map((one) => ({ column: one, text: value(row, one.index) }))
      .filter((one) => one.text !== '');
    const written = rowProduct === null ? named?.get(column) : value(row, rowProduct.index);
    const context = productOfContext(around, row.sections, caption, page);
    const productLabel = written === undefined || rowProduct === null ? null : page.label(written);
    const isName =
      written !== undefined &&
      written !== '' &&
      (productLabel === null ||
        !isVocabulary(productLabel) ||
        (productLabel.region === null && productLabel.residue.length > 1));
    const names = isName
      ? namesIn(rowProduct === null ? [written] : cellLines(row, rowProduct.index, written))
      : context === null
        ? []
        : [context];
    if (names.length === 0) names.push(page.title ?? page.currencies.url);
    const mergedAway = !cell.origin && seen.has(spanKey(cell, names, rowLabels, row.sections));
    seen.add(spanKey(cell, names, rowLabels, row.sections));
    if (mergedAway) return [];
    const headLabels = headTexts.map(page.label).reverse();
    const sections = [...row.sections].reverse().map(page.label);
    const evidence = evidenceOf(row, cell);
    return readings.flatMap((reading) =>
      names.flatMap((name) => {
        const draft = draftOf(
          {
            reading,
            names: name,
            head: headLabels,
            rowLabels,
            productLabel: isName ? null : productLabel,
            sections,
            far,
            machine: {
              product: name,
              headers: [rowProduct?.header ?? '', ...headTexts, caption ?? ''].join(' '),
              around: [...around.headings.map((one) => one.text), ...row.sections, page.title ?? ''].join(' '),
              counted,
            },
            discriminators: [
              ...rowLabels
                .filter(
                  (one) =>
                    one.column.role === 'note' ||
                    one.column.role === 'spec' ||
                    one.column.role === 'provider' ||
                    one.column.role === 'version',
                )
                .map((one) => one.text),
              ...(named === null ? headTexts : []),
              ...row.sections,
            ],
            evidence,
            place: `${place}/${row.index}/${column}`,
          },
          page,
        );
        return draft === null ? [] : [draft];
      }),
    );
  });
}

/** Header texts over a column, top first, without repeats. */
function headerTexts(segment: Segment, column: number): string[] {
  const texts: string[] = [];
  for (const row of segment.header) {
    const text = row[column] === undefined ? '' : textOf(row[column]);
    if (text !== '' && texts.at(-1) !== text) texts.push(text);
  }
  return texts;
}

function farLabels(caption: string | null, around: Surroundings, page: PageContext): Label[] {
  const short = (text: string) => text.length <= 400;
  return [
    ...(caption === null ? [] : [caption]),
    ...[...around.tabs].reverse(),
    ...[...around.before].reverse().filter(short).slice(0, 12),
    ...around.after.filter(short).slice(0, 3),
    ...around.headings.map((heading) => heading.text).reverse(),
  ].map(page.label);
}

/** Cells that hold prices: amounts with a currency, and bare numbers under a header (or beside a label) that speaks of prices. */
function pricedCells(
  segment: Segment,
  headers: readonly (readonly string[])[],
  far: readonly Label[],
  page: PageContext,
): PricedCell[] {
  const found: PricedCell[] = [];
  const columnLabels = headers.map((texts) => texts.map(page.label));
  const money = far.some(
    (label) => (label.currency !== null || label.unit?.dimension === 'token') && (label.priced || label.unit !== null),
  );
  for (const row of segment.rows) {
    const rowLabel = page.label(
      row.cells
        .map((cell) => fold(textOf(cell)))
        .filter(
          (text) =>
            text !== '' &&
            bareAmount(text) === null &&
            findAmounts(text, page.currencies).length === 0 &&
            text.length < 60,
        )
        .slice(0, 2)
        .join(' '),
    );
    row.cells.forEach((cell, column) => {
      const labels = columnLabels[column] ?? [];
      const leaf = labels.at(-1);
      const text = textOf(cell);
      if (text === '' || !/\d/.test(text)) return;
      const decoyColumn = leaf?.decoy === true && !labels.some((label) => label.directions.length > 0 && label.priced);
      if (decoyColumn && column > 0) return;
      if (column === 0 && segment.header.length > 0 && row.cells.length > 2 && !leaf?.priced) return;
      let readings = readCell(cell.lines, page.currencies, false);
      if (readings.length === 0 && !decoyColumn) {
        const rowPriced = speaksOfPrice(rowLabel) && !rowLabel.decoy;
        const columnPriced = labels.some(speaksOfPrice);
        const sure =
          labels.some((label) => label.currency !== null || label.priced) ||
          rowLabel.currency !== null ||
          rowLabel.priced ||
          money ||
          page.currency !== null;
        if ((columnPriced || rowPriced) && sure && !(columnPriced && !rowPriced && rowLabel.decoy))
          readings = readCell(cell.lines, page.currencies, true);
        if (
          readings.some((reading) => reading.amount.currency === null) &&
          page.currency === null &&
          !money &&
          ![...labels, rowLabel].some((label) => label.currency !== null)
        )
          readings = [];
      }
      if (readings.length > 0 && !(text.length > 160 && readings.length < 2))
        found.push({ row, column, cell, readings });
    });
  }
  return found;
}

const speaksOfPrice = (label: Label) =>
  label.priced ||
  label.directions.length > 0 ||
  label.currency !== null ||
  (label.unit !== null && label.unit.dimension !== 'other');

/** Blank label cells carry the cell above: a product's name, or what stands left of it. */
function fillDown(segment: Segment, priceColumns: ReadonlySet<number>): Map<DataRow, string[]> {
  const filled = new Map<DataRow, string[]>();
  let above: string[] | null = null;
  let section = '';
  for (const row of segment.rows) {
    const texts = row.cells.map(textOf);
    if (row.sections.join('/') !== section) above = null;
    section = row.sections.join('/');
    const carried = [...texts];
    for (let column = 0; column < texts.length; column++) {
      if (priceColumns.has(column) || texts[column] !== '') break;
      carried[column] = above?.[column] ?? '';
    }
    filled.set(row, carried);
    above = carried;
  }
  return filled;
}

/** True where the products stand in the header and the rows name meters. */
function transposed(
  product: Column,
  priceColumns: ReadonlySet<number>,
  headers: readonly (readonly string[])[],
  rows: readonly DataRow[],
  value: (row: DataRow, column: number) => string,
  page: PageContext,
): boolean {
  const rowNames = rows.filter((row) => !isVocabulary(page.label(value(row, product.index)))).length / rows.length;
  const heads = [...priceColumns].map((column) => headers[column]?.at(-1) ?? '').filter((text) => text !== '');
  if (heads.length === 0) return false;
  const headNames = heads.filter((text) => isOpaque(page.label(text))).length / heads.length;
  return headNames > 0.5 && rowNames < 0.5;
}

const isOpaque = (label: Label) =>
  !isVocabulary(label) && label.residue.length > 1 && !label.priced && label.directions.length === 0;

/** Product names in the header, by column: the nearest header text that names something. */
function columnProducts(
  priceColumns: ReadonlySet<number>,
  headers: readonly (readonly string[])[],
  page: PageContext,
): Map<number, string> {
  const named = new Map<number, string>();
  for (const column of priceColumns) {
    const texts = [...(headers[column] ?? [])].reverse();
    const opaque = texts.find((text) => isOpaque(page.label(text)));
    if (opaque !== undefined) named.set(column, opaque);
  }
  return named.size === priceColumns.size ? named : new Map();
}

const cellLines = (row: DataRow, column: number, written: string): readonly string[] => {
  const own = row.cells[column];
  return own !== undefined && own.lines.length > 0 ? own.lines : [written];
};

const spanKey = (
  cell: Cell,
  names: readonly string[],
  rowLabels: readonly { column: Column; text: string }[],
  sections: readonly string[],
): string =>
  JSON.stringify([
    cell.lines,
    names,
    rowLabels.filter((one) => one.column.role !== 'note' && one.column.role !== 'spec').map((one) => one.text),
    sections,
  ]);

/** The row as a person reads it, and the cell the price stands in. */
function evidenceOf(row: DataRow, cell: Cell): string {
  const texts: string[] = [];
  for (const one of row.cells) if (one.across && textOf(one) !== '') texts.push(textOf(one).slice(0, 80));
  return `${texts.join(' | ').slice(0, 240)} → ${textOf(cell).slice(0, 120)}`;
}
