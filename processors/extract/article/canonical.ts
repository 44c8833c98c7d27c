import type { CheerioAPI } from 'cheerio';
import type { Document } from '../../../infra/contracts/document.ts';
import { canonicalUrl } from '../feeds/link.ts';

/** What may hang below a story's address and still be the story. */
const SAME_STORY = /^\/?(?:amp|print|page\/\d+|index\.html?)?\/?$/i;

/**
 * The one address the publisher gives a story that stands at several: rel=canonical, else og:url, else where the
 * redirects ended. A canonical link to a folder above (the list of news, the front page) is a template's mistake and is
 * not believed, or all stories of the site would be one.
 */
export function storyUrl($: CheerioAPI, document: Document): string {
  const own = canonicalUrl(document.final_url, document.url) ?? document.url;
  const named = [
    $('link[rel~="canonical" i]').first().attr('href'),
    $('meta[property="og:url" i], meta[name="og:url" i]').first().attr('content'),
  ];
  for (const href of named) {
    const url = href === undefined || href.trim() === '' ? null : canonicalUrl(href, document.final_url);
    if (url !== null && !isFolderAbove(new URL(url), new URL(own))) return url;
  }
  return own;
}

function isFolderAbove(named: URL, own: URL): boolean {
  if (named.search !== '') return false;
  const folder = named.pathname.replace(/\/$/, '');
  if (folder === '') return own.pathname !== '/' || own.search !== '';
  if (named.hostname !== own.hostname || !own.pathname.startsWith(`${folder}/`)) return false;
  return !SAME_STORY.test(own.pathname.slice(folder.length));
}
