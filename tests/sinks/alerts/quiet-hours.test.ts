import { describe, expect, it } from 'vitest';
import { quietHours, quietUntil } from '../../../sinks/alerts/quiet-hours.ts';

const at = (time: string): number => Date.parse(time);
const until = (hours: object, time: string): string | null => {
  const end = quietUntil(quietHours.parse(hours), at(time));
  return end === null ? null : new Date(end).toISOString();
};

describe('quiet hours', () => {
  const night = { from: '22:00', until: '07:30', time_zone: 'Asia/Shanghai' };

  it.each([
    ['2026-04-18T13:59:59.000Z', null],
    ['2026-04-18T14:00:00.000Z', '2026-04-18T23:30:00.000Z'],
    ['2026-04-18T20:00:00.000Z', '2026-04-18T23:30:00.000Z'],
    ['2026-04-18T23:29:59.000Z', '2026-04-18T23:30:00.000Z'],
    ['2026-04-18T23:30:00.000Z', null],
  ])('over midnight, in their own time zone: at %s', (time, end) => {
    expect(until(night, time)).toBe(end);
  });

  it('follow summer time, forwards and back', () => {
    const berlin = { from: '01:00', until: '04:00', time_zone: 'Europe/Berlin' };
    expect(until(berlin, '2026-03-29T00:30:00.000Z')).toBe('2026-03-29T02:00:00.000Z');
    expect(until(berlin, '2026-10-25T00:30:00.000Z')).toBe('2026-10-25T03:00:00.000Z');
  });

  it('begin on some days only', () => {
    const weekend = { ...night, time_zone: 'UTC', days: ['fri'] };
    expect(until(weekend, '2026-04-17T23:00:00.000Z')).toBe('2026-04-18T07:30:00.000Z');
    expect(until(weekend, '2026-04-18T05:00:00.000Z')).toBe('2026-04-18T07:30:00.000Z');
    expect(until(weekend, '2026-04-18T23:00:00.000Z')).toBeNull();
  });

  it('name a time zone that exists', () => {
    expect(quietHours.safeParse({ ...night, time_zone: 'Asia/Beijing2' }).success).toBe(false);
  });
});
