import { describe, expect, test } from 'vitest';
import { FAILURES, FetchFailure, failureOfStatus, retryAt } from '../../../ingest/fetch/failure.ts';
import { failureOfError } from '../../../ingest/fetch/network-error.ts';

test.each([
  [200, false, null],
  [203, false, null],
  [304, false, null],
  [204, false, 'client_error'],
  [400, false, 'client_error'],
  [401, false, 'denied'],
  [403, false, 'denied'],
  [404, false, 'gone'],
  [408, false, 'server_error'],
  [410, false, 'gone'],
  [429, false, 'rate_limited'],
  [451, false, 'denied'],
  [500, false, 'server_error'],
  [503, false, 'server_error'],
  [503, true, 'rate_limited'],
  [522, false, 'server_error'],
])('status %i (Retry-After: %s) is %s', (status, wish, kind) => {
  expect(failureOfStatus(status, wish)).toBe(kind);
});

describe('the pause after a failure', () => {
  const failure = new FetchFailure('server_error', 'x', 500);

  test('doubles, and is never longer than its class allows', () => {
    const pauses = [1, 2, 3, 4, 50].map((failures) => retryAt(failure, failures, 0, () => 0) / 60_000);
    expect(pauses).toEqual([1, 2, 4, 8, 360]);
  });

  test('is shortened by up to a quarter, so that sources do not return together', () => {
    expect(retryAt(failure, 1, 0, () => 1)).toBe(45_000);
  });

  test('is never shorter than Retry-After', () => {
    expect(retryAt(new FetchFailure('rate_limited', 'x', 429, 3_600_000), 1, 0, () => 0)).toBe(3_600_000);
  });
});

describe('what an error means', () => {
  const error = (code: string, message = code) => Object.assign(new Error(message), { code });
  test.each([
    ['ENOTFOUND', 'dns'],
    ['ECONNREFUSED', 'connection'],
    ['ECONNRESET', 'connection'],
    ['UND_ERR_SOCKET', 'connection'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['HPE_INVALID_CONSTANT', 'content'],
    ['SOMETHING_NEW', 'connection'],
  ])('%s is %s', (code, kind) => {
    expect(failureOfError(error(code), 'http://a/', 1000)).toMatchObject({ kind });
  });

  test('is found behind a wrapper', () => {
    const wrapped = new TypeError('fetch failed', { cause: new AggregateError([error('ENOTFOUND')]) });
    expect(failureOfError(wrapped, 'http://a/', 1000)).toMatchObject({ kind: 'dns' });
  });

  test("passes through the caller's own abort", () => {
    const reason = new Error('stop');
    expect(failureOfError(new Error('aborted'), 'http://a/', 1000, AbortSignal.abort(reason))).toBe(reason);
  });
});

test('every class has a next step', () => {
  for (const step of Object.values(FAILURES)) {
    expect(step.firstMs).toBeGreaterThan(0);
    expect(step.longestMs).toBeGreaterThanOrEqual(step.firstMs);
  }
});
