import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fetchAddress } from '../../../ingest/fetch/fetch-address.ts';
import { openFetcher } from '../../../ingest/fetch/open-fetcher.ts';
import { TestClock } from '../support/clock.ts';
import { page, serve } from '../support/server.ts';
import { testSource } from '../support/source.ts';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

type Handlers = Parameters<typeof serve>[0];

/** A page whose table only a script can fill. */
const SHELL = `<!doctype html><title>Pricing</title><div id="app"></div><script src="/app.js"></script>`;
const APP = `
fetch('/prices.json').then((answer) => answer.json()).then((rows) => {
  document.querySelector('#app').innerHTML =
    '<table>' + rows.map((row) => '<tr><td>' + row.model + '</td><td>$' + row.price + '</td></tr>').join('') + '</table>';
});`;
const json = (value: unknown) => page(JSON.stringify(value), { 'content-type': 'application/json' });
const script = (text: string) => page(text, { 'content-type': 'text/javascript' });
const MARKET: Handlers = {
  '/pricing': page(SHELL),
  '/app.js': script(APP),
  '/prices.json': json([{ model: 'alpha-large', price: '2.50' }]),
};

async function fetchFrom(handlers: Handlers, given: { chromiumPath?: string; source?: object } = {}) {
  const server = await serve(handlers);
  const clock = new TestClock();
  const { fetcher, close } = openFetcher({ clock, version: 'test', chromiumPath: given.chromiumPath ?? CHROMIUM });
  onTestFinished(close);
  const source = testSource({ urls: [`${server.url}/pricing`], render: 'browser', ...given.source });
  const job = {
    version: 1,
    job_id: 'job',
    source_id: source.id,
    url: `${server.url}/pricing`,
    kind: 'page',
    reason: 'schedule',
    scheduled_at: new Date(clock.now()).toISOString(),
    title: null,
    published_at: null,
  } as const;
  const result = await fetchAddress({ fetcher, clock, random: () => 0 }, source, job, null);
  return { server, result, body: result.document?.body ?? '' };
}

describe.skipIf(!existsSync(CHROMIUM))('rendering with Chromium', () => {
  test('a table that a script fills is read', async () => {
    const { body, server } = await fetchFrom(MARKET);
    expect(body).toContain('<td>alpha-large</td><td>$2.50</td>');
    expect(server.requests.find(({ path }) => path === '/prices.json')?.headers).toMatchObject({
      'user-agent': 'tokentape/test',
    });
  });

  test('a shell is rendered though its source does not say so', async () => {
    const { body } = await fetchFrom(MARKET, { source: { render: 'static' } });
    expect(body).toContain('alpha-large');
  });

  test('a page that has its table is not', async () => {
    const table =
      '<title>Pricing</title><table><tr><td>beta</td><td>$1</td></tr></table><script src="/app.js"></script>';
    const { server } = await fetchFrom({ ...MARKET, '/pricing': page(table) }, { source: { render: 'static' } });
    expect(server.requests.map(({ path }) => path)).not.toContain('/app.js');
  });

  test('data asked for by POST is had, a redirected page keeps its address', async () => {
    const echo = (request: IncomingMessage, response: ServerResponse) => {
      request.setEncoding('utf8').on('data', (text: string) => {
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify([{ model: text, price: '3' }]));
      });
    };
    const { body, result, server } = await fetchFrom({
      '/pricing': (_, response) => void response.writeHead(302, { location: '/new/pricing' }).end(),
      '/new/pricing': page('<div id="app"></div><script src="app.js"></script>'),
      '/new/app.js': script(APP.replace("fetch('/prices.json')", "fetch('list', { method: 'POST', body: 'asked' })")),
      '/new/list': echo,
    });
    expect(body).toContain('<td>asked</td>');
    expect(result.document?.final_url).toBe(`${server.url}/new/pricing`);
  });

  test('scripts reach no internal address', async () => {
    const secret = await serve({ '/': page('secret') });
    const reach = (url: string) => `
      const show = (text) => { document.querySelector('#app').textContent += text + ' '.repeat(3) + 'word '.repeat(60); };
      fetch('${url}').then((answer) => answer.text()).then(show, () => show('refused'));
      new Image().src = '${url}image';
      new WebSocket('${url.replace('http', 'ws')}socket');
      navigator.sendBeacon('${url}beacon', 'x');
      setTimeout(() => { const frame = document.createElement('iframe'); frame.src = '${url}frame'; document.body.append(frame); }, 50);`;
    const { body } = await fetchFrom({ ...MARKET, '/app.js': script(reach(`${secret.url}/`)) });
    expect(body).toContain('refused');
    expect(body).not.toContain('secret');
    expect(secret.requests).toEqual([]);
  });

  test('a page cannot lead its browser elsewhere', async () => {
    const secret = await serve({ '/': page('secret') });
    const { body } = await fetchFrom({
      ...MARKET,
      '/app.js': script(`${APP}; setTimeout(() => { location.href = '${secret.url}/'; }, 300);`),
    });
    expect(body).not.toContain('secret');
    expect(secret.requests).toEqual([]);
  });

  test('what robots.txt forbids is not asked for by scripts either', async () => {
    const { result, server } = await fetchFrom({
      ...MARKET,
      '/robots.txt': page('User-agent: *\nDisallow: /prices.json', { 'content-type': 'text/plain' }),
    });
    expect(server.requests.map(({ path }) => path)).not.toContain('/prices.json');
    expect(result.failure?.kind).toBe('content');
  });

  test('images and fonts are not loaded', async () => {
    const { server } = await fetchFrom({
      ...MARKET,
      '/pricing': page(
        `${SHELL}<img src="/logo.png"><video src="/film.mp4"></video><style>@font-face{font-family:a;src:url(/a.woff2)}body{font-family:a}</style>`,
      ),
    });
    const paths = server.requests.map(({ path }) => path);
    expect(paths).toContain('/prices.json');
    for (const path of ['/logo.png', '/film.mp4', '/a.woff2']) expect(paths).not.toContain(path);
  });

  test('a script that never ends is a timeout', async () => {
    const limits = { timeout_seconds: 3 };
    const { result } = await fetchFrom({ ...MARKET, '/app.js': script('for (;;) {}') }, { source: { limits } });
    expect(result.failure).toMatchObject({
      kind: 'timeout',
      message: expect.stringContaining('not rendered within 3 s'),
    });
  });

  test('a page that stays a shell is no observation', async () => {
    const { result } = await fetchFrom({ ...MARKET, '/prices.json': (_, response) => void response.destroy() });
    expect(result.failure?.kind).toBe('content');
    expect(result.document).toBeNull();
  });
});

test('a browser that is not there is said so', async () => {
  const { result } = await fetchFrom(MARKET, { chromiumPath: '/nowhere/chromium' });
  expect(result.failure).toMatchObject({
    kind: 'content',
    message: expect.stringMatching(/needs a browser, and \/nowhere\/chromium does not start/),
  });
});
