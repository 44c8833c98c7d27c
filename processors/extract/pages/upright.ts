import { fold } from '../../normalise/fold.ts';
import { bareAmount, findAmounts } from './amounts.ts';
import { headRole } from './columns.ts';
import { type Cell, EMPTY_CELL, type Grid } from './model.ts';
import { FAMILY, PLAN_NAME } from './names.ts';
import { isPackageStep } from './packages.ts';
import type { PageContext } from './page-context.ts';
import { DETAILS, GRADE, isResolution, METHOD } from './turned-tables.ts';

const MOST = 60;

/**
 * A table that lies on its side, stood up: what its first column says are headers of prices, units and sizes, each over cells of
 * one kind in its row, and the first row holds names. A table that stands, or could be either, is returned as it is.
 */
export function upright(given: Grid, page: PageContext): Grid {
  const grid = withoutButtons(given);
  const [head = [], ...body] = grid.rows;
  if (head.length < 2 || body.length === 0 || body.length > MOST || head.length > MOST) return given;
  if (grid.rows.some((row) => row.some((cell) => !cell.origin))) return given;
  // A row of one cell stands over those below it.
  if (grid.rows.some((row) => row.slice(1).every((cell) => !cell.across))) return given;
  const names = head.slice(1).map((cell) => cell.text);
  const sides = body.map((row) => row[0]?.text ?? '');
  if (!names.every((text) => isLabel(text, page)) || !sides.every((text) => isLabel(text, page))) return given;
  if (names.some((text) => namesPrice(text, page) || DETAILS.test(fold(text))) || arePlans(names, head[0]?.text ?? ''))
    return given;
  // Under "EU-W2" and "US-E2" stands what holds there.
  if (share(names, (text) => page.label(text).region !== null) > 0.5) return given;
  if (names.every((text) => METHOD.test(fold(text)) || isResolution(page.label(text)))) return given;
  const kinds = body.map((row) => row.slice(1).map((cell) => kindOf(cell, page)));
  const isPriced = (kind: Kind | undefined) => kind === 'money' || kind === 'number';
  if (!kinds.some((row) => row.some(isPriced))) return given;
  // A second column of labels.
  if (names.some((text, column) => headRole(fold(text)) !== null && !kinds.some((row) => isPriced(row[column]))))
    return given;
  const score =
    share(
      sides,
      (text, row) => isHead(text, page) && (headsPrices(text, page) || kinds[row]?.includes('money') !== true),
    ) -
    share(names, (text) => isHead(text, page)) +
    share(names, isNamed) -
    share(sides, isNamed) +
    sameness(kinds) -
    sameness(names.map((_, column) => kinds.map((row) => row[column] ?? null)));
  if (score < LEANS) return given;
  const rows = head.map((_, column) =>
    grid.rows.map((row): Cell => ({ ...(row[column] ?? EMPTY_CELL), header: column === 0 })),
  );
  return { ...grid, rows };
}

/** "", "Order", "Order": a row that nothing is said of, with nothing but words in it. */
const withoutButtons = (grid: Grid): Grid => {
  const isOne = (row: Grid['rows'][number]) => row[0]?.text === '' && row.every(({ text }) => !/\d/.test(text));
  return grid.rows.slice(1).some(isOne)
    ? { ...grid, rows: grid.rows.filter((row, at) => at === 0 || !isOne(row)) }
    : grid;
};

/** How much must speak for a table on its side: of the words on its two edges, the names there, and the cells between, each from -1 to 1. */
const LEANS = 0.45;

const share = <T>(all: readonly T[], test: (one: T, at: number) => boolean): number =>
  all.length === 0 ? 0 : all.filter(test).length / all.length;

type Kind = 'money' | 'number' | 'measure' | 'words' | null;

function kindOf(cell: Cell, page: PageContext): Kind {
  const text = fold(cell.text);
  if (!/[\p{L}\d]/u.test(text)) return null;
  if (findAmounts(text, page.currencies).length > 0) return 'money';
  if (bareAmount(text) !== null) return 'number';
  return /^[^\p{L}]*\d/u.test(text) ? 'measure' : 'words';
}

/** How far the cells of each line are of one kind: 1 where all are. */
function sameness(lines: readonly (readonly Kind[])[]): number {
  const shares = lines.flatMap((line) => {
    const counts = new Map<Kind, number>();
    for (const kind of line) if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const all = [...counts.values()];
    return all.length === 0 ? [] : [Math.max(...all) / all.reduce((sum, count) => sum + count, 0)];
  });
  return shares.length === 0 ? 0 : shares.reduce((sum, one) => sum + one, 0) / shares.length;
}

function isLabel(text: string, page: PageContext): boolean {
  const folded = fold(text);
  return (
    /[\p{L}\d]/u.test(folded) &&
    folded.length <= 100 &&
    bareAmount(folded) === null &&
    findAmounts(folded, page.currencies).length === 0
  );
}

/** What may head a column: a kind of price, a unit, a size, a word for one of these. */
function isHead(text: string, page: PageContext): boolean {
  const label = page.label(text);
  if (isModel(text)) return false;
  return label.measure || label.sum || headRole(fold(text)) !== null || label.isVocabulary || isPriceHead(text, page);
}

/** "gpt-oss-20b", "H100", "speech-1.5": a name and nothing else. */
const isModel = (text: string): boolean =>
  (/[\d-]/.test(text) && FAMILY.test(text)) || /^[a-z][a-z\d]*[-_.][\w.-]*\d[\w.-]*$|^[a-z]+\d+[\w.-]*$/i.test(text);

const isNamed = (text: string): boolean => isModel(text) || FAMILY.test(text);

/** What may head money: "Volume" and "Memory" head none. */
const headsPrices = (text: string, page: PageContext): boolean =>
  isPriceHead(text, page) || page.label(text).isVocabulary;

function isPriceHead(text: string, page: PageContext): boolean {
  if (isModel(text)) return false;
  const label = page.label(text);
  return label.priced || label.directions.length > 0 || label.currency !== null || label.unit !== null;
}

/** A name may say what it is counted in: "Incoming audio, per second". */
const namesPrice = (text: string, page: PageContext): boolean => {
  const label = page.label(text);
  return isPriceHead(text, page) && (label.priced || label.currency !== null || label.isVocabulary);
};

/** "Low", "Medium", "High" are what a thing is sold in, as plans are; under "Machine type" they are machines. */
const arePlans = (names: readonly string[], corner: string): boolean =>
  (/\bplans?\b|tier|套餐/i.test(corner) && !/^plans?$/i.test(corner.trim())) ||
  (headRole(fold(corner)) !== 'product' &&
    share(names.map(fold), (text) => GRADE.test(text) || PLAN_NAME.test(text) || isPackageStep(text)) >= 0.5);
