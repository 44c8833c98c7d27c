import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { feedEntry } from '../../../../sinks/web/feeds/entry.ts';
import { writeFeed } from '../../../../sinks/web/feeds/write.ts';
import { translator } from '../../../../sinks/web/i18n/translate.ts';
import { citation, makeSignal } from '../market/signals.ts';

const AT = '2026-04-18T08:00:00.000Z';
const LEARNT = '2026-04-19T09:30:00.000Z';
const hostile = '<script>alert(1)</script> & ]]> "x"';
const told = {
  ...makeSignal({
    signal_id: 'one',
    kind: 'capacity',
    headline: hostile,
    first_seen_at: AT,
    citations: [citation(hostile, AT, { title: hostile, url: 'javascript:alert(1)' })],
  }),
  recorded_at: LEARNT,
};
const feed = (base: string) => ({
  title: 'tokentape',
  description: 'd',
  language: 'en',
  home: `${base}/`,
  self: `${base}/feeds/signals.atom?kind=capacity`,
  entries: [feedEntry(told, base, translator('en'))],
});

test('the three formats carry the same entry, with an id that knows no host', () => {
  for (const base of ['http://127.0.0.1:8080', 'https://tape.example.com']) {
    const atom = parseAtomFeed(writeFeed('atom', feed(base)));
    const rss = parseRssFeed(writeFeed('rss', feed(base)));
    const json = parseJsonFeed(writeFeed('json', feed(base)));
    const id = 'tag:tokentape,2026:signal:one';
    expect([atom.entries?.[0]?.id, rss.items?.[0]?.guid?.value, json.items?.[0]?.id]).toEqual([id, id, id]);
    expect(atom.entries?.[0]?.links?.[0]?.href).toBe(`${base}/signals/one`);
    expect(atom.id).toBe('tag:tokentape,2026:feed:?kind=capacity');
  }
});

test('published is when it happened, updated when this revision was learnt', () => {
  const entry = parseAtomFeed(writeFeed('atom', feed('http://x'))).entries?.[0];
  expect([entry?.published, entry?.updated]).toEqual([AT, LEARNT]);
});

test('text of a source stays text: in titles, and as markup in the content', () => {
  const atom = parseAtomFeed(writeFeed('atom', feed('http://x'))).entries?.[0];
  const rss = parseRssFeed(writeFeed('rss', feed('http://x'))).items?.[0];
  const json = parseJsonFeed(writeFeed('json', feed('http://x'))).items?.[0];
  expect([atom?.title?.value, rss?.title, json?.title]).toEqual([hostile, hostile, hostile]);
  for (const markup of [atom?.content?.value, rss?.description, json?.content_html]) {
    expect(markup).toContain('&lt;script&gt;');
    expect(markup).not.toContain('<script');
    expect(markup).not.toContain('javascript:');
  }
});

test('an empty feed is a feed', () => {
  for (const format of ['atom', 'rss'] as const)
    expect(writeFeed(format, { ...feed('http://x'), entries: [] })).toContain('tokentape');
});
