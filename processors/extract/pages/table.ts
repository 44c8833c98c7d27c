import { fold } from '../../normalise/fold.ts';
import { withoutMode } from '../../normalise/modes.ts';
import { namesProvider } from '../../normalise/providers.ts';
import { findAmounts } from './amounts.ts';
import { farLabels, isModeOnly, proseLabels } from './around-labels.ts';
import type { Reading } from './cell.ts';
import { type Column, kindColumn, nameColumns, PLAN, productColumn, roleOf } from './columns.ts';
import type { Draft } from './draft.ts';
import { draftsOf } from './draft-of.ts';
import { headLabels } from './head-labels.ts';
import { isVocabulary, type Label } from './label.ts';
import type { Cell, Grid, Surroundings } from './model.ts';
import { FAMILY, PLAN_NAME } from './names.ts';
import { packageSizes } from './packages.ts';
import { type PageContext, productOfContext } from './page-context.ts';
import { usedUnderPlans } from './plan-rows.ts';
import { type PricedCell, pricedCells } from './priced-cells.ts';
import { countedName, namesIn, tierOfName } from './product-name.ts';
import { GPU, type Machine } from './resolve.ts';
import { type DataRow, type Segment, segmentsOf } from './segments.ts';
import { billedItems, columnProducts, transposed } from './turned-tables.ts';

/** The prices of one table. */
export function readTable(grid: Grid, around: Surroundings, page: PageContext, place: string): Draft[] {
  const segments = segmentsOf(grid, { context: page.currencies, label: page.label });
  return segments.flatMap((segment) => readSegment(segment, grid.caption, around, page, place));
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
  const prose = proseLabels(around, page);
  const priced = pricedCells(segment, headers, [...far, ...prose], prose[0], page);
  const headLabel = headLabels([...new Set(priced.map((one) => headers[one.column]?.at(-1) ?? ''))], page);
  if (priced.length === 0 || comparesRivals(headers, priced, page)) return [];
  const whole = prose.slice(0, 4).some(({ text }) => PER_MACHINE.test(text));
  const single = prose.slice(0, 4).some(({ text }) => PER_CARD.test(text));
  const spans = priced.some(({ cell }) => !cell.origin);
  const seen = new Set<string>();
  const contexts = new Map<string, string | null>();
  const contextOf = (row: DataRow): string | null => {
    const key = row.sections.join('\n');
    const known = contexts.get(key);
    if (known !== undefined) return known;
    const name = productOfContext(around, row.sections, caption, page);
    contexts.set(key, name);
    return name;
  };
  const about = [caption ?? '', ...around.tabs, ...around.headings.slice(-1).map((heading) => heading.text)];
  const axes = axesOf(segment, headers, priced, { contextOf, page, about });
  const parts = partsOf(axes);
  return priced.flatMap(({ row, column, cell, readings }) => {
    const spanned = spannedColumns(row, column);
    const forAll = spanned.length > 1 && holdsForAll(spanned, headers, readings, page);
    if (forAll && !cell.across) return [];
    const headTexts = forAll ? commonTexts(spanned, headers) : (headers[column] ?? []);
    const rowLabels = axes.labels
      .map((one) => ({ column: one, text: axes.value(row, one.index).replaceAll('\n', ' ') }))
      .filter((one) => one.text !== '');
    const { names, productLabel, nameLabel, nameTier = null } = namesOf(axes, row, column, { contextOf, page });
    if (spans) {
      const key = spanKey(cell, names, rowLabels, row.sections);
      const mergedAway = !cell.origin && seen.has(key);
      seen.add(key);
      if (mergedAway) return [];
    }
    const shared = {
      head: headTexts.map(headLabel).reverse(),
      rowLabels,
      productLabel,
      packages: axes.packages,
      calls: CALLED.test(axes.product?.header ?? ''),
      nameTier,
      nameLabel: nameLabel?.unit || axes.product === null ? nameLabel : page.label(axes.product.header),
      sections: [...row.sections].reverse().map(page.label),
      far,
      prose,
      notes: around.after
        .filter((text) => text.length <= 400)
        .slice(0, 3)
        .map(page.label),
      discriminators: [
        ...rowLabels
          .filter(({ column: { role }, text }) =>
            role === 'meter' ? namesItself(page.label(text)) : !CONDITION_ROLES.has(role),
          )
          .map((one) => one.text),
        ...(axes.columnNames === null ? headTexts.filter((text) => !isModeOnly(page.label(text))) : []),
        ...row.sections,
        ...around.tabs,
        ...around.headings.map((one) => one.text).slice(-1),
      ],
      evidence: evidenceOf(row, cell),
      place: `${place}/${row.index}/${column}`,
    };
    const under = placeUnderHeader(segment, column);
    return readings.flatMap((reading) =>
      names.flatMap((name) =>
        draftsOf(
          {
            ...shared,
            reading: under !== null && reading.of === 1 ? { ...reading, ...under } : reading,
            names: name,
            machine: { ...parts, whole, single, ...machineOf(name, axes, headTexts, caption, around, row, page) },
          },
          page,
        ),
      ),
    );
  });
}

