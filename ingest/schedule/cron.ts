import { createTask, parse } from 'node-cron';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** A cron expression in a time zone, asked for its next match. Matching is node-cron's. */
export interface Cron {
  /** The first due time after `after`, epoch milliseconds. Throws where there is none within five years. */
  next(after: number): number;
}

/**
 * Fixed hours follow the wall clock: a time that spring skips is due when the clock has jumped, a time that autumn repeats is due once.
 * Expressions for every hour follow elapsed time and notice neither.
 */
export function cron(expression: string, timezone: string): Cron {
  const { second, minute, hour } = parse(expression);
  const fields = expression.trim().split(/\s+/);
  const [dayOfMonth, month, dayOfWeek] = fields.slice(-3);
  const task = createTask(`* * * ${dayOfMonth} ${month} ${dayOfWeek}`, () => {}, { timezone });
  const isDay = (at: number) => task.match(new Date(at));
  const wall = wallClock(timezone);
  const seconds = [...second].sort(ascending);
  const minutes = [...minute].sort(ascending);
  const everyHour = hour.length === 24;
  const hours = new Set(hour);

  /** Due times of a fixed hour that fall into the hour spring leaves out: they come due at the jump. */
  const jumped = (at: number, now: Wall): boolean => {
    if (everyHour) return false;
    const before = wall(at - SECOND);
    const skipped = (now.hour - before.hour + 24) % 24;
    if (skipped < 2) return false;
    for (let h = (before.hour + 1) % 24; h !== now.hour; h = (h + 1) % 24) if (hours.has(h)) return true;
    return false;
  };
  const repeated = (at: number, now: Wall): boolean => {
    if (everyHour) return false;
    const earlier = wall(at - HOUR);
    return earlier.hour === now.hour && earlier.minute === now.minute;
  };

  return {
    next: (after) => {
      const start = Math.floor(after / SECOND) * SECOND + SECOND;
      const end = start + 5 * 366 * 24 * HOUR;
      for (let at = start; at < end; ) {
        const now = wall(at);
        const intoHour = (now.minute * 60 + now.second) * SECOND;
        if (!isDay(at)) {
          // Towards midnight, but never past it: a day may be an hour shorter.
          at += now.hour < 22 ? (22 - now.hour) * HOUR - intoHour : HOUR - intoHour;
        } else if (intoHour === 0 && jumped(at, now)) {
          return at;
        } else if (!hours.has(now.hour) || repeated(at, now)) {
          at += HOUR - intoHour;
        } else {
          const due = withinHour(minutes, seconds, now);
          if (due !== null) return at + (due * SECOND - intoHour);
          at += HOUR - intoHour;
        }
      }
      throw new RangeError(`cron "${expression}" is never due`);
    },
  };
}

interface Wall {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function wallClock(timeZone: string): (at: number) => Wall {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const [hour = 0, minute = 0, second = 0] = format.format(at).split(':').map(Number);
    return { hour, minute, second };
  };
}

/** Seconds into the hour of the first minute and second that are not before `now`; null where the hour has none left. */
function withinHour(minutes: readonly number[], seconds: readonly number[], now: Wall): number | null {
  for (const minute of minutes) {
    if (minute < now.minute) continue;
    const second = seconds.find((candidate) => minute > now.minute || candidate >= now.second);
    if (second !== undefined) return minute * 60 + second;
  }
  return null;
}

function ascending(a: number, b: number): number {
  return a - b;
}
