import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { writeDemoCatalog } from '../../infra/demo/catalog.ts';
import { startMarket } from '../../infra/demo/server.ts';
import { launchBrowser, openPage } from '../sinks/web/browser.ts';
import { differences, expectedPrices, storedPrices } from '../support/demo.ts';
import { ask, eventually, spawnTokentape, temporaryFolder } from '../support/tokentape.ts';

const SEED = 1;
/** The step at which the simulated Alibaba Cloud page moves (tests/infra/demo/market.test.ts). */
const HIKE = 6;

const cleanUp: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of cleanUp.toReversed()) await end();
});

test('a hike on a simulated page shows on the open dashboard, without reload', async () => {
  const folder = temporaryFolder();
  cleanUp.push(() => folder.remove());
  const market = await startMarket({ port: 0, seed: SEED, stepMs: null });
  cleanUp.push(() => market.stop());
  const sources = join(folder.path, 'sources');
  writeDemoCatalog(sources, market.url, '* * * * * *');
  const child = spawnTokentape(['start'], { TOKENTAPE_DATA_DIR: folder.path, CATALOG_DIRS: sources });
  cleanUp.push(async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const url = await eventually(
    'the dashboard’s address',
    async () => /dashboard: (http:\S+?)"/.exec(said)?.[1] ?? null,
  );
  const shows = (step: number) =>
    eventually(`step ${step} on the tape`, async () => {
      const stored = await storedPrices(folder.path);
      return stored !== null && differences(expectedPrices(SEED, step), stored).length === 0 ? true : null;
    });
  await shows(0);

  const browser: Browser = await launchBrowser();
  cleanUp.push(() => browser.close());
  const { page, complaints } = await openPage(browser, url);
  await page.evaluate(() => document.body.setAttribute('data-loaded', 'once'));
  for (let step = 1; step <= HIKE; step++) market.advance();
  await shows(HIKE);
  await page
    .getByText(/Alibaba Cloud raises prices .*5 to 34 percent.*confirmed on its price page/)
    .first()
    .waitFor({ timeout: 20_000 });
  const shownAt = Date.now();
  const [moved] =
    (await ask(
      folder.path,
      "SELECT toUnixTimestamp64Milli(max(fetched_at)) AS at FROM documents WHERE source_id = 'demo-alibaba-cloud'",
    )) ?? [];
  process.stdout.write(`on the page ${shownAt - Number(moved?.['at'])} ms after the page that moved was fetched\n`);
  expect(await page.locator('body').getAttribute('data-loaded')).toBe('once');
  expect(complaints).toEqual([]);
});
