import { describe, expect, test } from 'vitest';
import type { FetchAttempt, FetchJob } from '../../../infra/contracts/fetch.ts';
import { type Signal, signal } from '../../../infra/contracts/signal.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import type { Catalog, Source } from '../../../ingest/catalog/load.ts';
import { Addresses } from '../../../ingest/schedule/addresses.ts';
import { Expectations } from '../../../ingest/schedule/expectations.ts';
import { Scheduler } from '../../../ingest/schedule/scheduler.ts';
import { recordsOf, testLog } from '../support/log.ts';
import { testSource } from '../support/source.ts';

const START = Date.parse('2026-11-01T00:00:00Z');
const MINUTE = 60_000;

function setUp(sources: Source[], given: { log?: EventLog; lastDue?: Record<string, number> } = {}) {
  const log = given.log ?? testLog();
  const catalog: Catalog = { sources: new Map(sources.map((source) => [source.id, source])), problems: [] };
  const addresses = new Addresses();
  const expectations = new Expectations();
  const lastDue = new Map(Object.entries(given.lastDue ?? {}));
  const scheduler = new Scheduler(log, catalog, addresses, expectations, lastDue);
  return { log, addresses, expectations, scheduler };
}

const attemptOf = (job: FetchJob, given: Partial<FetchAttempt> = {}): FetchAttempt => ({
  version: 1,
  fetch_id: `${job.job_id}-0`,
  job_id: job.job_id,
  source_id: job.source_id,
  url: job.url,
  final_url: job.url,
  started_at: job.scheduled_at,
  duration_ms: 1,
  outcome: 'unchanged',
  status: 200,
  size_bytes: 1,
  document_id: 'd',
  error: null,
  retry_at: null,
  ...given,
});

const source = (given: Partial<Parameters<typeof testSource>[0]> = {}) =>
  testSource({ urls: ['https://a.example/p'], ...given });

test('a job for every address of a due source, keyed by host, remembered', async () => {
  const two = source({ urls: ['https://a.example/p', 'https://b.example:8443/p'] });
  const { log, scheduler } = setUp([two]);
  const jobs = await scheduler.tick(START);
  expect(jobs).toMatchObject([
    {
      source_id: 'test',
      url: 'https://a.example/p',
      kind: 'page',
      reason: 'schedule',
      scheduled_at: '2026-11-01T00:00:00.000Z',
    },
    { url: 'https://b.example:8443/p' },
  ]);
  const keys: string[] = [];
  for await (const record of log.read('fetch_jobs')) keys.push(record.key);
  expect(keys.sort()).toEqual(['a.example', 'b.example:8443']);
  expect(await recordsOf(log, 'schedule_state')).toEqual([
    { version: 1, source_id: 'test', last_due_at: '2026-11-01T00:00:00.000Z' },
  ]);
});

test('once per due time, however often it is looked', async () => {
  const { scheduler, addresses } = setUp([source()], { lastDue: { test: START } });
  const made: string[] = [];
  for (let now = START; now <= START + 3 * MINUTE; now += 1000) {
    for (const job of await scheduler.tick(now)) {
      made.push(job.scheduled_at);
      addresses.heard(attemptOf(job));
    }
  }
  expect(made).toEqual(['2026-11-01T00:01:00.000Z', '2026-11-01T00:02:00.000Z', '2026-11-01T00:03:00.000Z']);
});

test('two schedulers make the same job', async () => {
  const given = { lastDue: { test: START } };
  const one = await setUp([source()], given).scheduler.tick(START + MINUTE);
  const two = await setUp([source()], given).scheduler.tick(START + MINUTE + 400);
  expect(two).toEqual(one);
  expect(one).toHaveLength(1);
});

test('downtime is caught up once', async () => {
  const { scheduler, addresses } = setUp([source()], { lastDue: { test: START } });
  const now = START + 100 * MINUTE + 30_000;
  const jobs = await scheduler.tick(now);
  expect(jobs).toMatchObject([{ reason: 'catch_up', scheduled_at: new Date(now).toISOString() }]);
  for (const job of jobs) addresses.heard(attemptOf(job));
  expect(await scheduler.tick(now + 1000)).toEqual([]);
  expect(await scheduler.tick(now + 30_000)).toMatchObject([{ reason: 'schedule' }]);
});

