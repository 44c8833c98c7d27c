import type { Article } from './analysis.ts';

const ASKS = /(?:^|\n)[*_]*q[*_]*[:.] /;
const ANSWERS = /\n[*_]*a[*_]*[:.] /;

/** "Q: ... A: ..." under a title that names one house: whoever answers speaks for it. Null elsewhere. */
export function houseInterviewed({ folded, titleEntities }: Article): string | null {
  if (!ASKS.test(folded) || !ANSWERS.test(folded)) return null;
  const [house, ...others] = new Set(titleEntities.filter((e) => e.kind === 'organisation').map((e) => e.slug));
  return house !== undefined && others.length === 0 ? house : null;
}
