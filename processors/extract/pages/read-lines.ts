import { fold } from '../../normalise/fold.ts';
import { productKey } from '../../normalise/product-key.ts';
import { findAmounts } from './amounts.ts';
import { firstOfUnits } from './around-labels.ts';
import { readCards } from './cards.ts';
import type { BlockDrafts } from './copies.ts';
import { findListRows } from './list-rows.ts';
import type { Heading, Line, Surroundings } from './model.ts';
import { FAMILY, NOISE } from './names.ts';
import { type PageContext, productOfHeading } from './page-context.ts';
import { withoutListedLines } from './paid-lines.ts';
import { pairedItems } from './paired-items.ts';
import { withoutStackedCopies } from './stacked-copies.ts';
import { readTable } from './table.ts';
import { tablesOnOneLine } from './tables-on-one-line.ts';
import { findTextTables, type TextTable } from './text-tables.ts';
import { CLOUD } from './turned-tables.ts';

/** Prices of a run of lines: tables set one cell a line, rows in lists, cards, and sentences that state a price. */
export function readLines(
  written: readonly Line[],
  around: Surroundings,
  page: PageContext,
  place: string,
): BlockDrafts[] {
  if (!written.some((line) => /\p{Nd}/u.test(line.text))) return [];
  const noted = written.map((line) => (NOTED.test(line.text) ? { ...line, text: line.text.replace(NOTED, '') } : line));
  const lines = withoutRepeatedNames(withoutStackedCopies(withoutListedLines(noted)), page);
  const read: BlockDrafts[] = [];
  let from = 0;
  let titles: Heading[] = [];
  let above: { readonly head: string; readonly units: readonly string[] } = { head: '', units: [] };
  const listed = [...pairedItems(lines, page)];
  listed.push(
    ...findListRows(lines, page).filter((one) => !listed.some(({ start, end }) => start < one.end && one.start < end)),
  );
  const overlaps = (table: TextTable) => listed.some(({ start, end }) => start < table.end && table.start < end);
  const ofText = findTextTables(lines, page).filter((table) => !overlaps(table) && headsNoneOrAll(table, lines));
  const glued = tablesOnOneLine(lines, page);
  const isGlued = ({ start, end }: TextTable) => glued.some((one) => one.start < end && start < one.end);
  const tables = [...[...listed, ...ofText].filter((table) => !isGlued(table)), ...glued];
  for (const table of tables.sort((a, b) => a.start - b.start)) {
    read.push({ table: false, drafts: readCards(lines.slice(from, table.start), around, page, `${place}.${from}`) });
    const before = lines
      .slice(from, table.start)
      .filter((line) => line.text.length < 400)
      .slice(-12);
    titles = headingBefore(before, topicOver(lines.slice(from, table.start).slice(-12), page), titles, page);
    const head = table.grid.rows[0]?.at(-1)?.text ?? '';
    const units = firstOfUnits(before.map((line) => line.text)).filter((text) => saysUnit(text, page));
    // "Price per minute" over two tables that both end in "Price" is of both.
    const carried = units.length === 0 && head === above.head ? above.units : [];
    above = { head, units: units.length === 0 ? carried : units };
    const here = {
      ...around,
      headings: [...around.headings, ...(listed.includes(table) ? headingsOver(lines, table.start) : titles)],
      before: [...around.before, ...carried, ...before.map((line) => line.text)],
      own: around.own + carried.length + before.length,
      after: lines.slice(table.end, table.end + 3).map((line) => line.text),
    };
    read.push({ table: !listed.includes(table), drafts: readTable(table.grid, here, page, `${place}.${table.start}`) });
    from = table.end;
  }
  read.push({ table: false, drafts: readCards(lines.slice(from), around, page, `${place}.${from}`) });
  return read;
}

/** "Note: Volumes cost $0.05 per GB": the word names nothing. */
const NOTED =
  /^(?:note|n\.?b\.?|important|tip|info|warning|caution|hinweis|remarque|nota)\s*[:：]\s*(?=\S+\s+\S+\s+\S)/i;

/** "Pro" over "$29 / month" and what comes with it: a heading among the cells of a table heads each of its rows, or it is that of a card. */
function headsNoneOrAll({ start, end, grid, ofPlans }: TextTable, lines: readonly Line[]): boolean {
  const heads = lines.slice(start, end).filter(({ level }) => level > 0).length;
  return ofPlans === true || heads === 0 || heads >= grid.rows.length - 1;
}

