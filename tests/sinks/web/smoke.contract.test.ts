import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWeb, type TestWeb } from './support.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await startWeb({ logger: { info: () => undefined, warn: console.error, error: console.error } });
});
afterAll(() => web?.stop());

test.each([
  '/',
  '/prices',
  '/movers',
  '/volumes',
  '/announcements',
  '/sources',
  '/api',
  '/signals/qwen-hike',
  '/documents/doc-news-1',
])('%s', async (path) => {
  const response = await fetch(web.url + path, { headers: { accept: 'text/html' } });
  const text = await response.text();
  expect(response.status, text).toBe(200);
});
test.each([
  '/signals',
  '/signals/qwen-hike',
  '/price-changes',
  '/prices',
  '/movers',
  '/announcements',
  '/token-volumes',
  '/sources',
  '/alerts',
  '/search?q=qwen',
  '/openapi.json',
])('api %s', async (path) => {
  const response = await fetch(`${web.url}/api/v1${path}`);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  console.error(path, text.slice(0, 300));
});
