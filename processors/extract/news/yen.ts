import type { Quantity } from './quantity.ts';
import { hasHan } from './text.ts';

const JAPAN = /\bjapan(?:'s|ese)?\b|\byen\b|\btokyo\b/;
const CHINA = /\bchin(?:a|ese)\b|\b(?:yuan|renminbi|rmb|cny)\b|\bbeijing\b/;

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
  return !hasHan(folded) && JAPAN.test(folded) && !CHINA.test(folded);
}
