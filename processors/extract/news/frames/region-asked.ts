import type { Article } from '../analysis.ts';
import { regionBefore } from './region.ts';

const ASKED = /[?？]["”’」)]*$/;
/** So many sentences above an answer its question may stand. */
const REACH = 4;

/** 国内公有云一年跑多少token？ over an answer that names no place: the one asked about; null elsewhere. */
export function regionAsked(article: Article, index: number): string | null {
  for (let i = index - 1; i >= 0 && i >= index - REACH; i--) {
    const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
    if (!ASKED.test(article.folded.slice(start, end).trimEnd())) continue;
    const asked = article.reading(i);
    const region = regionBefore(article, asked, 0, asked.text.length);
    if (!region) return null;
    return PUBLIC_CLOUD.test(asked.text.slice(region.end)) ? `${region.slug}-public-cloud` : region.slug;
  }
  return null;
}
const PUBLIC_CLOUD = /^(?:['’]s)? ?(?:[\w-]+ ){0,2}public[- ]clouds?|^[^,，。;；:：]{0,6}公有云/;
