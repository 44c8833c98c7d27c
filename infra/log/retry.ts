import { setTimeout as delay } from 'node:timers/promises';
import { ExponentialBackoff } from 'cockatiel';
import { toError } from './errors.ts';

export interface RetryPolicy {
  readonly retryIf: (error: Error) => boolean;
  /** Tries in all. Default: without end. */
  readonly attempts?: number;
  readonly initialDelayMs: number;
  readonly maxDelayMs: number;
  /** Ends the waiting at once (cockatiel's own retry would sleep on). */
  readonly signal?: AbortSignal;
  readonly onRetry?: (error: Error, attempt: number, delayMs: number) => void;
}

/** Runs `work` until it resolves, with exponential backoff and jitter. Rejects with the last error, or the signal's reason. */
export async function withRetry<T>(policy: RetryPolicy, work: (attempt: number) => Promise<T>): Promise<T> {
  const { attempts = Number.POSITIVE_INFINITY, signal } = policy;
  const factory = new ExponentialBackoff({ initialDelay: policy.initialDelayMs, maxDelay: policy.maxDelayMs });
  let backoff = factory.next();
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return await work(attempt);
    } catch (thrown) {
      const error = toError(thrown);
      if (attempt >= attempts || !policy.retryIf(error)) throw error;
      policy.onRetry?.(error, attempt, backoff.duration);
      await delay(backoff.duration, undefined, signal === undefined ? {} : { signal });
      backoff = backoff.next(undefined);
    }
  }
}
