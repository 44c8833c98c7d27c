import type { Article } from '../analysis.ts';
import { scanDates } from '../dates.ts';
import { sidesIn } from './meter.ts';
import type { Cell } from './table-model.ts';

/** A figure and no word beside it: "$18 bln", "480 trillion", "$4.99/hr", 182亿元. */
const FIGURE =
  /^[~≈<>*_ ]*(?:rmb|us|hk|cny|usd|eur|rs\.? ?)? ?[$€£¥₹]? ?\d[\d.,]*(?: ?(?:-|–|to) ?[$€£¥₹]?\d[\d.,]*)? ?(?:[kmbt]n?|bln|mln|thousand|million|billion|trillion|quadrillion|万亿|千亿|百亿|亿|万)?\+? ?(?:tokens?|usd|元|美元)?(?: ?(?:\/|per |an? )[\w .]{1,14})?[*_ ]*$/;
/** "On demand", "1 year", "Hourly", "≤ 200K": a column of prices by how one buys. */
const WAY_TO_BUY =
  /^(?:on[- ]?demand|spot|reserved|standard|batch|flex|priority|hourly|monthly|yearly|annual(?:ly)?|(?:1|one|3|three)[ -](?:years?|months?)|off[- ]?peak|peak|[<>≤≥] ?\d+k)\b|^(?:按量|包月|包年|竞价|预留|[高低]峰|日间|夜间)/;

/**
 * "| FY26 | FY27 |" over "| $18 bln | $32 bln |": rows of nothing but figures, whose first column is headed as the others are,
 * have no labels; each gets an empty one, and so does the header.
 */
export function labelled({ published }: Article, header: Cell[], body: readonly Cell[][]): void {
  const first = header[0]?.text ?? '';
  const isHead =
    WAY_TO_BUY.test(first) ||
    sidesIn(first, 0, first.length).length > 0 ||
    scanDates(first, { published, previous: null }).some((d) => d.start === 0);
  if (!isHead || header.length < 2 || body.length === 0) return;
  if (!body.every((row) => row.length > 1 && row.every(({ text }) => text === '' || FIGURE.test(text)))) return;
  for (const row of [header, ...body]) {
    const at = row[0]?.start ?? 0;
    row.unshift({ start: at, end: at, text: '' });
  }
}