test('what was remembered is not done again after a restart', async () => {
  const first = setUp([source()]);
  await first.scheduler.tick(START);
  const [state] = await recordsOf(first.log, 'schedule_state');
  const second = setUp([source()], { log: first.log, lastDue: { test: Date.parse(state?.last_due_at ?? '') } });
  expect(await second.scheduler.tick(START + 1000)).toEqual([]);
});

test('a job that could not be appended is made again', async () => {
  const log = testLog();
  let away = true;
  const flaky: EventLog = {
    ...log,
    append: async (topic, records) => {
      if (away) throw new Error('the disk is away');
      await log.append(topic, records);
    },
  };
  const { scheduler } = setUp([source()], { log: flaky, lastDue: { test: START } });
  await expect(scheduler.tick(START + MINUTE)).rejects.toThrow('the disk is away');
  away = false;
  expect(await scheduler.tick(START + MINUTE + 1000)).toMatchObject([{ scheduled_at: '2026-11-01T00:01:00.000Z' }]);
});

test('a disabled source is never due', async () => {
  const { scheduler } = setUp([{ ...source(), disabled: 'enabled: false in its YAML' }]);
  expect(await scheduler.tick(START)).toEqual([]);
  expect(scheduler.nextStart('test', START)).toBeNull();
});

describe('no overlap', () => {
  const every2s = source({ schedule: { cron: '*/2 * * * * *' } });

  test('nothing piles up behind a job that is under way', async () => {
    const { scheduler, addresses } = setUp([every2s], { lastDue: { test: START } });
    const [job] = await scheduler.tick(START + 2000);
    if (job === undefined) throw new Error('no job');
    for (let now = START + 3000; now < START + 5 * MINUTE; now += 1000) expect(await scheduler.tick(now)).toEqual([]);
    addresses.heard(attemptOf(job));
    expect(await scheduler.tick(START + 5 * MINUTE)).toHaveLength(1);
  });

  test('another report does not clear it', async () => {
    const { scheduler, addresses } = setUp([every2s], { lastDue: { test: START } });
    const [job] = await scheduler.tick(START + 2000);
    if (job === undefined) throw new Error('no job');
    addresses.heard(attemptOf({ ...job, job_id: 'another' }));
    expect(await scheduler.tick(START + 4000)).toEqual([]);
  });

  test('a job nobody reported on is taken for lost', async () => {
    const { scheduler } = setUp([every2s], { lastDue: { test: START } });
    await scheduler.tick(START + 2000);
    expect(await scheduler.tick(START + 11 * MINUTE)).toHaveLength(1);
  });
});

