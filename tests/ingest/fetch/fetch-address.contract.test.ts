import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FetchJob, FetchState } from '../../../infra/contracts/fetch.ts';
import { fetchAttempt, fetchState } from '../../../infra/contracts/fetch.ts';
import type { Source } from '../../../ingest/catalog/load.ts';
import { fetchAddress } from '../../../ingest/fetch/fetch-address.ts';
import { openFetcher } from '../../../ingest/fetch/open-fetcher.ts';
import { TestClock } from '../support/clock.ts';
import { page, serve } from '../support/server.ts';
import { testSource } from '../support/source.ts';

const TABLE = '<html><title>Pricing</title><table><tr><td>gpt</td><td>$2.50</td></tr></table></html>';

function setUp() {
  const clock = new TestClock();
  const { fetcher, close } = openFetcher({ clock, version: 'test' });
  onTestFinished(close);
  const run = async (source: Source, given: Partial<FetchJob> = {}, state: FetchState | null = null) => {
    const job: FetchJob = {
      version: 1,
      job_id: 'job',
      source_id: source.id,
      url: source.urls[0] ?? '',
      kind: source.kind,
      reason: 'schedule',
      scheduled_at: new Date(clock.now()).toISOString(),
      title: null,
      published_at: null,
      ...given,
    };
    const result = await fetchAddress({ fetcher, clock, random: () => 0.5 }, source, job, state);
    for (const attempt of result.attempts) fetchAttempt.parse(attempt);
    fetchState.parse(result.state);
    return result;
  };
  return { clock, run };
}

const outcomes = (result: { attempts: readonly { outcome: string }[] }) =>
  result.attempts.map(({ outcome }) => outcome);
const answers = (...statuses: (number | [number, Record<string, string>])[]) => {
  let asked = 0;
  return (_request: IncomingMessage, response: ServerResponse) => {
    const next = statuses[Math.min(asked++, statuses.length - 1)] ?? 200;
    const [status, headers] = typeof next === 'number' ? [next, {}] : next;
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(status === 200 ? TABLE : 'sorry');
  };
};

describe('new content', () => {
  test('is a document of its source', async () => {
    const server = await serve({
      '/pricing': page(TABLE, {
        'content-type': 'text/html',
        etag: '"v1"',
        'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT',
      }),
    });
    const { run } = setUp();
    const source = testSource({
      urls: [`${server.url}/pricing`],
      provider: 'openai',
      authority: 'aggregator',
      lang: 'en',
      hints: { currency: 'USD' },
    });
    const { document, attempts, state, failure } = await run(source, {
      title: 'List',
      published_at: '2026-10-01T00:00:00.000Z',
    });
    expect(failure).toBeNull();
    expect(document).toMatchObject({
      source_id: 'test',
      provider: 'openai',
      authority: 'aggregator',
      kind: 'page',
      format: 'html',
      lang: 'en',
      title: 'List',
      published_at: '2026-10-01T00:00:00.000Z',
      fetched_at: '2026-11-01T00:00:00.000Z',
      status: 200,
      etag: '"v1"',
      body: TABLE,
      size_bytes: TABLE.length,
      hints: { currency: 'USD' },
      backfill: false,
    });
    expect(attempts).toMatchObject([{ outcome: 'new_content', status: 200, document_id: document?.document_id }]);
    expect(state).toMatchObject({ etag: '"v1"', content_hash: document?.content_hash, failures: 0, retry_at: null });
  });

  test('has the same id whenever it is seen, and another in another source', async () => {
    const server = await serve({ '/': page(TABLE) });
    const { run } = setUp();
    const first = await run(testSource({ urls: [`${server.url}/`] }));
    const again = await run(testSource({ urls: [`${server.url}/`] }), { job_id: 'later' });
    const other = await run(testSource({ id: 'other', urls: [`${server.url}/`] }));
    expect(again.document?.document_id).toBe(first.document?.document_id);
    expect(other.document?.document_id).not.toBe(first.document?.document_id);
  });

  test('is read in the charset it is in', async () => {
    const body = Buffer.concat([
      Buffer.from('<html><meta charset=gb2312><p>'),
      Buffer.from([0xbc, 0xdb, 0xb8, 0xf1]),
      Buffer.from('</p>'),
    ]);
    const server = await serve({ '/': page(body, { 'content-type': 'text/html' }) });
    const { document } = await setUp().run(testSource({ urls: [`${server.url}/`] }));
    expect(document?.body).toContain('<p>价格</p>');
  });
});

