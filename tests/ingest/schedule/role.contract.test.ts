import { expect, onTestFinished, test, vi } from 'vitest';
import type { FetchJob } from '../../../infra/contracts/fetch.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import type { Source } from '../../../ingest/catalog/load.ts';
import { runFetch } from '../../../ingest/fetch/role.ts';
import { runSchedule } from '../../../ingest/schedule/role.ts';
import { recordsOf, testLog } from '../support/log.ts';
import { page, serve } from '../support/server.ts';
import { testSource } from '../support/source.ts';

const catalogOf = (source: Source) => ({ sources: new Map([[source.id, source]]), problems: [] });

async function start(log: EventLog, source: Source, now?: () => number) {
  const jobs: FetchJob[] = [];
  const errors: unknown[] = [];
  const stage = await runSchedule({
    log,
    catalog: catalogOf(source),
    onJob: (job) => jobs.push(job),
    onError: (error) => errors.push(error),
    ...(now === undefined ? {} : { clock: { now } }),
  });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= stage.stop();
    return stopped;
  };
  onTestFinished(stop);
  return { stage, jobs, errors, stop };
}

test('schedule and fetch together look at a page again and again, one look at a time', async () => {
  const server = await serve({ '/': page('<html><table><tr><td>gpt</td><td>$1</td></tr></table></html>') });
  const log = testLog();
  const source = testSource({ urls: [`${server.url}/`], schedule: { cron: '* * * * * *' } });
  const fetching = await runFetch({ log, catalog: catalogOf(source), version: 'test' });
  onTestFinished(() => fetching.stop());
  const { jobs, errors, stop } = await start(log, source);
  await vi.waitFor(async () => expect((await recordsOf(log, 'fetches')).length).toBeGreaterThanOrEqual(3), {
    timeout: 15_000,
  });
  await stop();
  expect(errors).toEqual([]);
  const outcomes = (await recordsOf(log, 'fetches')).map(({ outcome }) => outcome);
  expect(outcomes.slice(0, 3)).toEqual(['new_content', 'unchanged', 'unchanged']);
  expect(await recordsOf(log, 'documents')).toHaveLength(1);
  expect(new Set(jobs.map(({ job_id }) => job_id)).size).toBe(jobs.length);
});

test('a restart goes on where it stopped', async () => {
  const log = testLog();
  const source = testSource({ urls: ['https://a.example/'], schedule: { cron: '0 * * * *' } });
  let now = Date.parse('2026-11-01T00:10:00Z');
  const first = await start(log, source, () => now);
  await vi.waitFor(() => expect(first.jobs).toHaveLength(1), { timeout: 10_000 });
  await first.stop();

  now += 20 * 60_000;
  const second = await start(log, source, () => now);
  now += 1000;
  await vi.waitFor(() => expect(second.stage.lastTick()).toBe(now), { timeout: 10_000 });
  expect(second.jobs).toEqual([]);
  await second.stop();

  now += 5 * 3_600_000;
  const third = await start(log, source, () => now);
  await vi.waitFor(() => expect(third.jobs).toMatchObject([{ reason: 'catch_up' }]), { timeout: 10_000 });
});

test('a signal that cannot be read keeps nobody from starting', async () => {
  const log = testLog();
  await log.append('signals', [{ key: 'x', value: Buffer.from('{"half a signal') }]);
  const source = testSource({ urls: ['https://a.example/'], schedule: { cron: '0 * * * *' } });
  const { jobs } = await start(log, source);
  await vi.waitFor(() => expect(jobs).toHaveLength(1), { timeout: 10_000 });
});

test('of two schedulers each hears what came of every address: either can go on alone', async () => {
  const hosts = ['/a', '/b', '/c', '/d', '/e', '/f'];
  const server = await serve(
    Object.fromEntries(
      hosts.map((path) => [path, page(`<html><table><tr><td>${path}</td><td>$1</td></tr></table></html>`)]),
    ),
  );
  const log = testLog();
  // What becomes of a job is keyed by its source, so that sources lie on different partitions.
  const sources = hosts.map((path) =>
    testSource({ id: `source${path.slice(1)}`, urls: [`${server.url}${path}`], schedule: { cron: '* * * * * *' } }),
  );
  const catalog = { sources: new Map(sources.map((source) => [source.id, source])), problems: [] };
  const fetching = await runFetch({ log, catalog, version: 'test' });
  onTestFinished(() => fetching.stop());
  const jobs: FetchJob[] = [];
  const [first, second] = await Promise.all([
    runSchedule({ log, catalog }),
    runSchedule({ log, catalog, onJob: (job) => jobs.push(job) }),
  ]);
  onTestFinished(() => second.stop());
  await vi.waitFor(() => expect(jobs.length).toBeGreaterThan(hosts.length), { timeout: 15_000 });
  await first.stop();
  jobs.length = 0;
  await vi.waitFor(
    () => expect([...new Set(jobs.map(({ source_id }) => source_id))].sort()).toEqual(sources.map(({ id }) => id)),
    { timeout: 15_000 },
  );
});