describe('back-off', () => {
  const hourly = source({ schedule: { cron: '0 * * * *' } });
  const failed = (job: FetchJob, retryAt: number) =>
    attemptOf(job, {
      outcome: 'network_error',
      status: null,
      document_id: null,
      retry_at: new Date(retryAt).toISOString(),
    });

  test('a failing address is not asked before its time, though its source is due', async () => {
    const { scheduler, addresses } = setUp([source()], { lastDue: { test: START } });
    const [job] = await scheduler.tick(START + MINUTE);
    if (job === undefined) throw new Error('no job');
    addresses.heard(failed(job, START + 10 * MINUTE));
    for (let now = START + MINUTE; now < START + 10 * MINUTE; now += 1000)
      expect(await scheduler.tick(now)).toEqual([]);
    expect(await scheduler.tick(START + 10 * MINUTE)).toHaveLength(1);
  });

  test('and comes back at its time, though its source is not due', async () => {
    const { scheduler, addresses } = setUp([hourly], { lastDue: { test: START - 1000 } });
    const [job] = await scheduler.tick(START);
    if (job === undefined) throw new Error('no job');
    addresses.heard(failed(job, START + 5 * MINUTE));
    expect(await scheduler.tick(START + 4 * MINUTE)).toEqual([]);
    const [retry] = await scheduler.tick(START + 5 * MINUTE);
    expect(retry).toMatchObject({
      reason: 'retry',
      url: job.url,
      scheduled_at: new Date(START + 5 * MINUTE).toISOString(),
    });
    if (retry === undefined) throw new Error('no retry');
    addresses.heard(attemptOf(retry));
    expect(await scheduler.tick(START + 20 * MINUTE)).toEqual([]);
  });

  test('is known again after a restart', async () => {
    const { scheduler, addresses } = setUp([source()], { lastDue: { test: START } });
    addresses.remember({
      version: 1,
      source_id: 'test',
      url: 'https://a.example/p',
      etag: null,
      last_modified: null,
      content_hash: null,
      document_id: null,
      fetched_at: new Date(START).toISOString(),
      failures: 3,
      retry_at: new Date(START + 10 * MINUTE).toISOString(),
      kind: 'page',
      title: null,
      published_at: null,
    });
    expect(await scheduler.tick(START + 2 * MINUTE)).toEqual([]);
    expect(await scheduler.tick(START + 10 * MINUTE)).toHaveLength(1);
  });

  test('an article is tried a few times, then given up', async () => {
    const { scheduler, addresses } = setUp([hourly], { lastDue: { test: START } });
    const article: FetchJob = {
      version: 1,
      job_id: 'article',
      source_id: 'test',
      url: 'https://a.example/news/1',
      kind: 'article',
      reason: 'article',
      scheduled_at: new Date(START).toISOString(),
      title: null,
      published_at: null,
    };
    addresses.heard(failed(article, START + MINUTE));
    let tries = 1;
    for (let now = START; now < START + 59 * MINUTE; now += 10_000) {
      for (const job of await scheduler.tick(now)) {
        expect(job).toMatchObject({ kind: 'article', reason: 'retry', url: article.url });
        tries += 1;
        addresses.heard(failed(job, now + MINUTE));
      }
    }
    expect(tries).toBe(6);
  });

  test('a source that left the catalog is forgotten', async () => {
    const { scheduler, addresses } = setUp([hourly], { lastDue: { test: START } });
    const [job] = await setUp([hourly]).scheduler.tick(START);
    if (job === undefined) throw new Error('no job');
    addresses.heard(failed({ ...job, source_id: 'gone' }, START + MINUTE));
    expect(await scheduler.tick(START + 2 * MINUTE)).toEqual([]);
    expect(addresses.toRetry(START + 3 * MINUTE)).toEqual([]);
  });
});

describe('an announced change whose day is near', () => {
  const announced = (given: Partial<Signal>): Signal =>
    signal.parse({
      signal_id: 's1',
      revision: 0,
      kind: 'price_change',
      origin: 'announced',
      subject: 'acme',
      object: null,
      headline: 'Acme raises prices',
      direction: 'increase',
      effective: '2026-11-02',
      state: 'announced',
      first_seen_at: '2026-10-20T00:00:00.000Z',
      updated_at: '2026-10-20T00:00:00.000Z',
      mentions: 1,
      sources: ['wire'],
      citations: [],
      changes: [],
      related: [],
      ...given,
    });
  const daily = { cron: '0 0 * * *', timezone: 'UTC', jitter_seconds: 0 };
  const prices = source({ id: 'prices', provider: 'acme', kind: 'page', schedule: daily });
  const other = source({
    id: 'other',
    provider: 'zenith',
    kind: 'page',
    schedule: daily,
    urls: ['https://z.example/p'],
  });
  const news = source({
    id: 'news',
    provider: 'acme',
    kind: 'feed',
    schedule: daily,
    urls: ['https://a.example/feed'],
  });
  const lastDue = { prices: START, other: START, news: START };
  const dueAt = async (told: Signal[], minutes: number) => {
    const { scheduler, expectations } = setUp([prices, other, news], { lastDue });
    for (const one of told) expectations.heard(one);
    return (await scheduler.tick(START + minutes * MINUTE)).map((job) => job.source_id);
  };

  test('its provider’s price sources are looked at every quarter of an hour, nobody else’s', async () => {
    expect(await dueAt([announced({})], 14)).toEqual([]);
    expect(await dueAt([announced({})], 15)).toEqual(['prices']);
    expect(await dueAt([], 15)).toEqual([]);
  });

  test('not while the day is far, and no longer once it is confirmed or taken back', async () => {
    expect(await dueAt([announced({ effective: '2026-12-24' })], 15)).toEqual([]);
    expect(await dueAt([announced({}), announced({ revision: 1, state: 'confirmed' })], 15)).toEqual([]);
    expect(await dueAt([announced({ revision: 2, state: 'retracted' }), announced({ revision: 1 })], 15)).toEqual([]);
  });
});