describe('a second visit', () => {
  const validators = page(TABLE, {
    'content-type': 'text/html',
    etag: '"v1"',
    'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT',
  });
  const conditional = (request: IncomingMessage, response: ServerResponse) =>
    request.headers['if-none-match'] === '"v1"' ? void response.writeHead(304).end() : validators(request, response);

  test('asks only for what has changed; a 304 keeps the document that stands', async () => {
    const server = await serve({ '/': conditional });
    const { run, clock } = setUp();
    const source = testSource({ urls: [`${server.url}/`] });
    const first = await run(source);
    clock.advance(1000);
    const second = await run(source, { job_id: 'second' }, first.state);
    expect(server.requests.at(-1)?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Sun, 01 Nov 2026 00:00:00 GMT',
    });
    expect(second.document).toBeNull();
    expect(second.attempts).toMatchObject([
      { outcome: 'not_modified', status: 304, document_id: first.document?.document_id },
    ]);
    expect(second.state).toMatchObject({
      etag: '"v1"',
      content_hash: first.state.content_hash,
      fetched_at: '2026-11-01T00:00:01.000Z',
    });
  });

  test('the same content without a 304 is no new document either', async () => {
    const server = await serve({ '/': page(TABLE) });
    const { run } = setUp();
    const source = testSource({ urls: [`${server.url}/`] });
    const first = await run(source);
    const second = await run(source, {}, first.state);
    expect(second.document).toBeNull();
    expect(second.attempts).toMatchObject([{ outcome: 'unchanged', document_id: first.document?.document_id }]);
  });

  test.each(['recheck', 'manual'] as const)(
    'a %s sees the content itself, whatever the validators say',
    async (reason) => {
      const server = await serve({ '/': conditional });
      const { run } = setUp();
      const source = testSource({ urls: [`${server.url}/`] });
      const first = await run(source);
      const second = await run(source, { reason }, first.state);
      expect(server.requests.at(-1)?.headers).not.toHaveProperty('if-none-match');
      expect(outcomes(second)).toEqual(['unchanged']);
      expect(second.document).toBeNull();
      expect(second.attempts[0]?.document_id).toBe(first.document?.document_id);
    },
  );

  test('a failure forgets nothing', async () => {
    const server = await serve({ '/': answers([200, { etag: '"v1"' }], 404) });
    const { run } = setUp();
    const source = testSource({ urls: [`${server.url}/`] });
    const first = await run(source);
    const second = await run(source, {}, first.state);
    expect(second.state).toMatchObject({
      etag: '"v1"',
      content_hash: first.state.content_hash,
      document_id: first.state.document_id,
      failures: 1,
    });
  });

  test('a 304 that nobody asked for is a failure', async () => {
    const server = await serve({ '/': (_, response) => void response.writeHead(304).end() });
    const result = await setUp().run(testSource({ urls: [`${server.url}/`] }));
    expect(result.failure).toMatchObject({ kind: 'client_error' });
  });
});

