import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { FetchAttempt, FetchJob } from '../../infra/contracts/fetch.ts';
import { stableId } from '../../infra/contracts/ids.ts';
import type { Clock } from './pacing.ts';

export type AttemptEnd = Pick<FetchAttempt, 'outcome'> & Partial<FetchAttempt>;

/** One attempt of a job under way. Its time runs from the first request on: waiting for the host's turn is not part of it. */
export class Attempt {
  readonly #job: FetchJob;
  readonly #number: number | 'skipped';
  readonly #clock: Clock;
  #startedAt: number;
  #hasBegun = false;

  constructor(job: FetchJob, number: number | 'skipped', clock: Clock) {
    this.#job = job;
    this.#number = number;
    this.#clock = clock;
    this.#startedAt = clock.now();
  }

  begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#startedAt = this.#clock.now();
  }

  get startedAt(): string {
    return new Date(this.#startedAt).toISOString();
  }

  /** The same attempt of the same job has the same id, however often the job is delivered. */
  record(end: AttemptEnd): FetchAttempt {
    const { job_id, source_id, url } = this.#job;
    return {
      version: CONTRACT_VERSION,
      fetch_id: stableId('fetch', job_id, this.#number),
      job_id,
      source_id,
      url,
      final_url: null,
      started_at: this.startedAt,
      duration_ms: this.#clock.now() - this.#startedAt,
      status: null,
      size_bytes: null,
      document_id: null,
      error: null,
      retry_at: null,
      ...end,
    };
  }
}
