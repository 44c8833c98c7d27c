import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { launchBrowser, openPage } from './browser.ts';
import { COMPARED, daysAgo } from './market/listed.ts';
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

const chart = z.object({
  data: z.array(z.array(z.number().nullish())),
  announced: z.array(z.object({ x: z.number(), headline: z.string() })),
});
const drawn = async (page: Page) => {
  await page.locator('[data-chart][data-ready=true], [data-volumes][data-ready=true]').waitFor();
  return chart.parse(
    await page.evaluate(
      `(({ chart, announced }) => ({ data: chart.data, announced: announced ?? [] }))(document.querySelector('figure.chart'))`,
    ),
  );
};
const seconds = (days: number): number => Date.parse(daysAgo(days)) / 1000;

test('prices: the points are the observed moves, and a price stands until the next', async () => {
  const { page, complaints, close } = await visit(COMPARED);
  const { data, announced } = await drawn(page);
  const [x = [], qwen = [], deepseek = []] = data;
  expect(x).toEqual([120, 64, 40, 5, 0].map(seconds));
  expect(qwen).toEqual([60, 9.6, 9.6, 12.8, 12.8]);
  expect(deepseek).toEqual([0.28, 0.28, 1.1, 1.1, 1.1]);
  expect(announced.map(({ headline }) => headline)).toEqual([
    'Alibaba Cloud announces a price rise of 33% for Qwen Max',
  ]);
  expect(complaints).toEqual([]);
  await close();
});

test('what the chart shows stands below it in words and figures', async () => {
  const { page, close } = await visit(COMPARED, { timezoneId: 'America/Los_Angeles' });
  await drawn(page);
  const announced = page.locator('[data-announcements] a');
  expect(await announced.textContent()).toBe('Alibaba Cloud announces a price rise of 33% for Qwen Max');
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(daysAgo(5)));
  expect(await page.locator('[data-announcements] li').textContent()).toContain(`${day}: `);
  expect(await announced.getAttribute('href')).toBe('/signals/qwen-hike');
  await page.locator('summary', { hasText: 'The figures' }).click();
  // Four points of each: the first, the moves, and the last observation.
  const cells = await page.locator('[data-figures] tbody tr').allTextContents();
  expect(cells.map((text) => /([\d.]+) (?:CNY|USD) per 1M tokens$/.exec(text)?.[1]).toSorted()).toEqual([
    '0.28',
    '1.1',
    '1.1',
    '12.8',
    '12.8',
    '60',
    '9.6',
  ]);
  await close();
});

test('in dollars, converted at the known rate', async () => {
  const { page, close } = await visit(`${COMPARED}&money=usd&scale=log`);
  const { data } = await drawn(page);
  expect(data[1]?.[0]).toBeCloseTo((60 / 7.8) * 1.2, 6);
  expect(data[2]?.[0]).toBe(0.28);
  await close();
});

test('the keyboard reads the figures out', async () => {
  const { page, close } = await visit(COMPARED);
  await drawn(page);
  await page.locator('[data-plot]').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.locator('[data-readout]', { hasText: '12.8 CNY' }).waitFor();
  await page.keyboard.press('Home');
  await page.locator('[data-readout]', { hasText: '60 CNY' }).waitFor();
  await close();
});

test('token volumes: every point is a row of the table', async () => {
  const { page, close } = await visit('/volumes');
  const { data } = await drawn(page);
  const points = data
    .slice(1)
    .flat()
    .filter((value) => value !== null && value !== undefined);
  expect(points).toHaveLength(await page.locator('tr[data-value]').count());
  expect(points).toContain(50_000_000_000_000);
  await close();
});

test('a history that cannot be loaded says so', async () => {
  const { page, close } = await openPage(browser, null);
  await page.route('**/api/v1/series/chart*', (route) => route.abort());
  await page.goto(web.url + COMPARED);
  await page.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor();
  await close();
});

test('the first load is light: under 300 KB for the heaviest page, the chart library included', async () => {
  const { page, close } = await openPage(browser, null);
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  await page.goto(web.url + COMPARED, { waitUntil: 'load' });
  await page.locator('[data-chart][data-ready=true]').waitFor();
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(4);
  expect(total).toBeLessThan(300_000);
  await close();
});
