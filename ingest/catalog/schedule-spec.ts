import { validateDetailed } from 'node-cron';
import { z } from 'zod';
import { cron } from '../schedule/cron.ts';
import { strict } from './strict.ts';

export const scheduleSpec = strict({
  cron: z
    .string()
    .describe(
      'When it is due, in node-cron’s syntax: five fields, or six with seconds first, such as `"15 */6 * * *"`.',
    ),
  timezone: z
    .string()
    .refine(isTimeZone, 'expected an IANA time zone such as Asia/Shanghai')
    .default('UTC')
    .describe(
      'Whose wall clock the fields are read on. A time that spring skips is due at the jump, one that autumn repeats is due once.',
    ),
  jitter_seconds: z
    .number()
    .min(0)
    .max(3600)
    .default(0)
    .describe('Each due time is put off by up to this much, so that a full hour does not start everything at once.'),
}).superRefine((spec, context) => {
  const wrong = validateDetailed(spec.cron).errors.map(({ field, message }) => `${field}: ${message}`);
  const message =
    wrong.length > 0
      ? `expected five cron fields, or six with seconds first (${wrong.join('; ')})`
      : 'expected a time that comes; this one is never due';
  if (wrong.length === 0 && (!isTimeZone(spec.timezone) || isEverDue(spec.cron, spec.timezone))) return;
  context.addIssue({ code: 'custom', path: ['cron'], message });
});
export type ScheduleSpec = z.output<typeof scheduleSpec>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isEverDue(expression: string, timezone: string): boolean {
  try {
    cron(expression, timezone).next(0);
    return true;
  } catch {
    return false;
  }
}
