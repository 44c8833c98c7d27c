import { describe, expect, test } from 'vitest';
import { readFeed } from '../../../../processors/extract/feeds/read-feed.ts';
import { makeDocument } from '../../../support/document.ts';

const feed = (body: string, more: object = {}) =>
  makeDocument({ kind: 'feed', format: 'xml', url: 'https://blog.example.com/feed.xml', body, ...more });

describe('syndication', () => {
  test('RSS: link, title as text, date in UTC; tracking parameters dropped', () => {
    const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://blog.example.com/</link>
      <item><title>GPU prices &amp; more &lt;b&gt;now&lt;/b&gt;</title><link>https://blog.example.com/a?id=7&amp;utm_source=rss#top</link>
      <pubDate>Mon, 02 Nov 2026 10:00:00 +0800</pubDate></item></channel></rss>`;
    expect(readFeed(feed(body))).toEqual([
      {
        url: 'https://blog.example.com/a?id=7',
        title: 'GPU prices & more now',
        published_at: '2026-11-02T02:00:00.000Z',
      },
    ]);
  });

  test('RSS: a guid that is a permalink stands in for a missing link, another kind of guid does not', () => {
    const item = (guid: string) => `<item><title>t</title>${guid}</item>`;
    const body = `<rss version="2.0"><channel><title>N</title>${item('<guid>https://blog.example.com/p/1</guid>')}${item('<guid isPermaLink="false">https://blog.example.com/p/2</guid>')}</channel></rss>`;
    expect(readFeed(feed(body)).map((link) => link.url)).toEqual(['https://blog.example.com/p/1']);
  });

  test('Atom: alternate link, relative to the feed', () => {
    const body = `<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><id>x</id><updated>2026-01-01T00:00:00Z</updated>
      <entry><title>New prices</title><id>1</id><link rel="self" href="/self"/><link rel="alternate" href="/posts/1"/><updated>2026-01-02T00:00:00Z</updated></entry></feed>`;
    expect(readFeed(feed(body))).toEqual([
      { url: 'https://blog.example.com/posts/1', title: 'New prices', published_at: '2026-01-02T00:00:00.000Z' },
    ]);
  });

  test('JSON Feed, and an address given twice counts once', () => {
    const item = { id: '1', url: 'https://blog.example.com/1', title: 'One', date_published: '2026-01-02T00:00:00Z' };
    const body = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'N', items: [item, item] });
    expect(readFeed(feed(body, { format: 'json' }))).toHaveLength(1);
  });

  test('only what the source follows', () => {
    const items = ['/pricing/1', '/jobs/2'].map((path) => ({
      id: path,
      url: `https://blog.example.com${path}`,
      title: path,
    }));
    const body = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'N', items });
    const links = readFeed(feed(body, { format: 'json', hints: { follow: '/pricing/' } }));
    expect(links.map((link) => link.url)).toEqual(['https://blog.example.com/pricing/1']);
  });

  test('a body that is no feed is refused', () => {
    expect(() => readFeed(feed('<html><body>404</body></html>'))).toThrow(/feed/i);
  });
});

test('listing page: headlines of the same site, no menu, no foreign links', () => {
  const body = `<header><a href="/about">About this company and its people</a></header><main>
    <article><a href="/n/1"><h3>Inference prices fall by a third</h3></a><time datetime="2026-05-01">May 1</time></article>
    <article><a href="/n/2">千问模型价格下调公告发布</a></article><a href="/n/3">More</a>
    <a href="https://elsewhere.example/x">A headline that belongs to another site</a></main>`;
  expect(readFeed(feed(body, { format: 'html', url: 'https://blog.example.com/news' }))).toEqual([
    {
      url: 'https://blog.example.com/n/1',
      title: 'Inference prices fall by a third',
      published_at: '2026-05-01T00:00:00.000Z',
    },
    { url: 'https://blog.example.com/n/2', title: '千问模型价格下调公告发布', published_at: null },
  ]);
});

test('sitemap: newest first', () => {
  const entry = (path: string, date: string) =>
    `<url><loc>https://blog.example.com${path}</loc><lastmod>${date}</lastmod></url>`;
  const body = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entry('/old', '2025-01-01')}${entry('/new', '2026-01-01')}</urlset>`;
  expect(readFeed(feed(body)).map((link) => link.url)).toEqual([
    'https://blog.example.com/new',
    'https://blog.example.com/old',
  ]);
});
