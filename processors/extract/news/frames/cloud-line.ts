import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import type { Reading } from '../reading.ts';

const LINE =
  /^[*_ -]*(?:(?:q[1-4]|h[12]|fy ?\d{2,4}|20\d\d)[ ,]*){0,3}(?:total )?cloud (?:operating|net|revenue|sales|income|profit|loss|backlog|margin|capex|capital)/;

/** "- Q3 2025 Cloud Operating Income - $3.6 billion": of the cloud that the nearest item above names in full. Null for any other line. */
export function cloudOfList(article: Article, reading: Reading): string | null {
  if (article.blocks[reading.block]?.kind !== 'bullet' || !LINE.test(reading.text)) return null;
  for (let i = reading.index - 1; i >= 0; i--) {
    const kind = article.blocks[article.sentences[i]?.block ?? -1]?.kind;
    if (kind !== 'bullet' && kind !== 'heading') return null;
    const named = article.reading(i);
    const cloud = named.entities.find(
      (e) => isActor(e) && cloudOf(e.slug) === e.slug && /cloud|\baws\b|azure/.test(named.text.slice(e.start, e.end)),
    );
    if (cloud) return cloud.slug;
  }
  return null;
}
