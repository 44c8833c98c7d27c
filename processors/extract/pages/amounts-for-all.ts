import { findDirections } from '../../normalise/directions.ts';
import { headRole } from './columns.ts';
import { type SpannedCell, singleCell } from './grid.ts';
import { markdownLines } from './markdown-inline.ts';
import { speaksOfPrices, textOf } from './plain-header.ts';
import { showsMoney } from './shows-money.ts';

type Row = readonly SpannedCell[];

/**
 * A table on its side whose cells have lost their spans: names side by side, and below them rows of a label and one amount, which is of
 * all the names. A word that heads several rows ("Pricing") stands in the first of them alone, and the others lack a cell. Null for any
 * other rows.
 */
export function withAmountsForAll(
  written: readonly (readonly string[])[],
  headed: boolean,
): readonly SpannedCell[][] | null {
  const rows = written.map((row, at) => row.map((text) => singleCell(markdownLines(text), headed && at === 0)));
  const [first, ...body] = rows;
  const names = first === undefined ? 0 : namesIn(first);
  if (first === undefined || names < 2 || body.length === 0) return null;
  const filled = body.map((row) => withoutEnds(row));
  const lone = filled.map(isLone);
  const groups = filled.map((row, at) => row.length === (lone[at] === true ? 3 : names + 2));
  const isOfPrices = (row: Row, at: number): boolean =>
    (lone[at] === true || (groups[at] === true && row.slice(2).every(isMoney))) &&
    findDirections(labelOf(row, lone[at] === true ? 1 : names)).length > 0;
  if (!filled.some(isOfPrices)) return null;
  const isPadded = body.some((row, at) => lone[at] === true && row.at(-1)?.lines.length === 0);
  // "| Output | $2 | |" beside rows of two amounts: of one name alone.
  if (isPadded && filled.some((row, at) => lone[at] !== true && row.some(isMoney))) return null;
  const labels = groups.includes(true) ? 2 : 1;
  const top = withoutEnds(first, false);
  return [
    top.map((cell, at) => (at === 0 ? { ...cell, colspan: labels } : cell)),
    ...filled.map((row, at) => {
      const isGroup = groups[at] === true;
      const until = groups.indexOf(true, at + 1);
      const rowspan = (until < 0 ? filled.length : until) - at;
      const isUnder = groups.lastIndexOf(true, at) >= 0;
      const values = row.length - (isGroup ? 2 : 1);
      return row.map((cell, place) => {
        if (isGroup && place === 0) return { ...cell, rowspan };
        if (!isGroup && place === 0) return { ...cell, colspan: isUnder ? 1 : labels };
        return values === 1 && place === row.length - 1 ? { ...cell, colspan: names } : cell;
      });
    }),
  ];
}

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

/** A label or two, the second of prices, and one amount. */
function isLone(row: Row): boolean {
  const last = row.at(-1);
  if (row.length < 2 || row.length > 3 || last === undefined || !isMoney(last)) return false;
  return row.slice(0, -1).every((cell) => !isMoney(cell)) && speaksOfPrices(labelOf(row, 1));
}

/** The label before so many amounts. */
const labelOf = (row: Row, amounts: number): string => {
  const label = row.at(-1 - amounts);
  return label === undefined ? '' : textOf(label);
};

const isMoney = (cell: SpannedCell): boolean => showsMoney(textOf(cell));

/** Without the empty cells at its ends. */
function withoutEnds(row: Row, both = true): Row {
  const isFilled = (cell: SpannedCell) => textOf(cell) !== '';
  return row.slice(both ? Math.max(0, row.findIndex(isFilled)) : 0, row.findLastIndex(isFilled) + 1);
}
