import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Place, Table } from './table-model.ts';

/** What says that a table tells for how much things are bought, and not rented. */
const BOUGHT =
  /\b(?:purchas(?:e|es|ing)|buy(?:ing)?|msrp|retail|street|list pric(?:e|es|ing)|unit pric(?:e|es|ing)|per unit|outright|hardware costs?)\b|采购|整机|裸卡|[单每][卡颗张片]|零售|市场价|现货/;
const PRICED = /\b(?:pric(?:e|es|ing)|costs?|msrp|usd|range)\b|价|报价/;
/** 八卡整机: a column of what is sold whole. */
const MACHINE = /整机|裸卡|服务器$|单[卡颗张]$/;
const BY_TIME = /\b(?:hour|hourly|hr|month|monthly|year|annual|rent|rental|cloud|on-demand|spot)\b|时|月|年|租/;
/** No card that a data centre is built of costs less. */
const LEAST = 1_500;
/** Nor more for one machine. */
const MOST = 50_000_000;

/** "| PCIe 80GB | $25,000 – $30,000 |" under "Purchase pricing" of a card: for how much one is bought; null elsewhere. */
export function rateOfPurchase(
  { article, over, caption }: Table,
  { cell, head, label, row }: Place,
  q: Quantity,
): Rate | null {
  if (q.unit !== 'money' || Number(q.max ?? q.min) < LEAST || Number(q.max ?? q.min) > MOST) return null;
  if (q.large && !/[\d ]万/.test(cell.text)) return null;
  if (!(PRICED.test(head.text) || MACHINE.test(head.text)) || BY_TIME.test(head.text) || BY_TIME.test(label.text))
    return null;
  const above = over === '' ? caption : over;
  if (BY_TIME.test(above) || !(BOUGHT.test(head.text) || BOUGHT.test(above))) return null;
  const ofChip =
    row.some(({ start, end }) => article.namesIn(start, end).some((e) => e.kind === 'chip')) ||
    article.titleEntities.some((e) => e.kind === 'chip') ||
    CARD.test(`${label.text} ${above}`);
  return ofChip ? { meter: 'other', per: 1, side: null, start: q.end, end: q.end } : null;
}
const CARD = /\b(?:gpus?|[hb][12]00|a100|gb[23]00|mi3\d\d|dgx|hgx|l40s?)\b/;
