import { findDirections } from '../../normalise/directions.ts';

const PART = /^(?:writes?|reads?|hits?|miss(?:es)?|storage|写入|读取|命中|未命中|存储)$/i;

/** "Write", "Read" below "Prompt caching": what is done with a cache. */
export const isCachePart = (folded: string): boolean => PART.test(folded);

/** "Prompt caching": what the parts below it are of. */
export const headsCacheParts = (folded: string): boolean =>
  folded.length <= 30 && findDirections(folded).some(({ direction }) => direction === 'cached_input');
