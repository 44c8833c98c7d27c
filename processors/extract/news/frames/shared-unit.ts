import type { Article } from '../analysis.ts';
import { type Rate, rateAfter } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { matches } from '../text.ts';

/** A unit said once for many amounts: a heading, "单位：元/千tokens", "(USD per 1M tokens)". */
export interface SharedUnit {
  readonly currency: string | null;
  readonly rate: Rate;
}

const UNIT_LINE =
  /(?:元|rmb|cny|人民币) ?\/|(?:usd|us\$|\$|dollars?|eur|euros?|€|£|美元) ?(?:\/|per )|单位|per (?:1|million|1,000|thousand|gpu)|每(?:百万|千|万|卡|小时|gb|张|秒|次)/;

const MONEY_PER =
  /(usd|us\$|\$|(?:us |u\.s\. )?dollars?|eur|euros?|€|gbp|pounds?|£|yuan|renminbi|美元|元|rmb|cny|人民币)?(?= ?(?:\/|per |每))/g;
const currencyOf = (sign: string): string | null =>
  sign === ''
    ? null
    : /usd|\$|dollar|美元/.test(sign)
      ? 'USD'
      : /eur|€/.test(sign)
        ? 'EUR'
        : /gbp|pound|£/.test(sign)
          ? 'GBP'
          : 'CNY';

/** The money that a line names anywhere; null where it names none. */
export const moneyNamed = (text: string): string | null =>
  currencyOf(/usd|\$|dollars?|美元|€|euros?|£|单位[^,，。;；]{0,6}元|人民币|rmb|cny|¥/.exec(text)?.[0] ?? '');

export function sharedUnit(text: string): SharedUnit | null {
  if (!UNIT_LINE.test(text)) return null;
  for (const match of matches(MONEY_PER, text)) {
    const at = match.index + match[0].length;
    const rate = rateAfter(text[at] === ' ' || text[at] === '/' || text[at] === '每' ? text : ` ${text}`, at);
    // 元/GB: what moves, in money that is named.
    const bytes = match[1] !== undefined && /^ ?(?:\/|每) ?[gt]i?b?(?![a-z])/.test(text.slice(at));
    if (rate && (rate.meter !== 'other' || bytes)) {
      // 每百万Token的价格,单位:元 has the two apart.
      return { currency: match[1] === undefined ? moneyNamed(text) : currencyOf(match[1]), rate };
    }
  }
  return null;
}

/** The unit declared above this sentence, at most some lines up. */
export function unitAbove(article: Article, reading: Reading): SharedUnit | null {
  for (let i = reading.index; i >= 0 && i >= reading.index - 40; i--) {
    const sentence = article.sentences[i];
    if (!sentence) break;
    const text = article.folded.slice(sentence.start, sentence.end);
    // A unit declared for all that follows holds longer than one that happened to be named.
    if (i < reading.index - 8 && !/单位|^\W*(?:all |our |these )?(?:\w+ )?prices\b/.test(text)) continue;
    if (
      i < reading.index &&
      article.reading(i).quantities.some((q) => q.unit === 'money' && q.rate !== null) &&
      article.blocks[sentence.block]?.kind !== 'heading'
    )
      continue;
    const shared = sharedUnit(text);
    if (shared) return shared;
  }
  return null;
}
