import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from './browser.ts';
import { makeSignal } from './market/signals.ts';
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

test('a signal on the log shows on the open page within two seconds, without a reload, and is told to screen readers', async () => {
  const { page, complaints, close } = await visit('/');
  await page.locator('[data-live][data-state=open]').waitFor();
  await page.evaluate('window.stayed = true');
  await web.say(
    makeSignal({
      signal_id: 'now',
      kind: 'price_change',
      subject: 'xai',
      headline: 'Grok output raised',
      direction: 'increase',
      first_seen_at: new Date().toISOString(),
    }),
  );
  const row = page.locator('[data-tape] .row').first();
  await page.locator('#s-now').waitFor({ timeout: 2000 });
  expect(await row.getAttribute('id')).toBe('s-now');
  expect(await page.evaluate('window.stayed')).toBe(true);
  expect(await page.locator('[data-announce]').textContent()).toBe('Grok output raised');
  expect(await page.locator('[data-tape] .day').count()).toBeGreaterThan(1);
  expect(complaints).toEqual([]);
  await close();
});

test('a correction replaces its row, a taken-back signal is struck out', async () => {
  const { page, close } = await visit('/');
  await page.locator('[data-live][data-state=open]').waitFor();
  const first = makeSignal({
    signal_id: 'corrected',
    kind: 'capacity',
    headline: 'One gigawatt',
    first_seen_at: new Date().toISOString(),
  });
  await web.say(first);
  await page.locator('#s-corrected').waitFor();
  await web.say({ ...first, revision: 2, headline: 'Two gigawatts' });
  await page.locator('#s-corrected', { hasText: 'Two gigawatts' }).waitFor();
  expect(await page.locator('#s-corrected').count()).toBe(1);
  await web.say({ ...first, revision: 3, retracted: true });
  await page.locator('#s-corrected.gone').waitFor();
  await close();
});

test('a filtered tape only takes what passes its filter', async () => {
  const { page, close } = await visit('/?kind=capacity');
  await page.locator('[data-live][data-state=open]').waitFor();
  await web.say(
    makeSignal({
      signal_id: 'not-here',
      kind: 'financial',
      headline: 'Other',
      first_seen_at: new Date().toISOString(),
    }),
  );
  await web.say(
    makeSignal({ signal_id: 'here', kind: 'capacity', headline: 'This', first_seen_at: new Date().toISOString() }),
  );
  await page.locator('#s-here').waitFor();
  expect(await page.locator('#s-not-here').count()).toBe(0);
  await close();
});

test('a hidden page lets go of the stream, and catches up when it is seen again', async () => {
  const { page, close } = await visit('/');
  await page.locator('[data-live][data-state=open]').waitFor();
  const seen = (hidden: boolean) =>
    page.evaluate(
      `Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true }); document.dispatchEvent(new Event('visibilitychange'))`,
    );
  await seen(true);
  const missed = makeSignal({
    signal_id: 'missed',
    kind: 'capacity',
    headline: 'While you were away',
    first_seen_at: new Date().toISOString(),
  });
  await web.say(missed);
  await seen(false);
  await page.locator('#s-missed').waitFor();
  await close();
});
