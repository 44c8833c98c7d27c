import { fold } from '../../normalise/fold.ts';
import { findAmounts } from './amounts.ts';
import { byItself } from './by-itself.ts';
import { classesOver } from './classes-over-prices.ts';
import { type Column, headRole, PLAN, roleOf } from './columns.ts';
import { countedColumn } from './counted-names.ts';
import { FAMILY, PLAN_NAME } from './names.ts';
import { packageSizes } from './packages.ts';
import type { PageContext } from './page-context.ts';
import { usedUnderPlans, usesColumn } from './plan-rows.ts';
import type { PricedCell } from './priced-cells.ts';
import { kindColumn, nameColumns, productColumn } from './product-column.ts';
import { areExplained, namesStandSecond, withoutBadge } from './product-name.ts';
import { isMachineName } from './resolve.ts';
import type { DataRow, Segment } from './segments.ts';
import { billedItems, columnProducts, isOpaque, transposed } from './turned-tables.ts';
import { unheadedNames } from './unheaded-names.ts';

/** What the rows and the columns of a table are for. */
export interface Axes {
  /** The column that names the products; null where the header or the surroundings name them. */
  readonly product: Column | null;
  /** The column whose words go before the names. */
  readonly kind: Column | null;
  /** Columns that may name it where its own cell is blank. */
  readonly substitutes: readonly Column[];
  /** Product names by price column, in a table that is turned on its side. */
  readonly columnNames: ReadonlyMap<number, string> | null;
  readonly labels: readonly Column[];
  readonly value: (row: DataRow, column: number) => string;
  readonly rows: readonly DataRow[];
  /** Prices by the hour stand beside prices by the month. */
  readonly rented: boolean;
  /** The prices are of packages, each for all that is in it. */
  readonly packages: boolean;
  /** Plans by the column that they head. */
  readonly planHeads: ReadonlyMap<number, string>;
  /** Columns of prices that are of what the table (or their header) is about under each of the plans that the product column names. */
  readonly underPlans: ReadonlyMap<number, string | null>;
  /** Classes by the column of prices that they head. */
  readonly classes: ReadonlyMap<number, string>;
}

export interface Place {
  readonly contextOf: (row: DataRow) => string | null;
  readonly page: PageContext;
  /** The nearest heading that speaks of more than prices, however plain. */
  readonly topic?: string | null;
}

/** Who sells, not what is sold. */
const SELLER =
  /^(?:(?:gpu|cloud|inference|hosting|api) )*(?:providers?|vendors?|clouds?|hosts?|marketplaces?)$|^(?:模型|云)?(?:厂商|供应商|服务商|云商)$/i;

/** In which way one thing is made: "std" and "pro" under "Mode" below the name of a model. */
const OF_ONE = /^(?:modes?|quality|模式|档位|质量|画质)$/i;
/** "Orca 2.1 Pro": a name with a version. */
export const VERSION = /\p{L}{2}.*\d\.\d|\p{L}{2}[- ]?v?\d{1,2}(?!\d)/iu;

/** Of those who sell, not of what they sell: "Best 5 NVIDIA clouds". */
const OF_SELLERS = /\b(?:providers?|vendors?|clouds?|best|top|vs)\b|厂商|服务商|云/i;

/** True for a table under the name of a card or a model, "RTX 5090" over rows of those that rent it out: each row is a price of that. */
const sellsOneThing = (rows: readonly DataRow[], contextOf: Place['contextOf']): boolean =>
  rows.every((row) => {
    const name = contextOf(row) ?? '';
    return FAMILY.test(name) && /\d/.test(name) && !OF_SELLERS.test(name);
  });

