import { scanDates } from '../dates.ts';
import { PERIOD, type Place, type Table } from './table-model.ts';

/** Behind this a line over or under a table says of which day its prices are. */
const OF_A_DAY =
  /\b(?:as (?:of|at)|validated|verified|checked|updated|captured|retrieved|collected|snapshot|accurate|effective|valid)\b[^|;]{0,16}|(?:截至|更新于|更新时间|采集于|查询时间|核对于)[^|;；]{0,4}/g;

/** "GPU prices (validated 28 May 2026)", "List prices, May 2026", "| Price on 1 March |", "| Salad, Jun 2026 |": of which day a price in a table is; null where nothing says so. */
export function dayOfPrice({ article, caption, over }: Table, { head, label }: Place): string | null {
  const anchor = { published: article.published, previous: null };
  const dayIn = (text: string): string | null =>
    scanDates(text, anchor).find((d) => !d.comparison && (d.grain === 'day' || d.grain === 'month'))?.iso ?? null;
  const own = /\d/.test(head.text) ? dayIn(head.text) : null;
  if (own !== null) return own;
  // "| Salad, Jun 2026 | $0.18 |"
  const ofRow = scanDates(label.text, anchor).find((d) => !d.comparison && d.end === label.text.trimEnd().length);
  if (ofRow && /, ?$/.test(label.text.slice(0, ofRow.start)) && (ofRow.grain === 'day' || ofRow.grain === 'month'))
    return ofRow.iso;
  for (const match of caption.matchAll(OF_A_DAY)) {
    const behind = caption.slice(match.index, match.index + match[0].length + 24);
    const day = scanDates(behind, anchor).find((d) => d.start <= match[0].length && d.grain === 'day');
    if (day) return day.iso;
  }
  // "Object storage, list prices, May 2026" right above.
  const headed = scanDates(over, anchor).find((d) => !d.comparison && /^[)\s*]*$/.test(over.slice(d.end)));
  return headed?.grain === 'day' || headed?.grain === 'month' ? headed.iso : null;
}

/** "| mid-2024 | 4–8 |": when the price of a row was asked, as its label says; null where that is no time. */
export const timeOfLabel = ({ article }: Table, { label }: Place): string | null =>
  PERIOD.test(label.text)
    ? (scanDates(label.text, { published: article.published, previous: null }).find((d) => !d.comparison)?.iso ?? null)
    : null;

/** | 生效时间 |, | 何时 |, "| Effective |": the column that says since when the move in a row holds, or a remark, "Effective 1 May"; null where the row has none, or no day or month. */
export function dayOfRow({ article, header }: Table, { row }: Place): string | null {
  const cell =
    row[header.findIndex(({ text }) => SINCE_WHEN.test(text))] ??
    row.find(({ text }) => /^effective \w|生效$/.test(text));
  if (!cell || !/\d/.test(cell.text)) return null;
  const day = scanDates(cell.text, {
    published: article.published,
    previous: article.published?.slice(0, 4) ?? null,
  }).find((d) => !d.comparison);
  return day?.grain === 'day' || day?.grain === 'month' ? day.iso : null;
}
const SINCE_WHEN =
  /^(?:生效|执行|实施|起始|开始|调[价整]|[涨降提]价)(?:时间|日期?|起始日)$|^(?:何时|时间|日期|时点|什么时候|时间节点|何时生效)$|^(?:effective|effective (?:date|from)|when|date|from|since)$/;
