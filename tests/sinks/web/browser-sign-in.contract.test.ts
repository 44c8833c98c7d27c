import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { launchBrowser, openPage } from './browser.ts';
import { makeSignal } from './market/signals.ts';
import { startWeb, type TestWeb } from './support.ts';

const READ = 'read-token-0123456789';
const ADMIN = 'admin-token-0123456789';

let web: TestWeb;
let browser: Browser;
beforeAll(async () => {
  [web, browser] = await Promise.all([
    startWeb({
      tokens: [
        { name: 'team', token: READ, scope: 'read' },
        { name: 'ops', token: ADMIN, scope: 'admin' },
      ],
    }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await web?.stop();
});

const signIn = async (path: string, token: string) => {
  const opened = await openPage(browser, web.url + path);
  await opened.page.getByLabel('Access token').fill(token);
  await opened.page.getByRole('button', { name: 'Sign in' }).click();
  return opened;
};

test('sign in, read, hear what happens, sign out', async () => {
  const { page, complaints, close } = await signIn('/?kind=capacity', READ);
  await page.waitForURL(`${web.url}/?kind=capacity`);
  await page.locator('[data-live][data-state=open]').waitFor();
  await web.say(
    makeSignal({ signal_id: 'heard', kind: 'capacity', headline: 'Heard', first_seen_at: new Date().toISOString() }),
  );
  await page.locator('#s-heard').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${web.url}/login`);
  await page.goto(`${web.url}/prices`);
  expect(new URL(page.url()).pathname).toBe('/login');
  expect(complaints).toEqual([]);
  await close();
});

test('a wrong token says what to check, in a page everyone can use', async () => {
  const { page, close } = await signIn('/', 'not-a-token-0123456789');
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Access token').getAttribute('aria-invalid')).toBe('true');
  await page.evaluate(axe.source);
  const { violations } = z
    .object({ violations: z.array(z.object({ id: z.string() })) })
    .parse(await page.evaluate('axe.run()'));
  expect(violations).toEqual([]);
  await close();
});

test('a reader cannot ask for a fetch, an admin can, from the page', async () => {
  const reader = await signIn('/sources', READ);
  await reader.page.getByRole('heading', { level: 1, name: 'Source health' }).waitFor();
  expect(await reader.page.getByRole('button', { name: /Fetch now/ }).count()).toBe(0);
  await reader.close();
  const admin = await signIn('/sources', ADMIN);
  await admin.page.getByRole('button', { name: 'Fetch now Market news' }).click();
  await admin.page.waitForURL(/queued=market-news/);
  await admin.page.getByText('Fetch queued').waitFor();
  await admin.close();
});
