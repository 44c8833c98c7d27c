import { expect, test } from 'vitest';
import { retryAfter } from '../../../ingest/fetch/retry-after.ts';

const now = Date.parse('2026-11-01T12:00:00Z');

test.each([
  [null, null],
  ['120', now + 120_000],
  [' 5 ', now + 5_000],
  ['0', now],
  ['Sun, 01 Nov 2026 12:10:00 GMT', now + 600_000],
  ['Sunday, 01-Nov-26 12:10:00 GMT', now + 600_000],
  ['Sun Nov  1 12:10:00 2026', now + 600_000],
  ['Sun, 01 Nov 2026 11:00:00 GMT', now],
  ['99999999999', now + 86_400_000],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['2026-11-01', null],
  ['', null],
])('%j', (header, expected) => {
  expect(retryAfter(header, now)).toBe(expected);
});
