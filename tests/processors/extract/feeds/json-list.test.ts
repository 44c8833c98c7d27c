import { describe, expect, test } from 'vitest';
import { readFeed } from '../../../../processors/extract/feeds/read-feed.ts';
import { makeDocument } from '../../../support/document.ts';

const feed = (value: unknown, more: object = {}) =>
  readFeed(
    makeDocument({
      kind: 'feed',
      format: 'json',
      url: 'https://api.example.com/list',
      body: JSON.stringify(value),
      ...more,
    }),
  );

describe('a JSON list of articles', () => {
  test('gives every object with an address and a title, whatever the fields around them', () => {
    const data = [
      {
        oid: 1,
        url: 'https://tech.example.com/a',
        title: '大模型价格下调',
        ctime: '1779240672',
        img: { u: 'x', url: 'https://i.example.com/1.png' },
      },
      { oid: 2, url: 'https://tech.example.com/b', title: '新机发布', ctime: '1779240000' },
    ];
    expect(feed({ result: { status: { code: 0 }, total: 2, data } })).toEqual([
      { url: 'https://tech.example.com/a', title: '大模型价格下调', published_at: '2026-05-20T01:31:12.000Z' },
      { url: 'https://tech.example.com/b', title: '新机发布', published_at: '2026-05-20T01:20:00.000Z' },
    ]);
  });

  test('reads addresses relative to the list, and dates in words, seconds and milliseconds', () => {
    const items = [
      { headline: 'One', articleUrl: '/1', coverUrl: '/1.png', publishTime: '2026-05-20 09:00:00' },
      { headline: 'Two', articleUrl: '/2', publishTime: 1779240672000 },
      { headline: 'Three', articleUrl: '/3', updated: 'soon' },
    ];
    expect(feed({ items }, { lang: 'zh' })).toEqual([
      { url: 'https://api.example.com/1', title: 'One', published_at: '2026-05-20T01:00:00.000Z' },
      { url: 'https://api.example.com/2', title: 'Two', published_at: '2026-05-20T01:31:12.000Z' },
      { url: 'https://api.example.com/3', title: 'Three', published_at: null },
    ]);
  });

  test('without articles is refused', () => {
    expect(() => feed({ error: 'quota', items: [{ title: 'no address' }, { url: '/no-title' }] })).toThrow();
  });
});

describe('a page whose list is filled by script', () => {
  const page = (links: string) => `<body><main>${links}</main>
    <script id="__NEXT_DATA__" type="application/json">{"props":{"list":[{"title":"平台价格调整公告","link":"/news/1","date":"2026-03-18"}]}}</script>
    <script type="application/json">{broken</script></body>`;
  const read = (links: string) =>
    feed(null, {
      format: 'html',
      url: 'https://www.example.com/news',
      body: page(links),
      hints: { follow: '/news/\\d+$' },
    });

  test('gives the articles of the data it carries', () => {
    expect(read('')).toEqual([
      { url: 'https://www.example.com/news/1', title: '平台价格调整公告', published_at: '2026-03-18T00:00:00.000Z' },
    ]);
  });

  test('gives those it shows where it shows any', () => {
    expect(read('<a href="/news/2"><h3>Another</h3></a>').map((link) => link.url)).toEqual([
      'https://www.example.com/news/2',
    ]);
  });
});
