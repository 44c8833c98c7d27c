import type { ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { FetchJob } from '../../../infra/contracts/fetch.ts';
import { Unavailable } from '../../../infra/log/errors.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import type { Catalog, Source } from '../../../ingest/catalog/load.ts';
import { runFetch } from '../../../ingest/fetch/role.ts';
import { TestClock } from '../support/clock.ts';
import { recordsOf, testLog } from '../support/log.ts';
import { page, serve } from '../support/server.ts';
import { testSource } from '../support/source.ts';

const TABLE = '<html><title>Pricing</title><table><tr><td>gpt</td><td>$2.50</td></tr></table></html>';

const catalogOf = (...sources: Source[]): Catalog => ({
  sources: new Map(sources.map((source) => [source.id, source])),
  problems: [],
});

let jobs = 0;
const jobOf = (source: Source, given: Partial<FetchJob> = {}): FetchJob => ({
  version: 1,
  job_id: `job-${jobs++}`,
  source_id: source.id,
  url: source.urls[0] ?? '',
  kind: source.kind,
  reason: 'schedule',
  scheduled_at: '2026-11-01T00:00:00.000Z',
  title: null,
  published_at: null,
  ...given,
});

const append = (log: EventLog, ...due: FetchJob[]) =>
  log.append(
    'fetch_jobs',
    due.map((job) => ({ key: new URL(job.url).host, value: job })),
  );

async function start(log: EventLog, catalog: Catalog, clock = new TestClock()) {
  const stage = await runFetch({ log, catalog, version: 'test', clock, random: () => 0 });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= stage.stop();
    return stopped;
  };
  onTestFinished(stop);
  const idle = () =>
    vi.waitFor(
      async () => expect((await stage.lag()).map(({ lag }) => lag)).toEqual((await stage.lag()).map(() => 0)),
      {
        timeout: 10_000,
      },
    );
  return { stage, clock, idle, stop };
}

test('a job becomes a document, an attempt and a state', async () => {
  const server = await serve({ '/': page(TABLE) });
  const log = testLog();
  const source = testSource({ urls: [`${server.url}/`], provider: 'openai' });
  await append(log, jobOf(source));
  const { idle } = await start(log, catalogOf(source));
  await idle();
  const [document, ...others] = await recordsOf(log, 'documents');
  expect(others).toEqual([]);
  expect(document).toMatchObject({ source_id: 'test', provider: 'openai', body: TABLE });
  expect(await recordsOf(log, 'fetches')).toMatchObject([
    { outcome: 'new_content', document_id: document?.document_id },
  ]);
  expect(await recordsOf(log, 'fetch_state')).toMatchObject([{ content_hash: document?.content_hash, failures: 0 }]);
});

test('only new content is appended, every attempt is recorded, across a restart', async () => {
  let body = TABLE;
  const server = await serve({ '/': (request, response) => page(body)(request, response) });
  const log = testLog();
  const source = testSource({ urls: [`${server.url}/`] });
  const clock = new TestClock();
  const due = () => {
    clock.advance(60_000);
    return jobOf(source, { scheduled_at: new Date(clock.now()).toISOString() });
  };
  const first = await start(log, catalogOf(source), clock);
  await append(log, due());
  await first.idle();
  await append(log, due());
  await first.idle();
  await first.stop();

  const second = await start(log, catalogOf(source), clock);
  await append(log, due());
  await second.idle();
  body = TABLE.replace('2.50', '3.00');
  await append(log, due());
  await second.idle();
  body = TABLE;
  await append(log, due());
  await second.idle();
  const outcomes = (await recordsOf(log, 'fetches')).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['new_content', 'unchanged', 'unchanged', 'new_content', 'new_content']);
  const documents = await recordsOf(log, 'documents');
  expect(documents).toHaveLength(3);
  expect(documents[2]?.document_id).toBe(documents[0]?.document_id);
  expect(documents[2]?.fetched_at).not.toBe(documents[0]?.fetched_at);
});

