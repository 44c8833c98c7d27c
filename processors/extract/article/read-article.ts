import { Readability } from '@mozilla/readability';
import { load } from 'cheerio';
import { parseHTML } from 'linkedom';
import type { Document } from '../../../infra/contracts/document.ts';
import { isoTime } from '../feeds/published.ts';
import { storyUrl } from './canonical.ts';
import { headlineIn } from './headline.ts';
import { plainText } from './plain-text.ts';
import { publishedIn } from './published.ts';

/** Less than this is a teaser, a login wall or a page Readability misjudged. */
const SHORTEST_ARTICLE = 140;

/**
 * The document as its readable text: boilerplate, related links and comments dropped, tables and lists kept; title,
 * language and publication date from the page where the feed gave none; its address the one the publisher gives the
 * story, so that whoever cites it cites one. Text documents pass as they are.
 */
export function readArticle(source: Document): Document {
  if (source.format !== 'html') return { ...source, lang: source.lang ?? languageOf(source.body) };
  const page = parseHTML(source.body).document;
  const found = new Readability(page, { charThreshold: SHORTEST_ARTICLE }).parse();
  const content = found?.content ?? '';
  const text = plainText(content === '' ? source.body : content);
  const lang = source.lang ?? languageOf(text);
  const $ = load(source.body);
  return {
    ...source,
    url: storyUrl($, source),
    format: 'text',
    body: text,
    title: source.title ?? headlineIn($) ?? found?.title ?? null,
    lang,
    published_at: source.published_at ?? isoTime(found?.publishedTime, lang) ?? publishedIn($, lang),
  };
}

/** "zh" where Han characters carry the text, else "en". */
function languageOf(text: string): string {
  const sample = text.slice(0, 4000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = sample.match(/[a-z]{2,}/gi)?.length ?? 0;
  return han > latin ? 'zh' : 'en';
}
