import type { z } from 'zod';
import type { fetchOutcome } from '../../infra/contracts/fetch.ts';

type FetchOutcome = z.output<typeof fetchOutcome>;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

interface NextStep {
  readonly outcome: FetchOutcome;
  /** Further tries within the same job. */
  readonly retries: number;
  /** First pause of the source after the job has failed; doubles with each further failure up to `longestMs`. */
  readonly firstMs: number;
  readonly longestMs: number;
  readonly means: string;
}

/** What can go wrong, and what happens next. Closed: every failure belongs to one class (docs/sources.md shows this table). */
export const FAILURES = {
  dns: step('network_error', 0, MINUTE, 6 * HOUR, 'the host name has no address'),
  connection: step('network_error', 2, MINUTE, 6 * HOUR, 'refused, reset or closed'),
  tls: step('network_error', 0, HOUR, 24 * HOUR, 'the certificate or the handshake is bad'),
  timeout: step('timeout', 1, MINUTE, 6 * HOUR, 'no complete answer in time'),
  server_error: step('http_error', 2, MINUTE, 6 * HOUR, 'status 408, 425 or 5xx'),
  rate_limited: step('rate_limited', 0, MINUTE, 24 * HOUR, 'status 429, or 503 with Retry-After'),
  denied: step('http_error', 0, HOUR, 24 * HOUR, 'status 401, 402, 403 or 451'),
  gone: step('http_error', 0, HOUR, 24 * HOUR, 'status 404 or 410'),
  client_error: step('http_error', 0, HOUR, 24 * HOUR, 'any other status that holds no content'),
  redirects: step('http_error', 0, HOUR, 24 * HOUR, 'too many redirects, or one to nowhere'),
  robots: step('robots_denied', 0, HOUR, 24 * HOUR, 'robots.txt forbids the address'),
  robots_unavailable: step(
    'robots_denied',
    0,
    10 * MINUTE,
    6 * HOUR,
    'robots.txt answers 5xx, which forbids everything',
  ),
  challenge: step('challenge', 0, HOUR, 24 * HOUR, 'a page that asks for proof of being a person'),
  address: step('address_refused', 0, HOUR, 24 * HOUR, 'a private, loopback or otherwise internal address'),
  too_large: step('too_large', 0, HOUR, 24 * HOUR, 'more bytes than allowed, after decompression'),
  content: step(
    'bad_content',
    0,
    10 * MINUTE,
    6 * HOUR,
    'no observation: error or login page, empty shell, broken JSON',
  ),
} as const satisfies Record<string, NextStep>;

export type FailureClass = keyof typeof FAILURES;

/** Why an attempt brought no content. The message is for people: what, where, how to mend it. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  readonly kind: FailureClass;
  readonly status: number | null;
  /** What Retry-After asked for, epoch milliseconds. */
  readonly retryAfter: number | null;

  constructor(kind: FailureClass, message: string, status: number | null = null, retryAfter: number | null = null) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  get outcome(): FetchOutcome {
    return FAILURES[this.kind].outcome;
  }
}

/** Statuses that carry no content. Null: the answer is content (2xx) or 304. */
export function failureOfStatus(status: number, hasRetryAfter: boolean): FailureClass | null {
  if (status === 304 || (status >= 200 && status < 300 && status !== 204 && status !== 205)) return null;
  if (status === 429 || (status === 503 && hasRetryAfter)) return 'rate_limited';
  if (status >= 500 || status === 408 || status === 425) return 'server_error';
  if (status === 401 || status === 402 || status === 403 || status === 451) return 'denied';
  if (status === 404 || status === 410) return 'gone';
  return 'client_error';
}

/**
 * When the source may be asked again after its `failures`-th failure in a row, epoch milliseconds.
 * Doubling pauses, each shortened by up to a quarter so that sources that failed together do not return together; never before Retry-After.
 */
export function retryAt(failure: FetchFailure, failures: number, now: number, random: () => number): number {
  const { firstMs, longestMs } = FAILURES[failure.kind];
  const pause = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 20)) * (1 - random() / 4);
  return Math.max(now + Math.round(pause), failure.retryAfter ?? 0);
}

function step(outcome: FetchOutcome, retries: number, firstMs: number, longestMs: number, means: string): NextStep {
  return { outcome, retries, firstMs, longestMs, means };
}
