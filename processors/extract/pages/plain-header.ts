import { findDirections } from '../../normalise/directions.ts';
import { fold } from '../../normalise/fold.ts';
import { headRole } from './columns.ts';
import type { Element } from './dom.ts';
import { linesOf } from './element-lines.ts';
import { type SpannedCell, singleCell } from './grid.ts';
import { headsAmounts, isAmount } from './heads-amounts.ts';
import { isPriced } from './label.ts';
import { showsMoney } from './shows-money.ts';

export type Row = readonly SpannedCell[];

export const cellOf = (element: Element, header: boolean): SpannedCell =>
  singleCell(element.name === 'img' ? [] : linesOf(element), header);

const HEAD =
  /\b(?:price|pricing|cost|rate|per|hour|hourly|input|output|starting|from|month|monthly|on-demand|spot|reserved)\b|价格?|单价|费用|输入|输出|计费|定价/i;
const NAME_HEAD =
  /^(?:models?(?: name)?|gpus?(?: model| type)?|names?|instances?(?: types?)?|machine types?|products?|services?|plans?|skus?|type|tool|size|模型(?:名称)?|产品|名称|规格|型号|实例)/i;

/** A first cell that heads a column of names and can be nothing else. */
const NAME_ONLY =
  /^(?:models?|(?:model|product|plan|gpu|instance) names?|gpus?|instances?|products?|services?|模型|模型名称?|产品名称?|规格|型号)$/i;

/** True where a row of plain cells heads the rows below it. */
export function isHeader(row: Row, width: number, below: readonly Row[]): boolean {
  const texts = row.map(textOf);
  if (row.length < width) return false;
  // "Model | Pay as you go | Growth, from $4K a year": plans over the columns.
  if (NAME_ONLY.test(texts[0] ?? '') && texts.every((text) => text.length < 60 && !/^\D{0,4}\d/.test(text)))
    return true;
  if (texts.some((text) => showsMoney(text) || isAmount(text) || text.length >= 60)) return false;
  if (isCorner(texts) && below.filter((one) => isNamed(one, width)).length * 2 > below.length) return true;
  if (
    headsAmounts(
      texts,
      below.filter((one) => one.length === width).map((one) => one.map(textOf)),
    )
  )
    return true;
  return texts.some(speaksOfPrices) && (texts.some(isNameHead) || texts.filter((text) => HEAD.test(text)).length >= 2);
}

/** Words of a header over names. */
export const isNameHead = (text: string): boolean => NAME_HEAD.test(text) || headRole(text) === 'product';

/** Words of a header over prices, in whatever language they are known. */
export const speaksOfPrices = (text: string): boolean =>
  HEAD.test(text) || isPriced(text) || findDirections(text).length > 0;

export const textOf = (cell: SpannedCell): string => fold(cell.lines.join(' '));

/** An empty corner and a different word over every other column. */
const isCorner = ([corner, ...others]: readonly string[]): boolean =>
  corner === '' && others.length > 1 && others.every((text) => text !== '') && new Set(others).size === others.length;

/** A name, and money in other cells. */
export const isNamed = ([name, ...others]: Row, width: number): boolean =>
  name !== undefined &&
  others.length === width - 1 &&
  name.lines.length > 0 &&
  !showsMoney(textOf(name)) &&
  others.some((cell) => showsMoney(textOf(cell)));
