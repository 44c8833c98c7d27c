import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';

/** A number of them, a mark that opens a name. */
const COUNT = '(?:最多|至多|至少)?(?:[一二三四五六七八九十几两]?[座个朵处])?[“"「]?';
const NAME = '([a-z\\u4e00-\\u9fff](?:(?!合同|协议|总额)[\\u4e00-\\u9fffa-z\\d ]){1,13}?)';
/** 拿出150亿美元，在某地建AI枢纽; 850亿元左右预留给AI处理器; 砸出70亿美元买人才 */
const BEHIND = new RegExp(
  `^(?:左右|以上|上下)?[,，]?(?:在|用于|用来|主要|将|准备|全部|都)?[^,，。;；\\d]{0,10}?(?:自建|扩建|建设|兴建|打造|新建|采购|购买|预留给|押在|建|买)${COUNT}${NAME}(?:[”"」]|上)?(?=[,，。;；]|$)`,
);
/** 向多家供应商采购服务器，合同总额; 计划建设七座超级工厂，预计撬动 */
const BEFORE = new RegExp(`(?:采购|购买|租用|自建|扩建|建设|兴建|打造|新建)${COUNT}${NAME}[”"」]?[,，][^。;；]{0,24}$`);
/** 13.69亿元终止合并收益 */
const RIGHT_BEHIND = /^的?([\u4e00-\u9fff]{2,8}(?:收益|订单|合同|承诺|采购额))(?=[,，。;；]|$)/;

/** What a sum is put into or buys in Chinese: named right behind it, or what the clause before it builds or buys; null where neither is told. */
export function boughtHan({ text, original }: Reading, { start, end }: Quantity): string | null {
  const behind = text.slice(end, end + 50);
  const next = RIGHT_BEHIND.exec(behind) ?? BEHIND.exec(behind);
  if (next?.[1] !== undefined) {
    const at = end + next[0].lastIndexOf(next[1]);
    return original.slice(at, at + next[1].length);
  }
  const from = Math.max(0, start - 60);
  const before = BEFORE.exec(text.slice(from, start));
  if (before?.[1] === undefined) return null;
  const at = from + before.index + before[0].indexOf(before[1], 2);
  return original.slice(at, at + before[1].length);
}
/** Words that say only that money is put or spent, or who sells for it. */
export const ONLY_PUT =
  /^(?:总|總|年|全年|计划|潜在)*(?:投资|投資|投入|交易价值)(?:额|總額|总额)?$|^(?:采购)?合同(?:总额|总金额)?$|[\u4e00-\u9fffa-z]+ ?采购$|^[\u4e00-\u9fff]{2,6}投入$/i;
