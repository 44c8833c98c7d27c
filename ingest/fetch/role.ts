import type { LookupFunction } from 'node:net';
import type { FetchAttempt, FetchJob } from '../../infra/contracts/fetch.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { runStage, type Stage } from '../../infra/log/stage.ts';
import type { StageObserver } from '../../infra/log/stage-status.ts';
import type { Catalog } from '../catalog/load.ts';
import { Attempt } from './attempt.ts';
import { systemClock } from './clock.ts';
import { fetchAddress } from './fetch-address.ts';
import { whyNotNow } from './job-gate.ts';
import { openFetcher } from './open-fetcher.ts';
import type { Clock } from './pacing.ts';
import { addressKey, StateTable } from './state-table.ts';
import { type Asked, takeTurns } from './turns.ts';

export interface RunFetchOptions {
  readonly log: EventLog;
  readonly catalog: Catalog;
  /** For the User-Agent: version of tokentape, and whom to ask. */
  readonly version: string;
  readonly contact?: string | undefined;
  /** Requests under way at the same time, all hosts together. Default 16. */
  readonly concurrency?: number;
  /** Chromium, for pages that a script fills. */
  readonly chromiumPath?: string | undefined;
  /** Told every attempt, after it has been recorded. */
  readonly onAttempt?: (attempt: FetchAttempt) => void;
  readonly observer?: StageObserver;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly resolve?: LookupFunction;
}

/** Looked through together for hosts whose turn it is. */
const MAX_JOBS = 1_000;

/**
 * The fetch role: fetch_jobs -> documents (new content only), fetches (every attempt), fetch_state.
 * The three are appended in this order, job by job, so that a crash in between repeats an attempt and loses nothing.
 */
export async function runFetch(options: RunFetchOptions): Promise<Stage> {
  const { log, catalog, clock = systemClock, random = Math.random } = options;
  const { fetcher, pacer, close } = openFetcher({ ...options, clock });
  const states = new StateTable(log);

  const work = async (job: FetchJob, partition: number, signal: AbortSignal): Promise<void> => {
    const state = states.get(job, partition);
    const source = catalog.sources.get(job.source_id);
    const refusal = whyNotNow(job, source, state, clock.now());
    if (refusal !== null || source === undefined) {
      // A feed names the same articles with every change; that they are known is no news.
      if (job.reason === 'article') return;
      const { reason: error = null, retryAt: retry_at = null } = refusal ?? {};
      await recordAttempts([new Attempt(job, 'skipped', clock).record({ outcome: 'skipped', error, retry_at })]);
      return;
    }
    const result = await fetchAddress({ fetcher, clock, random }, source, job, state, signal);
    // The host's own word, not a pause that is kept already.
    const said = result.failure?.kind === 'rate_limited' && result.failure.status !== null;
    if (said && result.state.retry_at !== null) {
      pacer.pause(new URL(job.url).host, Date.parse(result.state.retry_at));
    }
    if (result.document !== null) await log.append('documents', [{ key: job.source_id, value: result.document }]);
    await recordAttempts(result.attempts);
    await states.set(job, partition, result.state);
  };

  const asked = (job: FetchJob, partition: number): Asked | null => {
    const source = catalog.sources.get(job.source_id);
    if (source === undefined || whyNotNow(job, source, states.get(job, partition), clock.now()) !== null) return null;
    return { host: new URL(job.url).host, delayMs: source.politeness.delay_seconds * 1000 };
  };

  const recordAttempts = async (attempts: readonly FetchAttempt[]): Promise<void> => {
    await log.append(
      'fetches',
      attempts.map((attempt) => ({ key: attempt.source_id, value: attempt })),
    );
    for (const attempt of attempts) options.onAttempt?.(attempt);
  };

  const stage = await runStage(log, {
    name: 'fetch',
    topics: ['fetch_jobs'],
    // A slow host holds up its own partition, no other.
    isolate: true,
    maxRecords: MAX_JOBS,
    ...(options.observer === undefined ? {} : { observer: options.observer }),
    onAssigned: (_topic, partition) => states.load(partition, clock.now()),
    onRevoked: (_topic, partition) => states.release(partition),
    // Addresses side by side, each host at its own pace; the jobs of one address in their order.
    handle: async (records, { partition, signal }) => {
      const { now, later } = takeTurns(records, ({ value }) => asked(value, partition));
      const byAddress = Map.groupBy(now, ({ value }) => addressKey(value));
      const runs = [...byAddress.values()].map(async (jobs) => {
        for (const { value } of jobs) {
          signal.throwIfAborted();
          await work(value, partition, signal);
        }
      });
      const ended = await Promise.allSettled(runs);
      for (const run of ended) if (run.status === 'rejected') throw run.reason;
      return later.map(({ key, value }) => ({ topic: 'fetch_jobs', key, value, partition }));
    },
  });
  return {
    ...stage,
    stop: async () => {
      await stage.stop();
      await close();
    },
  };
}
