import { readHanNumeral, shift } from './numbers.ts';
import type { Quantity } from './quantity.ts';
import { rateAfter, rateBefore } from './rates.ts';
import { matches } from './text.ts';

const ONE = '\\d|[一二两三四五六七八九]';
/** 两块八, 一块九毛八, 8块5, 八毛, 三毛五 */
const SPOKEN = new RegExp(
  `(?<yuan>(?<![\\d.])\\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])块(?:(?<mao>${ONE})(?:毛(?<fen>${ONE})?)?(?![\\d.十百千万亿张片颗卡台])|(?=[,，。;；、每/)）(（]|左右|上下|[多出进钱起一不都]|输[入出]|$))|(?<![\\d.])(?<mao2>${ONE})毛(?<fen2>${ONE})?(?![\\d.])`,
  'g',
);
const OF_PRICES = /[价费租收卖钱元]|每|输[入出]/;

/** The quantities of a Chinese sentence with the sums it tells as people speak, in 块 and 毛. */
export function withSpokenSums(sentence: string, quantities: Quantity[]): Quantity[] {
  if (!/[块毛]/.test(sentence) || /美[元金刀]/.test(sentence)) return quantities;
  const spoken = matches(SPOKEN, sentence).flatMap((match): Quantity[] => {
    const g = match.groups ?? {};
    // 部署了八块: cards, where nothing speaks of prices.
    if (g['mao'] === undefined && g['mao2'] === undefined && !OF_PRICES.test(sentence)) return [];
    const end = match.index + match[0].length + (sentence[match.index + match[0].length] === '钱' ? 1 : 0);
    const fen = 100 * digits(g['yuan']) + 10 * digits(g['mao'] ?? g['mao2']) + digits(g['fen'] ?? g['fen2']);
    const value = shift(String(fen), -2);
    return [
      {
        start: match.index,
        end,
        unit: 'money',
        currency: 'CNY',
        min: value,
        max: value,
        rate: rateAfter(sentence, end) ?? rateBefore(sentence, match.index),
        noun: null,
        large: false,
      },
    ];
  });
  if (spoken.length === 0) return quantities;
  const others = quantities.filter((q) => !spoken.some((s) => s.start < q.end && q.start < s.end));
  return [...others, ...spoken].sort((a, b) => a.start - b.start);
}

const digits = (said: string | undefined): number =>
  said === undefined ? 0 : Number(/\d/.test(said) ? said : readHanNumeral(said));
