import type { Article } from './analysis.ts';
import { type Entity, isActor } from './entities.ts';
import { cloudOf } from './families.ts';
import type { Subject } from './source-subject.ts';

/** All rows of the table that ends at a sentence are about one house. */
export function oneHouse(article: Article, last: number): boolean {
  const slugs = new Set<string>();
  for (let i = last; i >= 0; i--) {
    if (article.blocks[article.sentences[i]?.block ?? -1]?.kind !== 'row') break;
    for (const entity of article.entitiesOf(i)) if (isActor(entity)) slugs.add(entity.slug);
  }
  return slugs.size === 1;
}

/** A new paragraph that names nobody goes on about the one house that the title names, not about another that the paragraph before ended with; null where the title names none or several. */
export function houseOver(article: Article, before: Entity): Subject | null {
  const titled = article.titleEntities.filter((e) => e.kind === 'organisation');
  const [house] = titled;
  return house && titled.every((e) => e.slug === house.slug) && cloudOf(house.slug) !== cloudOf(before.slug)
    ? {
        slugs: [house.slug],
        names: [article.document.title?.slice(house.start, house.end) ?? ''],
        how: 'carried',
      }
    : null;
}
