import { findDirections } from '../../normalise/directions.ts';
import type { Seen } from './card-records.ts';

const PART = /^(?:writes?|reads?|hits?|miss(?:es)?|storage|写入|读取|命中|未命中|存储)$/i;

/** "Write", "Read" below "Prompt caching": what is done with a cache. */
export const isCachePart = (folded: string): boolean => PART.test(folded);

/** "Read $0.30 / MTok": such a part with its price behind it. */
export const beginsWithCachePart = (written: string): boolean => BEGINS.test(written);
const BEGINS = /^\s*(?:writes?|reads?|hits?|写入|读取|命中)\s*[:：]?\s*(?:[$€£¥￥]|\d)/i;

/** "Prompt caching": what the parts below it are of. */
export const headsCacheParts = (folded: string): boolean =>
  folded.length <= 30 && findDirections(folded).some(({ direction }) => direction === 'cached_input');

/** "Prompt caching", and "≤ 200K tokens" below it, over lines that say what is done with the cache. */
export function cacheOver(seen: readonly Seen[]): string {
  const labels = seen.slice(-6).filter(({ kind }) => kind !== 'money');
  const cache = labels.findLast(({ label }) => label.directions.includes('cached_input'));
  const range = labels.findLast(({ at, label }) => at > (cache?.at ?? at) && label.tier !== null);
  return cache === undefined ? '' : `${cache.text} ${range?.text ?? ''}`;
}
