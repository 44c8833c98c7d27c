import type { Quantity } from './quantity.ts';
import { hasHan, matches } from './text.ts';

const JAPAN = /\bjapan(?:'s|ese)?\b|\byen\b|\btokyo\b/;
const CHINA = /\bchin(?:a|ese)\b|\b(?:yuan|renminbi|rmb|cny)\b|\bbeijing\b/;
const ALL_JAPAN = new RegExp(JAPAN, 'g');
const ALL_CHINA = new RegExp(CHINA, 'g');
const IN_YUAN = /\b(?:yuan|renminbi|rmb|cny)\b/;

/** ¥ is the sign of two currencies: the yen where an English text speaks of Japan and not of China. */
export function withYen(text: string, folded: string, quantities: Quantity[]): Quantity[] {
  if (!text.includes('¥') || !isInYen(text, folded)) return quantities;
  return quantities.map((q) =>
    q.currency === 'CNY' && text.slice(q.start, q.end).includes('¥') ? { ...q, currency: 'JPY' } : q,
  );
}

/** As the sentence says, else as the text does. */
function isInYen(text: string, folded: string): boolean {
  const [japan, china] = [JAPAN.test(text), CHINA.test(text)];
  if (japan !== china) return japan;
  if (hasHan(folded) || !JAPAN.test(folded)) return false;
  // A text about Japan may speak of China too.
  return !IN_YUAN.test(folded) && matches(ALL_JAPAN, folded).length > matches(ALL_CHINA, folded).length;
}
