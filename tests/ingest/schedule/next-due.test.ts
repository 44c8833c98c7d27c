import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cron } from '../../../ingest/schedule/cron.ts';
import { nextDue } from '../../../ingest/schedule/next-due.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

/** The due times after `from`, as many as asked for. */
function series(expression: string, timezone: string, from: string, count: number): string[] {
  const { next } = cron(expression, timezone);
  const found: string[] = [];
  let last = at(from);
  while (found.length < count) {
    last = next(last);
    found.push(iso(last));
  }
  return found;
}

describe('cron', () => {
  test.each([
    ['*/15 * * * *', 'UTC', '2026-01-01T00:07:00Z', '2026-01-01T00:15:00Z'],
    ['*/2 * * * * *', 'UTC', '2026-01-01T00:00:01Z', '2026-01-01T00:00:02Z'],
    ['0 9 * * 1-5', 'Asia/Shanghai', '2026-01-02T02:00:00Z', '2026-01-05T01:00:00Z'],
    ['30 0 L * *', 'UTC', '2026-02-01T00:00:00Z', '2026-02-28T00:30:00Z'],
    ['0 0 29 2 *', 'UTC', '2026-01-01T00:00:00Z', '2028-02-29T00:00:00Z'],
    ['0 12 * * *', 'Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01T06:15:00Z'],
    ['59 59 23 31 12 *', 'UTC', '2026-12-31T23:59:58Z', '2026-12-31T23:59:59Z'],
    ['0 0 1 1 *', 'UTC', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  ])('%s in %s after %s is due at %s', (expression, timezone, from, expected) => {
    expect(series(expression, timezone, from, 1)).toEqual([expected]);
  });

  test('a time that spring skips is due when the clock has jumped', () => {
    // Berlin, 2026-03-29: 02:00 becomes 03:00 at 01:00 UTC.
    expect(series('30 2 * * *', 'Europe/Berlin', '2026-03-28T00:00:00Z', 3)).toEqual([
      '2026-03-28T01:30:00Z',
      '2026-03-29T01:00:00Z',
      '2026-03-30T00:30:00Z',
    ]);
  });

  test('a skipped time and the time of the jump are one', () => {
    expect(series('0 2,3 * * *', 'Europe/Berlin', '2026-03-28T23:00:00Z', 2)).toEqual([
      '2026-03-29T01:00:00Z',
      '2026-03-30T00:00:00Z',
    ]);
  });

  test('a midnight that spring skips is due at one', () => {
    // Santiago, 2026-09-06: 00:00 becomes 01:00 at 04:00 UTC.
    expect(series('0 0 * * *', 'America/Santiago', '2026-09-05T12:00:00Z', 2)).toEqual([
      '2026-09-06T04:00:00Z',
      '2026-09-07T03:00:00Z',
    ]);
  });

  test('a time that autumn repeats is due once', () => {
    // New York, 2026-11-01: 02:00 becomes 01:00 at 06:00 UTC.
    expect(series('30 1 * * *', 'America/New_York', '2026-10-31T12:00:00Z', 2)).toEqual([
      '2026-11-01T05:30:00Z',
      '2026-11-02T06:30:00Z',
    ]);
  });

  test.each(['2026-03-29T00:00:00Z', '2026-10-25T00:00:00Z'])('every half hour stays every half hour on %s', (from) => {
    const due = series('*/30 * * * *', 'Europe/Berlin', from, 8).map(at);
    expect(due.map((time, index) => time - (due[index - 1] ?? at(from)))).toEqual(due.map(() => 1_800_000));
  });

  test('is never due where its date does not exist', () => {
    expect(() => cron('0 0 31 * 1#1', 'UTC').next(0)).toThrow('never due');
  });

  test('moves forward, whatever the zone and the day', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Shanghai',
      'Australia/Lord_Howe',
      'America/Santiago',
    ];
    const expressions = ['*/7 * * * *', '15 3 * * *', '0 */6 * * *', '5 1 * * 0', '0 0 1 * *', '10,40 16-18 * * 1-5'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...expressions),
        fc.integer({ min: at('2025-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
        (zone, expression, from) => {
          const { next } = cron(expression, zone);
          const due = next(from);
          expect(due).toBeGreaterThan(from);
          // Nothing lies between: the next after any moment before it is the same.
          expect(next(from + Math.floor((due - 1 - from) / 2))).toBe(due);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('nextDue', () => {
  const hourly = { cron: '0 * * * *', timezone: 'UTC', jitter_seconds: 0 };

  test('a source that never ran is due at once', () => {
    const now = at('2026-05-01T10:20:30.400Z');
    expect(nextDue(hourly, null, now)).toEqual({ due: now - 400, start: now - 400, reason: 'schedule' });
  });

  test('the next due time after the last', () => {
    const due = at('2026-05-01T11:00:00Z');
    expect(nextDue(hourly, at('2026-05-01T10:00:00Z'), at('2026-05-01T10:20:00Z'))).toEqual({
      due,
      start: due,
      reason: 'schedule',
    });
  });

  test('downtime is caught up once, now', () => {
    const now = at('2026-05-03T10:20:00Z');
    expect(nextDue(hourly, at('2026-05-01T10:00:00Z'), now)).toEqual({
      due: at('2026-05-01T11:00:00Z'),
      start: now,
      reason: 'catch_up',
    });
    expect(nextDue(hourly, now, now).due).toBe(at('2026-05-03T11:00:00Z'));
  });

  test('noticed a moment late is no catch-up', () => {
    expect(nextDue(hourly, at('2026-05-01T10:00:00Z'), at('2026-05-01T11:00:03Z')).reason).toBe('schedule');
  });

  test('jitter puts off the start, never the due time, by the same amount whoever asks', () => {
    const spec = { ...hourly, jitter_seconds: 600 };
    const last = at('2026-05-01T10:00:00Z');
    const starts = Array.from({ length: 50 }, (_, index) => nextDue(spec, last, last, `source-${index}`));
    for (const { due, start } of starts) {
      expect(due).toBe(at('2026-05-01T11:00:00Z'));
      expect(start - due).toBeGreaterThanOrEqual(0);
      expect(start - due).toBeLessThan(600_000);
    }
    expect(new Set(starts.map(({ start }) => start)).size).toBeGreaterThan(40);
    expect(nextDue(spec, last, last, 'source-0')).toEqual(starts[0]);
  });
});
