import { describe, expect, it } from 'vitest';
import { announcement } from '../../../../infra/contracts/announcement.ts';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { LONGEST, splitSentences } from '../../../../processors/extract/news/sentences.ts';
import { fold } from '../../../../processors/extract/news/text.ts';
import { articleOf, loadFixtures } from './fixtures.ts';

const all = loadFixtures().map((f) => ({ document: f.document, found: readNews(f.document) }));

describe('evidence', () => {
  it('quotes the document verbatim', () => {
    for (const { document, found } of all)
      for (const a of found) expect(document.body.slice(a.quote_start, a.quote_end)).toBe(a.quote);
  });

  it('yields records of the contract', () => {
    for (const { found } of all) for (const a of found) expect(announcement.parse(a)).toEqual(a);
  });

  it('gives the same records and ids for the same document, and each its own', () => {
    for (const { document, found } of all) {
      expect(readNews(document)).toEqual(found);
      expect(new Set(found.map((a) => a.announcement_id)).size).toBe(found.length);
    }
    // Thousands of texts a second time: ten seconds where nothing else runs.
  }, 90_000);

  it('says which rule fired and how sure it is', () => {
    for (const { found } of all)
      for (const a of found) {
        expect(a.reasons[0]).toMatch(/^(?:price|tokens|capacity|market|financial)\./);
        expect(a.confidence).toBeGreaterThan(0.3);
        expect(a.confidence).toBeLessThanOrEqual(1);
      }
  });

  it('keeps offsets true in traditional Chinese, full-width text and around emoji', () => {
    const body = '🚀🚀 阿里雲宣佈，自４月１８日起，AI算力產品價格上調３０％。😀';
    const [found, ...rest] = readNews(articleOf(body, '2026-03-18'));
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      kind: 'price_change',
      subject: 'alibaba-cloud',
      value_min: '30',
      effective: '2026-04-18',
    });
    expect(body.slice(found?.quote_start, found?.quote_end)).toContain('上調３０％');
  });
});

describe('odd documents', () => {
  it.each([
    ['empty', ''],
    ['white space', ' \n\t\n '],
    ['a lone table rule', '| --- | --- |'],
    ['a table without rows', '| Model | Price |\n| --- | --- |'],
    ['brackets and dollars only', '$ ( [ % ¥ -- ) / per'],
    ['a very long number', `Alibaba Cloud revenue was $${'9'.repeat(400)} billion.`],
    ['lone surrogates', 'Alibaba Cloud \ud800 raised prices by 10% \udc00'],
  ])('%s does not throw', (_name, body) => {
    expect(() => readNews(articleOf(body))).not.toThrow();
  });

  it('cuts what has no stops into pieces, so that no scan sees more', () => {
    const body = 'Alibaba Cloud raised prices by 5%, 6% and then $1, $2 and 4 million tokens, '.repeat(300);
    expect(() => readNews(articleOf(body))).not.toThrow();
    const block = { kind: 'paragraph', start: 0, end: body.length, level: 0 } as const;
    const sentences = splitSentences(fold(body), body, block, 0);
    expect(Math.max(...sentences.map((s) => s.end - s.start))).toBeLessThanOrEqual(LONGEST);
    expect(sentences.map((s) => body.slice(s.start, s.end)).join('')).toBe(body);
  });
});
