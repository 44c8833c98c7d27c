import type { Document } from '../../../infra/contracts/document.ts';
import { type ArticleLink, selectLinks } from './link.ts';
import { readListing, readSitemap } from './listing.ts';
import { readSyndication } from './syndication.ts';

/** A feed may carry years of archive: only its newest entries are news. */
const MOST_LINKS = 50;

/**
 * Articles a document of kind `feed` points to: RSS, Atom, RDF, JSON Feed, sitemap or an HTML listing.
 * Throws where an XML or JSON body is no feed.
 */
export function readFeed(document: Document): ArticleLink[] {
  const found = /<urlset[\s>]/.test(document.body.slice(0, 2000))
    ? readSitemap(document)
    : document.format === 'html'
      ? readListing(document)
      : readSyndication(document);
  return selectLinks(found, document).slice(0, MOST_LINKS);
}
