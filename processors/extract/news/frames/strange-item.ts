import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { isCommonWord, kebab } from '../unknown-name.ts';

/** "2. **Owl Alpha** - " */
const NAME = /^[\s*_#\d.)、•-]*([A-Z][\w.'&+]*(?: [A-Z\d][\w.'&+-]*){0,3})[*_]* ?(?:[-–—]|[:：]) ?$/;
/** What is counted, or when, and nobody's name. */
const NO_NAME =
  /^(?:tokens?|total|all|others?|rest|daily|weekly|monthly|today|average|peak|input|output|usage|volume|q[1-4]|h[12]|api|ai)\b/i;

/** "2. **Owl Alpha** - 5.57T tokens": the model or app nobody knows that an item of a list begins with; null elsewhere. */
export function strangeItem(article: Article, reading: Reading, q: Quantity, { how }: Subject): Subject | null {
  if (how === 'clause' || how === 'sentence' || article.blocks[reading.block]?.kind !== 'bullet') return null;
  if (reading.entities.some((e) => isActor(e) && e.end <= q.start)) return null;
  const name = NAME.exec(reading.original.slice(0, q.start))?.[1];
  if (name === undefined || NO_NAME.test(name) || isCommonWord(name)) return null;
  return { slugs: [kebab(name)], names: [name], how: 'clause' };
}
