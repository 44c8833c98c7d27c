import { parseFeed } from 'feedsmith';
import type { Document } from '../../../infra/contracts/document.ts';
import { plainText } from '../article/plain-text.ts';
import { type ArticleLink, canonicalUrl } from './link.ts';
import { isoTime } from './published.ts';

interface Entry {
  readonly href: string | undefined;
  readonly title: string | undefined;
  readonly date: string | undefined;
}

/** Articles of an RSS, Atom, RDF or JSON feed. Throws feedsmith's error where the body is none of them. */
export function readSyndication(document: Document): ArticleLink[] {
  return entries(document.body).flatMap(({ href, title, date }) => {
    const url = href === undefined ? null : canonicalUrl(href, document.final_url);
    if (url === null) return [];
    return [{ url, title: title === undefined ? null : plainText(title), published_at: isoTime(date, document.lang) }];
  });
}

function entries(body: string): Entry[] {
  const { format, feed } = parseFeed(body);
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map((item) => ({
        href: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
        title: item.title,
        date: item.pubDate ?? item.dc?.dates?.[0],
      }));
    case 'rdf':
      return (feed.items ?? []).map((item) => ({ href: item.link, title: item.title, date: item.dc?.dates?.[0] }));
    case 'atom':
      return (feed.entries ?? []).map((entry) => ({
        href: (entry.links?.find((link) => (link.rel ?? 'alternate') === 'alternate') ?? entry.links?.[0])?.href,
        title: entry.title?.value,
        date: entry.published ?? entry.updated,
      }));
    case 'json':
      return (feed.items ?? []).map((item) => ({
        href: item.url ?? item.external_url,
        title: item.title,
        date: item.date_published ?? item.date_modified,
      }));
  }
}
