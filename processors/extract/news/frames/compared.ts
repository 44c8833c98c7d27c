import type { Quantity } from '../quantity.ts';
import { hasDirection } from './direction.ts';

/** "much cheaper per token than both GPT (3.57x) and Claude (6.8x)": how far apart two offers are, not how far one moved. */
const COMPARED_BEFORE =
  /\b(?:cheaper|dearer|pricier|costlier|(?:more|less) expensive|(?:lower|higher)(?: [\w-]+){0,2})(?: [\w-]+){0,3} than (?!(?:in|at|last|before|ever|it|they|usual|a (?:year|month|week)|the (?:prior|previous|same))\b)(?:[^;.]|\.\d){1,90}$/;

/** Behind a comparison of two offers, unless a word of its own says that the price moved: "cheaper than X after a 30% cut". */
export function comparedBefore(text: string, { start, end }: Quantity): boolean {
  const than = text.lastIndexOf(' than ', start);
  if (than < 0 || !COMPARED_BEFORE.test(text.slice(0, start))) return false;
  const said = text.slice(than, end + 14);
  return !hasDirection(said, said.length);
}

/** "Compared to its predecessor, GPT-4 is 30 times more expensive to use": how far apart two offers are. */
export const besideAnotherOffer = (text: string, { start, end }: Quantity): boolean =>
  /^ ?(?:times )?(?:as |(?:more|less) )?(?:expensive|costly|cheap(?:er)?|pric(?:ey|ier)|costlier|dearer)\b/.test(
    text.slice(end, end + 30),
  ) &&
  /(?:^|[,;] )(?:when )?(?:compared (?:to|with)|next to|beside|unlike|relative to|set against|measured against) (?!last|a year|the (?:prior|previous|same)|before|then)[^;]{2,120}, /.test(
    text.slice(0, start),
  );

/** "at $10 and $50, double the rate of Opus 4.8": what another thing costs. */
export const asMuchAsAnother = (text: string, { unit, start, end }: Quantity): boolean =>
  unit === 'times' &&
  /^(?:double|triple|half)$/.test(text.slice(start, end)) &&
  /^ (?:the|its|their) (?:rates?|prices?|costs?|fees?) (?:of|for|charged (?:by|for)) (?!(?:the |its )?(?:old|previous|former|last)\b)/.test(
    text.slice(end, end + 60),
  ) &&
  !/\b(?:to|will|would|may|could|and|now) $/.test(text.slice(0, start));
