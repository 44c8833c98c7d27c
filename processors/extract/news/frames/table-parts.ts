import { type Place, type Table, VALUE_HEAD } from './table-model.ts';

const TOKENS = /\btokens?\b|词元/;
const USED =
  /volume|usage|process(?:ed|ing)|handled|routed|consumed|consumption|calls|traffic|throughput|调用|用量|消耗|处理/;
/** What a row of such a table counts else. */
const OF_OTHERS =
  /\b(?:users?|requests?|customers?|developers?|revenues?|spend\w*|prices?|costs?|context)\b|用户|客户|收入|价/;
const PART = /^(?:of which|of that|including|thereof|top model|leader|其中)/;
/** So many rows up what is counted may be told. */
const ROWS = 6;

/** "| of which MiniMax M2.5 | 2.45T |", "| Kimi K2.5 | 1.2T |" below "| Tokens processed by the ten busiest | 8.7T |": what the row above counts, of which this is a part; empty where it is none. */
export function usageAbove({ article, labels }: Table, { label, head }: Place): string {
  const part = PART.test(label.text);
  if (!VALUE_HEAD.test(head.text) || !(part || article.namesIn(label.start, label.end)[0]?.start === label.start))
    return '';
  const own = labels.indexOf(label.text);
  for (let i = own - 1; i >= 0 && i >= own - ROWS; i--) {
    const above = labels[i] ?? '';
    if (TOKENS.test(above)) return USED.test(above) ? above : '';
    if (OF_OTHERS.test(above)) return '';
  }
  return '';
}
