import type { Quantity } from '../quantity.ts';

/** "30% more billable tokens for the same words" */
const MORE_THINGS =
  /^ ?fewer\b|^ ?(?:more|less) (?:(?!(?:for|to|on|in|at|from|than|with|by|as)\b)[a-z-]+ ){0,2}(?:tokens|words|requests|calls|characters|credits|users|queries|customers|compute|capacity|throughput)\b/;
/** "almost 20% sooner", "30% faster", "2.5x standard speed": how soon, or how fast. */
const SOONER =
  /^ ?(?:sooner|faster|quicker|earlier|later|slower|longer|shorter|(?:less|more) (?:time|often|quickly|slowly)|(?:the |its |their |standard |normal |usual |base |regular |current )*(?:speeds?|throughput|pace|latency))\b/;
/** "90% of requests hit the cache", "80% of token mix" */
const SHARE =
  /^ of (?:all |total |the |its |our |their )?(?:[\w-]+ ){0,2}(?:tokens?|requests|calls|traffic|mix|users|customers|usage|volumes?|workloads?|queries|demand|capacity|developers|companies|cases|jobs)\b/;
/** "lets you download three times what you keep" */
const TIMES_WHAT =
  /^ (?:what|as (?:much|many) as|the (?:amount|volume|data)) (?:you|they|we|it|a customer|customers|users)\b/;

/** 输出Token增加70%, 上下文上限提高一倍: a limit, a length or a number right before the verb; a price is never said to become more numerous. */
const LIMIT_HAN =
  /(?:(?:上限|限制|长度|窗口|上下文|(?<![指参])数|数量|总量|字数|次数|配额|额度|篇幅)[^,，。;；价费租]{0,6}?(?:增[加长多至]?|减少|提[升高]|扩[大展容]|放宽|延长|缩[短减]|[上下][调升降])|(?:tokens?|词元) ?[^,，。;；价费租]{0,4}?(?:增[加长多]|减少|变[多少]|扩[大展]|提升|多[出了]))(?:了|约|近|超过?|逾|到|至|最多|至多|高达)* ?$/;
/** So far before a figure its limit may stand, in UTF-16 units. */
const REACH = 24;

/** True where a percentage or a multiple says how much is counted or used, or how soon, not what it costs. */
export const countsThings = (text: string, { unit, start, end }: Quantity): boolean =>
  MORE_THINGS.test(text.slice(end)) ||
  SOONER.test(text.slice(end)) ||
  (unit === 'percent' && SHARE.test(text.slice(end))) ||
  (unit === 'times' && TIMES_WHAT.test(text.slice(end))) ||
  LIMIT_HAN.test(text.slice(Math.max(0, start - REACH), start));