describe('the failure decides what comes next', () => {
  test('a passing server error is tried again', async () => {
    const server = await serve({ '/': answers(500, 502, 200) });
    const { run, clock } = setUp();
    const result = await run(testSource({ urls: [`${server.url}/`] }));
    expect(outcomes(result)).toEqual(['http_error', 'http_error', 'new_content']);
    expect(new Set(result.attempts.map(({ fetch_id }) => fetch_id)).size).toBe(3);
    expect(clock.slept).toEqual([1000, 2000]);
  });

  test('a lasting one backs off, longer each time', async () => {
    const server = await serve({ '/': answers(500) });
    const { run, clock } = setUp();
    const source = testSource({ urls: [`${server.url}/`] });
    const first = await run(source);
    expect(first.attempts).toHaveLength(3);
    expect(first.attempts.slice(0, 2).every(({ retry_at }) => retry_at === null)).toBe(true);
    expect(Date.parse(first.state.retry_at ?? '') - clock.now()).toBe(52_500);
    const second = await run(source, {}, first.state);
    expect(second.state.failures).toBe(2);
    expect(Date.parse(second.state.retry_at ?? '') - clock.now()).toBe(105_000);
    expect(second.attempts.at(-1)?.retry_at).toBe(second.state.retry_at);
  });

  test('a success ends the back-off', async () => {
    const server = await serve({ '/': answers(404, 200) });
    const { run } = setUp();
    const source = testSource({ urls: [`${server.url}/`] });
    const { state } = await run(source);
    expect(await run(source, {}, state)).toMatchObject({ state: { failures: 0, retry_at: null } });
  });

  test('429 is not tried again before Retry-After', async () => {
    const server = await serve({ '/': answers([429, { 'retry-after': '3600' }]) });
    const { run, clock } = setUp();
    const result = await run(testSource({ urls: [`${server.url}/`] }));
    expect(outcomes(result)).toEqual(['rate_limited']);
    expect(Date.parse(result.state.retry_at ?? '') - clock.now()).toBe(3_600_000);
  });

  test('a short Retry-After of a server error is waited for', async () => {
    const server = await serve({ '/': answers([500, { 'retry-after': '7' }], 200) });
    const { run, clock } = setUp();
    expect(outcomes(await run(testSource({ urls: [`${server.url}/`] })))).toEqual(['http_error', 'new_content']);
    expect(clock.slept).toEqual([7_000]);
  });

  test('a long Retry-After of a server error is left to the scheduler', async () => {
    const server = await serve({ '/': answers([500, { 'retry-after': '1800' }], 200) });
    const { run, clock } = setUp();
    const result = await run(testSource({ urls: [`${server.url}/`] }));
    expect(outcomes(result)).toEqual(['http_error']);
    expect(Date.parse(result.state.retry_at ?? '') - clock.now()).toBe(1_800_000);
    expect(clock.slept).toEqual([]);
  });

  test.each([
    [404, 'http_error'],
    [403, 'http_error'],
    [410, 'http_error'],
    [400, 'http_error'],
  ])('%i is not tried again', async (status, outcome) => {
    const server = await serve({ '/': answers(status) });
    expect(outcomes(await setUp().run(testSource({ urls: [`${server.url}/`] })))).toEqual([outcome]);
  });

  test('a challenge is told from a refusal, whatever its status', async () => {
    const wall =
      '<html><title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></html>';
    for (const status of [200, 403, 503]) {
      const server = await serve({
        '/': (_, response) => void response.writeHead(status, { 'content-type': 'text/html' }).end(wall),
      });
      const result = await setUp().run(testSource({ urls: [`${server.url}/`] }));
      expect(outcomes(result)).toEqual(['challenge']);
      expect(result.document).toBeNull();
    }
  });

  test('robots.txt forbids without a request for the page', async () => {
    const server = await serve({ '/robots.txt': page('User-agent: *\nDisallow: /', {}), '/': page(TABLE) });
    const result = await setUp().run(testSource({ urls: [`${server.url}/`] }));
    expect(outcomes(result)).toEqual(['robots_denied']);
    expect(server.requests.map(({ path }) => path)).toEqual(['/robots.txt']);
  });

  test('a Crawl-delay longer than the source asks for is kept', async () => {
    const server = await serve({
      '/robots.txt': page('User-agent: *\nCrawl-delay: 20', {}),
      '/': answers(500, 200),
    });
    const { run, clock } = setUp();
    await run(testSource({ urls: [`${server.url}/`] }));
    expect(clock.slept.reduce((sum, ms) => sum + ms)).toBe(20_000);
  });

  test('an API made for programs may say that robots.txt is not about it', async () => {
    const server = await serve({ '/robots.txt': page('User-agent: *\nDisallow: /', {}), '/': page('{}', {}) });
    const source = testSource({
      urls: [`${server.url}/`],
      kind: 'api',
      politeness: { robots: 'ignore', delay_seconds: 0 },
    });
    expect(outcomes(await setUp().run(source))).toEqual(['new_content']);
  });

  test('invalid JSON is no observation', async () => {
    const server = await serve({ '/': page('{"data": [{"id": "a"', { 'content-type': 'application/json' }) });
    const result = await setUp().run(testSource({ urls: [`${server.url}/`], kind: 'api' }));
    expect(result.failure).toMatchObject({
      kind: 'content',
      message: expect.stringMatching(/no valid JSON: .*position 20/),
    });
  });

  test('an internal address is refused', async () => {
    const server = await serve({ '/': page(TABLE) });
    const result = await setUp().run(testSource({ urls: [`${server.url}/`], allow_private: false }));
    expect(outcomes(result)).toEqual(['address_refused']);
    expect(server.requests).toEqual([]);
  });

  test('a page that a message cannot carry is too large', async () => {
    const server = await serve({ '/': page('"\n'.repeat(9 << 20), { 'content-type': 'text/plain' }) });
    const result = await setUp().run(testSource({ urls: [`${server.url}/`] }));
    expect(result.failure).toMatchObject({ kind: 'too_large', message: expect.stringContaining('message') });
  });
});

