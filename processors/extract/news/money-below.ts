import type { Quantity } from './quantity.ts';
import { currencyAfter } from './units.ts';

const SAME_BELOW = /[(（](?=(?:美[元金]|港[元币]|欧元|日元|新台币)[,，、] ?下同[)）])/;

/** （金额以美元计）, 以下数字单位均为美元: said of all sums of a text, mostly in its head. */
const ALL_IN =
  /(?:金额|数字|数据|数额|货币|币种|币别|单位|注明外|说明外)[^,，。;；:：()（）\n\d]{0,8}?(?:以|按|用|为|是|[:：]) ?(?<money>美[元金]|港[元币]|欧元|日元|新台币)(?:计[算价]?|列示|表示|为单位|单位)?(?=[)）。,，;；\n]|$)|[(（]以(?<aside>美[元金]|港[元币]|欧元|日元|新台币)(?:计[算价]?|为单位|列示)[)）]/;

/** What 元 means from a place on, as Hong Kong's papers write it: "收入4,028亿（美元，下同），净利1,322亿元". */
export interface MoneyBelow {
  readonly from: number;
  readonly currency: string;
}

/** Houses and offices of Taiwan, in the characters of its papers. */
const TAIWANS = /台積電|鴻海|廣達|緯創|緯穎|英業達|聯發科|和碩|台達電|中華電信|台灣大哥大|遠傳|國科會|數發部|行政院/;

/** So much of a text is its head. */
const OPENING = 300;

export function moneyBelow(folded: string, written: string): MoneyBelow | null {
  const said = SAME_BELOW.exec(folded);
  const currency = said ? currencyAfter(folded, said.index + 1)?.currency : undefined;
  if (said && currency !== undefined) return { from: said.index, currency };
  const all = ALL_IN.exec(folded);
  const money = all?.groups?.['money'] ?? all?.groups?.['aside'];
  const named = all && money !== undefined ? currencyAfter(money, 0)?.currency : undefined;
  if (all && named !== undefined) return { from: all.index < OPENING ? 0 : all.index, currency: named };
  // 斥资千亿…约1000亿元新台币: where Taiwan's dollars are named and no renminbi, 元 means them throughout.
  const taiwans =
    folded.includes('台币') || folded.includes('nt$') || (TAIWANS.test(written) && !/陆股|港股|a股/.test(folded));
  return taiwans && !folded.includes('人民币') ? { from: 0, currency: 'TWD' } : null;
}

/** The quantities of a sentence that starts at `start` of a text, its sums in the money said to hold below. */
export function inMoneyBelow(
  text: string,
  start: number,
  quantities: Quantity[],
  { from, currency }: MoneyBelow,
): Quantity[] {
  if (start + text.length < from) return quantities;
  return quantities.map((q) => {
    if (q.unit === 'number' && q.large && start + q.end === from) return { ...q, unit: 'money', currency };
    return q.unit === 'money' &&
      q.currency === 'CNY' &&
      start + q.end >= from &&
      /元$/.test(said(text, q)) &&
      !/人民币|rmb|¥/.test(said(text, q))
      ? { ...q, currency }
      : q;
  });
}

const said = (text: string, { start, end }: Quantity): string => text.slice(Math.max(0, start - 3), end);