/** The columns that the cell at one column reaches over. */
function spannedColumns(row: DataRow, column: number): number[] {
  let first = column;
  while (first > 0 && row.cells[first]?.across === false) first--;
  let last = first;
  while (row.cells[last + 1]?.across === false) last++;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** "$35 / 1,000 prompts" across the columns of every context length is one price, whatever the length. */
function holdsForAll(
  columns: readonly number[],
  headers: readonly (readonly string[])[],
  readings: readonly Reading[],
  page: PageContext,
): boolean {
  const leaves = columns.map((column) => page.label(headers[column]?.at(-1) ?? ''));
  if (leaves.some((leaf) => leaf.tier === null)) return false;
  const ofTokens = readings.some(({ amount }) => (amount.unit?.unit.dimension ?? 'token') === 'token');
  const kinds = new Set(leaves.map((leaf) => JSON.stringify([leaf.mode, ofTokens ? leaf.directions : []])));
  return kinds.size === 1;
}

const commonTexts = (columns: readonly number[], headers: readonly (readonly string[])[]): string[] => {
  const [first = [], ...others] = columns.map((column) => headers[column] ?? []);
  return first.filter((text) => others.every((texts) => texts.includes(text)));
};

/** Roles whose cells are conditions of a price already: they need not tell two prices apart a second time. */
const CONDITION_ROLES: ReadonlySet<string> = new Set(['tier', 'region', 'mode', 'meter', 'unit', 'currency', 'term']);

/** "Stratus | AWS | Google Cloud" on the page of Stratus: an advertisement, the price list stands elsewhere. */
function comparesRivals(
  headers: readonly (readonly string[])[],
  priced: readonly PricedCell[],
  page: PageContext,
): boolean {
  const over = [...new Set(priced.map((one) => one.column))].map((column) => headers[column]?.at(-1) ?? '');
  const own = over.find(page.isOwnName);
  return own !== undefined && over.some((name) => name !== own && namesProvider(name));
}

/** "Class A Operations": a meter with a name of its own. */
const namesItself = (label: Label): boolean => !isVocabulary(label) && label.qualifiers.length === 0;

interface Axes {
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
}

interface Place {
  readonly contextOf: (row: DataRow) => string | null;
  readonly page: PageContext;
}

/** Who sells, not what is sold. */
const SELLER =
  /^(?:(?:gpu|cloud|inference|hosting|api) )*(?:providers?|vendors?|clouds?|hosts?|marketplaces?)$|^(?:模型|云)?(?:厂商|供应商|服务商|云商)$/i;

/** Of those who sell, not of what they sell: "Best 5 NVIDIA clouds". */
const OF_SELLERS = /\b(?:providers?|vendors?|clouds?|best|top|vs)\b|厂商|服务商|云/i;

/** True for a table under the name of a card or a model, "RTX 5090" over rows of those that rent it out: each row is a price of that. */
const sellsOneThing = (rows: readonly DataRow[], contextOf: Place['contextOf']): boolean =>
  rows.every((row) => {
    const name = contextOf(row) ?? '';
    return FAMILY.test(name) && /\d/.test(name) && !OF_SELLERS.test(name);
  });

/** Which axis names the products, and what the columns of labels are for. */
function axesOf(
  segment: Segment,
  headers: readonly (readonly string[])[],
  priced: readonly PricedCell[],
  { contextOf, page, about }: Place & { readonly about: readonly string[] },
): Axes {
  const priceColumns = new Set(priced.map((one) => one.column));
  const pricedRows = new Set(priced.map((one) => one.row));
  const rows = segment.rows.filter((row) => pricedRows.has(row));
  const filled = fillDown(segment, priceColumns);
  const value = (row: DataRow, column: number) => filled.get(row)?.[column] ?? '';
  const written = (column: number) => rows.map((row) => value(row, column).replaceAll('\n', ' '));
  const read: Column[] = headers.flatMap((texts, index) => {
    if (priceColumns.has(index)) return [];
    const header = fold(texts.join(' '));
    // Money that is no price (a sum, a limit) is no label of one either.
    const money = rows.some((row) => findAmounts(fold(value(row, index)), page.currencies).length > 0);
    return [{ index, header, role: money ? 'spec' : roleOf(header, written(index), page.label) }];
  });
  const sizes = packageSizes(read, written, about);
  const columns = read.map((column): Column => (column === sizes ? { ...column, role: 'tier' } : column));
  const times = new Set(
    [...priceColumns].flatMap((column) => (headers[column] ?? []).map((text) => page.label(text).unit?.dimension)),
  );
  const rented = times.has('hour') && times.has('month');
  const named = productColumn(columns, written);
  const product = named !== null && SELLER.test(named.header) && sellsOneThing(rows, contextOf) ? null : named;
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
    planHeads: new Map(
      [...priceColumns].flatMap((column) => {
        const head = headers[column]?.at(-1) ?? '';
        return PLAN_NAME.test(head) ? [[column, head] as const] : [];
      }),
    ),
    underPlans:
      product !== null && PLAN.test(product.header)
        ? usedUnderPlans(priced, headers, written(product.index), page)
        : new Map(),
  };
}

