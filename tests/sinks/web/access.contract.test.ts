import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWeb, type TestWeb } from './support.ts';

const READ = 'read-token-0123456789';
const ADMIN = 'admin-token-0123456789';
const tokens = [
  { name: 'team', token: READ, scope: 'read' },
  { name: 'ops', token: ADMIN, scope: 'admin' },
] as const;

let open: TestWeb;
let guarded: Awaited<ReturnType<TestWeb['another']>>;
beforeAll(async () => {
  const hello = (path: string, access: 'open' | 'read' | 'admin') => ({
    path,
    access,
    handle: () => new Response(path),
  });
  open = await startWeb();
  guarded = await open.another({
    tokens: [...tokens],
    mounts: [hello('/healthz', 'open'), hello('/metrics', 'admin')],
  });
});
afterAll(async () => {
  await guarded?.stop();
  await open?.stop();
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
/** fetch writes Host itself; this says another. */
const status = (url: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    http.get(url, { headers }, (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject);
  });

describe('on loopback', () => {
  test('everything is open', async () => {
    expect((await fetch(`${open.url}/api/v1/signals`)).status).toBe(200);
    expect((await fetch(open.url)).status).toBe(200);
  });

  test('a page that rebinds its name to this address is refused', async () => {
    expect(await status(`${open.url}/api/v1/signals`, { host: 'attacker.example' })).toBe(421);
    expect(await status(`${open.url}/api/v1/signals`, { host: 'localhost:1234' })).toBe(200);
    const named = await open.another({ hosts: ['tape.example.com'] });
    expect(await status(named.url, { host: 'tape.example.com' })).toBe(200);
    await named.stop();
  });

  test('headers keep strangers out: nothing inline, no frames, no sniffing', async () => {
    for (const path of ['/', '/api/v1/signals', '/feeds/signals.atom', '/nothing']) {
      const { headers } = await fetch(open.url + path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('with tokens', () => {
  test('programs need one, and are told so', async () => {
    const refused = await fetch(`${guarded.url}/api/v1/signals`);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="tokentape"']);
    expect((await fetch(`${guarded.url}/api/v1/signals`, { headers: bearer('read-token-0123456780') })).status).toBe(
      401,
    );
    expect((await fetch(`${guarded.url}/api/v1/signals`, { headers: bearer(READ) })).status).toBe(200);
    for (const path of ['/', '/feeds/signals.atom', '/api/v1/stream', '/tape/stream', '/documents/doc-news-1'])
      expect([path, (await fetch(guarded.url + path)).status]).toEqual([path, 401]);
  });

  test('mounts keep their own rule', async () => {
    expect((await fetch(`${guarded.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${guarded.url}/metrics`, { headers: bearer(READ) })).status).toBe(403);
    expect(await (await fetch(`${guarded.url}/metrics`, { headers: bearer(ADMIN) })).text()).toBe('/metrics');
  });

  test('people sign in and come back to where they were', async () => {
    const sent = await fetch(`${guarded.url}/prices?q=qwen`, { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/login?to=%2Fprices%3Fq%3Dqwen']);
    const signIn = (token: string, to: string) =>
      fetch(`${guarded.url}/login`, {
        method: 'POST',
        body: new URLSearchParams({ token, to }),
        headers: { origin: guarded.url },
        redirect: 'manual',
      });
    expect((await signIn('wrong-token-0123456789', '/')).status).toBe(401);
    const done = await signIn(READ, '/prices?q=qwen');
    expect([done.status, done.headers.get('location')]).toEqual([303, '/prices?q=qwen']);
    const cookie = done.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain(READ);
    const session = { cookie: cookie.split(';')[0] ?? '' };
    expect((await fetch(`${guarded.url}/prices`, { headers: session })).status).toBe(200);
    for (const to of ['https://attacker.example/', '//attacker.example', '/\\attacker.example', 'javascript:alert(1)'])
      expect((await signIn(READ, to)).headers.get('location')).toBe('/');
  });

  test('only admin may ask for a fetch', async () => {
    const ask = (token: string) =>
      fetch(`${guarded.url}/api/v1/sources/market-news/fetch`, {
        method: 'POST',
        headers: { ...bearer(token), 'content-type': 'application/json' },
      });
    expect((await ask(READ)).status).toBe(403);
    const queued = new Promise<string>((resolve) => {
      void open.log
        .consume({
          topics: ['fetch_jobs'],
          group: 'test',
          onBatch: async ({ records }) => resolve(records[0]?.bytes.toString() ?? ''),
        })
        .then((consumer) => queued.then(() => consumer.stop()));
    });
    expect((await ask(ADMIN)).status).toBe(202);
    expect(JSON.parse(await queued)).toMatchObject({
      source_id: 'market-news',
      url: 'https://news.example/feed',
      reason: 'manual',
      kind: 'feed',
    });
  });
});

test('a form on another site can do nothing', async () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${open.url}/api/v1/sources/market-news/fetch`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  expect((await post({ origin: 'https://attacker.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post({ origin: 'null' })).status).toBe(403);
  expect((await post({ origin: open.url, 'sec-fetch-site': 'same-origin' })).status).toBe(202);
});

test('who asks too often waits', async () => {
  const slow = await open.another({ requestsPerMinute: 3 });
  const answers = [];
  for (let n = 0; n < 4; n++) answers.push(await fetch(`${slow.url}/api/v1/openapi.json`));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429]);
  expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
  await slow.stop();
});

test('beyond loopback it does not start without a token, nor with a short one', async () => {
  await expect(open.another({ host: '0.0.0.0' })).rejects.toThrow('open to everyone on 0.0.0.0');
  await expect(
    open.another({ host: '0.0.0.0', tokens: [{ name: 'weak', token: 'short', scope: 'read' }] }),
  ).rejects.toThrow('"weak" is shorter than 16');
});

test('a busy port is one clear sentence', async () => {
  const taken = http.createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(open.another({ port })).rejects.toThrow(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken: .*\\.$`));
  taken.close();
});

test('TLS by configuration, with cookies and transport security to match', async () => {
  const pem = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
  const cert = pem('loopback-cert.pem');
  const secure = await open.another({ tokens: [...tokens], tls: { key: pem('loopback-key.pem'), cert } });
  expect(secure.url).toMatch(/^https:/);
  const body = new URLSearchParams({ token: READ, to: '/' }).toString();
  const headers = await new Promise<http.IncomingHttpHeaders>((resolve, reject) => {
    const request = https.request(
      `${secure.url}/login`,
      {
        ca: cert,
        method: 'POST',
        headers: {
          origin: secure.url,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': body.length,
        },
      },
      (response) => resolve(response.resume().headers),
    );
    request.on('error', reject).end(body);
  });
  expect(headers['strict-transport-security']).toContain('max-age=');
  expect(headers['set-cookie']?.[0]).toMatch(/Secure/);
  await secure.stop();
});