describe('an API in pages', () => {
  test('is one document, asked for at the pace of its host', async () => {
    const server = await serve({
      '/list?page=0': page('{"data":[{"id":"a","price":0.10}]}', { 'content-type': 'application/json', etag: '"p0"' }),
      '/list?page=1': page('{"data":[{"id":"b","price":2.50}]}', { 'content-type': 'application/json' }),
      '/list?page=2': page('{"data":[]}', { 'content-type': 'application/json' }),
    });
    const source = testSource({
      urls: [`${server.url}/list`],
      kind: 'api',
      politeness: { delay_seconds: 3, robots: 'ignore' },
      pagination: { by: 'offset', param: 'page', step: 1, items: 'data' },
    });
    const { run, clock } = setUp();
    const { document } = await run(source);
    expect(document?.body).toBe('{"data":[{"id":"a","price":0.10},{"id":"b","price":2.50}]}');
    expect(document?.etag).toBeNull();
    expect(clock.slept).toEqual([3000, 3000]);
  });

  test('waiting for the host is no part of an attempt', async () => {
    const server = await serve({ '/a': page(TABLE), '/b': page(TABLE) });
    const { run } = setUp();
    const slow = { politeness: { delay_seconds: 60 } };
    await run(testSource({ urls: [`${server.url}/a`], ...slow }));
    const { attempts, document, state } = await run(testSource({ urls: [`${server.url}/b`], ...slow }));
    expect(attempts).toMatchObject([{ started_at: '2026-11-01T00:01:00.000Z', duration_ms: 0 }]);
    expect(document?.fetched_at).toBe('2026-11-01T00:01:00.000Z');
    expect(state.fetched_at).toBe('2026-11-01T00:01:00.000Z');
  });

  test.each([
    ['a circle', (url: string) => `{"data":[],"next":"${url}/list"}`, /in a circle/],
    ['a broken page', () => '<p>sorry</p>', /web page where an API/],
    ['a link to nowhere', () => '{"data":[],"next":"http://"}', /could not be read: .*Invalid URL/],
  ])('%s is a failure of the whole', async (_what, second, message) => {
    const server = await serve({
      '/list': (request, response) =>
        page(`{"data":[1],"next":"/more"}`, { 'content-type': 'application/json' })(request, response),
      '/more': (request, response) => page(second(server.url))(request, response),
    });
    const source = testSource({
      urls: [`${server.url}/list`],
      kind: 'api',
      pagination: { by: 'next_link', path: 'next', items: 'data' },
    });
    const result = await setUp().run(source);
    expect(result.document).toBeNull();
    expect(result.failure?.message).toMatch(message);
  });
});
