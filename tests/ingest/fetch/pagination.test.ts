import { describe, expect, test } from 'vitest';
import type { Pagination } from '../../../ingest/catalog/pagination-spec.ts';
import { parseExact } from '../../../ingest/fetch/exact-json.ts';
import { combinePages, firstPage, nextPage } from '../../../ingest/fetch/pagination.ts';

const url = 'https://example.com/prices?region=eu';
const offset: Pagination = { by: 'offset', param: 'page', step: 1, start: 1, items: 'data', max_pages: 10 };

describe('the next page', () => {
  const link: Pagination = { by: 'next_link', path: 'meta.next', items: 'data', max_pages: 10 };
  const token: Pagination = { by: 'token', param: 'after', path: 'next_token', items: 'data', max_pages: 10 };

  test.each([
    ['a full link', link, { meta: { next: 'https://example.com/2' } }, 'https://example.com/2'],
    ['a relative link', link, { meta: { next: '/2?x=1' } }, 'https://example.com/2?x=1'],
    ['no link', link, { meta: { next: null } }, null],
    ['no meta at all', link, {}, null],
    ['a token', token, { next_token: 'a b' }, 'https://example.com/prices?region=eu&after=a+b'],
    ['an empty token', token, { next_token: '' }, null],
    ['a page with items', offset, { data: [1] }, 'https://example.com/prices?region=eu&page=2'],
    ['an empty page', offset, { data: [] }, null],
  ])('%s', (_what, rule, body, expected) => {
    expect(nextPage(rule, url, url, body, 0)).toBe(expected);
  });

  test('an offset begins where the source says', () => {
    expect(firstPage(offset, url)).toBe('https://example.com/prices?region=eu&page=1');
  });

  test('a page without its list is no page', () => {
    expect(() => nextPage(offset, url, url, { error: 'x' }, 0)).toThrow(/has no list at data/);
  });
});

describe('many pages are one document', () => {
  const pages = (...texts: string[]) => texts.map((text) => ({ url, body: parseExact(text) }));

  test('the first page with the items of all, every digit as published', () => {
    expect(
      combinePages(
        offset,
        pages('{"v":1,"data":[{"p":2.50}]}', '{"data":[{"p":2.5e-07},{"p":12345678901234567890.10}]}'),
      ),
    ).toBe('{"v":1,"data":[{"p":2.50},{"p":2.5e-07},{"p":12345678901234567890.10}]}');
  });

  test('a bare list', () => {
    expect(combinePages({ ...offset, items: '' }, pages('[1.0]', '[2.0]', '[]'))).toBe('[1.0,2.0]');
  });

  test('a list further in', () => {
    expect(combinePages({ ...offset, items: 'a.b' }, pages('{"a":{"b":[1],"c":"x"}}', '{"a":{"b":[2]}}'))).toBe(
      '{"a":{"b":[1,2],"c":"x"}}',
    );
  });
});
