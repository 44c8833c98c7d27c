import type { Pagination } from '../catalog/pagination-spec.ts';
import { FetchFailure } from './failure.ts';

/** Where the page after this one is, or null where this is the last. `page` counts from 0. */
export function nextPage(rule: Pagination, firstUrl: string, url: string, body: unknown, page: number): string | null {
  if (rule.by === 'next_link') {
    const link = at(body, rule.path);
    return typeof link === 'string' && link !== '' ? new URL(link, url).href : null;
  }
  if (rule.by === 'token') {
    const token = at(body, rule.path);
    return typeof token === 'string' && token !== '' ? withParam(firstUrl, rule.param, token) : null;
  }
  return itemsOf(body, rule.items, url).length === 0
    ? null
    : withParam(firstUrl, rule.param, String(rule.start + (page + 1) * rule.step));
}

/** The address the first page is asked at. */
export function firstPage(rule: Pagination, url: string): string {
  return rule.by === 'offset' ? withParam(url, rule.param, String(rule.start)) : url;
}

/** One body out of many: the first page's, its list holding the items of all. The bodies come from parseExact. */
export function combinePages(
  rule: Pagination,
  pages: readonly { readonly url: string; readonly body: unknown }[],
): string {
  const items = pages.flatMap(({ url, body }) => itemsOf(body, rule.items, url));
  const first = pages[0]?.body;
  if (rule.items === '') return JSON.stringify(items);
  const path = rule.items.split('.');
  const parent = at(first, path.slice(0, -1).join('.'));
  const key = path.at(-1);
  if (parent !== null && typeof parent === 'object' && key !== undefined) Reflect.set(parent, key, items);
  return JSON.stringify(first);
}

function itemsOf(body: unknown, path: string, url: string): unknown[] {
  const items = at(body, path);
  if (Array.isArray(items)) return items;
  throw new FetchFailure('content', `${url} has no list at ${path === '' ? 'its top level' : path} (pagination.items)`);
}

function at(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (key === '') return value;
    return value !== null && typeof value === 'object' && key in value ? Reflect.get(value, key) : undefined;
  }, body);
}

function withParam(url: string, name: string, value: string): string {
  const next = new URL(url);
  next.searchParams.set(name, value);
  return next.href;
}
