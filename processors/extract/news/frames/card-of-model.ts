import type { Article } from '../analysis.ts';
import { type Entity, isActor } from '../entities.ts';
import type { Reading } from '../reading.ts';

const OF_PRICES = /^[-*• ]*(?:api )?(?:pric(?:e|es|ing)|costs?|rates?)\b[^:]{0,40}:/;
/** What opens a sheet of one model or service: who makes it, and what it is called. */
const OF_WHOM =
  /^[-*• ]*(?:provider|vendor|developer|maker|made by|creator|company|model|name|api|model id|access|platform)\b[^:]{0,30}:/;
/** So many lines above the prices. */
const REACH = 12;

/** "- **Provider:** OpenAI ..." over "- **Pricing:** $2 ...": whom a sheet of attributes names first, for the line of its prices that names nobody. */
export function nameOnSheet(
  article: Article,
  reading: Reading,
): { readonly entity: Entity; readonly name: string } | null {
  if (!OF_PRICES.test(reading.text) || article.blocks[reading.block]?.kind !== 'bullet') return null;
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - REACH; i--) {
    const sentence = article.sentences[i];
    if (!sentence || article.blocks[sentence.block]?.kind !== 'bullet') return null;
    if (!OF_WHOM.test(article.folded.slice(sentence.start, Math.min(sentence.end, sentence.start + 60)))) continue;
    const entity = article.entitiesOf(i).find(isActor);
    if (entity)
      return {
        entity,
        name: article.document.body.slice(sentence.start + entity.start, sentence.start + entity.end),
      };
  }
  return null;
}
