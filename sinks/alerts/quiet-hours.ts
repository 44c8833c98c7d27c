import { z } from 'zod';

const DAY = 86_400_000;
const MINUTE = 60_000;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 22:00');

/** Hours in which nothing is sent; what happens then is sent as one message when they end. */
export const quietHours = z.strictObject({
  from: clockTime,
  until: clockTime,
  /** IANA name. */
  time_zone: z.string().refine(isTimeZone, 'expected a time zone such as Asia/Shanghai or UTC'),
  /** Days on which a quiet period begins. Default: every day. */
  days: z.array(z.enum(WEEKDAYS)).min(1).optional(),
});
export type QuietHours = z.output<typeof quietHours>;

/**
 * When the quiet period that `at` lies in ends, epoch milliseconds; null outside of quiet hours. Found by looking forward minute by
 * minute on the local clock, so that summer time needs no rule of its own.
 */
export function quietUntil(hours: QuietHours, at: number): number | null {
  if (!isQuiet(hours, at)) return null;
  let end = at - (at % MINUTE) + MINUTE;
  while (isQuiet(hours, end) && end - at < 8 * DAY) end += MINUTE;
  return end;
}

function isQuiet({ from, until, time_zone, days }: QuietHours, at: number): boolean {
  const { clock, weekday } = localTime(time_zone, at);
  const begins = (day: number) => days === undefined || days.some((name) => name === WEEKDAYS[(day + 7) % 7]);
  if (from < until) return clock >= from && clock < until && begins(weekday);
  return (clock >= from && begins(weekday)) || (clock < until && begins(weekday - 1));
}

const DAY_NAMES: readonly string[] = WEEKDAYS;
const formats = new Map<string, Intl.DateTimeFormat>();

function localTime(timeZone: string, at: number): { clock: string; weekday: number } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      weekday: 'short',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const weekday = DAY_NAMES.indexOf(parts.get('weekday')?.toLowerCase() ?? '');
  return { clock: `${parts.get('hour')}:${parts.get('minute')}`, weekday };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
