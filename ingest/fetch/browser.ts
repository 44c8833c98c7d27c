import { bulkhead } from 'cockatiel';
import type { Browser, BrowserContext, Route } from 'playwright-core';
import { FetchFailure } from './failure.ts';
import type { HttpAnswer, HttpRequest } from './http-client.ts';

/** Asks for whatever the page's scripts ask for: the guarded client, with the source's limits and rules. */
export type SubRequest = (
  request: Pick<HttpRequest, 'url' | 'headers' | 'method' | 'body' | 'maxBytes' | 'timeoutMs'>,
) => Promise<HttpAnswer>;

export interface RenderOptions {
  readonly userAgent: string;
  readonly lang: string | undefined;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly subRequest: SubRequest;
}

export interface Renderer {
  /** The page as its scripts have made it, beginning with the answer already fetched. */
  render(answer: HttpAnswer, options: RenderOptions): Promise<string>;
  close(): Promise<void>;
}

const MAX_TABS = 2;
const MAX_REQUESTS = 300;
/** A page whose scripts have been silent for this long has shown what it has. */
const QUIET_MS = 700;
const IDLE_MS = 60_000;
const LAUNCH = {
  // Nothing listens there: what slips past the routes goes nowhere.
  proxy: { server: 'http://127.0.0.1:9', bypass: '<-loopback>' },
  args: [
    '--disable-background-networking',
    '--disable-gpu',
    '--js-flags=--max-old-space-size=512',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  ],
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
};
/** What a price can be read without. */
const NOT_LOADED = new Set(['image', 'media', 'font', 'texttrack', 'eventsource', 'websocket', 'manifest', 'ping']);

/** Chromium, started when first needed and ended when idle. It opens no connection itself: every request goes through `subRequest`. */
export function createRenderer(executablePath: string): Renderer {
  let browser: Promise<Browser> | null = null;
  let idle: NodeJS.Timeout | undefined;
  const tabs = bulkhead(MAX_TABS, Number.MAX_SAFE_INTEGER);

  const stop = async (): Promise<void> => {
    clearTimeout(idle);
    const running = browser;
    browser = null;
    await (await running?.catch(() => null))?.close();
  };
  const start = async (): Promise<Browser> => {
    const { chromium } = await import('playwright-core');
    const launch = (chromiumSandbox: boolean) => chromium.launch({ ...LAUNCH, executablePath, chromiumSandbox });
    // Root and most containers cannot have Chromium's own sandbox; there the container is the wall.
    if (process.getuid?.() === 0) return launch(false);
    try {
      return await launch(true);
    } catch (error) {
      if (/sandbox/i.test(String(error))) return launch(false);
      throw error;
    }
  };

  const render = async (answer: HttpAnswer, options: RenderOptions): Promise<string> => {
    clearTimeout(idle);
    browser ??= start();
    let opened: Browser;
    try {
      opened = await browser;
    } catch (error) {
      browser = null;
      const where = `${answer.finalUrl} needs a browser, and ${executablePath} does not start`;
      throw new FetchFailure('content', `${where}: ${firstLine(error)}`);
    }
    opened.once('disconnected', () => {
      browser = null;
    });
    return renderPage(opened, answer, options);
  };

  return {
    render: (answer, options) =>
      tabs.execute(async () => {
        try {
          return await render(answer, options);
        } finally {
          clearTimeout(idle);
          if (tabs.executionSlots === MAX_TABS - 1) idle = setTimeout(() => void stop(), IDLE_MS).unref();
        }
      }),
    close: stop,
  };
}

async function renderPage(browser: Browser, answer: HttpAnswer, options: RenderOptions): Promise<string> {
  const url = answer.finalUrl;
  const context = await browser.newContext({
    userAgent: options.userAgent,
    serviceWorkers: 'block',
    acceptDownloads: false,
    viewport: { width: 1600, height: 4000 },
    ...(options.lang === undefined ? {} : { locale: options.lang === 'zh' ? 'zh-CN' : options.lang }),
  });
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any([timeout, ...(options.signal ? [options.signal] : [])]);
  // A script that never ends answers nothing: only closing its page stops it.
  const kill = () => void context.close().catch(() => undefined);
  signal.addEventListener('abort', kill, { once: true });
  try {
    const traffic = await routeEverything(context, answer, options);
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    page.on('popup', (popup) => void popup.close().catch(() => undefined));
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 0 });
    await traffic.quiet(signal);
    const html = await page.content();
    if (html.length > options.maxBytes)
      throw new FetchFailure('too_large', `${url} grows beyond ${options.maxBytes} bytes when rendered`);
    return html;
  } catch (error) {
    if (options.signal?.aborted === true) throw options.signal.reason;
    if (timeout.aborted)
      throw new FetchFailure('timeout', `${url} was not rendered within ${options.timeoutMs / 1000} s`);
    if (error instanceof FetchFailure) throw error;
    throw new FetchFailure('content', `${url} could not be rendered: ${firstLine(error)}`);
  } finally {
    signal.removeEventListener('abort', kill);
    await context.close().catch(() => undefined);
  }
}

/** Puts itself between the page and the network. */
async function routeEverything(context: BrowserContext, answer: HttpAnswer, options: RenderOptions) {
  let underWay = 0;
  let asked = 0;
  let room = options.maxBytes;
  let lastChange = performance.now();

  const answerRoute = async (route: Route): Promise<void> => {
    const request = route.request();
    if (request.isNavigationRequest() && request.frame().parentFrame() === null && asked === 0) {
      asked += 1;
      const type = answer.header('content-type') ?? 'text/html';
      await route.fulfill({ status: 200, contentType: type, body: answer.body });
      return;
    }
    asked += 1;
    const method = request.method();
    const isRefused = NOT_LOADED.has(request.resourceType()) || asked > MAX_REQUESTS || room <= 0;
    if (isRefused || request.isNavigationRequest() || (method !== 'GET' && method !== 'POST')) {
      await route.abort('blockedbyclient');
      return;
    }
    const body = request.postDataBuffer();
    const got = await options.subRequest({
      url: request.url(),
      method,
      headers: forwarded(request.headers()),
      ...(body === null ? {} : { body }),
      maxBytes: room,
      timeoutMs: Math.min(15_000, options.timeoutMs),
    });
    room -= got.body.length;
    await route.fulfill({ status: got.status, headers: passedBack(got), body: got.body });
  };

  await context.route('**/*', async (route) => {
    underWay += 1;
    lastChange = performance.now();
    try {
      await answerRoute(route);
    } catch {
      // Refused or failed: to the page it looks like any other network error.
      await route.abort('failed').catch(() => undefined);
    } finally {
      underWay -= 1;
      lastChange = performance.now();
    }
  });
  await context.routeWebSocket(/./, (socket) => void socket.close());

  return {
    quiet: (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const timer = setInterval(() => {
          if (signal.aborted) {
            clearInterval(timer);
            reject(signal.reason);
          } else if (underWay === 0 && performance.now() - lastChange > QUIET_MS) {
            clearInterval(timer);
            resolve();
          }
        }, 100);
      }),
  };
}

const FORWARDED = new Set(['accept', 'accept-language', 'content-type', 'referer', 'origin', 'x-requested-with']);

function forwarded(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => FORWARDED.has(name) || name.startsWith('x-')));
}

/** The body is decompressed by now; cross-origin rules are the page's own and stay. */
function passedBack(answer: HttpAnswer): Record<string, string> {
  const names = [
    'content-type',
    'access-control-allow-origin',
    'access-control-allow-credentials',
    'access-control-allow-headers',
  ];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = answer.header(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
