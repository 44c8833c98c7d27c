import type { CheerioAPI } from 'cheerio';
import type { Document } from '../../../infra/contracts/document.ts';
import { canonicalUrl } from '../feeds/link.ts';

/**
 * The one address the publisher gives a story that stands at several: rel=canonical, else og:url, else where the
 * redirects ended. A canonical link to the front page is a template's mistake and is not believed.
 */
export function storyUrl($: CheerioAPI, document: Document): string {
  const named = [
    $('link[rel~="canonical" i]').first().attr('href'),
    $('meta[property="og:url" i], meta[name="og:url" i]').first().attr('content'),
  ];
  for (const href of named) {
    const url = href === undefined || href.trim() === '' ? null : canonicalUrl(href, document.final_url);
    if (url !== null && (new URL(url).pathname !== '/' || new URL(url).search !== '')) return url;
  }
  return canonicalUrl(document.final_url, document.url) ?? document.url;
}