describe('delivered twice', () => {
  test('the same job is done once', async () => {
    const server = await serve({ '/': page(TABLE) });
    const log = testLog();
    const source = testSource({ urls: [`${server.url}/`] });
    const job = jobOf(source);
    await append(log, job, job, job);
    const { idle } = await start(log, catalogOf(source));
    await idle();
    expect(server.requests.filter(({ path }) => path === '/')).toHaveLength(1);
    expect((await recordsOf(log, 'fetches')).map(({ outcome }) => outcome).sort()).toEqual([
      'new_content',
      'skipped',
      'skipped',
    ]);
  });

  test('jobs that piled up while nobody worked are one fetch', async () => {
    const server = await serve({ '/': page(TABLE) });
    const log = testLog();
    const source = testSource({ urls: [`${server.url}/`] });
    const clock = new TestClock();
    const piled = Array.from({ length: 20 }, (_, hour) =>
      jobOf(source, { scheduled_at: new Date(clock.now() - hour * 3_600_000).toISOString() }),
    );
    await append(log, ...piled);
    const { idle } = await start(log, catalogOf(source), clock);
    await idle();
    expect(server.requests.filter(({ path }) => path === '/')).toHaveLength(1);
  });

  /** Fails the append to a topic once, as if the process had died there. */
  const dyingBefore = (log: EventLog, topic: string): EventLog => {
    let died = false;
    return {
      ...log,
      append: async (to, records) => {
        if (to === topic && !died) {
          died = true;
          throw new Unavailable('the disk is away');
        }
        await log.append(to, records);
      },
    };
  };

  test.each(['documents', 'fetches', 'fetch_state'])('a crash before %s loses and doubles nothing', async (topic) => {
    const server = await serve({ '/': page(TABLE) });
    const log = testLog();
    const source = testSource({ urls: [`${server.url}/`] });
    await append(log, jobOf(source));
    const { idle } = await start(dyingBefore(log, topic), catalogOf(source));
    await idle();
    const documents = await recordsOf(log, 'documents');
    expect(new Set(documents.map(({ document_id }) => document_id)).size).toBe(1);
    const attempts = await recordsOf(log, 'fetches');
    expect(new Set(attempts.map(({ fetch_id }) => fetch_id)).size).toBe(1);
    expect(attempts.at(-1)).toMatchObject({ outcome: 'new_content', document_id: documents[0]?.document_id });
    expect(await recordsOf(log, 'fetch_state')).toHaveLength(1);
    expect(await recordsOf(log, 'dead_letters')).toEqual([]);
  });
});

describe('articles', () => {
  const feed = (url: string) => testSource({ urls: [`${url}/feed`], kind: 'feed' });

  test('are fetched once, whichever feed and however often it names them', async () => {
    const server = await serve({
      '/news/1': page(`<html><article>${'Prices fall by half. '.repeat(20)}</article></html>`),
    });
    const log = testLog();
    const one = feed(server.url);
    const two = { ...one, id: 'two' };
    const job = { url: `${server.url}/news/1`, kind: 'article', reason: 'article', title: 'Prices fall' } as const;
    const clock = new TestClock();
    await append(log, jobOf(one, job), jobOf(two, job));
    const { idle } = await start(log, catalogOf(one, two), clock);
    await idle();
    clock.advance(3_600_000);
    await append(log, jobOf(one, { ...job, scheduled_at: new Date(clock.now()).toISOString() }));
    await idle();
    expect(server.requests.filter(({ path }) => path === '/news/1')).toHaveLength(1);
    expect(await recordsOf(log, 'documents')).toMatchObject([
      { kind: 'article', source_id: 'test', title: 'Prices fall' },
    ]);
  });

  test('of long ago are forgotten at the next start, sources are not', async () => {
    const server = await serve({
      '/news/1': page('<html><p>Prices fall to $1</p></html>'),
      '/feed': page('<rss/>', {}),
    });
    const log = testLog();
    const source = feed(server.url);
    const clock = new TestClock();
    const first = await start(log, catalogOf(source), clock);
    await append(
      log,
      jobOf(source),
      jobOf(source, { url: `${server.url}/news/1`, kind: 'article', reason: 'article' }),
    );
    await first.idle();
    await first.stop();
    const kept = async () => {
      const partitions = Array.from({ length: await log.partitions('fetch_state') }, (_, partition) => partition);
      const tables = await Promise.all(partitions.map((partition) => log.table('fetch_state').load(partition)));
      return tables.flatMap((table) => [...table.entries()].map(([key]) => key));
    };
    expect((await kept()).sort()).toEqual([`${server.url}/news/1`, `test ${server.url}/feed`]);
    clock.advance(181 * 86_400_000);
    await start(log, catalogOf(source), clock);
    await vi.waitFor(async () => expect(await kept()).toEqual([`test ${server.url}/feed`]), { timeout: 10_000 });
  });

  test('that failed come back with what their feed said of them', async () => {
    let broken = true;
    const server = await serve({
      '/news/1': (request, response) =>
        broken
          ? void response.writeHead(404).end()
          : page(`<html><article>${'Prices fall. '.repeat(40)}</article></html>`)(request, response),
    });
    const log = testLog();
    const source = feed(server.url);
    const clock = new TestClock();
    const { idle } = await start(log, catalogOf(source), clock);
    const url = `${server.url}/news/1`;
    const published_at = '2026-10-31T08:00:00.000Z';
    await append(log, jobOf(source, { url, kind: 'article', reason: 'article', title: 'Prices fall', published_at }));
    await idle();
    broken = false;
    clock.advance(2 * 3_600_000);
    await append(
      log,
      jobOf(source, { url, kind: 'article', reason: 'retry', scheduled_at: new Date(clock.now()).toISOString() }),
    );
    await idle();
    expect(await recordsOf(log, 'documents')).toMatchObject([{ title: 'Prices fall', published_at }]);
  });
});

