import type { Article } from './analysis.ts';
import { isWare } from './frames/ware-above.ts';
import type { Reading } from './reading.ts';

/** So many sentences up a product may be named. */
const REACH = 3;
/** "B replaces A", "it builds on A": what is spoken of from there on is not A. */
const OVER =
  /\b(?:replac(?:es|ed|ing)|succeed(?:s|ed|ing)|builds on|built on|based on|successor (?:to|of)|in place of|takes over from|retires) (?:the )?$/;

/** The product that took the place of the one found, as the sentence that names it last says; null where none did. */
export function replacing(article: Article, reading: Reading, found: string): string | null {
  for (let i = reading.index; i >= 0 && i >= reading.index - REACH; i--) {
    const told = i === reading.index ? reading : article.reading(i);
    const at = told.original.indexOf(found);
    if (at < 0) continue;
    if (!OVER.test(told.text.slice(Math.max(0, at - 30), at))) return null;
    const before = told.entities.findLast((e) => isWare(e) && e.end <= at);
    if (before) return told.original.slice(before.start, before.end);
    const above = told.index > 0 ? article.reading(told.index - 1) : null;
    const named = above?.entities.findLast(isWare);
    return above && named ? above.original.slice(named.start, named.end) : null;
  }
  return null;
}
