import { z } from 'zod';
import { orNull, timestamp, version } from './common.ts';

/** This record could not be processed, why, and how often it was tried. */
export const deadLetter = z.object({
  version,
  /** Stable per stage, topic, partition and offset. */
  dead_letter_id: z.string(),
  stage: z.string(),
  topic: z.string(),
  partition: z.number().int(),
  offset: z.number().int(),
  key: orNull(z.string()),
  /** The record's bytes, base64. */
  raw: z.string(),
  error: z.string(),
  attempts: z.number().int(),
  failed_at: timestamp,
  app_version: z.string(),
  /** What became of it: `tokentape dlq retry` or `drop` states the letter anew under the same id; the latest holds. */
  status: z.enum(['open', 'retried', 'dropped']).default('open'),
  /** When the status was set; null while it is open. */
  resolved_at: orNull(timestamp),
});
export type DeadLetter = z.infer<typeof deadLetter>;
