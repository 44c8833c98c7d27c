import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const chromiumPath = (): string => {
  const found = PLACES.find((path) => existsSync(path));
  if (!found)
    throw new Error('The browser tests need Chromium: install it (apt-get install chromium) and run them again.');
  return found;
};

/** The system's Chromium, with nothing but the page on the network. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface OpenPage {
  readonly page: Page;
  /** Everything the console and the page complained about. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A page in a fresh profile, loaded, that remembers every complaint. Without an address it stays blank. */
export const openPage = async (
  browser: Browser,
  url: string | null,
  options: BrowserContextOptions = {},
): Promise<OpenPage> => {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  if (url !== null) await page.goto(url, { waitUntil: 'load' });
  return { page, complaints, close: () => context.close() };
};
