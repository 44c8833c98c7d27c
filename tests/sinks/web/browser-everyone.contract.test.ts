import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { launchBrowser, openPage } from './browser.ts';
import { COMPARED, daysAgo } from './market/listed.ts';
import { startWeb, type TestWeb } from './support.ts';

let web: TestWeb;
let bare: TestWeb;
let browser: Browser;
beforeAll(async () => {
  [web, bare, browser] = await Promise.all([startWeb(), startWeb({ seeded: false }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await bare?.stop();
  await web?.stop();
});
const visit = (path: string, options: BrowserContextOptions = {}) => openPage(browser, web.url + path, options);

const PAGES = [
  '/',
  '/prices',
  COMPARED,
  '/movers?period=90',
  '/volumes',
  '/announcements',
  '/sources',
  '/signals/qwen-hike',
  '/documents/doc-news-1',
  '/api',
];

const axeResult = z.object({
  passes: z.array(z.unknown()),
  violations: z.array(
    z.object({ id: z.string(), impact: z.string().nullish(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
});
const seriousIssues = async (page: Page) => {
  const { passes, violations } = axeResult.parse(await page.evaluate('axe.run()'));
  expect(passes.length).toBeGreaterThan(10);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes[0]?.html]);
};

test.each(PAGES)('%s: no serious accessibility issue in light or dark, fits a phone, no complaint', async (path) => {
  const { page, complaints, close } = await visit(path);
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect([colorScheme, await seriousIssues(page)]).toEqual([colorScheme, []]);
  }
  await page.setViewportSize({ width: 360, height: 780 });
  // Charts are drawn anew after the page has its new size.
  await expect
    .poll(() => page.evaluate('document.documentElement.scrollWidth'), { timeout: 10_000 })
    .toBeLessThanOrEqual(360);
  expect(await seriousIssues(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('the accessibility check would notice', async () => {
  const { page, close } = await visit('/');
  await page.evaluate(axe.source);
  await page.evaluate(`document.querySelector('#f-kind').labels[0].remove()`);
  expect(await seriousIssues(page)).toEqual([['select-name', expect.stringContaining('f-kind')]]);
  await close();
});

test('the keyboard reaches the content past the navigation', async () => {
  const { page, close } = await visit('/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.innerText')).toBe('Skip to content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  await close();
});

test('times are in the reader’s zone', async () => {
  const { page, close } = await visit('/signals/qwen-hike', { timezoneId: 'Asia/Shanghai' });
  const shown = await page.locator('.facts time').first().textContent();
  const expected = new Intl.DateTimeFormat('en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(daysAgo(12)));
  expect(shown).toBe(expected);
  await close();
});

test('Chinese by the browser’s preference, English by choice, and the choice stays', async () => {
  const { page, close } = await visit('/', { locale: 'zh-CN' });
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await page.getByRole('heading', { level: 1, name: '行情纸带' }).waitFor();
  await page.locator('#s-qwen-hike', { hasText: '阿里云宣布' }).waitFor();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'The tape' }).waitFor();
  await page.goto(`${web.url}/movers`);
  await page.getByRole('heading', { level: 1, name: 'Movers' }).waitFor();
  await close();
});

test('without scripts everything can be read', async () => {
  const { page, close } = await visit('/', { javaScriptEnabled: false });
  expect(await page.locator('.row').count()).toBeGreaterThan(5);
  await page.getByText('Live updates need JavaScript').waitFor();
  await close();
});

test.each(['/', '/prices', '/movers', '/volumes', '/announcements', '/sources'])(
  '%s says what to do where there is nothing yet',
  async (path) => {
    const { page, complaints, close } = await openPage(browser, bare.url + path);
    expect(await page.locator('.empty').first().textContent()).toMatch(/\w|\p{L}/u);
    expect(complaints).toEqual([]);
    await close();
  },
);
