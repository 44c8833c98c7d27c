import type { Document } from '../../../infra/contracts/document.ts';
import { readJsonList } from './json-list.ts';
import { type ArticleLink, selectLinks } from './link.ts';
import { readListing, readSitemap } from './listing.ts';
import { readSyndication } from './syndication.ts';

/** A feed may carry years of archive: only its newest entries are news. */
const MOST_LINKS = 50;

/**
 * Articles a document of kind `feed` points to: RSS, Atom, RDF, JSON Feed or another JSON list, sitemap or an HTML listing.
 * Throws where an XML or JSON body is no feed.
 */
export function readFeed(document: Document): ArticleLink[] {
  return selectLinks(linksIn(document), document).slice(0, MOST_LINKS);
}

function linksIn(document: Document): ArticleLink[] {
  if (/<urlset[\s>]/.test(document.body.slice(0, 2000))) return readSitemap(document);
  if (document.format === 'html') return readListing(document);
  if (
    document.format === 'json' &&
    !/"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(document.body.slice(0, 2000))
  ) {
    const links = readJsonList(JSON.parse(document.body), document);
    if (links.length > 0) return links;
  }
  return readSyndication(document);
}
