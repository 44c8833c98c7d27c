import { fold } from '../../normalise/fold.ts';
import type { Line } from './model.ts';

const LISTED =
  /^(?:(?:regular|original|list|standard|normal|usual|old|previous|full) (?:price|rate)|was|before|原价|划线价|刊例价|目录价)\s*:?$/i;
const PAID =
  /^(?:(?:current|sale|sales|promo(?:tional)?|discount(?:ed)?|special|new|offer|your) (?:price|rate)|now|现价|折后价|优惠价|活动价)\s*:?$/i;

/**
 * "Current price", "$2", "Regular price", "$3" on lines of their own, as they are said to those who cannot see what is struck through: the
 * amount that is paid alone, in whichever order.
 */
export function withoutListedLines(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => PAID.test(text))) return lines;
  const label = (index: number): 'listed' | 'paid' | null => {
    const [text, next] = [fold(lines[index]?.text ?? ''), lines[index + 1]?.text ?? ''];
    if (!/^\p{Sc}?\s?\d|^[A-Z]{2,3}\s?\p{Sc}?\s?\d/u.test(fold(next))) return null;
    return LISTED.test(text) ? 'listed' : PAID.test(text) ? 'paid' : null;
  };
  // An amount may have its unit on the line below.
  const pairsWith = (index: number, other: 'listed' | 'paid'): boolean =>
    [index - 3, index - 2, index + 2, index + 3].some((at) => label(at) === other);
  return lines.filter(({ text }, index) => {
    const own = label(index);
    if (own !== null) return !pairsWith(index, own === 'paid' ? 'listed' : 'paid');
    const over = label(index - 1) === 'listed' ? index - 1 : /^(?:\/|per )/i.test(text) ? index - 2 : -1;
    return !(label(over) === 'listed' && pairsWith(over, 'paid'));
  });
}
