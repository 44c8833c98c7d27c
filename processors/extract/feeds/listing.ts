import { load } from 'cheerio';
import type { Document } from '../../../infra/contracts/document.ts';
import { type ArticleLink, canonicalUrl, isoTime } from './link.ts';

/** A headline says something; "More", "Next" and menu entries do not. In Chinese a few characters suffice. */
const SHORTEST_HEADLINE = { latin: 18, han: 8 };

/** Articles of an HTML page that lists them: links of the same site that read like headlines. */
export function readListing(document: Document): ArticleLink[] {
  const $ = load(document.body);
  $('nav, header, footer, aside, script, style').remove();
  const host = new URL(document.final_url).hostname;
  const scope = document.hints.scope === undefined ? $('body') : $(document.hints.scope);
  return scope
    .find('a[href]')
    .toArray()
    .flatMap((element) => {
      const anchor = $(element);
      const url = canonicalUrl(anchor.attr('href') ?? '', document.final_url);
      if (url === null || new URL(url).hostname !== host) return [];
      const heading = anchor.find('h1, h2, h3, h4').first();
      const title = (heading.length > 0 ? heading : anchor).text().replaceAll(/\s+/g, ' ').trim();
      if (!isHeadline(title)) return [];
      const time = anchor.closest('article, li, tr, div').find('time[datetime]').first().attr('datetime');
      return [{ url, title, published_at: isoTime(time) }];
    });
}

/** Articles of a sitemap, newest first. */
export function readSitemap(document: Document): ArticleLink[] {
  const $ = load(document.body, { xml: true });
  const links = $('url')
    .toArray()
    .flatMap((element): ArticleLink[] => {
      const url = canonicalUrl($(element).children('loc').text(), document.final_url);
      if (url === null) return [];
      const title = $(element).find('news\\:title').text().trim();
      const date = $(element).find('news\\:publication_date').text() || $(element).children('lastmod').text();
      return [{ url, title: title === '' ? null : title, published_at: isoTime(date) }];
    });
  return links.toSorted((a, b) => (b.published_at ?? '').localeCompare(a.published_at ?? ''));
}

function isHeadline(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0 ? han >= SHORTEST_HEADLINE.han : text.length >= SHORTEST_HEADLINE.latin;
}
