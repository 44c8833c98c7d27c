import { type SpannedCell, singleCell } from './grid.ts';
import { isAmount } from './heads-amounts.ts';
import { isNameHead, type Row, speaksOfPrices, textOf } from './plain-header.ts';
import { showsMoney } from './shows-money.ts';

/**
 * Rows whose header has one cell fewer than every row below it: what heads the amounts stands one column further on, over them, and the
 * column of a remark behind the name (or of the name itself) is without a word. Any other rows as they are.
 */
export function withLackingHeader(rows: readonly SpannedCell[][]): readonly SpannedCell[][] {
  const [header, ...body] = rows;
  if (header === undefined || header.length < 2 || body.length === 0) return rows;
  if (body.some((row) => row.length !== header.length + 1) || rows.flat().some(isSpanning)) return rows;
  const priced = header.map((_, index) => index + 1).filter((column) => body.every((row) => isPrice(row, column)));
  const first = priced[0];
  if (first === undefined || first < 2 || body.some((row) => isPrice(row, first - 1))) return rows;
  const texts = header.map(textOf);
  const fits = (shift: number) => priced.every((column) => speaksOfPrices(texts[column - shift] ?? ''));
  if (fits(0) || !fits(1) || texts.some(showsMoney)) return rows;
  const at = isNameHead(texts[0] ?? '') ? 1 : 0;
  return [[...header.slice(0, at), singleCell([], true), ...header.slice(at)], ...body];
}

const isSpanning = ({ colspan, rowspan }: SpannedCell): boolean => colspan !== 1 || rowspan !== 1;

function isPrice(row: Row, column: number): boolean {
  const cell = row[column];
  const text = cell === undefined ? '' : textOf(cell);
  return showsMoney(text) || isAmount(text);
}
