import type { CurrencyContext } from '../../normalise/currency.ts';
import { fold } from '../../normalise/fold.ts';
import { bareAmount, findAmounts } from './amounts.ts';
import { headRole } from './columns.ts';
import type { Label } from './label.ts';
import type { Cell, Grid } from './model.ts';
import { isSpend } from './spends.ts';

/** Rows of a table that share a header. A table that repeats or changes its header half-way has several. */
export interface Segment {
  /** Header rows, top first; empty where the table has none. */
  readonly header: readonly (readonly Cell[])[];
  readonly rows: readonly DataRow[];
}

export interface DataRow {
  readonly cells: readonly Cell[];
  /** Section rows that stand above, outermost first. */
  readonly sections: readonly string[];
  readonly index: number;
}

type Kind = 'empty' | 'section' | 'header' | 'data';

interface Reader {
  readonly context: CurrencyContext;
  readonly label: (text: string) => Label;
}

/** Splits a grid into header, section and data rows. */
export function segmentsOf(grid: Grid, reader: Reader): Segment[] {
  const segments: { header: (readonly Cell[])[]; rows: DataRow[] }[] = [{ header: [], rows: [] }];
  let sections: { text: string; open: boolean }[] = [];
  grid.rows.forEach((cells, index) => {
    let current = segments.at(-1) ?? { header: [], rows: [] };
    const kind = kindOf(cells, current, grid, reader);
    if (kind === 'empty') return;
    if (kind === 'section') {
      const texts = [...new Set(cells.map((cell) => cell.text).filter((one) => one !== ''))].slice(0, 2);
      const here = texts.map((text) => ({ text, open: true }));
      // Two section rows in a row nest; a section after data replaces the ones before it.
      const isNested = here.length === 1 && sections.every((section) => section.open) && sections.length < 2;
      sections = isNested ? [...sections, ...here] : here;
      return;
    }
    if (kind === 'header') {
      if (current.rows.length > 0) {
        current = { header: saysUnitsAnew(cells, current.header.at(-1)) ? [...current.header] : [], rows: [] };
        segments.push(current);
      }
      current.header.push(cells);
      return;
    }
    sections = sections.map((section) => ({ ...section, open: false }));
    current.rows.push({ cells, sections: sections.map((section) => section.text), index });
  });
  return segments.filter((segment) => segment.rows.length > 0);
}

function kindOf(
  cells: readonly Cell[],
  current: { header: readonly (readonly Cell[])[]; rows: readonly DataRow[] },
  grid: Grid,
  reader: Reader,
): Kind {
  const texts = cells.map((cell) => fold(cell.text));
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0 || cells.every((cell) => !cell.origin || cell.text === '')) return 'empty';
  const money = texts.some((text) => findAmounts(text, reader.context).length > 0);
  const distinct = new Set(filled);
  const width = cells.length;
  // Below the first rows one cell across most of the width will do: rows of a table need not be of one length.
  const across = current.rows.length > 0 && texts[0] !== '' && filled.length > 1;
  const whole = distinct.size === 1 && (filled.length === width || filled.length === 1 || across);
  const headed = cells.filter((cell, position) => texts[position] !== '' && cell.header).length;
  // A bare number across all columns is of none of them.
  if (!money && width > 1 && cells.slice(1).every((cell) => !cell.across) && bareAmount(filled[0] ?? '') !== null)
    return 'empty';
  if (
    !money &&
    whole &&
    width > 1 &&
    !(filled.length === 1 && texts[0] === '') &&
    bareAmount(filled[0] ?? '') === null
  ) {
    return filled[0] !== undefined && /^[-—/\\\s]+$/.test(filled[0]) ? 'empty' : 'section';
  }
  if (!money && current.header.length > 0 && saysUnitOfAll(cells, texts, current.header, reader)) return 'section';
  if (headed > 0 && headed === filled.length && (!money || filled.length > 2) && !hasPriceColumn(cells, texts, reader))
    return 'header';
  if (money) return 'data';
  const headless = current.header.length === 0 && current.rows.length === 0;
  const numbers = texts.filter((text) => bareAmount(text) !== null).length;
  if (headless)
    return numbers * 2 > filled.length && !filled.slice(1).every((text) => COUNT.test(text)) ? 'data' : 'header';
  if (current.rows.length === 0 && continues(current.header.at(-1), cells, texts, numbers)) return 'header';
  if (current.rows.length > 0 && numbers === 0 && isMidHeader(texts, filled, grid.rows[0] ?? [], reader))
    return 'header';
  return 'data';
}

