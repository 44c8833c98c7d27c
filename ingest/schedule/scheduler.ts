import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { FetchJob } from '../../infra/contracts/fetch.ts';
import { fetchJobId } from '../../infra/contracts/ids.ts';
import type { EventLog } from '../../infra/log/port.ts';
import type { Catalog, Source } from '../catalog/load.ts';
import { ARTICLE_TRIES } from '../fetch/job-gate.ts';
import type { Addresses } from './addresses.ts';
import { type Expectations, WATCH_EVERY_MS } from './expectations.ts';
import { type Due, nextDue } from './next-due.ts';

/** Turns due times into fetch jobs. `tick` may be called as often as liked; it does nothing until something is due. */
export class Scheduler {
  readonly #log: EventLog;
  readonly #catalog: Catalog;
  readonly #addresses: Addresses;
  readonly #expectations: Expectations;
  readonly #lastDue: Map<string, number>;
  readonly #next = new Map<string, Due>();

  /** `lastDue`: per source, the last due time that was dealt with, epoch milliseconds. */
  constructor(
    log: EventLog,
    catalog: Catalog,
    addresses: Addresses,
    expectations: Expectations,
    lastDue: ReadonlyMap<string, number>,
  ) {
    this.#log = log;
    this.#catalog = catalog;
    this.#addresses = addresses;
    this.#expectations = expectations;
    this.#lastDue = new Map(lastDue);
  }

  /** Appends the jobs of everything due at `now`, then remembers that it did. Returns the jobs. */
  async tick(now: number): Promise<readonly FetchJob[]> {
    const dueSources = [...this.#catalog.sources.values()].flatMap((source) => {
      if (source.disabled !== null) return [];
      const due = this.#watched(source, this.#dueOf(source, now), now);
      return due.start <= now ? [{ source, due }] : [];
    });
    const jobs = dueSources.flatMap(({ source, due }) =>
      source.urls
        .filter((url) => !this.#addresses.isBusy(source.id, url, now))
        .map((url) => jobOf(source, url, due.reason, due.due, due.start)),
    );
    jobs.push(...this.#retries(now, new Set(jobs.map(addressOf))));
    if (jobs.length > 0) {
      await this.#log.append(
        'fetch_jobs',
        jobs.map((job) => ({ key: new URL(job.url).host, value: job })),
      );
    }
    // Whatever else came due up to now is done with these jobs: nothing piles up.
    const done = Math.floor(now / 1000) * 1000;
    if (dueSources.length > 0) {
      await this.#log.append(
        'schedule_state',
        dueSources.map(({ source }) => ({
          key: source.id,
          value: { version: CONTRACT_VERSION, source_id: source.id, last_due_at: new Date(done).toISOString() },
        })),
      );
    }
    for (const job of jobs) this.#addresses.started(job.source_id, job.url, job.job_id, now);
    for (const { source } of dueSources) {
      this.#lastDue.set(source.id, done);
      this.#next.delete(source.id);
    }
    return jobs;
  }

  /** When the source is due next, for `tokentape sources list`. */
  nextStart(sourceId: string, now: number): number | null {
    const source = this.#catalog.sources.get(sourceId);
    return source === undefined || source.disabled !== null ? null : this.#dueOf(source, now).start;
  }

  #dueOf(source: Source, now: number): Due {
    const known = this.#next.get(source.id);
    if (known !== undefined) return known;
    const due = nextDue(source.schedule, this.#lastDue.get(source.id) ?? null, now, source.id);
    this.#next.set(source.id, due);
    return due;
  }

  /** While an announced change of the source's provider is due, its prices are looked at at least every quarter of an hour. */
  #watched(source: Source, due: Due, now: number): Due {
    const last = this.#lastDue.get(source.id);
    if (last === undefined || (source.kind !== 'page' && source.kind !== 'api')) return due;
    const soon = last + WATCH_EVERY_MS;
    if (soon >= due.start || !this.#expectations.expects(source.provider, now)) return due;
    return { due: soon, start: soon, reason: 'schedule' };
  }

  /** A failed address comes back when its pause is over, though its source is not due yet. */
  #retries(now: number, already: ReadonlySet<string>): FetchJob[] {
    const jobs: FetchJob[] = [];
    for (const failing of this.#addresses.toRetry(now)) {
      const source = this.#catalog.sources.get(failing.sourceId);
      const isOwn = source?.urls.includes(failing.url) === true;
      if (source === undefined || source.disabled !== null || (!isOwn && failing.failures >= ARTICLE_TRIES)) {
        this.#addresses.forget(failing);
        continue;
      }
      const kind = isOwn ? source.kind : 'article';
      const job = { ...jobOf(source, failing.url, 'retry', failing.retryAt, failing.retryAt), kind };
      if (!already.has(addressOf(job))) jobs.push(job);
    }
    return jobs;
  }
}

function addressOf(job: FetchJob): string {
  return `${job.source_id} ${job.url}`;
}

function jobOf(source: Source, url: string, reason: FetchJob['reason'], due: number, start: number): FetchJob {
  return {
    version: CONTRACT_VERSION,
    job_id: fetchJobId(source.id, url, new Date(due).toISOString()),
    source_id: source.id,
    url,
    kind: source.kind,
    reason,
    scheduled_at: new Date(start).toISOString(),
    title: null,
    published_at: null,
  };
}
