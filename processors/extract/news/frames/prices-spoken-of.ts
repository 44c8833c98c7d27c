import type { Article } from '../analysis.ts';
import { PRICE_DOWN, PRICE_UP } from '../lexicon.ts';
import type { Reading } from '../reading.ts';
import { isNotice } from './notice.ts';
import { PRICE } from './price-words.ts';
import { sumsUp } from './sums-up.ts';

/** Speaks of prices, and says that they move. */
export const SPEAKS_OF_PRICES = (text: string): boolean =>
  PRICE.test(text) &&
  (PRICE_UP.test(text) ||
    PRICE_DOWN.test(text) ||
    /\b(?:adjust|chang|updat|revis|mov)(?:e[sd]?|es|ing|ed|s|ments?)\b|\bnew (?:prices?|pricing|rates|price lists?)\b|\b(?:costs?|pays?) (?:[\w.%-]+ ){0,3}(?:less|more)\b|调价|[价费][^,，。;；]{0,8}(?:调整|变更|变动|异动|分化|走势|行情)|(?:调整|变更)[^。;；]{0,24}(?:价格|费用|资费|定价|刊例)/.test(
      text,
    ));
/** "L40S: €1.40 → €1.54 per GPU per hour": an item of a list of prices that moved. */
const MOVED_ITEM = /[$€£¥][\d.,]+[^,;]{0,30}(?:→|->|=>)|\bfrom (?:us)?[$€£¥][\d.,]+ to |从[\d.]+元?[^,，;；]{0,12}至/;

/** "AWS：...", "谷歌云：...": lines of a list without marks. */
const bothLabelled = (article: Article, above: { start: number; end: number }, reading: Reading): boolean =>
  LABELLED.test(article.folded.slice(above.start, above.end)) &&
  (LABELLED.test(reading.text) ||
    // Q：你们把价格降到…？ A：好事。阿里这次…: in an answer.
    (ANSWERS.test(article.folded.slice(article.blocks[reading.block]?.start, reading.start)) &&
      ASKS.test(article.folded.slice(above.start, above.end))));
const ANSWERS = /^[*_ ]*(?:答|a)[*_]*[:：]/;
const ASKS = /^[*_ ]*(?:问|q)[*_]*[:：]/;
/** "(2)", "2、": an item of a list written by hand. */
const NUMBERED = /^ ?[(（]?(?:\d{1,2}|[一二三四五六七八九十])[)）、.](?!\d)/;
const LABELLED = /^[^，。,.:：]{1,24}[:：]/;

/** "Google Cloud's new storage prices: your questions answered": whose prices the text is about. */
export const titleOfPrices = (article: Article): boolean =>
  PRICE.test(article.titleText) && article.titleEntities.some((e) => e.kind === 'organisation');

/** 资费调整的通知, 对部分产品价格进行调整 */
const ADJUSTS = /[价费][^,，。;；]{0,8}(?:调整|变更|[上下]调|优化)|(?:调整|变更|[上下]调)[^,，。;；]{0,14}[价费]/;

/** 云厂商涨价盘点: a Chinese title that says that prices move. */
const TITLED =
  /(?:[涨降提调]价|价格战)(?!成本)|(?:云|算力|gpu|租赁|显卡|token)[^,，。|｜:：股]{0,6}(?:行情|价月报)|(?<![股油金房电币目标评])价格?[^,，。|｜:：]{0,4}(?:打[到至]|[降涨跌砍]|跳水|腰斩|[上下]调)/;
const SIGNED = /[(:] ?(?:from )?[+−–-]\d[\d.–-]*%/;
/** A sentence before, or the heading above, speaks of prices that move. */
export function contextOfPrices(article: Article, reading: Reading): boolean {
  const bullet = article.blocks[reading.block]?.kind === 'bullet' || NUMBERED.test(reading.text);
  if (TITLED.test(article.titleText)) return true;
  // "March price moves" over "Hetzner cloud: +33%", "Up: Hetzner (+33%), OVHcloud (+9-11%)"
  if ((bullet || SIGNED.test(reading.text)) && SPEAKS_OF_PRICES(article.titleText)) return true;
  if (isNotice(article) && ADJUSTS.test(article.titleText + article.folded.slice(0, 400))) return true;
  let reach = 2;
  for (let i = reading.index - 1; i >= 0 && reach > 0; i--) {
    const sentence = article.sentences[i];
    if (!sentence) break;
    const kind = article.blocks[sentence.block]?.kind;
    if (sumsUp(article, reading, i)) return true;
    // The items above stand under the same opening as this one.
    const item = kind === 'bullet' || NUMBERED.test(article.folded.slice(sentence.start, sentence.start + 6));
    // A list of prices between this sentence and its opening.
    const priced = sentence.block === reading.block && article.reading(i).quantities.some((q) => q.rate !== null);
    if ((!bullet || !item) && !(priced && reading.index - i < 5)) reach--;
    if (sentence.block !== reading.block && kind !== 'heading' && !bullet && !bothLabelled(article, sentence, reading))
      continue;
    // "... is priced at $0.05 per GB-month, previously $0.06.": a price that moved.
    if (priced && /\b(?:previously|was|from|instead of|down|up)\b/.test(article.reading(i).text)) return true;
    const above = article.folded.slice(sentence.start, sentence.end);
    if (SPEAKS_OF_PRICES(above) || (bullet && item && MOVED_ITEM.test(above))) return true;
  }
  return false;
}
