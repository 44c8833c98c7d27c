import { clauseAt } from '../context.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** What follows the name of a thing that is priced. */
const PRICED =
  '(?= ?(?:的?(?:月费|年费|月租|单价|价格|定价|售价|报价|价|输入|输出|缓存)|每|维持|保持|卖|收|要|为|是|则|仅|只|[涨降]|[\\d０-９$＄¥￥(（]))';
/** Pro版, Lite档, Moderato会员, 海外版: an edition. */
const EDITION = '(?:[A-Za-z][A-Za-z+-]*(?: [A-Z][A-Za-z+-]*){0,2} ?)?[\\u4e00-\\u9fff]{0,3}?(?:版|档|会员|套餐)';
/** Pro+, Flash-Lite, Enterprise: a name without a number. */
const LATIN = '[A-Z][A-Za-z+-]+(?: [A-Z][A-Za-z+-]*){0,2}';
const AT_HEAD = new RegExp(
  `^[ "“*、和与及]*(?:还有|另有|其中|而|至于)?(?!最|[这那该此]|(?:API|GPU|CPU|Token|AI|Input|Output|Batch|USD|RMB|CNY|TPU|LLM)s?(?![a-z]))(${EDITION}|${LATIN}(?!\\d))${PRICED}`,
);
const BEHIND_NAME = new RegExp(`^ ?的 ?(?![这那该])${EDITION}${PRICED}`);

/** What a Chinese clause names by an edition or by a Latin word at its head and prices: Lite档月费49元, Pro+维持39美元, GLM Coding Plan的Lite档; null where it begins otherwise. */
export function ownThingHan(reading: Reading, q: Quantity): string | null {
  const { original, entities, text } = reading;
  const [start] = clauseAt(reading, q.start);
  const product = entities.findLast((e) => e.kind === 'product' && e.start >= start && e.end <= q.start);
  if (product) {
    const edition = BEHIND_NAME.exec(original.slice(product.end, q.start + 1));
    return edition ? original.slice(product.start, product.end + edition[0].length) : null;
  }
  // 标准版68元/月、加强版200元/月; Pro版输入30美元、输出180美元
  const sum = reading.quantities.findLast((o) => o.unit === 'money' && o.start > start && o.end <= q.start);
  const item = sum ? Math.max(sum.end, sum.rate?.end ?? 0) : start;
  const from = SIDE.test(text.slice(item, q.start)) ? start : item;
  const match = AT_HEAD.exec(original.slice(from, q.start + 1));
  const name = match?.[1]?.trim();
  if (!match || name === undefined) return null;
  const at = from + match[0].lastIndexOf(name);
  return entities.some((e) => e.start < at + name.length && e.end > at) ? null : name;
}
const SIDE = /^ ?[、和与及/] ?(?:输入|输出|缓存)/;