interface Place {
  readonly contextOf: (row: DataRow) => string | null;
  readonly page: PageContext;
}

/** The products of a price: by its row, by its column, or by what the table stands under. */
function namesOf(
  axes: Axes,
  row: DataRow,
  column: number,
  { contextOf, page }: Place,
): { names: string[]; productLabel: Label | null; nameLabel: Label | null; nameTier?: string | null } {
  const context = () => {
    const name = contextOf(row);
    return name === null ? [] : [name];
  };
  const across = axes.columnNames?.get(column);
  if (across !== undefined) return { names: namesIn([across]), productLabel: null, nameLabel: null };
  const own = axes.product === null ? '' : axes.value(row, axes.product.index);
  const substitute = isBlank(own) ? axes.substitutes.find((one) => !isBlank(axes.value(row, one.index))) : undefined;
  const index = substitute?.index ?? axes.product?.index;
  const kind = axes.kind === null || index !== axes.product?.index ? '' : axes.value(row, axes.kind.index);
  const written = index === undefined ? '' : `${kind} ${axes.value(row, index)}`.trim();
  if (index === undefined || isBlank(written))
    return { names: orTitle(context(), page), productLabel: null, nameLabel: null };
  const counted = countedName(written);
  const label = counted === null ? page.label(written) : { ...page.label(counted.name), unit: counted.unit };
  const isName =
    !isVocabulary(label) ||
    (label.region === null && label.residue.length > 1) ||
    modeNamesNoRow(axes, index, label, page);
  // "Price | $20 / month | $80 / month", "连续包月 | ¥29 | ¥49" under plans: what each of them costs.
  const plan = axes.planHeads.get(column);
  if (
    plan !== undefined &&
    ((!isName && isPriceRow(label)) || PERIOD_ROW.test(label.text) || PRICE_FIRST.test(label.text))
  )
    return { names: [plan], productLabel: null, nameLabel: label };
  if (!isName) {
    const above = nameAbove(axes, row, index, label, page);
    const outer = above === null ? context() : namesIn([above]);
    // "16B - 80B" is a tier of what the table is about, and a name of its own where nothing says that.
    const plain = label.directions.length === 0 && !label.priced && label.unit === null && label.mode === null;
    // "Image cost" beside "Base cost per agent": what is billed, where nothing says of what.
    const item = label.directions.length === 0 && label.mode === null && ITEM_WORDS.test(label.text);
    // "Batch Standard" in a column of names, where nothing else has one.
    const modeAlone = label.mode !== null && label.directions.length === 0 && namesOthers(axes, index, page);
    if ((outer.length === 0 && (plain || modeAlone)) || (item && outer.every((name) => name === page.name)))
      return { names: orTitle(namesIn(written.split('\n')), page), productLabel: null, nameLabel: label };
    return { names: orTitle(outer, page), productLabel: label, nameLabel: null };
  }
  // "Pay as you go | $0.08/hour", "Team | $0.05/hour" under "Sandboxes": plans, and hours of a sandbox.
  const item = axes.underPlans.get(column);
  const about = item === undefined ? [] : item === null ? context() : [item];
  if (about.length > 0) return { names: about, productLabel: { ...label, tier: written }, nameLabel: null };
  const way = wayBehind(written, page);
  return {
    names: orTitle(namesIn((way?.name ?? written).split('\n')), page),
    productLabel: way?.label ?? (label.directions.length === 1 && WAY_FIRST.test(label.text) ? label : null),
    nameLabel: label,
    nameTier: tierOfName(written),
  };
}

