import { spreadRates } from '../../../normalise/listed-rates.ts';
import { type Amount, amountOf } from '../amount.ts';
import { directionOf, phraseOf } from './words.ts';

/** One of the amounts of a text. */
export interface Part {
  readonly amount: Amount;
  /** What follows it, or the last of them: "/ 1M tokens". */
  readonly after: string;
  /** The way of its tokens, as words of a key. */
  readonly way: string | null;
}

const PART =
  /^([^\d$€£¥￥]{0,24}?)[:：]?\s*((?:US\$|[$€£¥￥])\s*[\d,]*\.?\d+|[\d,]*\.?\d+\s*(?:元|USD\b|CNY\b|EUR\b))\s*(.*)$/isu;
const MONEY = /[$€£¥￥元]|\b(?:USD|CNY|EUR)\b/g;
const BETWEEN =
  /\s*(?:[,，;；、\n]|\s[/|]\s(?=[^\d/]{0,24}(?:[$€£¥￥]\s*\d|\d[\d.]*\s*(?:元|USD|CNY|EUR))))\s*(?!\d{3}\b)/;
const HAS_UNIT = /[/每]|\bper\b/i;

/** "$0.50 / $1.50 per 1M tokens", "Input: $1, Output: $3 / 1M tokens": the amounts of a text that is nothing else; null where it says more, or has one. */
export function severalAmounts(text: string): readonly Part[] | null {
  if (text.length > 160 || (text.match(MONEY)?.length ?? 0) < 2) return null;
  const parts = spreadRates(text, null)
    .text.split(BETWEEN)
    .map((part) => PART.exec(part.trim()));
  const last = parts.findLast((part) => HAS_UNIT.test(part?.[3] ?? ''))?.[3];
  const found = parts.flatMap((part): Part[] => {
    const [, label = '', money = '', rest = ''] = part ?? [];
    const amount = amountOf(money);
    if (amount === null) return [];
    const way = directionOf(phraseOf(`${label} ${rest}`));
    const after = HAS_UNIT.test(rest) ? rest : (last ?? rest);
    return [{ amount: { ...amount, literal: text }, after, way: way === null ? null : way.replace('_', ' ') }];
  });
  return found.length < 2 || found.length < parts.length || found.some(({ way }) => way === null) ? null : found;
}
