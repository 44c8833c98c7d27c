import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../../processors/extract/article/read-article.ts';
import { extract } from '../../../../processors/extract/extract.ts';
import { makeDocument } from '../../../support/document.ts';

const text = `<p>AWS is cutting on-demand prices of Amazon Nova Pro in Amazon Bedrock by 25%, effective October 6, 2026.</p>
  <p>You do not need to change anything in your applications, and the lower rates appear on your next bill without any work.</p>`;
const page = (head: string, around = '') =>
  `<html><head>${head}</head><body><nav>${around}</nav><article><h1>Prices go down</h1>${text}</article></body></html>`;
const at = (url: string, head: string, around?: string) =>
  makeDocument({ kind: 'article', url, final_url: url, body: page(head, around) });
const urlOf = (url: string, head: string) => readArticle(at(url, head)).url;

describe('a story has the address its publisher gives it', () => {
  test.each([
    [
      'rel=canonical',
      'https://a.example/news/x?utm_source=rss',
      '<link rel="canonical" href="/news/x">',
      'https://a.example/news/x',
    ],
    [
      'og:url',
      'https://go.example/feed/www.a.example/x',
      '<meta property="og:url" content="https://www.a.example/x">',
      'https://www.a.example/x',
    ],
    [
      'canonical before og:url',
      'https://a.example/n/1',
      '<link rel="canonical" href="https://a.example/n/one"><meta property="og:url" content="https://a.example/n/1">',
      'https://a.example/n/one',
    ],
    [
      'AMP',
      'https://a.example/news/x/amp/',
      '<link rel="canonical" href="https://a.example/news/x">',
      'https://a.example/news/x',
    ],
    [
      'a query that is the address',
      'https://a.example/updates?id=4',
      '<link rel="canonical" href="https://a.example/en-us/updates/?id=4">',
      'https://a.example/en-us/updates/?id=4',
    ],
    [
      'syndication',
      'https://b.example/partner/x',
      '<link rel="canonical" href="https://a.example/news/x">',
      'https://a.example/news/x',
    ],
  ])('%s', (_what, url, head, expected) => {
    expect(urlOf(url, head)).toBe(expected);
  });

  test.each([
    ['the front page', '<link rel="canonical" href="https://a.example/">'],
    ['the list of news', '<link rel="canonical" href="https://a.example/news">'],
    ['nothing', '<link rel="canonical" href="">'],
    ['no address', '<link rel="canonical" href="javascript:void(0)">'],
  ])('a canonical link to %s is not believed', (_what, head) => {
    expect(urlOf('https://a.example/news/x?ref=home', head)).toBe('https://a.example/news/x');
  });
});

test('the same story behind two addresses is cited as one, its quotes at the same place', () => {
  const head = '<link rel="canonical" href="https://a.example/news/x">';
  const found = [
    at('https://a.example/news/x', head, '<a href="/">Home</a>'),
    at('https://m.a.example/s/1?share_token=9', head, '<a href="/app">Open the app</a>'),
  ].map((document) => extract(document).announcements);
  expect(found[0]).toHaveLength(1);
  const cited = found.map((all) => all.map(({ url, quote, quote_start }) => ({ url, quote, quote_start })));
  expect(cited[0]).toEqual(cited[1]);
  expect(cited[0]?.[0]?.url).toBe('https://a.example/news/x');
});
