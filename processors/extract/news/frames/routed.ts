import type { Article } from '../analysis.ts';
import type { Entity } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { hasHan } from '../text.ts';
import { FOR } from './priced-for.ts';

/** They list what the makers and the hosts of models ask, and sell none of their own. */
const ROUTERS = new Set(['openrouter']);
/** So many sentences above the model may have been told. */
const REACH = 4;

/** "OpenRouter lists $1 per million input tokens": the maker of the model that a router lists, told in the sentence, above it or in the title. The subject as found elsewhere. */
export function makerOfRouted(article: Article, reading: Reading, { start, end }: Quantity, found: Subject): Subject {
  if (!ROUTERS.has(found.slugs[0] ?? '') || hasHan(reading.text)) return found;
  const models = (names: readonly Entity[]): Entity[] =>
    names.filter((e) => e.kind === 'product' && !ROUTERS.has(e.slug));
  const here = models(reading.entities);
  // "lists $0.30 per million for MiniMax M2.5 and $0.60 for Kimi K2.5": the model that its price is for.
  const behind = here.find((e) => e.start >= end);
  const near =
    behind && FOR.test(reading.text.slice(end, behind.start))
      ? behind
      : (here.findLast((e) => e.end <= start) ?? here[0]);
  if (near) return { slugs: [near.slug], names: [reading.original.slice(near.start, near.end)], how: 'sentence' };
  for (const i of article.thread.before(reading.index, REACH)) {
    const above = models(article.entitiesOf(i)).at(-1);
    if (above) return { slugs: [above.slug], names: [], how: 'carried' };
  }
  const [titled] = [...models(article.titleEntities), ...article.titleEntities].filter(
    (e) => (e.kind === 'product' || e.kind === 'organisation') && !ROUTERS.has(e.slug),
  );
  return titled ? { slugs: [titled.slug], names: [], how: 'title' } : found;
}
