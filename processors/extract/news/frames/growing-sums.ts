import type { Article } from '../analysis.ts';
import type { Reading } from '../reading.ts';

/** So many items of a list tell what it is about. */
const ITEMS = 4;

/**
 * "Sales were $33 billion, 20% more than a year ago", "AWS: revenue of $37.6 billion, up 28%" over "Google Cloud: up about 63%": true where
 * a percentage is told beside a sum that a house turns over or spends, or in a list of such. It is growth, whatever prices the text speaks of.
 */
export function growsWithSums(article: Article, reading: Reading): boolean {
  if (statesSum(reading)) return true;
  if (article.blocks[reading.block]?.kind !== 'bullet') return false;
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - ITEMS; i--) {
    const block = article.sentences[i]?.block;
    if (article.blocks[block ?? -1]?.kind !== 'bullet') return false;
    if (statesSum(article.reading(i))) return true;
  }
  return false;
}

const statesSum = ({ quantities }: Reading): boolean =>
  quantities.some((q) => q.unit === 'money' && q.large && q.rate === null);
