import type { ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createHttpClient, type HttpClientOptions, type HttpRequest } from '../../../ingest/fetch/http-client.ts';
import { page, serve } from '../support/server.ts';

const MB = 1 << 20;

function client(options: Partial<HttpClientOptions> = {}) {
  const made = createHttpClient({ userAgent: 'tokentape/test', ...options });
  onTestFinished(() => made.close());
  return (url: string, given: Partial<HttpRequest> = {}) =>
    made.send({
      url,
      headers: {},
      privateHosts: new Set([new URL(url).host]),
      maxBytes: 4 * MB,
      timeoutMs: 10_000,
      maxRedirects: 5,
      ...given,
    });
}

/** A resolver that answers each question with the next of these, the last one for ever. */
function resolver(...answers: string[]): { lookup: LookupFunction; asked: () => number } {
  let asked = 0;
  const lookup: LookupFunction = (_host, options, callback) => {
    const address = answers[Math.min(asked++, answers.length - 1)] ?? '127.0.0.1';
    const family = address.includes(':') ? 6 : 4;
    if (options.all === true) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
  return { lookup, asked: () => asked };
}

describe('bodies', () => {
  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['zstd', zstdCompressSync],
  ])('%s is decompressed', async (encoding, compress) => {
    const server = await serve({ '/': page(compress('price: 2.50'), { 'content-encoding': encoding }) });
    const answer = await client()(`${server.url}/`);
    expect(answer.body.toString()).toBe('price: 2.50');
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'tokentape/test',
      'accept-encoding': 'gzip, br, zstd',
    });
  });

  test('encoded twice', async () => {
    const body = brotliCompressSync(gzipSync('twice'));
    const server = await serve({ '/': page(body, { 'content-encoding': 'gzip, br' }) });
    expect((await client()(`${server.url}/`)).body.toString()).toBe('twice');
  });

  test.each([
    ['broken gzip', gzipSync('x'.repeat(1000)).subarray(0, 20), 'gzip', /compression is broken/],
    ['not gzip at all', Buffer.from('plain'), 'gzip', /compression is broken/],
    ['an encoding nobody asked for', Buffer.from('x'), 'compress', /encoded as compress/],
  ])('%s is bad content', async (_what, body, encoding, message) => {
    const server = await serve({ '/': page(body, { 'content-encoding': encoding }) });
    await expect(client()(`${server.url}/`)).rejects.toMatchObject({
      kind: 'content',
      message: expect.stringMatching(message),
    });
  });
});

describe('size', () => {
  test('a 500 MB page is refused by what it announces', async () => {
    const server = await serve({
      '/': (_request, response) => void response.writeHead(200, { 'content-length': 500 * MB }).write('x'),
    });
    await expect(client()(`${server.url}/`)).rejects.toMatchObject({
      kind: 'too_large',
      message: expect.stringContaining('announces 524288000 bytes'),
    });
  });

  test('a 500 MB page that announces nothing is cut off at the limit', async () => {
    let sent = 0;
    let closed = () => {};
    const gone = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const server = await serve({
      '/': (_request, response) => {
        const chunk = Buffer.alloc(MB, 'x');
        const more = () => {
          while (sent < 500 * MB && !response.destroyed) {
            sent += chunk.length;
            if (!response.write(chunk)) return void response.once('drain', more);
          }
          response.end();
        };
        response.once('close', closed);
        more();
      },
    });
    await expect(client()(`${server.url}/`)).rejects.toMatchObject({ kind: 'too_large' });
    await gone;
    expect(sent).toBeLessThan(100 * MB);
  });

  test('a gzip bomb is cut off at the limit, after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * MB));
    expect(bomb.length).toBeLessThan(MB);
    const server = await serve({ '/': page(bomb, { 'content-encoding': 'gzip' }) });
    await expect(client()(`${server.url}/`)).rejects.toMatchObject({ kind: 'too_large' });
  });

  test('truncating keeps what fits', async () => {
    const server = await serve({ '/': page('x'.repeat(2000)) });
    const answer = await client()(`${server.url}/`, { maxBytes: 1000, overflow: 'truncate' });
    expect(answer.body).toHaveLength(1000);
  });
});

