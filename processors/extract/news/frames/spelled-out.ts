import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const THAT_MEANS =
  /^(?:(?:in|for|on|at) [\w ().-]{2,40}?,? )?(?:that|this|it|which) (?:means|is|makes|comes (?:out )?(?:to|at)|works out (?:to|at)|takes|brings|puts|leaves)\b/;

/** "Storage goes down by 31%. In Ohio that means $0.11 instead of $0.16": true where the next sentence says in two sums what a percentage says. */
export function spelledOutBelow(article: Article, reading: Reading, q: Quantity): boolean {
  const next = article.sentences[reading.index + 1];
  if (q.unit !== 'percent' || next?.block !== reading.block) return false;
  if (!THAT_MEANS.test(article.folded.slice(next.start, Math.min(next.end, next.start + 80)))) return false;
  const sums = article.reading(reading.index + 1).quantities.filter((other) => other.unit === 'money');
  const [one, other] = sums.map((sum) => Number(sum.min ?? sum.max));
  if (sums.length !== 2 || one === undefined || other === undefined) return false;
  const share = Number(q.min ?? q.max) / 100;
  return [one / other, other / one].some((ratio) => Math.abs(Math.abs(ratio - 1) - share) < 0.006);
}
