import type { Article } from '../analysis.ts';
import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';

/** What heads a list of a product's own prices. */
const PRICES = /定价|价格|计费|收费|资费|\bpric(?:ing|es?)\b|\brates\b/;

/** The model that a text is about, and how it writes it. */
export interface TopicModel {
  readonly entity: Entity;
  readonly name: string;
}

/**
 * Under a heading "定价", in a list that names nobody: the model named first in a text whose models up to there are all of one
 * maker. Null elsewhere.
 */
export function topicModel(article: Article, reading: Reading): TopicModel | null {
  const at = article.blocks.findLastIndex((b, i) => i < reading.block && b.kind === 'heading');
  const heading = article.blocks[at];
  if (!heading || !PRICES.test(article.folded.slice(heading.start, heading.end))) return null;
  let first: TopicModel | null = null;
  for (let i = 0; i < reading.index; i++) {
    const { start, block } = article.sentences[i] ?? { start: 0, block: 0 };
    for (const entity of article.entitiesOf(i)) {
      // In the list itself, or its heading: what names somebody is read as such.
      if (block >= at && entity.kind !== 'chip') return null;
      const name = article.document.body.slice(start + entity.start, start + entity.end);
      if (entity.kind !== 'product' || !/\d/.test(name)) continue;
      if (first && first.entity.slug !== entity.slug) return null;
      first ??= { entity, name };
    }
  }
  return first;
}
