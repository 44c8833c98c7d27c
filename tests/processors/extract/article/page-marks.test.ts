import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../../processors/extract/article/read-article.ts';
import { makeDocument } from '../../../support/document.ts';

const english =
  '<p>The list of prices changes in the autumn, and customers who pay by the month see the new one first of all.</p>'.repeat(
    3,
  );
const chinese =
  '<p>平台将在秋季调整价目表，按月付费的客户会最先看到新的价格，已经购买的资源包在有效期内不受影响。</p>'.repeat(4);
const read = (head: string, before: string, text = english) =>
  readArticle(
    makeDocument({
      kind: 'article',
      body: `<html><head>${head}</head><body><div class="a">${before}<div class="t">${text}</div></div>
        <ul><li><a href="/y">Another story</a> 2024-01-01</li></ul><p>© 2023-02-02</p></body></html>`,
    }),
  );

describe('publication date by the page’s own marks', () => {
  test.each([
    [
      'meta, whatever its case',
      '<meta name="PubDate" content="2026-07-22 14:05">',
      '<h1>公告</h1>',
      chinese,
      '2026-07-22T06:05:00.000Z',
    ],
    [
      'meta of a Beijing paper',
      '<meta name="publishdate" content="2026-03-24">',
      '<h1>公告</h1>',
      chinese,
      '2026-03-24T00:00:00.000Z',
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"x","datePublished":"2026-03-04T11:45:08Z"}</script>',
      '<h1>x</h1>',
      english,
      '2026-03-04T11:45:08.000Z',
    ],
    [
      'time element',
      '',
      '<h1>x</h1><time datetime="2025-08-01T16:00:00+00:00">August 1</time>',
      english,
      '2025-08-01T16:00:00.000Z',
    ],
    [
      'line below the headline',
      '',
      '<h1>调价公告</h1><div>发布时间：2026-05-12 10:15 来源：某网</div>',
      chinese,
      '2026-05-12T02:15:00.000Z',
    ],
    [
      'line above the headline',
      '',
      '<span>Press Release</span><span>05 Feb 2026</span><h1>x</h1>',
      english,
      '2026-02-05T00:00:00.000Z',
    ],
    [
      'list below the headline',
      '',
      '<h1>x</h1><ul><li>Posted May 29, 2025</li></ul>',
      english,
      '2025-05-29T00:00:00.000Z',
    ],
  ])('%s', (_what, head, before, text, expected) => {
    expect(read(head, before, text).published_at).toBe(expected);
  });

  test('the date of another story, or of the footer, is none', () => {
    expect(read('', '<h1>x</h1>').published_at).toBeNull();
  });
});

test.each([
  ['<title>涨价公告_云计算_某网</title>', '涨价公告'],
  ['<title>Prices go up | Example</title>', 'Prices go up'],
  ['<title>Updates | Example</title><meta property="og:title" content="Prices go up">', 'Prices go up'],
])('the headline is what the page prints, without the name of the site: %s', (head, headline) => {
  expect(read(head, `<h1>Another part of the page</h1><h1>${headline}</h1>`).title).toBe(headline);
});
