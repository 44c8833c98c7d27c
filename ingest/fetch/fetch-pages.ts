import type { Pagination } from '../catalog/pagination-spec.ts';
import type { Content } from './document.ts';
import { parseExact } from './exact-json.ts';
import { FetchFailure } from './failure.ts';
import { combinePages, firstPage, nextPage } from './pagination.ts';

/** Asks for every page of a JSON API, one after the other, and makes one content of them. One page that fails fails the whole. */
export async function fetchPages(
  rule: Pagination,
  maxBytes: number,
  url: string,
  fetchPage: (url: string) => Promise<Content>,
): Promise<Content> {
  const start = firstPage(rule, url);
  const first = await fetchPage(start);
  const pages = [{ url: start, body: jsonBody(first, start) }];
  let size = first.text.length;
  for (let last = pages[0]; last !== undefined; last = pages.at(-1)) {
    const next = nextPage(rule, url, last.url, last.body, pages.length - 1);
    if (next === null) break;
    if (pages.some((page) => page.url === next)) {
      throw new FetchFailure('content', `${url}: its pages lead in a circle, back to ${next}`);
    }
    if (pages.length >= rule.max_pages) {
      throw new FetchFailure('too_large', `${url} has more than ${rule.max_pages} pages (pagination.max_pages)`);
    }
    const content = await fetchPage(next);
    size += content.text.length;
    if (size > maxBytes)
      throw new FetchFailure('too_large', `${url}: its pages hold more than ${maxBytes} bytes together`);
    pages.push({ url: next, body: jsonBody(content, next) });
  }
  // One page's validators say nothing of the others.
  return { ...first, text: combinePages(rule, pages), etag: null, lastModified: null };
}

function jsonBody(content: Content, url: string): unknown {
  if (content.format === 'json') return parseExact(content.text);
  throw new FetchFailure('content', `${url} is no JSON, so its next page cannot be found`);
}