/** Which axis names the products, and what the columns of labels are for. */
export function axesOf(
  segment: Segment,
  headers: readonly (readonly string[])[],
  priced: readonly PricedCell[],
  { contextOf, page, about }: Place & { readonly about: readonly string[] },
): Axes {
  const priceColumns = new Set(priced.map((one) => one.column));
  const pricedRows = new Set(priced.map((one) => one.row));
  const rows = segment.rows.filter((row) => pricedRows.has(row));
  const filled = fillDown(segment, priceColumns);
  const said = (row: DataRow, column: number) => filled.get(row)?.[column] ?? '';
  const second = new Set(headers.keys().filter((column) => namesStandSecond(rows.map((row) => said(row, column)))));
  const explained = new Set(headers.keys().filter((column) => areExplained(rows.map((row) => said(row, column)))));
  const value = (row: DataRow, column: number) => {
    const text = said(row, column);
    return second.has(column)
      ? text.replace(/^.*\n/, '')
      : explained.has(column)
        ? text.replace(/[:：]\s.*$/s, '')
        : text;
  };
  const written = byItself((column: number) => rows.map((row) => value(row, column).replaceAll('\n', ' ')));
  const pricedPlans = [...priceColumns].every((column) => PLAN_NAME.test(headers[column]?.at(-1) ?? ''));
  const read: Column[] = headers.flatMap((texts, index) => {
    if (priceColumns.has(index)) return [];
    const header = fold(texts.join(' ')) || (written(index).every((text) => PLAN_NAME.test(text)) ? 'plan' : '');
    // Money that is no price (a sum, a limit) is no label of one either.
    const money = rows.some((row) => findAmounts(fold(value(row, index)), page.currencies).length > 0);
    // "Limited", "Limited" under "Free" beside "Pro" and its prices: another plan.
    const isPlan = pricedPlans && PLAN_NAME.test(header);
    return [{ index, header, role: isPlan || money ? 'spec' : roleOf(header, written(index), page.label) }];
  });
  const sizes = packageSizes(read, written, about);
  // "DNS requests" beside "per million" under "Unit": where a column says that it is of units, no other is.
  const ofUnits = read.some(({ header }) => headRole(header) === 'unit');
  const columns = read.map((column): Column => {
    if (column === sizes) return { ...column, role: 'tier' };
    return ofUnits && column.role === 'unit' && headRole(column.header) !== 'unit'
      ? { ...column, role: 'note' }
      : column;
  });
  const times = new Set(
    [...priceColumns].flatMap((column) => (headers[column] ?? []).map((text) => page.label(text).unit?.dimension)),
  );
  const rented = times.has('hour') && times.has('month');
  const named =
    unheadedNames(columns, written) ??
    productColumn(
      columns,
      written,
      rows.every((row) => {
        const name = contextOf(row);
        // Under the name of the house alone the rows say what is sold.
        return name !== null && !page.isOwnName(name) && !page.name.startsWith(`${name} `);
      }),
    ) ??
    // "p2.8xlarge" under "Size": its code is what a machine is called.
    columns.find(({ index }) => written(index).length > 0 && written(index).every(isMachineName)) ??
    (pricedPlans ? usesColumn(columns, written, priced, page) : null);
  const ofOne =
    named !== null &&
    ((SELLER.test(named.header) && sellsOneThing(rows, contextOf)) ||
      (OF_ONE.test(named.header) && rows.every((row) => VERSION.test(contextOf(row) ?? ''))));
  const counted = countedColumn(columns, written);
  const isCounted = counted !== null && (named === null || named.index === counted.index);
  const product = isCounted ? counted : ofOne ? null : named;
  const units = columns.find((column) => column.role === 'unit');
  const unitOfRow = (row: DataRow) => (units === undefined ? '' : value(row, units.index));
  const across =
    product === null || transposed(product, { priceColumns, headers, rows, value, priced, page, unitOfRow });
  const items = product === null ? billedItems(priceColumns, headers, page) : new Map<number, string>();
  const columnNames =
    items.size > 0 ? items : across ? columnProducts(priceColumns, headers, product === null, page) : null;
  if (columnNames !== null && columnNames.size > 0) {
    const labels = columns.map((one) =>
      one.role === 'product' || one.role === 'note' ? { ...one, role: 'meter' as const } : one,
    );
    return {
      product: null,
      kind: null,
      substitutes: [],
      columnNames,
      labels,
      value,
      rows,
      rented,
      packages: sizes !== null,
      planHeads: new Map(),
      underPlans: new Map(),
      classes: new Map(),
    };
  }
  return {
    product,
    kind: kindColumn(columns, product, written),
    substitutes: nameColumns(columns, product),
    columnNames: null,
    labels: columns.filter((one) => one !== product),
    value,
    rows,
    rented,
    packages: sizes !== null,
    planHeads: planHeadsOf([...priceColumns], headers, page),
    underPlans:
      product !== null && PLAN.test(product.header)
        ? usedUnderPlans(
            priced,
            headers,
            { names: written(product.index), areTiers: /tiers?$/i.test(product.header) },
            page,
          )
        : new Map(),
    classes: classesOver(priceColumns, headers, page),
  };
}

/** The plans over the columns of prices: "Team", "Max" by their name, any other name beside two of them by its company. */
function planHeadsOf(
  columns: readonly number[],
  headers: readonly (readonly string[])[],
  page: PageContext,
): Map<number, string> {
  const heads = columns.map((column) => [column, headers[column]?.at(-1) ?? ''] as const);
  const known = heads.filter(([, head]) => PLAN_NAME.test(head)).length;
  return new Map(heads.filter(([, head]) => PLAN_NAME.test(head) || (known > 1 && isOpaque(page.label(head)))));
}

/** Blank label cells carry the cell above: a product's name, or what stands left of it. */
function fillDown(segment: Segment, priceColumns: ReadonlySet<number>): Map<DataRow, string[]> {
  const filled = new Map<DataRow, string[]>();
  let above: string[] | null = null;
  let section = '';
  for (const row of segment.rows) {
    const texts = row.cells.map((cell) => cell.lines.join('\n'));
    if (row.sections.join('/') !== section) above = null;
    section = row.sections.join('/');
    const carried = [...texts];
    for (let column = 0; column < texts.length; column++) {
      if (priceColumns.has(column) || texts[column] !== '') break;
      carried[column] = above?.[column] ?? '';
    }
    filled.set(row, carried.map(withoutBadge));
    above = carried;
  }
  return filled;
}
