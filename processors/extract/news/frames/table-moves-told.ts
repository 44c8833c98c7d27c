import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { NEGATED } from '../lexicon.ts';
import { scanQuantities } from '../quantities.ts';
import type { Quantity } from '../quantity.ts';
import { hasHan } from '../text.ts';
import { effectiveDate } from './effective.ts';
import { dayOfRow } from './table-day.ts';
import type { Cell, Place, Table } from './table-model.ts';
import { tableFrame } from './table-prices.ts';

const MOVED =
  /(?:([降跌]|下[调降浮])|([涨提升]|上[调浮涨升]))[价幅]?(?:幅度?|度)?(?:了|约|达到?|为|近|超过?|逾|最高|高达|至多|[:： ])*$/;
/** Prices are what the clause speaks of. */
const OF_PRICE = /[价费折]|租金|输入|输出|缓存|命中|token|资费|包月/;
const PRICES_MOVE = /[降涨提]价|[上下]调|价格?(?:下降|上涨)|降费|[涨降]幅/;
const OTHER_FIGURES = /营收|收入|利润|毛利|增速|份额|调用量|用量|性能|延迟|吞吐|成本|准确率|利用率|出货/;

interface Move {
  readonly q: Quantity;
  readonly direction: 'increase' | 'decrease';
}

/** 缓存命中价下调80%，输出价降幅达60%: how far prices move, as the clauses of a cell in Chinese tell it. */
function movesIn(article: Article, label: Cell, cell: Cell, pricesMove: boolean): Move[] {
  const { text, start } = cell;
  if (!hasHan(text) || article.namesIn(label.start, label.end).some((e) => e.kind === 'organisation')) return [];
  const quantities = scanQuantities(text);
  // 文心4.5全系降价50%: a cell that names what moves is read as a sentence.
  if (quantities[0] && article.namesIn(start, start + quantities[0].start).some(isActor)) return [];
  return quantities.flatMap((q) => {
    if (q.unit !== 'percent') return [];
    // The words that lead a figure may be part of it: 下调80%.
    const figure = q.start + Math.max(0, text.slice(q.start, q.end).search(/\d/));
    const clause = /[^,，;；。]*$/.exec(text.slice(0, figure))?.[0] ?? '';
    const moved = MOVED.exec(clause);
    if (!moved || NEGATED.test(clause) || OTHER_FIGURES.test(clause)) return [];
    if (!pricesMove && !OF_PRICE.test(clause)) return [];
    return [{ q, direction: moved[1] === undefined ? ('increase' as const) : ('decrease' as const) }];
  });
}

/** Whether a cell tells so of the thing its row is of. */
export const tellsMoves = (article: Article, label: Cell, cell: Cell): boolean =>
  label !== cell && movesIn(article, label, cell, false).length > 0;

/** The moves that a cell tells in words, of the thing its row is of; null where it tells none. */
export function movesTold(table: Table, place: Place): Draft[] | null {
  const { article, caption, header, reading } = table;
  const about = `${article.titleText} ${caption} ${header.map((head) => head.text).join(' ')}`;
  const told = movesIn(article, place.label, place.cell, PRICES_MOVE.test(about));
  if (told.length === 0) return null;
  return told.map(({ q, direction }) => ({
    ...tableFrame(table, place, 'price.table-told'),
    kind: 'price_change' as const,
    valueStart: place.cell.start + q.start,
    valueEnd: place.cell.start + q.end,
    direction,
    min: q.min,
    max: q.max,
    unit: 'percent',
    effective: dayOfRow(table, place) ?? effectiveDate(article, reading, null),
    reasons: ['table cell', 'words of the cell'],
    confidence: 0.86,
  }));
}
