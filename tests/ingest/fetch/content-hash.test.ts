import { expect, test } from 'vitest';
import { contentHash } from '../../../ingest/fetch/content-hash.ts';

const page = (noise: { nonce: string; token: string; ray: string; comment: string }, price = '2.50') => `<!doctype html>
<html><head><meta name="csrf-token" content="${noise.token}"><!-- ${noise.comment} -->
<script nonce="${noise.nonce}">window.prices = { a: ${price} };</script></head>
<body data-request-id="${noise.ray}"><form><input type="hidden" name="__RequestVerificationToken" value="${noise.token}"></form>
<table><tr><td>$${price}</td></tr></table>
<script>(function(){window.__CF$cv$params={r:'${noise.ray}',t:'MTc'};})();</script></body></html>`;

const first = page({ nonce: 'a1', token: 't1', ray: 'r1', comment: 'built in 12 ms' });
const second = page({ nonce: 'b2', token: 't2', ray: 'r2', comment: 'built in 15 ms' });

test('what a page says anew with every answer is no new content', () => {
  expect(first).not.toBe(second);
  expect(contentHash(first, 'html')).toBe(contentHash(second, 'html'));
});

test('a price is, in the table or in a script', () => {
  const other = page({ nonce: 'a1', token: 't1', ray: 'r1', comment: 'built in 12 ms' }, '3.00');
  expect(contentHash(other, 'html')).not.toBe(contentHash(first, 'html'));
  const inScript = first.replace('{ a: 2.50 }', '{ a: 3.00 }');
  expect(contentHash(inScript, 'html')).not.toBe(contentHash(first, 'html'));
});

test('a feed that only stamps itself anew is no new content; a new item, or a changed one, is', () => {
  const rss = (stamp: string, item: string) =>
    `<rss><channel><title>T</title><lastBuildDate>${stamp}</lastBuildDate><pubDate>${stamp}</pubDate><item><title>${item}</title><pubDate>${item}</pubDate></item></channel></rss>`;
  const atom = (stamp: string, entry: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><updated>${stamp}</updated><entry><updated>${entry}</updated></entry></feed>`;
  for (const feed of [rss, atom]) {
    expect(contentHash(feed('now', 'a'), 'xml')).toBe(contentHash(feed('later', 'a'), 'xml'));
    expect(contentHash(feed('now', 'a'), 'xml')).not.toBe(contentHash(feed('now', 'b'), 'xml'));
  }
});

test('of a rendered page only the text counts', () => {
  const rendered = (id: string, price: string) =>
    `<div id="${id}"><table><tr><td>gpt</td><td>$${price}</td></tr></table></div><script>run('${id}')</script>`;
  expect(contentHash(rendered('r1', '2'), 'html', true)).toBe(contentHash(rendered('r7', '2'), 'html', true));
  expect(contentHash(rendered('r1', '2'), 'html', true)).not.toBe(contentHash(rendered('r1', '3'), 'html', true));
});

test('everything but a web page is taken to the letter', () => {
  expect(contentHash('{"a":"<!-- 1 -->"}', 'json')).not.toBe(contentHash('{"a":"<!-- 2 -->"}', 'json'));
});

test('a page made of noise is hashed in no time', () => {
  const hostile = '<script>__CF$cv$params'.repeat(20_000) + '<!--'.repeat(20_000) + '<meta '.repeat(20_000);
  expect(contentHash(hostile, 'html')).toHaveLength(64);
});
