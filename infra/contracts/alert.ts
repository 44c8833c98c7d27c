import { z } from 'zod';
import { orNull, timestamp, version } from './common.ts';

/** This rule told this channel about these signals. */
export const alert = z.object({
  version,
  /** Stable per rule, signal revision and channel. */
  alert_id: z.string(),
  rule: z.string(),
  channel: z.string(),
  signal_ids: z.array(z.string()),
  status: z.enum(['sent', 'failed', 'retrying', 'held', 'digested', 'suppressed']),
  /** The message it travelled in, which may carry several alerts; what the other end sees as the id. */
  message_id: orNull(z.string()),
  attempts: z.number().int().nonnegative(),
  title: z.string(),
  text: z.string(),
  error: orNull(z.string()),
  created_at: timestamp,
  updated_at: timestamp,
});
export type Alert = z.infer<typeof alert>;
