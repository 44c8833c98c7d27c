import { createHash } from 'node:crypto';
import type { ScheduleSpec } from '../catalog/schedule-spec.ts';
import { type Cron, cron } from './cron.ts';

export interface Due {
  /** The due time by the cron expression, epoch milliseconds: what the job is named by. */
  readonly due: number;
  /** When to start it: the due time, put off by jitter. */
  readonly start: number;
  /** catch_up: due times were missed (downtime), and this one run stands for all of them. */
  readonly reason: 'schedule' | 'catch_up';
}

/** A due time that is this much late was missed, not merely noticed late. */
const GRACE_MS = 60_000;

/**
 * When a source is due next. Pure: the specification, the last due time that was dealt with (null: never), and now, in epoch milliseconds.
 * However long the downtime, there is one catch-up; a source that never ran is due at once.
 */
export function nextDue(spec: ScheduleSpec, lastDue: number | null, now: number, seed = ''): Due {
  if (lastDue === null) {
    const due = Math.floor(now / 1000) * 1000;
    return { due, start: due, reason: 'schedule' };
  }
  const due = cronOf(spec).next(lastDue);
  const start = due + jitter(spec, due, seed);
  // Whatever was missed is behind us: no reason to put it off further.
  if (now - start > GRACE_MS) return { due, start: now, reason: 'catch_up' };
  return { due, start, reason: 'schedule' };
}

/** The same due time of the same source always gets the same jitter, whoever computes it. */
function jitter(spec: ScheduleSpec, due: number, seed: string): number {
  if (spec.jitter_seconds === 0) return 0;
  const hash = createHash('sha256').update(`${seed} ${due}`).digest().readUInt32BE(0);
  return Math.floor((hash / 2 ** 32) * spec.jitter_seconds * 1000);
}

const parsed = new Map<string, Cron>();

function cronOf({ cron: expression, timezone }: ScheduleSpec): Cron {
  const key = `${expression} ${timezone}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const fresh = cron(expression, timezone);
  parsed.set(key, fresh);
  return fresh;
}
