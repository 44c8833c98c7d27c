import { findDirections } from '../../normalise/directions.ts';
import { headRole } from './columns.ts';
import { type SpannedCell, singleCell } from './grid.ts';
import { speaksOfPrices, textOf } from './plain-header.ts';
import { showsMoney } from './shows-money.ts';

type Row = readonly SpannedCell[];

/** What a row of a table on its side says: what it is of, and its cells under the names. */
interface Read {
  readonly labels: Row;
  /** One for each name, or one for all of them. */
  readonly values: Row;
  readonly isPriced: boolean;
}

/** Labels before the names: a word over all prices, what they are of, and when. */
const MOST_LABELS = 4;

/**
 * A table on its side whose cells have lost their spans: names side by side, and below them rows of a label and one amount, which is of
 * all the names. A word that heads several rows ("Pricing", "Input tokens" over "Peak" and "Off-peak") stands in the first of them alone,
 * and the others lack a cell. Null for any other rows.
 */
export function withAmountsForAll(rows: readonly Row[]): readonly SpannedCell[][] | null {
  const [first, ...body] = rows;
  const names = first === undefined ? 0 : namesIn(first);
  if (first === undefined || names < 2 || body.length === 0) return null;
  const read = body.map((row) => readRow(withoutEnds(row), names));
  const isLone = ({ values, isPriced }: Read): boolean => isPriced && values.length === 1;
  const depth = Math.max(...read.map(({ labels }) => labels.length));
  const lacks = read.some((row) => isLone(row) || (row.isPriced && row.labels.length > 1));
  if (!lacks || depth > MOST_LABELS || !read.some((row) => row.isPriced && wayAmong(row.labels) >= 0)) return null;
  const isPadded = body.some((row, at) => isLone(read[at] ?? NOTHING) && row.at(-1)?.lines.length === 0);
  // "| Output | $2 | |" beside rows of two amounts: of one name alone.
  if (isPadded && read.some((row) => row.isPriced && !isLone(row))) return null;
  const ofWays = Math.max(
    ...read.filter(({ labels }) => labels.length === depth).map(({ labels }) => wayAmong(labels)),
  );
  const starts = read.map(({ labels, isPriced }) => {
    if (labels.length === depth || !isPriced) return 0;
    return wayAmong(labels) === 0 && ofWays >= 0 ? ofWays : depth - labels.length;
  });
  if ((starts[0] ?? 0) > 0) return null;
  const top = withoutEnds(first, false);
  return [
    top.map((cell, at) => (at === 0 ? { ...cell, colspan: depth } : cell)),
    ...read.map(({ labels, values }, at) => {
      const start = starts[at] ?? 0;
      const own = labels.map((cell, place) => {
        const column = start + place;
        const next = starts.findIndex((other, below) => below > at && other <= column);
        const rowspan = (next < 0 ? read.length : next) - at;
        const isLast = place === labels.length - 1;
        return isLast
          ? { ...cell, colspan: depth - column, rowspan: column === depth - 1 ? rowspan : 1 }
          : { ...cell, rowspan };
      });
      return [...own, ...values.map((cell) => (values.length === 1 ? { ...cell, colspan: names } : cell))];
    }),
  ];
}
const NOTHING: Read = { labels: [], values: [], isPriced: false };

function readRow(row: Row, names: number): Read {
  const money = row.filter(isMoney).length;
  const isAlone =
    money === 1 && row.length > 1 && isMoney(row.at(-1) ?? singleCell([], false)) && row.length <= MOST_LABELS + 1;
  const count = isAlone || row.length <= names ? 1 : names;
  const labels = row.slice(0, Math.max(1, row.length - count));
  const values = row.slice(labels.length);
  return { labels, values, isPriced: values.length > 0 && values.some(isMoney) };
}

/** Which of the labels of a row says the way of its tokens; -1 where none does. */
const wayAmong = (labels: Row): number => labels.findIndex((cell) => findDirections(textOf(cell)).length > 0);

/** How many names a row has beside its corner, "Model | orca-chat | orca-think"; 0 where it heads something else. */
function namesIn(row: Row): number {
  const [corner = '', ...others] = withoutEnds(row, false).map(textOf);
  const role = headRole(corner);
  if (corner !== '' && role !== 'product' && role !== 'meter' && !speaksOfPrices(corner)) return 0;
  const areNames = others.every(
    (text) => text !== '' && text.length <= 60 && !showsMoney(text) && headRole(text) === null && !speaksOfPrices(text),
  );
  return areNames && new Set(others).size === others.length ? others.length : 0;
}

const isMoney = (cell: SpannedCell): boolean => showsMoney(textOf(cell));

/** Without the empty cells at its ends. */
function withoutEnds(row: Row, both = true): Row {
  const isFilled = (cell: SpannedCell) => textOf(cell) !== '';
  return row.slice(both ? Math.max(0, row.findIndex(isFilled)) : 0, row.findLastIndex(isFilled) + 1);
}
