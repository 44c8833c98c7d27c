import { z } from 'zod';
import { announcementKind } from '../../infra/contracts/announcement.ts';
import { meter } from '../../infra/contracts/price.ts';
import { signalState } from '../../infra/contracts/signal.ts';
import { duration } from './duration.ts';
import { quietHours } from './quiet-hours.ts';

const oneOrMore = <T extends z.ZodType>(schema: T) =>
  z
    .union([z.array(schema).min(1), schema])
    .transform((value): z.output<T>[] => (Array.isArray(value) ? value : [value]));

const name = z.string().regex(/^[a-z0-9][a-z0-9_-]*$/i, 'expected a name of letters, digits, - and _');
/** Shell-style: * is anything, ? one character; case does not matter. */
const pattern = z.string().min(1);

/** What a signal must be like. Conditions are joined by "and", the values of one by "or". */
export const signalCondition = z.strictObject({
  kind: oneOrMore(announcementKind).optional(),
  /** Provider or other subject; "alibaba" and "alibaba-cloud" are one. */
  provider: oneOrMore(pattern).optional(),
  /** Product of any change in the signal, or the object of the announcement. */
  product: oneOrMore(pattern).optional(),
  meter: oneOrMore(meter).optional(),
  direction: oneOrMore(z.enum(['increase', 'decrease', 'mixed', 'new', 'removed'])).optional(),
  origin: oneOrMore(z.enum(['observed', 'announced', 'both'])).optional(),
  state: oneOrMore(signalState).optional(),
  /** Smallest move that counts, in percent, up or down. A change without a percentage does not count. */
  min_percent: z.number().positive().optional(),
  min_confidence: z.number().min(0).max(1).optional(),
  /** Independent documents that must agree. */
  min_mentions: z.number().int().positive().optional(),
});
export type SignalCondition = z.output<typeof signalCondition>;

/** What must have happened to a source. */
export const sourceCondition = z.strictObject({
  sources: oneOrMore(pattern).optional(),
  events: oneOrMore(z.enum(['new', 'failing', 'stale', 'recovered'])).default(['failing', 'stale', 'recovered']),
  /** Failed attempts in a row before a source counts as failing. */
  failures: z.number().int().positive().default(3),
  /** Time without a good answer before a source counts as stale. */
  stale_after: duration.default(48 * 3_600_000),
});
export type SourceCondition = z.output<typeof sourceCondition>;

const delivery = {
  name,
  channels: oneOrMore(name),
  /** How long to wait for more of the same before a message goes out. */
  group_wait: duration.default(30_000),
  /** What goes into one message: everything about one provider, every signal alone, or all of the rule. */
  group_by: z.enum(['provider', 'signal', 'rule']).default('provider'),
  /** More messages than this in a period become one digest at its end. */
  limit: z.strictObject({ messages: z.number().int().positive(), per: duration }).optional(),
  quiet_hours: quietHours.optional(),
};

export const signalRule = z.strictObject({
  ...delivery,
  when: signalCondition,
  /** new: first time it matches; state_change: its state differs from the last one told; update: any new evidence. */
  on: oneOrMore(z.enum(['new', 'state_change', 'update'])).default(['new', 'state_change']),
  /** Whether history that is loaded later is told too. */
  backfill: z.boolean().default(false),
  /** What is older than this when it arrives is history, not news. */
  max_age: duration.default(7 * 86_400_000),
});
export type SignalRule = z.output<typeof signalRule>;

export const sourceRule = z.strictObject({
  ...delivery,
  group_by: z.enum(['provider', 'signal', 'rule']).default('rule'),
  source: sourceCondition,
});
export type SourceRule = z.output<typeof sourceRule>;

export type Rule = SignalRule | SourceRule;

export const rule = z.union([signalRule, sourceRule]);

export function isSignalRule(rule: Rule): rule is SignalRule {
  return 'when' in rule;
}