/** Words before "price" or "cost" that say more than the time it is for. */
const ITEM_WORDS =
  /^(?!per\b|(?:unit|list|total|hourly|daily|monthly|annual|yearly) )(?:\p{L}{3,} ){1,3}(?:costs?|prices?|fees?|charges?)\b|^(?!折合|折后|优惠|官方|目录|标准)\p{Script=Han}{2,8}(?:价格|单价|费用|费)$/iu;

const PERIOD_ROW =
  /^(?:连续)?[包按](?:日|天|周|月|季|年)(?:付费)?$|^[月季年](?:付|费|额)$|^(?:billed )?(?:monthly|quarterly|yearly|annual(?:ly)?)(?: (?:plan|billing))?$/i;

/** "Price (per 100K commands)". */
const PRICE_FIRST = /^(?:price|cost)s? ?\((?:per\b|\/)/i;

/** "Price", "Monthly price": a row of prices, and no more. */
const isPriceRow = (label: Label): boolean =>
  label.priced && label.directions.length === 0 && label.mode === null && label.tier === null && label.region === null;

/** "Input tokens (agents)": a name that begins with the way its tokens go. */
const WAY_FIRST = /^(?:cached )?(?:input|output|prompt|completion) tokens?\b/i;

/** "↳ > 200K context" under a name. */
const CONTINUES = /^[↳└↪⤷╰]/;
/** "> 200K context": a condition. "16B - 80B" may be sizes of what the table is about. */
const COMPARES = /^[<>≤≥]/;

/** The name that a row goes on with: that of the nearest row above that has one. Null where the row stands for itself. */
function nameAbove(axes: Axes, row: DataRow, column: number, label: Label, page: PageContext): string | null {
  const condition = label.tier !== null && COMPARES.test(label.text) && namesOthers(axes, column, page);
  if (!CONTINUES.test(label.text) && !condition) return null;
  const named = axes.rows
    .slice(0, axes.rows.indexOf(row))
    .findLast((one) => !isVocabulary(page.label(axes.value(one, column))) && !isBlank(axes.value(one, column)));
  return named === undefined ? null : axes.value(named, column);
}

const WAY_BEHIND = /^(.{2,}?)\s*(?:[-–—:|·,]\s*|\s[(（])([^-–—:|·,()（）\n]{2,30})[)）]?$/u;

/** "Alm 70B – Input": which way its tokens go, behind the name. Null where the cell says a name alone. */
function wayBehind(written: string, page: PageContext): { name: string; label: Label } | null {
  const [, name = '', tail = ''] = WAY_BEHIND.exec(written.trim()) ?? [];
  if (name === '') return null;
  const label = page.label(tail);
  return label.directions.length > 0 && isVocabulary(label) && page.label(name).residue.length > 1
    ? { name, label }
    : null;
}

/** "Global PTU", "Regional PTU": a mode that every row names tells none of them apart, what stands beside it does. */
function modeNamesNoRow(axes: Axes, column: number, label: Label, page: PageContext): boolean {
  if (label.mode === null || label.directions.length > 0 || label.tier !== null) return false;
  if (withoutMode(label.text).trim().length <= 1) return false;
  const texts = new Set(axes.rows.map((row) => axes.value(row, column)).filter((text) => !isBlank(text)));
  return texts.size > 1 && [...texts].every((text) => page.label(text).mode === label.mode);
}

/** True where most rows of a column write a name there. */
function namesOthers(axes: Axes, column: number, page: PageContext): boolean {
  const named = axes.rows.filter((row) => !isVocabulary(page.label(axes.value(row, column))));
  return named.length * 2 > axes.rows.length;
}

/** Nothing, or a bare number: no name. */
const isBlank = (text: string): boolean =>
  /^[\s\-–—/\\*.]*$|^(?:所有|全部)(?:模型|产品|型号)$|^all (?:models|products)$/i.test(text) ||
  /^\d[\d,.]{0,2}$/.test(text);
const orTitle = (names: string[], page: PageContext): string[] => (names.length > 0 ? names : [page.name]);

function machineOf(
  product: string,
  axes: Axes,
  headTexts: readonly string[],
  caption: string | null,
  around: Surroundings,
  row: DataRow,
  page: PageContext,
): Pick<Machine, 'product' | 'headers' | 'around'> {
  return {
    product,
    headers: [axes.product?.header ?? '', ...headTexts, caption ?? ''].join(' | '),
    around: [...around.headings.map((one) => one.text), ...around.tabs, ...row.sections, page.title ?? ''].join(' '),
  };
}

/** What the columns say of the machines of a table. */
function partsOf(axes: Axes): Pick<Machine, 'counted' | 'gpuColumn' | 'specs'> {
  const cells = (column: Column) => axes.rows.map((one) => axes.value(one, column.index));
  return {
    counted:
      axes.labels.some(
        (column) =>
          (GPU_COUNT.test(column.header) &&
            cells(column).some((text) => /(?:^|\b)(?:[248]|16)\b|\b[248]\s*x|\d\/\d/i.test(text))) ||
          cells(column).every((text) => GPU.test(text) && PROCESSORS.test(text)),
      ) ||
      (axes.product !== null && cells(axes.product).some((text) => COUNTED_NAME.test(text))),
    gpuColumn: axes.labels.some(
      (column) => column.role === 'product' && /gpu|accelerator|显卡|加速卡/i.test(column.header),
    ),
    specs:
      axes.rented ||
      axes.labels.some((column) => cells(column).every((text) => PROCESSORS.test(text))) ||
      axes.labels.some((column) => /\bv?cpus?\b|\bram\b|memory|\bcores?\b|内存|记忆体|核/i.test(column.header)),
  };
}

/** "Prices per hour, per machine." over cards: of the machine they are in. */
const PER_MACHINE = /\bper (?:machine|instance|node|server|vm)\b|每台|\/台/i;
/** "The price is per GPU.", "价格均为单卡价格". */
const PER_CARD =
  /\b(?:prices?|rates?|costs?|billed|charged)\b[^.]{0,20}\bper (?:gpu|accelerator|card)\b|(?:单卡|每卡)价/i;
const CALLED = /^(?:(?:api )?endpoints?|api|methods?|tools?|actions?|接口|工具)$/i;
/** "1 x H100, 15 cores, 267 GB RAM": what a machine is made of. */
const PROCESSORS = /\dv?cpus?\b|\b(?:v?cpus?|cores?|ram)\b|\d\s*核|内存|记忆体|メモリ/i;
/** "8x NVIDIA H200": where one row is of several cards, the others are machines of fewer. */
const COUNTED_NAME = /^\s*(?:[248]|16)\s*[x×*]\s*\p{L}/iu;
const GPU_COUNT =
  /^(?:#\s*(?:of\s*)?)?gpus?(?: ?\([张卡个颗片]\))?$|^gpu (?:count|quantity|num)|^gpu ?数量?$|^卡数|^gpus? per|^number of gpus|^gpu cards?$/i;

/** Where a column stands under a header that spans several: "In / Out" over two columns names one each. */
function placeUnderHeader(segment: Segment, column: number): { index: number; of: number } | null {
  const leaf = segment.header.at(-1);
  const lines = leaf?.[column]?.lines;
  if (leaf === undefined || lines === undefined || lines.length === 0) return null;
  let first = column;
  let last = column;
  while (leaf[first - 1]?.lines === lines) first--;
  while (leaf[last + 1]?.lines === lines) last++;
  return last === first ? null : { index: column - first, of: last - first + 1 };
}

/** Header texts over a column, top first, without repeats. */
function headerTexts(segment: Segment, column: number): string[] {
  const texts: string[] = [];
  for (const row of segment.header) {
    const text = row[column]?.text ?? '';
    if (text !== '' && texts.at(-1) !== text) texts.push(text);
  }
  return texts;
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
    filled.set(row, carried);
    above = carried;
  }
  return filled;
}

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
  for (const one of row.cells) if (one.across && one.text !== '') texts.push(one.text.slice(0, 80));
  return `${texts.join(' | ').slice(0, 240)} → ${cell.text.slice(0, 120)}`;
}
