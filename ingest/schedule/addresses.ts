import type { FetchAttempt, FetchState } from '../../infra/contracts/fetch.ts';

/** An address that failed, and when it may be asked again. */
export interface Failing {
  readonly sourceId: string;
  readonly url: string;
  readonly failures: number;
  readonly retryAt: number;
}

/** A job nobody reported on for this long is taken for lost. */
const LOST_AFTER_MS = 10 * 60_000;

/** What the scheduler knows of addresses: which are under way, and which are failing. Told by `fetches`. */
export class Addresses {
  readonly #underWay = new Map<string, { readonly jobId: string; readonly until: number }>();
  readonly #failing = new Map<string, Failing>();

  remember(state: FetchState): void {
    if (state.retry_at === null) return;
    this.#failing.set(keyOf(state.source_id, state.url), {
      sourceId: state.source_id,
      url: state.url,
      failures: state.failures,
      retryAt: Date.parse(state.retry_at),
    });
  }

  started(sourceId: string, url: string, jobId: string, now: number): void {
    this.#underWay.set(keyOf(sourceId, url), { jobId, until: now + LOST_AFTER_MS });
  }

  heard(attempt: FetchAttempt): void {
    const key = keyOf(attempt.source_id, attempt.url);
    if (this.#underWay.get(key)?.jobId === attempt.job_id) this.#underWay.delete(key);
    if (attempt.retry_at !== null) {
      const retryAt = Date.parse(attempt.retry_at);
      const failures = (this.#failing.get(key)?.failures ?? 0) + (attempt.outcome === 'skipped' ? 0 : 1);
      this.#failing.set(key, { sourceId: attempt.source_id, url: attempt.url, failures, retryAt });
    } else if (attempt.document_id !== null) {
      this.#failing.delete(key);
    }
  }

  /** Under way, or failing and to be left alone. */
  isBusy(sourceId: string, url: string, now: number): boolean {
    const key = keyOf(sourceId, url);
    return (this.#underWay.get(key)?.until ?? 0) > now || (this.#failing.get(key)?.retryAt ?? 0) > now;
  }

  /** Failing addresses whose time has come. */
  toRetry(now: number): Failing[] {
    return [...this.#failing.values()].filter(
      ({ sourceId, url, retryAt }) => retryAt <= now && !this.isBusy(sourceId, url, now),
    );
  }

  forget({ sourceId, url }: Failing): void {
    this.#failing.delete(keyOf(sourceId, url));
  }
}

function keyOf(sourceId: string, url: string): string {
  return `${sourceId} ${url}`;
}
