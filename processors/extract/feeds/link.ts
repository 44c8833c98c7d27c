import type { Document } from '../../../infra/contracts/document.ts';

/** An article a feed, a listing page or a sitemap points to. */
export interface ArticleLink {
  readonly url: string;
  readonly title: string | null;
  /** ISO with milliseconds; null where the feed gives none or nonsense. */
  readonly published_at: string | null;
}

/** Query parameters that say where a click came from, not which article it is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|msclkid|spm|scm|from|ref|ref_src|source|share_token|mc_cid|mc_eid)$/i;

/** The article's address, absolute and without tracking, so that the same story has one address; null where it is none. */
export function canonicalUrl(href: string, base: string): string | null {
  const url = URL.parse(href.trim(), base);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** Links in their order, each address once with all that is said of it, only those the source follows. */
export function selectLinks(found: Iterable<ArticleLink>, feed: Document): ArticleLink[] {
  const follow = feed.hints.follow === undefined ? null : new RegExp(feed.hints.follow);
  const byUrl = new Map<string, ArticleLink>();
  for (const link of found) {
    if (link.url === feed.url || link.url === feed.final_url) continue;
    if (follow !== null && !follow.test(link.url)) continue;
    const known = byUrl.get(link.url);
    byUrl.set(link.url, {
      url: link.url,
      title: known?.title ?? link.title,
      published_at: known?.published_at ?? link.published_at,
    });
  }
  return [...byUrl.values()];
}
