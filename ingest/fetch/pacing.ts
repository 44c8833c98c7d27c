import { FetchFailure } from './failure.ts';

export interface Clock {
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Pace {
  /** Least time between the starts of two requests. */
  readonly delayMs: number;
  /** Most requests under way at the same time. */
  readonly concurrency: number;
}

interface Host {
  active: number;
  waiting: (() => void)[];
  /** Earliest start of the next request by the ordinary pace. */
  notBefore: number;
  /** Until when the host wants to be left alone. */
  pausedUntil: number;
}

/** A longer pause is not waited out: the job fails with the time to come back. */
const LONGEST_WAIT_MS = 10_000;

/** Keeps requests to one host apart, whichever source they belong to. */
export class HostPacer {
  readonly #clock: Clock;
  readonly #hosts = new Map<string, Host>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs `work` when the host's turn comes. Throws FetchFailure while the host is paused for long. */
  async run<T>(host: string, pace: Pace, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    const state = this.#host(host);
    while (state.active >= pace.concurrency) {
      signal?.throwIfAborted();
      await new Promise<void>((resolve) => state.waiting.push(resolve));
    }
    this.#requireOpen(host, state);
    state.active += 1;
    try {
      // Another may have started, or the host may have asked for a pause, while this one slept.
      for (let wait = this.#waitMs(state); wait > 0; wait = this.#waitMs(state)) {
        await this.#clock.sleep(wait, signal);
        this.#requireOpen(host, state);
      }
      signal?.throwIfAborted();
      state.notBefore = this.#clock.now() + pace.delayMs;
      return await work();
    } finally {
      state.active -= 1;
      state.waiting.shift()?.();
    }
  }

  /** Nothing is asked of the host before this time (epoch milliseconds): it said so by 429 or Retry-After. */
  pause(host: string, until: number): void {
    const state = this.#host(host);
    state.pausedUntil = Math.max(state.pausedUntil, until);
  }

  #waitMs(state: Host): number {
    return Math.max(state.notBefore, state.pausedUntil) - this.#clock.now();
  }

  #requireOpen(host: string, state: Host): void {
    if (state.pausedUntil - this.#clock.now() <= LONGEST_WAIT_MS) return;
    const until = new Date(state.pausedUntil).toISOString();
    throw new FetchFailure('rate_limited', `${host} asked to be left alone until ${until}`, null, state.pausedUntil);
  }

  #host(host: string): Host {
    const known = this.#hosts.get(host);
    if (known !== undefined) return known;
    const fresh: Host = { active: 0, waiting: [], notBefore: 0, pausedUntil: 0 };
    this.#hosts.set(host, fresh);
    return fresh;
  }
}
