import { spelledHeads } from '../../normalise/in-and-out.ts';
import { namesProvider } from '../../normalise/providers.ts';
import type { Unit } from '../../normalise/units.ts';
import { acrossTiers } from './across-tiers.ts';
import { farLabels, proseLabels, tellsApart } from './around-labels.ts';
import { type Axes, axesOf } from './axes.ts';
import { isBill } from './bills.ts';
import { byItself } from './by-itself.ts';
import type { Reading } from './cell.ts';
import type { Column } from './columns.ts';
import type { Draft } from './draft.ts';
import { draftsOf } from './draft-of.ts';
import { headLabels } from './head-labels.ts';
import type { Label } from './label.ts';
import type { Cell, Grid, Surroundings } from './model.ts';
import { FAMILY } from './names.ts';
import { isTopic, type PageContext, productOfContext } from './page-context.ts';
import { areSizes, partsBesideCards } from './parts-of-machines.ts';
import { CARD_COUNT, machinesBesideCards, saidOfHours } from './per-machine.ts';
import { type PricedCell, pricedCells } from './priced-cells.ts';
import { cleanName } from './product-name.ts';
import { GPU, isMachineName, type Machine, machinesAround, PER_INSTANCE } from './resolve.ts';
import { namesOf } from './row-names.ts';
import { type DataRow, type Segment, segmentsOf } from './segments.ts';
import { upright } from './upright.ts';
import { type Told, withOwnWay } from './ways-between-prices.ts';
import { withoutWorkedSums } from './worked-sums.ts';

