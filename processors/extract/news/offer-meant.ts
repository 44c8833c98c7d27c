import { isNoThing } from './no-thing.ts';
import type { Reading } from './reading.ts';
import { hasHan } from './text.ts';

/** Words that a price is moved, stopped or asked of. */
const HAN = '([\\u4e00-\\u9fffa-z\\d][\\u4e00-\\u9fffa-z\\d .+-]{0,15}?[\\u4e00-\\u9fffa-z\\d])';
const MOVES =
  '(?:涨价|降价|提价|调价|加价|免费|不再(?:另)?收|免掉|停收|(?:价格?|定价)(?:将|要|也|已|再|累计|同步|全线|全面|整体|大幅)*(?:提升|上升|上调|下调|上涨|下降|上浮|下浮|涨|降))';
const HAN_OFFERS: readonly RegExp[] = [
  // 上调部分模型的价格
  new RegExp(
    `(?:上调|下调|提高|降低|调整)了?(?:其|旗下|部分(?=..))?${HAN}的?(?:价格|定价|单价|费用|资费|价)(?![a-z\\d])`,
    'g',
  ),
  // 取消夜间时段优惠, 免掉调用费
  new RegExp(`(?:取消|免除|免掉|停收|不再收取)了?${HAN}(?=[,，。;；!！、]|$)`, 'g'),
  // 宣布全线产品涨价, 把调用费免掉
  new RegExp(
    `(?:^|[,，:：;；。“"(（]|以来|季度|\\d ?[年日月]起?|宣布|公告|通知|发布|则|对|把|将)(?:其|旗下|部分(?=..))?${HAN} ?(?:从此|自|起|于|全面|全线|整体|永久|已|也|将|再|同步|累计|一并|统一|的)*${MOVES}`,
    'g',
  ),
];
/** What such words catch besides things. */
const NO_OFFER =
  /(?<!加)价|取消|刚|限时|逆势|接连|纷纷|陆续|集体|^(?:输入|输出)$|[涨降调宣布公告通知发称说率先继续先后早也都]|^(?:同日|今年|去年|此前|随后|官网|公司|平台)|今年|[年月日]/;

/** "its on-demand P5 and P5en prices": whose prices. */
const ITS_PRICES =
  /\b(?:its|their|the|of|on|off|cut(?:s|ting)?|rais(?:e[sd]?|ing)|lower(?:s|ed|ing)?|slash(?:e[sd]|ing)?|hik(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing)|halv(?:e[sd]?|ing)|doubl(?:e[sd]?|ing)) ((?!(?:company|firm|group|lab|maker|operator|provider|start-?up|its|their|the|attractive|low|high|new|old|list|base|same|standard|current|average|own|public|market|going)\b)[a-z\d][\w.+-]*(?: (?!(?:of|for|on|in|to|by)\b)[\w.+-]+){0,4}?) (?:prices?|pricing|rates|fees?|rental rates?)\b/g;
/** "the Max tier", "a Lite plan", "its GPU server": an offer by its kind. */
const OFFER =
  /\b(?:the|its|an?|their|to|for) ((?!(?:same|new|top|other|cheapest|next|last|only|first|second|whole|own|free|paid|current|annual|monthly)\b)[a-z\d][\w.+-]*(?: (?!(?:of|for|on|in|to|by|at|is|was)\b)[\w.+-]+){0,2}? (?:tier|plan|edition|subscription|package|licen[cs]e|server|instance|droplet|storage|bundle|seat)s?)\b/g;

/** What the price of a claim is of, told in its sentence by what moves or by the kind of the offer, where only a house was found for it; null where nothing is. */
export function offerMeant(reading: Reading, start: number, end: number): string | null {
  const { text, original, entities } = reading;
  const han = hasHan(text);
  const cut = (at: number, thing: string): string | null => {
    const to = at + thing.length;
    const owner = entities.some(
      (e) => e.kind === 'organisation' && e.start < to && e.end > at && (han || (e.start <= at && e.end >= to)),
    );
    const phrase = original.slice(at, to);
    return owner || isNoThing(reading, phrase, 'price_change') ? null : phrase;
  };
  if (han) {
    const told = start > 0 ? text.slice(0, start) : text;
    for (const pattern of HAN_OFFERS) {
      pattern.lastIndex = 0;
      for (let match = pattern.exec(told); match; match = pattern.exec(told)) {
        const thing = match[1] ?? '';
        const found = NO_OFFER.test(thing) ? null : cut(match.index + match[0].indexOf(thing), thing);
        if (found !== null) return found;
        // 则宣布A免费: what the first of two leads catches too much of.
        pattern.lastIndex = match.index + 1;
      }
    }
    return null;
  }
  for (const pattern of [ITS_PRICES, OFFER])
    for (const match of [...text.slice(0, start > 0 ? start : text.length).matchAll(pattern)].reverse()) {
      const thing = match[1] ?? '';
      const found = cut(match.index + match[0].indexOf(` ${thing}`) + 1, thing);
      if (found !== null) return found;
    }
  const behind = /^ (?:an? (?:month|year) |per (?:month|year|hour) )?for (?:its |the |their )?/.exec(text.slice(end));
  const next = behind ? OFFER.exec(`the ${text.slice(end + behind[0].length)}`)?.[1] : undefined;
  OFFER.lastIndex = 0;
  const at = next === undefined ? -1 : text.indexOf(next, end);
  return next !== undefined && at >= 0 ? cut(at, next) : null;
}
