import type { ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createHttpClient } from '../../../ingest/fetch/http-client.ts';
import { Robots } from '../../../ingest/fetch/robots.ts';
import { TestClock } from '../support/clock.ts';
import { page, serve } from '../support/server.ts';

const HOUR = 3_600_000;
const PLAIN = { 'content-type': 'text/plain' };

function setUp() {
  const clock = new TestClock();
  const client = createHttpClient({ userAgent: 'tokentape/test' });
  onTestFinished(() => client.close());
  const robots = new Robots(client, clock, 'tokentape');
  const check = (server: { url: string }, path = '/pricing') =>
    robots.check(new URL(path, server.url), new Set([new URL(server.url).host]));
  return { clock, check };
}

const status = (code: number) => (_: unknown, response: ServerResponse) => void response.writeHead(code).end('x');
const rules = (text: string) => serve({ '/robots.txt': page(text, PLAIN) });

describe('rules', () => {
  test.each([
    ['everything forbidden', 'User-agent: *\nDisallow: /', '/pricing', false],
    ['forbidden to us', 'User-agent: tokentape\nDisallow: /\n\nUser-agent: *\nAllow: /', '/pricing', false],
    ['allowed to us alone', 'User-agent: *\nDisallow: /\n\nUser-agent: TokenTape\nAllow: /', '/pricing', true],
    ['forbidden to others', 'User-agent: otherbot\nDisallow: /', '/pricing', true],
    ['the longest match wins', 'User-agent: *\nDisallow: /docs\nAllow: /docs/pricing', '/docs/pricing', true],
    ['a tie is allowed', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['a wildcard', 'User-agent: *\nDisallow: /*.json$', '/prices.json', false],
    ['a wildcard that does not reach', 'User-agent: *\nDisallow: /*.json$', '/prices.json?x', true],
    ['a query', 'User-agent: *\nDisallow: /p?old', '/p?old=1', false],
    ['an empty rule', 'User-agent: *\nDisallow:', '/pricing', true],
    ['nothing', '', '/pricing', true],
  ])('%s', async (_what, text, path, allowed) => {
    const server = await rules(text);
    const asked = setUp().check(server, path);
    if (allowed) await expect(asked).resolves.toBe(0);
    else await expect(asked).rejects.toMatchObject({ kind: 'robots', message: expect.stringContaining('forbids') });
  });

  test('a Crawl-delay is heard, up to a minute', async () => {
    expect(await setUp().check(await rules('User-agent: *\nCrawl-delay: 7'))).toBe(7_000);
    expect(await setUp().check(await rules('User-agent: *\nCrawl-delay: 86400'))).toBe(60_000);
  });

  test('a rule after the first 500 KiB is not read', async () => {
    const filler = '# filler\n'.repeat(60_000);
    const server = await rules(`User-agent: *\nDisallow: /first\n${filler}Disallow: /last\n`);
    const { check } = setUp();
    await expect(check(server, '/first')).rejects.toMatchObject({ kind: 'robots' });
    await expect(check(server, '/last')).resolves.toBe(0);
  });
});

describe('a file that is not there (RFC 9309, 2.3.1)', () => {
  test.each([400, 401, 403, 404, 410, 429])('%i allows everything', async (code) => {
    await expect(setUp().check(await serve({ '/robots.txt': status(code) }))).resolves.toBe(0);
  });

  test.each([500, 502, 503])('%i forbids everything', async (code) => {
    await expect(setUp().check(await serve({ '/robots.txt': status(code) }))).rejects.toMatchObject({
      kind: 'robots_unavailable',
      message: expect.stringContaining(`answers ${code}`),
    });
  });

  test('a host that cannot be reached fails as itself', async () => {
    await expect(setUp().check({ url: 'http://127.0.0.1:9' })).rejects.toMatchObject({ kind: 'connection' });
  });

  test('redirects are followed, for the host that was asked', async () => {
    const server = await serve({
      '/robots.txt': (_, response) => void response.writeHead(301, { location: '/elsewhere.txt' }).end(),
      '/elsewhere.txt': page('User-agent: *\nDisallow: /pricing', PLAIN),
    });
    await expect(setUp().check(server)).rejects.toMatchObject({ kind: 'robots' });
  });

  test('redirects without end allow everything', async () => {
    const server = await serve({
      '/robots.txt': (_, response) => void response.writeHead(301, { location: '/robots.txt' }).end(),
    });
    await expect(setUp().check(server)).resolves.toBe(0);
  });
});

describe('keeping', () => {
  test('asked once in 24 hours, however many ask at once', async () => {
    const server = await rules('');
    const { clock, check } = setUp();
    await Promise.all([check(server), check(server), check(server, '/other')]);
    clock.advance(23 * HOUR);
    await check(server);
    expect(server.requests).toHaveLength(1);
    clock.advance(2 * HOUR);
    await Promise.all([check(server), check(server)]);
    expect(server.requests).toHaveLength(2);
  });

  test('the last known rules hold while the file cannot be had', async () => {
    let broken = false;
    const server = await serve({
      '/robots.txt': (_, response) =>
        void (broken
          ? response.writeHead(503).end()
          : response.writeHead(200).end('User-agent: *\nDisallow: /private')),
    });
    const { clock, check } = setUp();
    await check(server);
    broken = true;
    clock.advance(25 * HOUR);
    await expect(check(server)).resolves.toBe(0);
    await expect(check(server, '/private')).rejects.toMatchObject({ kind: 'robots' });
  });

  test('a file that was away is asked for again before long', async () => {
    let broken = true;
    const server = await serve({
      '/robots.txt': (_, response) => void (broken ? response.writeHead(503).end() : response.writeHead(200).end('')),
    });
    const { clock, check } = setUp();
    await expect(check(server)).rejects.toMatchObject({ kind: 'robots_unavailable' });
    broken = false;
    clock.advance(HOUR / 5);
    await expect(check(server)).resolves.toBe(0);
  });
});
