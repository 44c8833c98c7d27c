import type { Clock } from '../../../ingest/fetch/pacing.ts';

/** A clock that moves only when somebody sleeps: sleeping is instant and everything has its exact time. */
export class TestClock implements Clock {
  #now: number;
  readonly slept: number[] = [];

  constructor(now = Date.parse('2026-11-01T00:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.slept.push(ms);
    this.#now += ms;
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}