/** "Unit price ($/GB)" below "Standard storage price" and below "Archive storage price": the columns stay what they are, their unit is another. */
function saysUnitsAnew(cells: readonly Cell[], above: readonly Cell[] | undefined): boolean {
  if (above === undefined) return false;
  const changed = [...cells.keys()].filter((column) => column > 0 && cells[column]?.text !== above[column]?.text);
  const textsOf = (row: readonly Cell[]) => new Set(changed.map((column) => row[column]?.text));
  return changed.length > 1 && textsOf(cells).size === 1 && textsOf(above).size === changed.length;
}

/** "Language models | | Per million tokens": what the rows below are, and what their prices are for. */
function saysUnitOfAll(
  cells: readonly Cell[],
  texts: readonly string[],
  header: readonly (readonly Cell[])[],
  reader: Reader,
): boolean {
  const said = texts.flatMap((text, column) => (text !== '' && cells[column]?.across === true ? [column] : []));
  const [name, unit] = said;
  if (name !== 0 || unit === undefined || said.length > 2 || cells.length < 2 || /\d/.test(texts[0] ?? ''))
    return false;
  const over = header.at(-1)?.[unit]?.text ?? '';
  const label = reader.label(texts[unit] ?? '');
  if (/\d/.test(label.text.replaceAll(HOW_MANY, ''))) return false;
  const saysUnit = label.unit !== null && !label.measure && (label.isVocabulary || PER.test(label.text));
  return saysUnit && headRole(fold(over)) !== 'unit';
}
const HOW_MANY = /(?<!\d)10{0,3}(?:,?000)*\s?[km]?(?![\d.])/gi;
const PER = /^\W*(?:(?:prices?|priced|billed) )?(?:per|par|por|pro|je) .{3,30}$/i;

/** "GPU", "1", "2", "4": counts over the columns. */
const COUNT = /^(?:gpu|count|\d+x?)$/i;

/** A row of `th` that carries amounts is a row of prices all the same. */
function hasPriceColumn(cells: readonly Cell[], texts: readonly string[], reader: Reader): boolean {
  const priced = (text: string) => text.length < 40 && findAmounts(text, reader.context).length > 0;
  return cells.length > 1 && texts.some(priced) && !texts.slice(1).every(isSpend);
}

/** The second row of a header divides a cell that spans columns in the first. */
function continues(
  above: readonly Cell[] | undefined,
  cells: readonly Cell[],
  texts: readonly string[],
  numbers: number,
): boolean {
  if (above === undefined || numbers > 0) return false;
  let spans = false;
  for (let column = 1; column < cells.length; column++) {
    const cell = above[column];
    if (cell === undefined || cell.lines.length === 0 || cell.lines !== above[column - 1]?.lines) continue;
    if (texts[column] !== texts[column - 1]) spans = true;
  }
  // A cell that reaches down from the first row makes both rows one header.
  const reachesDown = cells.some((cell, column) => cell.lines === above[column]?.lines && cell.text !== '');
  return (
    spans &&
    (reachesDown ||
      texts[0] === '' ||
      above.filter((cell, column) => column > 0 && cell.lines === above[column - 1]?.lines).length >=
        cells.length / 2 - 1)
  );
}

function isMidHeader(
  texts: readonly string[],
  filled: readonly string[],
  first: readonly Cell[],
  reader: Reader,
): boolean {
  if (filled.length < 2) return false;
  const isAgain = (text: string, column: number) => text !== '' && fold(first[column]?.text ?? '') === text;
  const again = texts.filter(isAgain).length;
  if (again * 2 >= filled.length) return true;
  // "Download traffic | Range | Unit price ($/GB)": a group beside the header of its rows.
  if (
    again > 0 &&
    texts.slice(1).some((text) => reader.label(text).priced) &&
    texts.every(
      (text, column) => column === 0 || text === '' || isAgain(text, column) || reader.label(text).isVocabulary,
    )
  )
    return true;
  const vocabulary = texts
    .slice(1)
    .filter(
      (text) => text !== '' && reader.label(text).isVocabulary && !/\d/.test(text.replace(/\b1\s?[mk]\b/i, '')),
    ).length;
  const headName = HEAD_NAME.test(texts[0] ?? '');
  return headName && vocabulary >= 1 && vocabulary * 2 >= filled.length - 1;
}

const HEAD_NAME =
  /^(?:models?(?: name| id)?|name|gpus?(?: model| type)?|instances?(?: type)?|machine types?|products?|services?|sku|plan|模型(?:名称|版本)?|产品|名称|规格|服务|实例)$/i;
