import type { Article } from './analysis.ts';
import { lastPlaceIn } from './places.ts';
import type { Reading } from './reading.ts';

/** Far above, a country is no longer spoken of. */
const REACH = 8;

/** The country that "the country" means at a place of a sentence: the last one named above it, or that of the title. Null where none is. */
export function placeSpokenOf(article: Article, reading: Reading, before: number): string | null {
  const here = lastPlaceIn(reading.text.slice(0, before));
  if (here !== null) return here;
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - REACH; i--) {
    const sentence = article.sentences[i];
    const above = sentence ? lastPlaceIn(article.folded.slice(sentence.start, sentence.end)) : null;
    if (above !== null) return above;
  }
  return lastPlaceIn(article.titleText);
}