/** The prices of one table. */
export function readTable(given: Grid, around: Surroundings, page: PageContext, place: string): Draft[] {
  const grid = upright(given, page);
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
  const headers = spelledHeads(Array.from({ length: width }, (_, column) => headerTexts(segment, column)));
  const far = farLabels(caption, around, page);
  const prose = proseLabels(around, page);
  const over = caption === null && around.own > 0 ? prose[0] : far[0];
  // "All prices in USD per 1M tokens." may stand below them.
  const below = around.after
    .slice(0, 2)
    .map(page.label)
    .filter((label) => label.priced && label.currency !== null);
  const stated = pricedCells(segment, headers, [...far, ...prose, ...below], over, page);
  const priced = withoutWorkedSums(stated, headers, around.before.at(-1));
  const headLabel = headLabels([...new Set(priced.map((one) => headers[one.column]?.at(-1) ?? ''))], page);
  if (priced.length === 0 || comparesRivals(headers, priced, page) || isBill(segment, priced, page)) return [];
  const { whole: said, single } = saidOfHours(prose.slice(0, 4).map(({ text }) => text));
  const rentsMachines = priced.some((one) => headers[one.column]?.some((text) => PER_INSTANCE.test(text)));
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
  const topic =
    [...around.headings.filter(({ level }) => level > 1).map(({ text }) => text), caption ?? ''].findLast((text) =>
      isTopic(text),
    ) ?? null;
  const topicOf = (row: DataRow): string | null => row.sections.findLast((text) => isThing(text, page)) ?? topic;
  const axes = axesOf(segment, headers, priced, { contextOf, page, about });
  const counts = [...new Set(priced.map((one) => one.column))].map((column) => headers[column]?.at(-1) ?? '');
  const ofCounts = counts.length > 1 && counts.every((text) => CARD_COUNT.test(text));
  const parts = { ...partsOf(axes), ...(ofCounts ? { counted: true } : {}) };
  const isPartOfMachine = partsBesideCards(axes);
  const whole = said || areSizes(axes);
  const isOfMachine = machinesBesideCards(
    [...new Set(priced.map(({ column }) => column))].map((column) => (headers[column] ?? []).map(headLabel)),
  );
  const notes = around.after
    .filter((text) => text.length <= 400)
    .slice(0, 3)
    .map(page.label);
  const headings = around.headings.map((one) => one.text);
  const places = headings.slice(-1).filter((text) => page.label(text).region !== null);
  const headOf = (texts: readonly string[]) => ({
    texts,
    labels: texts.map(headLabel).reverse(),
    apart: axes.columnNames === null ? texts.filter((text) => tellsApart(page.label(text))) : [],
  });
  const ofHead = byItself((column: number) => headOf(headers[column] ?? []));
  const machinesOf = byItself((row: DataRow) =>
    machinesAround([...headings, ...around.tabs, ...row.sections], [page.title ?? '']),
  );
  const pricesOf = Map.groupBy(priced, (one) => one.row);
  const ofRow = byItself((row: DataRow) => {
    const told = axes.labels
      .map((one) => ({ column: one, text: axes.value(row, one.index).replaceAll('\n', ' ') }))
      .filter((one) => one.text !== '');
    const context = contextOf(row);
    const over = topicOf(row);
    const isNamed = context !== null && !(over !== null && page.isOwnName(context));
    const machine = machineByParts(isNamed ? context : cleanName(over ?? page.name), axes, row, told);
    const labels = machine === null ? told : told.filter(({ column, text }) => !isPart(column.header, text));
    return {
      labels,
      machine,
      sections: [...row.sections].reverse().map(page.label),
      evidence: evidenceOf(row),
      besides: unitBeside(pricesOf.get(row) ?? []),
      apart: labels
        .filter(({ column: { role }, text }) =>
          role === 'meter' ? namesItself(page.label(text)) : role !== 'spec' && !CONDITION_ROLES.has(role),
        )
        .map((one) => one.text),
      behind: [
        ...row.sections,
        ...around.tabs,
        ...headings.slice(-1),
        ...labels.filter(({ column: { role } }) => role === 'spec').map((one) => one.text),
      ],
    };
  });
  const namesAt = (row: DataRow, column: number) =>
    namesOf(axes, row, column, { contextOf, page, topic: topicOf(row) });
  const byColumn = axes.columnNames !== null || axes.planHeads.size + axes.underPlans.size + axes.classes.size > 0;
  const ofRowAlone = byItself((row: DataRow) => namesAt(row, 0));
  const named = (row: DataRow, column: number) => (byColumn ? namesAt(row, column) : ofRowAlone(row));
  const isWhateverTier =
    spans && axes.columnNames !== null
      ? acrossTiers(
          segment.rows,
          priced,
          byItself((row) =>
            JSON.stringify([
              ofRowAlone(row).names,
              withoutTiers(ofRow(row).labels).map(({ text }) => text),
              row.sections,
            ]),
          ),
        )
      : () => false;
  return priced.flatMap(({ row, column, cell, readings }) => {
    const spanned = spannedColumns(row, column);
    const forAll = spanned.length > 1 && holdsForAll(spanned, headers, readings, page);
    if (forAll && !cell.across) return [];
    const head = forAll ? headOf(commonTexts(spanned, headers)) : ofHead(column);
    const said = ofRow(row);
    const {
      names,
      productLabel,
      nameLabel,
      nameTier = null,
    } = said.machine === null ? named(row, column) : { names: [said.machine], productLabel: null, nameLabel: null };
    const own = withOwnWay(said.labels, column, page);
    const rowLabels = isWhateverTier(row, column) ? withoutTiers(own) : own;
    if (spans) {
      const key = spanKey(cell, names, rowLabels, row.sections);
      const mergedAway = !cell.origin && seen.has(key);
      seen.add(key);
      if (mergedAway) return [];
    }
    const shared = {
      head: head.labels,
      rowLabels,
      productLabel,
      packages: axes.packages,
      calls: CALLED.test(axes.product?.header ?? ''),
      nameTier,
      nameLabel: nameLabel?.unit || axes.product === null ? nameLabel : page.label(axes.product.header),
      sections: said.sections,
      far,
      prose,
      notes,
      discriminators: [...said.apart, ...head.apart, ...said.behind],
      ofRow: [...said.apart, ...places],
      besides: said.besides,
      evidence: `${said.evidence} → ${cell.text.slice(0, 120)}`,
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
            machine: {
              ...parts,
              whole:
                whole ||
                isOfMachine(head.labels) ||
                (rentsMachines && head.texts.some((text) => page.label(text).mode !== null)),
              single,
              part: isPartOfMachine(row),
              product: name,
              headers: [axes.product?.header ?? '', ...head.texts, caption ?? ''].join(' | '),
              around: machinesOf(row),
            },
          },
          page,
        ),
      ),
    );
  });
}

/** "API requests" over rows of steps: what is counted, however plain; no way of buying, place or condition. */
const isThing = (section: string, page: PageContext): boolean => {
  const { directions, mode, region, tier } = page.label(section);
  return isTopic(section) && directions.length === 0 && mode === null && region === null && tier === null;
};

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
  // "$15 / 1M characters" across "Output" and "Estimated cost": with a unit of its own that goes neither way.
  const ofItsOwn = ({ amount: { unit } }: Reading) =>
    unit !== null && !unit.implied && (unit.unit.dimension !== 'token' || /\btraining\b/.test(unit.unit.noun));
  if (readings.every(ofItsOwn)) return true;
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
const namesItself = (label: Label): boolean => !label.isVocabulary && label.qualifiers.length === 0;

