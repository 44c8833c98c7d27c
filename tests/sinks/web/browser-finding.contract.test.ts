import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from './browser.ts';
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

test('search, choose and compare prices', async () => {
  const { page, close } = await visit('/prices');
  await page.getByRole('searchbox').fill('h100');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/q=h100/);
  expect(await page.locator('tbody tr').count()).toBe(2);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Compare chosen' }).click();
  await page.locator('[data-chart][data-ready=true]').waitFor();
  expect(await page.locator('.legend [data-series]').count()).toBe(2);
  await page.getByRole('link', { name: 'Remove H100 SXM' }).first().click();
  await page.locator('[data-chart][data-ready=true]').waitFor();
  expect(await page.locator('.legend [data-series]').count()).toBe(1);
  await close();
});

test('the tape by kind and text, and the way back', async () => {
  const { page, close } = await visit('/');
  await page.getByLabel('Kind').selectOption('token_volume');
  await page.getByLabel('Text').fill('trillion');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.waitForURL(/kind=token_volume/);
  expect(await page.locator('.row').count()).toBe(8);
  expect(await page.getByLabel('Kind').inputValue()).toBe('token_volume');
  expect(await page.getByRole('link', { name: 'Atom' }).getAttribute('href')).toContain('kind=token_volume');
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await page.waitForURL(`${web.url}/`);
  expect(await page.locator('.row').count()).toBeGreaterThan(8);
  await close();
});

test('a row leads to its signal, a quote to its kept document', async () => {
  const { page, close } = await visit('/?q=qwen');
  await page.locator('#s-qwen-hike .headline').click();
  await page.getByRole('heading', { level: 1, name: /33% for Qwen Max/ }).waitFor();
  expect(await page.locator('.history > li').count()).toBe(2);
  await page.locator('.quotes a', { hasText: 'Kept copy' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Cloud price watch' }).waitFor();
  await close();
});