describe('time and connection', () => {
  test.each([
    ['no answer', () => {}],
    ['an answer that never ends', (_: unknown, response: ServerResponse) => void response.writeHead(200).write('x')],
  ])('%s is a timeout', async (_what, handler) => {
    const server = await serve({ '/': handler });
    await expect(client()(`${server.url}/`, { timeoutMs: 100 })).rejects.toMatchObject({
      kind: 'timeout',
      message: expect.stringContaining('no complete answer within 0.1 s'),
    });
  });

  test.each([
    ['before the answer', (_: unknown, response: ServerResponse) => void response.destroy()],
    [
      'within the body',
      (_: unknown, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write('half', () => response.destroy());
      },
    ],
  ])('a connection reset %s', async (_when, handler) => {
    const server = await serve({ '/': handler });
    await expect(client()(`${server.url}/`)).rejects.toMatchObject({ kind: 'connection' });
  });

  test('a port nobody listens on', async () => {
    await expect(client()('http://127.0.0.1:9/')).rejects.toMatchObject({ kind: 'connection' });
  });

  test('a name without an address', async () => {
    const lookup: LookupFunction = (host, _options, callback) =>
      callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), []);
    await expect(
      client({ resolve: lookup })('http://nowhere.example/', { privateHosts: new Set() }),
    ).rejects.toMatchObject({
      kind: 'dns',
    });
  });

  test('called off by its caller', async () => {
    const server = await serve({ '/': () => {} });
    const control = new AbortController();
    const asked = client()(`${server.url}/`, { signal: control.signal });
    control.abort(new Error('stopping'));
    await expect(asked).rejects.toThrow('stopping');
  });
});

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('%i is followed', async (status) => {
    const server = await serve({ '/': to('/there', status), '/there': page('here') });
    const answer = await client()(`${server.url}/`);
    expect(answer).toMatchObject({ status: 200, finalUrl: `${server.url}/there` });
  });

  test('too many', async () => {
    const server = await serve({ '/': to('/') });
    await expect(client()(`${server.url}/`)).rejects.toMatchObject({ kind: 'redirects' });
    expect(server.requests).toHaveLength(6);
  });

  test('that set a cookie and ask again', async () => {
    const server = await serve({
      '/': (request, response) =>
        request.headers.cookie === 'own=1; seen=yes'
          ? page('here')(request, response)
          : void response.writeHead(302, { location: '/', 'set-cookie': ['seen=yes; Path=/; HttpOnly', 'x'] }).end(),
    });
    const answer = await client()(`${server.url}/`, { headers: { Cookie: 'own=1' } });
    expect(answer.body.toString()).toBe('here');
    expect(server.requests).toHaveLength(2);
  });

  test('to an address in Chinese characters, written in UTF-8', async () => {
    const location = Buffer.from('/价格', 'utf8').toString('latin1');
    const server = await serve({ '/': to(location), [encodeURI('/价格')]: page('here') });
    expect((await client()(`${server.url}/`)).body.toString()).toBe('here');
  });

  test('to something that is no web address', async () => {
    const server = await serve({ '/': to('file:///etc/passwd') });
    await expect(client()(`${server.url}/`)).rejects.toMatchObject({ kind: 'redirects' });
  });

  test('keys stay with their own origin', async () => {
    const other = await serve({ '/': page('other') });
    const server = await serve({ '/': to(`${other.url}/`), '/same': to('/end'), '/end': page('end') });
    const headers = { authorization: 'Bearer k', cookie: 'a=b', accept: 'text/html' };
    const get = client();
    await get(`${server.url}/`, {
      headers,
      privateHosts: new Set([server, other].map(({ url }) => new URL(url).host)),
    });
    await get(`${server.url}/same`, { headers });
    expect(other.requests[0]?.headers).toMatchObject({ accept: 'text/html' });
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization');
    expect(other.requests[0]?.headers).not.toHaveProperty('cookie');
    expect(server.requests.at(-1)?.headers).toMatchObject({ authorization: 'Bearer k' });
  });

  test('every hop is asked about before it is made', async () => {
    const server = await serve({ '/': to('/next'), '/next': page('x') });
    const hops: string[] = [];
    const beforeHop = async (url: URL) => {
      hops.push(url.pathname);
      if (url.pathname === '/next') throw new Error('not there');
    };
    await expect(client()(`${server.url}/`, { beforeHop })).rejects.toThrow('not there');
    expect(hops).toEqual(['/', '/next']);
    expect(server.requests).toHaveLength(1);
  });
});

describe('internal addresses are refused before a connection is made', () => {
  test.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f.1:PORT/',
  ])('%s', async (address) => {
    const server = await serve({ '/': page('secret') });
    const url = address.replace('PORT', new URL(server.url).port);
    await expect(client()(url, { privateHosts: new Set() })).rejects.toMatchObject({
      kind: 'address',
      message: expect.stringContaining('allow_private: true'),
    });
    expect(server.requests).toEqual([]);
  });

  test('a public name that has a private address among its addresses', async () => {
    const server = await serve({ '/': page('secret') });
    const lookup: LookupFunction = (_host, _options, callback) =>
      callback(null, [
        { address: '93.184.215.14', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    const url = `http://public.example:${new URL(server.url).port}/`;
    await expect(client({ resolve: lookup })(url, { privateHosts: new Set() })).rejects.toMatchObject({
      kind: 'address',
    });
    expect(server.requests).toEqual([]);
  });

  test('a name that answers publicly first and privately when connected to gains nothing', async () => {
    const server = await serve({ '/': page('secret') });
    const { lookup, asked } = resolver('93.184.215.14', '127.0.0.1');
    // Somebody looked before: the guard's own look-up is the second, and it is the one that connects.
    lookup('rebind.example', { all: true }, () => {});
    const url = `http://rebind.example:${new URL(server.url).port}/`;
    await expect(client({ resolve: lookup })(url, { privateHosts: new Set() })).rejects.toMatchObject({
      kind: 'address',
    });
    expect(asked()).toBe(2);
    expect(server.requests).toEqual([]);
  });

  test('a redirect from an allowed host to another internal one', async () => {
    const secret = await serve({ '/': page('secret') });
    const server = await serve({ '/': to(`${secret.url}/`) });
    await expect(client()(`${server.url}/`)).rejects.toMatchObject({ kind: 'address' });
    expect(server.requests).toHaveLength(1);
    expect(secret.requests).toEqual([]);
  });
});

function to(location: string, status = 302) {
  return (_request: unknown, response: ServerResponse) => void response.writeHead(status, { location }).end();
}