/** "Orca 3", "$0.02 per request", "Orca 3": a layout of one width has the name over its price, that of another below it. */
function withoutRepeatedNames(lines: readonly Line[], page: PageContext): readonly Line[] {
  const isPrice = (line: Line): boolean =>
    /^contact\b/i.test(line.text) || findAmounts(fold(line.text), page.currencies).length > 0;
  const again = (index: number): boolean => {
    const [over, between, line] = lines.slice(Math.max(0, index - 2), index + 1);
    return (
      line !== undefined && between !== undefined && line.text === over?.text && isPrice(between) && !isPrice(line)
    );
  };
  const repeats = lines.filter((_, index) => again(index)).length;
  return repeats > 1 ? lines.filter((_, index) => !again(index)) : lines;
}

const saysUnit = (text: string, page: PageContext): boolean =>
  text.length <= 40 && page.label(text).unit !== null && page.label(text).priced;

/** Headings in the lines over a list that still hold for it: of its card or of one around it, the nearest last. */
function headingsOver(lines: readonly Line[], start: number): Heading[] {
  const path = lines[start]?.path ?? [];
  const over: Heading[] = [];
  for (const line of lines.slice(0, start)) {
    if (line.level === 0 || !line.path.every((id, depth) => id === path[depth])) continue;
    while ((over.at(-1)?.level ?? 0) >= line.level) over.pop();
    over.push({ level: line.level, text: line.text });
  }
  return over;
}

/** The nearest line over a text table that names what it is about: "Instances pricing". */
function headingBefore(
  before: readonly Line[],
  topic: string | null,
  above: readonly Heading[],
  page: PageContext,
): Heading[] {
  const titles = before.filter(
    (line) => line.text.length <= 60 && !/[.!?。]$/.test(line.text) && !NOISE.test(line.text),
  );
  const named =
    titles.findLast((line, index) => {
      // "Price per 1M tokens", "Batch price" over a switch: the table shows the first.
      const isSwitch = PRICE.test(titles[index - 1]?.text ?? '') && page.label(line.text).mode !== null;
      return PRICE.test(line.text) && !isSwitch;
    }) ?? titles.findLast((line) => page.label(line.text).mode !== null);
  const product = titles.findLast(
    (line) =>
      FAMILY.test(line.text) &&
      productOfHeading(line.text) !== null &&
      findAmounts(fold(line.text), page.currencies).length === 0,
  );
  const last = before.at(-1);
  const over =
    last !== undefined &&
    titles.includes(last) &&
    !CLOUD.test(last.text) &&
    last.text.length <= 40 &&
    page.label(last.text).residue.length > 1 &&
    page.label(last.text).unit === null &&
    productOfHeading(last.text) !== null
      ? last
      : undefined;
  const found = (product ?? titles.findLast((line, index) => isIdBelow(line, titles[index - 1])) ?? over)?.text;
  // "Orca 3 Mini" over "orca-3-mini": its name, and what programs call it.
  const name =
    found === undefined ? undefined : titles.find(({ text }) => productKey(text) === productKey(found))?.text;
  // A product named over one table is that of the next, until another is named.
  const kept = above.filter((heading) => heading.level === 6);
  return [
    ...(topic === null || name !== undefined ? [] : [{ level: 4, text: topic }]),
    ...(named === undefined ? [] : [{ level: 5, text: named.text }]),
    ...(name === undefined ? kept : [{ level: 6, text: name }]),
  ];
}

/** "orca-3-mini" below "Orca 3 Mini". */
const isIdBelow = ({ text }: Line, above: Line | undefined): boolean =>
  above !== undefined && /^[a-z\d.]+(?:-[a-z\d.]+)+$/.test(text) && productKey(above.text) === text;

const PRICE = /pricing|price|价格|定价|计费/i;

/** "Text embeddings", a paragraph on them, the table: the title that the text over a table stands under. */
function topicOver(before: readonly Line[], page: PageContext): string | null {
  const told = before.findLastIndex(({ text }) => !SENTENCE.test(text));
  const title = before[told]?.text ?? '';
  if (!TITLE.test(title) || NOISE.test(title)) return null;
  const label = page.label(title);
  return label.residue.length > 1 && label.unit === null && !label.priced ? title : null;
}
const SENTENCE = /[.。:：]$|^.{61}/;
const TITLE = /^\p{Lu}[^.!?:,]{3,38}$/u;
