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

/** RFC 822, ISO and similar dates as feeds write them. */
export function isoTime(text: string | undefined | null): string | null {
  if (text === undefined || text === null) return null;
  const time = Date.parse(text.trim());
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** Links in their order, each address once, only those the source follows. */
export function selectLinks(found: Iterable<ArticleLink>, feed: Document): ArticleLink[] {
  const follow = feed.hints.follow === undefined ? null : new RegExp(feed.hints.follow);
  const byUrl = new Map<string, ArticleLink>();
  for (const link of found) {
    if (link.url === feed.url || link.url === feed.final_url || byUrl.has(link.url)) continue;
    if (follow !== null && !follow.test(link.url)) continue;
    byUrl.set(link.url, link);
  }
  return [...byUrl.values()];
}
