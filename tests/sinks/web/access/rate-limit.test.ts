import { expect, test } from 'vitest';
import { createRateLimit } from '../../../../sinks/web/access/rate-limit.ts';

test('a minute of requests may come at once, then they wait for the steady rate', () => {
  const wait = createRateLimit(60);
  for (let n = 0; n < 60; n++) expect(wait('a', 0)).toBe(0);
  expect(wait('a', 0)).toBe(1);
  expect(wait('b', 0)).toBe(0);
  expect(wait('a', 999)).toBe(1);
  expect(wait('a', 1000)).toBe(0);
  expect(wait('a', 1000)).toBe(1);
  expect(wait('a', 61_000)).toBe(0);
});

test('a clock that goes back gives nothing away', () => {
  const wait = createRateLimit(1);
  expect(wait('a', 1000)).toBe(0);
  expect(wait('a', 0)).toBeGreaterThan(0);
});
