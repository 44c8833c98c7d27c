import { z } from 'zod';
import { memory } from './decide.ts';
import { entry } from './entry.ts';
import { message } from './message.ts';
import { sourceMemory } from './source-health.ts';

/** Something decided that has not gone into a message yet. Times in epoch milliseconds. */
export const item = z.object({
  alert_id: z.string(),
  rule: z.string(),
  channel: z.string(),
  /** What it is grouped with. */
  group: z.string(),
  entry,
  decided_at: z.number(),
  due_at: z.number(),
  /** Put off by quiet hours or a limit: goes out together with everything else the rule put off. */
  digest: z.boolean(),
});
export type Item = z.infer<typeof item>;

/** A message on its way. Written before it is sent, and again when the channel has acknowledged it. */
export const outgoing = z.object({
  message,
  channel: z.string(),
  status: z.enum(['pending', 'sent', 'failed']),
  attempts: z.number().int(),
  next_at: z.number(),
  /** Why the last try failed. */
  error: z.string().nullable(),
  updated_at: z.number(),
});
export type Outgoing = z.infer<typeof outgoing>;

/** What alerts keeps on `alert_state`. */
export const alertState = z.discriminatedUnion('type', [
  z.object({ type: z.literal('memory'), memory }),
  z.object({ type: z.literal('source'), memory: sourceMemory }),
  z.object({ type: z.literal('item'), item }),
  z.object({ type: z.literal('message'), outgoing }),
]);
export type AlertState = z.infer<typeof alertState>;

/** A record to write on `alert_state`: null deletes. */
export type StateWrite = readonly [key: string, value: AlertState | null];

const DAY = 86_400_000;
/** Acknowledged messages are kept for the limits' sake, memories until nobody restates an event that old. */
const KEEP = { message: 7 * DAY, memory: 400 * DAY } as const;

/** Waiting items and messages on their way never expire. */
export function isExpired(state: AlertState, now: number): boolean {
  if (state.type === 'memory') return now - state.memory.at > KEEP.memory;
  if (state.type === 'source') return now - state.memory.last_at > KEEP.memory;
  return (
    state.type === 'message' && state.outgoing.status !== 'pending' && now - state.outgoing.updated_at > KEEP.message
  );
}

export const memoryKey = (rule: string, signalId: string): string => `memory|${rule}|${signalId}`;
export const sourceKey = (rule: string, sourceId: string): string => `source|${rule}|${sourceId}`;
export const itemKey = (alertId: string): string => `item|${alertId}`;
export const messageKey = (messageId: string): string => `message|${messageId}`;
export const isMessageKey = (key: string): boolean => key.startsWith('message|');
