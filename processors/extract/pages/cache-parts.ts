import { type Direction, findDirections } from '../../normalise/directions.ts';
import type { Seen } from './card-records.ts';
import type { Found } from './found.ts';

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

/**
 * "Write $4 / MTok", "5m writes" under "Prompt caching", a row of "Write" below it: what goes into a cache, where all that is known is that the
 * price is of one. What stands nearest says whether it is written or read.
 */
export function writtenOrRead<Way extends Direction | 'blended' | null>(
  way: Way,
  { reading, head, rowLabels, productLabel, names }: Found,
): Way | 'cache_write' {
  if (way !== 'cached_input') return way;
  const own = [reading.words, ...head.map(({ text }) => text)];
  const beside = [...rowLabels.map(({ text }) => text), productLabel?.text ?? '', names].filter(isPartOfCache);
  const said = [...own, ...beside].find(saysWhich);
  return said !== undefined && WRITTEN.test(said) ? 'cache_write' : way;
}
const saysWhich = (text: string): boolean => WRITTEN.test(text) !== READ.test(text);
const WRITTEN = /\b(?:writes?|writing|written)\b|写入|创建/i;
const READ = /\b(?:reads?|reading|hits?)\b|读取|命中/i;
/** "Write (5 min)", "1h writes". */
export const isPartOfCache = (text: string): boolean => text.length <= 24 && BEGINS_WITH.test(text);
const BEGINS_WITH = /^(?:\d{1,2} ?(?:m(?:in)?|h(?:our)?)s? )?(?:writ|read|hit|写入|创建|读取|命中)/i;
