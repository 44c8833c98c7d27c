import { z } from 'zod';
import { orNull, timestamp, version } from './common.ts';
import { documentKind } from './document.ts';

export const fetchReason = z.enum(['schedule', 'catch_up', 'article', 'recheck', 'retry', 'manual']);

/** Fetch this address of this source. Keyed by host, so that one worker paces a host. */
export const fetchJob = z.object({
  version,
  /** Deterministic (source, address, due time): two schedulers make one job. */
  job_id: z.string(),
  source_id: z.string(),
  url: z.string(),
  kind: documentKind,
  reason: fetchReason,
  scheduled_at: timestamp,
  /** What a feed said about its article. */
  title: orNull(z.string()),
  published_at: orNull(timestamp),
});
export type FetchJob = z.infer<typeof fetchJob>;

export const fetchOutcome = z.enum([
  'new_content',
  'unchanged',
  'not_modified',
  'robots_denied',
  'challenge',
  'http_error',
  'rate_limited',
  'network_error',
  'timeout',
  'too_large',
  'address_refused',
  'bad_content',
  'skipped',
  /** Fetched well, but without a single price where there were some before: stated by detect. */
  'no_prices',
]);

/** One attempt to fetch an address, whatever came of it. */
export const fetchAttempt = z.object({
  version,
  fetch_id: z.string(),
  job_id: z.string(),
  source_id: z.string(),
  url: z.string(),
  final_url: orNull(z.string()),
  started_at: timestamp,
  duration_ms: z.number().nonnegative(),
  outcome: fetchOutcome,
  status: orNull(z.number().int()),
  size_bytes: orNull(z.number().int()),
  /** The document whose content was seen: the new one, or the one that still stands. */
  document_id: orNull(z.string()),
  error: orNull(z.string()),
  /** When the source will be tried again because of this outcome. */
  retry_at: orNull(timestamp),
});
export type FetchAttempt = z.infer<typeof fetchAttempt>;

/** What fetch remembers of an address (compacted topic). */
export const fetchState = z.object({
  version,
  source_id: z.string(),
  url: z.string(),
  etag: orNull(z.string()),
  last_modified: orNull(z.string()),
  content_hash: orNull(z.string()),
  document_id: orNull(z.string()),
  /** Start of the last attempt, whatever came of it. */
  fetched_at: timestamp,
  failures: z.number().int().nonnegative().default(0),
  retry_at: orNull(timestamp),
  /** What a failed article needs to be asked for again. */
  kind: orNull(documentKind),
  title: orNull(z.string()),
  published_at: orNull(timestamp),
});
export type FetchState = z.infer<typeof fetchState>;

/** What schedule remembers of a source (compacted topic). */
export const scheduleState = z.object({ version, source_id: z.string(), last_due_at: timestamp });
export type ScheduleState = z.infer<typeof scheduleState>;