describe('jobs that are not done', () => {
  test('a source that is gone or disabled is said so', async () => {
    const log = testLog();
    const gone = testSource({ id: 'gone', urls: ['http://127.0.0.1:9/'] });
    const off = {
      ...testSource({ id: 'off', urls: ['http://127.0.0.1:9/'] }),
      disabled: 'its headers need A_KEY in the environment',
    };
    await append(log, jobOf(gone), jobOf(off));
    const { idle } = await start(log, catalogOf(off));
    await idle();
    expect((await recordsOf(log, 'fetches')).map(({ outcome, error }) => [outcome, error]).sort()).toEqual([
      ['skipped', 'source gone is not in the catalog'],
      ['skipped', 'source off is disabled: its headers need A_KEY in the environment'],
    ]);
  });

  test('a source that backs off is left alone until then', async () => {
    const server = await serve({ '/': (_: unknown, response: ServerResponse) => void response.writeHead(404).end() });
    const log = testLog();
    const source = testSource({ urls: [`${server.url}/`] });
    const clock = new TestClock();
    const { idle } = await start(log, catalogOf(source), clock);
    const due = () => jobOf(source, { scheduled_at: new Date(clock.now()).toISOString() });
    await append(log, due());
    await idle();
    clock.advance(1_800_000);
    await append(log, due());
    await idle();
    expect(server.requests.filter(({ path }) => path === '/')).toHaveLength(1);
    clock.advance(1_900_000);
    await append(log, due());
    await idle();
    expect(server.requests.filter(({ path }) => path === '/')).toHaveLength(2);
    expect((await recordsOf(log, 'fetches')).map(({ outcome }) => outcome)).toEqual([
      'http_error',
      'skipped',
      'http_error',
    ]);
  });

  test('a host that asked for a pause is left alone by its other sources too', async () => {
    const server = await serve({
      '/a': (_: unknown, response: ServerResponse) => void response.writeHead(429, { 'retry-after': '600' }).end(),
      '/b': page(TABLE),
    });
    const log = testLog();
    const a = testSource({ id: 'a', urls: [`${server.url}/a`] });
    const b = testSource({ id: 'b', urls: [`${server.url}/b`] });
    const clock = new TestClock();
    const { idle } = await start(log, catalogOf(a, b), clock);
    await append(log, jobOf(a));
    await idle();
    const until = clock.now() + 600_000;
    await append(log, jobOf(b));
    await idle();
    expect(server.requests.map(({ path }) => path)).not.toContain('/b');
    const [, attempt] = await recordsOf(log, 'fetches');
    expect(attempt).toMatchObject({
      source_id: 'b',
      outcome: 'rate_limited',
      retry_at: new Date(until).toISOString(),
    });
    // A job that came shortly before the end of the pause does not make it longer for the others.
    clock.advance(595_000 - 30_000);
    const c = jobOf(a, { source_id: 'b', url: `${server.url}/c`, scheduled_at: new Date(clock.now()).toISOString() });
    await append(log, c);
    await idle();
    clock.advance(35_000);
    await append(log, jobOf(b, { scheduled_at: new Date(clock.now()).toISOString() }));
    await idle();
    expect(server.requests.map(({ path }) => path)).toContain('/b');
  });
});

test('a slow host does not hold up another', async () => {
  const slow = await serve({ '/': () => {} });
  const quick = await serve({ '/': page(TABLE) });
  const log = testLog();
  const a = testSource({ id: 'a', urls: [`${slow.url}/`], politeness: { robots: 'obey', delay_seconds: 0 } });
  const b = testSource({ id: 'b', urls: [`${quick.url}/`] });
  // In one partition, one batch: the keys are forced together.
  await log.append('fetch_jobs', [
    { key: 'x', value: jobOf(a), partition: 0 },
    { key: 'y', value: jobOf(b), partition: 0 },
  ]);
  const { stop } = await start(log, catalogOf(a, b));
  await vi.waitFor(async () => expect(await recordsOf(log, 'documents')).toMatchObject([{ source_id: 'b' }]), {
    timeout: 10_000,
  });
  await stop();
  expect((await recordsOf(log, 'fetches')).map(({ source_id }) => source_id)).toEqual(['b']);
});

test('many jobs of one host do not hold up one of another behind them', async () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`/${index}`, page(`<p>${index}</p>`)]));
  const busy = await serve(many);
  const other = await serve({ '/': page(TABLE) });
  const log = testLog();
  const politeness = { robots: 'obey' as const, delay_seconds: 1 };
  const a = testSource({ id: 'a', urls: Object.keys(many).map((path) => busy.url + path), politeness });
  const b = testSource({ id: 'b', urls: [`${other.url}/`], politeness });
  await log.append('fetch_jobs', [
    ...a.urls.map((url) => ({ key: 'x', value: jobOf(a, { url }), partition: 0 })),
    { key: 'y', value: jobOf(b), partition: 0 },
  ]);
  const { idle } = await start(log, catalogOf(a, b));
  await idle();
  const sources = (await recordsOf(log, 'documents')).map(({ source_id }) => source_id);
  expect(sources).toHaveLength(251);
  expect(sources.indexOf('b')).toBeLessThan(20);
});
