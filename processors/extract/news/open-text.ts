import type { Document } from '../../../infra/contracts/document.ts';
import { type Article, openArticle } from './analysis.ts';
import type { Draft } from './draft.ts';
import { headTitled } from './head-title.ts';
import { listedHouses } from './listed-houses.ts';
import { plainOf } from './plain.ts';
import { reworded } from './wording.ts';

/** A document in the words the rules know, and the way back to its own. */
export interface Opened {
  readonly article: Article;
  /** A draft read from the article, with the places it has in the document. */
  restore(draft: Draft): Draft;
}

/** Marks taken out, words made the ones the rules know, cut up into sentences. */
export function openText(document: Document): Opened {
  const plain = plainOf(document.body);
  const unmarked = plain?.text ?? document.body;
  const worded = reworded(unmarked, document.title);
  const body = worded?.text ?? unmarked;
  const article = openArticle(headTitled({ ...document, body }), listedHouses(unmarked));
  return {
    article,
    restore: (draft) => {
      const found = worded?.restore(draft) ?? draft;
      return plain?.restore(found) ?? found;
    },
  };
}
