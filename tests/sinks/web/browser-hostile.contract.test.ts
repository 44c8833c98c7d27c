import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from './browser.ts';
import { daysAgo } from './market/listed.ts';
import { citation, makeSignal } from './market/signals.ts';
import { startWeb, type TestWeb } from './support.ts';

let web: TestWeb;
let browser: Browser;
beforeAll(async () => {
  [web, browser] = await Promise.all([startWeb(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await web?.stop();
});
const visit = (path: string, options: BrowserContextOptions = {}) => openPage(browser, web.url + path, options);

// What a source writes may be anything. Nothing of it ever runs.

const evil = `"><img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'`;
const hostile = makeSignal({
  signal_id: `evil"><script>window.pwned=1</script>`,
  kind: 'price_change',
  subject: `<b onmouseover=window.pwned=1>x</b>`,
  headline: evil,
  headline_zh: evil,
  direction: 'increase',
  suspect: true,
  suspect_reason: evil,
  first_seen_at: new Date().toISOString(),
  citations: [
    citation(evil, new Date().toISOString(), {
      title: evil,
      url: 'javascript:window.pwned=1',
      document_id: evil,
      source_id: evil,
    }),
  ],
  changes: [
    {
      change_id: evil,
      series: evil,
      product: evil,
      meter: 'input',
      mode: evil,
      currency: 'USD',
      direction: 'increase',
      old_unit_price: '1',
      new_unit_price: '2',
      pct: 100,
    },
  ],
});
const price = {
  series: evil,
  provider: evil,
  product: evil,
  product_key: evil,
  meter: 'input',
  mode: evil,
  tier: evil,
  region: evil,
  currency: 'USD',
  per: 1,
  amount: '1',
  unit_price: '1',
  unit_price_usd: '1',
  observed_at: daysAgo(1),
  effective_at: null,
  document_id: evil,
  source_id: evil,
  url: 'javascript:window.pwned=1',
  evidence: evil,
  extractor: 'x',
  extractor_version: '1',
  backfill: false,
  version: 1,
  recorded_at: daysAgo(1),
};
const kept = {
  document_id: 'evil-doc',
  source_id: evil,
  provider: null,
  url: 'javascript:window.pwned=1',
  final_url: 'javascript:window.pwned=1',
  fetched_at: daysAgo(1),
  published_at: null,
  kind: 'page',
  format: 'html',
  lang: null,
  title: evil,
  status: 200,
  etag: null,
  last_modified: null,
  content_hash: 'x',
  size_bytes: 1,
  body: `<html>${evil}</html>`,
  hints: '{}',
  backfill: false,
  version: 1,
  recorded_at: daysAgo(1),
};

beforeAll(async () => {
  const insert = (table: string, row: object) =>
    web.store.client.insert({ table, values: [row], format: 'JSONEachRow' });
  await insert('signals', { ...hostile, recorded_at: new Date().toISOString() });
  await insert('prices', price);
  await insert('readings', {
    document_id: evil,
    source_id: evil,
    url: price.url,
    observed_at: price.observed_at,
    prices: 1,
    extractor: 'x',
    extractor_version: '1',
    backfill: false,
    version: 1,
    recorded_at: daysAgo(1),
  });
  await insert('documents', kept);
});

test('in pages', async () => {
  const paths = [
    '/',
    '/?lang=zh',
    `/signals/${encodeURIComponent(hostile.signal_id)}`,
    '/prices',
    `/prices?series=${encodeURIComponent(evil)}`,
    '/documents/evil-doc',
    `/?q=${encodeURIComponent(evil)}`,
    `/prices?q=${encodeURIComponent(evil)}`,
    `/nothing/${encodeURIComponent(evil)}`,
  ];
  for (const path of paths) {
    const { page, complaints, close } = await visit(path);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    expect([path, await page.evaluate('"pwned" in window')]).toEqual([path, false]);
    expect([
      path,
      await page.locator('img, script:not([src]), [onerror], [onmouseover], a[href^="javascript:" i]').count(),
    ]).toEqual([path, 0]);
    // No policy had to step in: the text never was markup.
    expect([path, complaints.filter((text) => !text.includes('404'))]).toEqual([path, []]);
    await close();
  }
});

test('over the live stream', async () => {
  const { page, close } = await visit('/');
  await page.locator('[data-live][data-state=open]').waitFor();
  await web.say({ ...hostile, revision: 2, first_seen_at: new Date().toISOString() });
  await page.locator('.row[data-revision="2"] .headline', { hasText: '<script>' }).waitFor();
  expect(await page.evaluate('"pwned" in window')).toBe(false);
  expect(await page.locator('[data-tape] img, [data-tape] script').count()).toBe(0);
  await close();
});

test('in JSON and files: never as something a browser renders', async () => {
  for (const path of [
    '/api/v1/signals',
    '/api/v1/prices?format=csv',
    '/feeds/signals.atom',
    '/feeds/signals.rss',
    '/feeds/signals.json',
    `/api/v1/signals?nonsense=${encodeURIComponent(evil)}`,
  ]) {
    const { headers } = await fetch(web.url + path);
    expect(headers.get('content-type')).not.toContain('html');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});