/** What the columns say of the machines of a table. */
function partsOf(axes: Axes): Pick<Machine, 'counted' | 'gpuColumn' | 'specs'> {
  const cells = byItself((column: Column) => axes.rows.map((one) => axes.value(one, column.index)));
  return {
    counted:
      axes.labels.some(
        (column) =>
          (GPU_COUNT.test(column.header) &&
            cells(column).some((text) => /(?:^|\b)(?:[248]|16)\b|\b[248]\s*x|\d\/\d/i.test(text))) ||
          cells(column).every((text) => GPU.test(text) && (PROCESSORS.test(text) || /^\d+\s*[x×]/i.test(text))),
      ) ||
      (axes.product !== null && areCounted(cells(axes.product))),
    gpuColumn: axes.labels.some(
      (column) => column.role === 'product' && /gpu|accelerator|显卡|加速卡/i.test(column.header),
    ),
    specs:
      axes.rented ||
      axes.labels.some((column) => cells(column).every((text) => PROCESSORS.test(text) || isMachineName(text))) ||
      axes.labels.some((column) => /\bv?cpus?\b|\bram\b|memory|\bcores?\b|内存|记忆体|核/i.test(column.header)),
  };
}

/**
 * "4 核", "16 GB" under "CPU" and "内存", where nothing else names a row: a machine called by what it is of and made of, "内存型 4 核 16 GB".
 * Null where a row has a name, and under that of a card, which is one.
 */
function machineByParts(
  context: string,
  axes: Axes,
  row: DataRow,
  labels: readonly { column: Column; text: string }[],
): string | null {
  const { product } = axes;
  // "AMD Genoa (9454)" under "CPU" is a name.
  const isNamed = product !== null && !isPart(product.header, axes.value(row, product.index));
  if (
    (product !== null && (isNamed || !PART_HEADER.test(product.header))) ||
    /\d/.test(context) ||
    FAMILY.test(context)
  )
    return null;
  const named = product === null ? [] : [{ header: product.header, text: axes.value(row, product.index) }];
  const parts = [...named, ...labels.map(({ column: { header }, text }) => ({ header, text }))]
    .filter(({ header, text }) => isPart(header, text))
    .map(({ text }) => text);
  return parts.length > 1 || parts.some((part) => T_SHIRT.test(part)) ? `${context} ${parts.join(' ')}` : null;
}
const isPart = (header: string, text: string): boolean =>
  PART_HEADER.test(header) ? /^\d/.test(text) : /^size$/i.test(header) && T_SHIRT.test(text);
/** "XSmall", "2XLarge" under "Size": of what the table is about. */
const T_SHIRT = /^(?:\d{1,2}x?|x{1,3}|extra)?[ -]?(?:nano|micro|mini|small|medium|large|xs|xl|[sml])$/i;
const PART_HEADER = /^(?:v?cpus?|cores?|ram|memory|(?:cpu ?)?核数?|内存|记忆体|メモリ)(?: ?[(（].*)?$/i;

const CALLED = /^(?:(?:api )?endpoints?|api|methods?|tools?|actions?|接口|工具)$/i;
/** "1 x H100, 15 cores, 267 GB RAM": what a machine is made of. */
const PROCESSORS = /\dv?cpus?\b|\b(?:v?cpus?|cores?|ram)\b|\d\s*核|内存|记忆体|メモリ/i;
/** Where several rows are of several cards, the others are machines of fewer; "8x NVIDIA H200" alone below cards is the one machine. */
function areCounted(names: readonly string[]): boolean {
  const counted = names.filter((name) => COUNTED_NAME.test(name)).length;
  return counted > 1 || counted * 2 >= names.length;
}
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
    // "vCPU(s)"
    const text = (row[column]?.text ?? '').replace(/(?<=\p{L})\(s\)/iu, 's');
    if (text !== '' && texts.at(-1) !== text) texts.push(text);
  }
  return texts;
}

/** "思考", "Non-thinking": a price that reaches over both is one. */
const THINKS = /^(?:非?(?:思考|推理)(?:模式)?|(?:non-?)?(?:thinking|reasoning)(?: mode)?)$/i;

const withoutTiers = (labels: readonly Told[]): readonly Told[] =>
  labels.filter(({ column: { role } }) => role !== 'tier');

const spanKey = (
  cell: Cell,
  names: readonly string[],
  rowLabels: readonly Told[],
  sections: readonly string[],
): string =>
  JSON.stringify([
    cell.lines,
    names,
    rowLabels
      .filter(({ column: { role }, text }) => role !== 'note' && role !== 'spec' && !THINKS.test(text))
      .map((one) => one.text),
    sections,
  ]);

/** "$0.33/hr | $0.12": what the amounts of a row which say it are for; null where they say nothing, or several things. */
function unitBeside(cells: readonly PricedCell[]): Unit | null {
  const units = cells.flatMap(({ readings }) => readings.flatMap(({ amount }) => amount.unit?.unit ?? []));
  const [first, ...others] = units;
  return first !== undefined &&
    others.every(({ dimension, count }) => dimension === first.dimension && count === first.count)
    ? first
    : null;
}

/** The row as a person reads it. */
const evidenceOf = (row: DataRow): string =>
  row.cells
    .filter(({ across, text }) => across && text !== '')
    .map(({ text }) => text.slice(0, 80))
    .join(' | ')
    .slice(0, 240);
