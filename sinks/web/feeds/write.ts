import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { FeedEntry } from './entry.ts';
import type { FeedFormat } from './params.ts';

export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** The page this feed follows. */
  readonly home: string;
  readonly self: string;
  readonly entries: readonly FeedEntry[];
}

const newest = (feed: Feed): Date => new Date(Math.max(0, ...feed.entries.map(({ updated }) => updated.getTime())));

const atom = (feed: Feed): string =>
  generateAtomFeed({
    // Without scheme and host: the same feed behind another name is the same feed.
    id: `tag:tokentape,2026:feed:${new URL(feed.self).search}`,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: newest(feed),
    authors: [{ name: 'tokentape' }],
    links: [
      { href: feed.home, rel: 'alternate', type: 'text/html' },
      { href: feed.self, rel: 'self', type: 'application/atom+xml' },
    ],
    entries: feed.entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      links: [{ href: entry.url, rel: 'alternate', type: 'text/html' }],
      published: entry.published,
      updated: entry.updated,
      categories: entry.tags.map((term) => ({ term })),
      content: { value: entry.html, type: 'html' },
    })),
  });

const rss = (feed: Feed): string =>
  generateRssFeed({
    title: feed.title,
    description: feed.description,
    link: feed.home,
    language: feed.language,
    lastBuildDate: newest(feed),
    atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.entries.map((entry) => ({
      title: entry.title,
      link: entry.url,
      guid: { value: entry.id, isPermaLink: false },
      pubDate: entry.published,
      atom: { updated: entry.updated },
      categories: entry.tags.map((name) => ({ name })),
      description: entry.html,
    })),
  });

const json = (feed: Feed): string =>
  JSON.stringify(
    generateJsonFeed({
      title: feed.title,
      description: feed.description,
      language: feed.language,
      home_page_url: feed.home,
      feed_url: feed.self,
      items: feed.entries.map((entry) => ({
        id: entry.id,
        url: entry.url,
        title: entry.title,
        content_html: entry.html,
        content_text: entry.text,
        date_published: entry.published,
        date_modified: entry.updated,
        tags: [...entry.tags],
      })),
    }),
  );

export const writeFeed = (format: FeedFormat, feed: Feed): string => ({ atom, rss, json })[format](feed);
