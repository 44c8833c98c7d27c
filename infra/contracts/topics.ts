import { z } from 'zod';
import { alert } from './alert.ts';
import { announcement } from './announcement.ts';
import { deadLetter } from './dead-letter.ts';
import { document } from './document.ts';
import { fetchAttempt, fetchJob, fetchState, scheduleState } from './fetch.ts';
import { reading } from './price.ts';
import { priceChange } from './price-change.ts';
import { signal } from './signal.ts';

const DAY = 86_400_000;

interface TopicContract<T extends z.ZodType = z.ZodType> {
  readonly schema: T;
  /** What records are keyed by: order holds per key. */
  readonly key: string;
  /** Compacted topics keep the last value of each key and have no age limit. */
  readonly compacted: boolean;
  readonly retentionMs: number | null;
  readonly maxMessageBytes: number;
}

const stream = <T extends z.ZodType>(
  schema: T,
  key: string,
  days: number,
  maxMessageBytes = 1 << 20,
): TopicContract<T> => ({
  schema,
  key,
  compacted: false,
  retentionMs: days * DAY,
  maxMessageBytes,
});
const state = <T extends z.ZodType>(schema: T, key: string, maxMessageBytes = 1 << 20): TopicContract<T> => ({
  schema,
  key,
  compacted: true,
  retentionMs: null,
  maxMessageBytes,
});
const LARGE = 32 << 20;

/** Every topic, what may be on it and how it is kept. States are co-partitioned with the topic they follow. */
export const TOPICS = {
  fetch_jobs: stream(fetchJob, 'host', 7),
  fetches: stream(fetchAttempt, 'source_id', 7),
  documents: stream(document, 'source_id', 7, LARGE),
  prices: stream(reading, 'source_id', 7, LARGE),
  announcements: stream(announcement, 'market (market.ts)', 7),
  price_changes: stream(priceChange, 'market (market.ts)', 30),
  signals: stream(signal, 'market (market.ts)', 90, LARGE),
  alerts: stream(alert, 'alert_id', 90),
  /** A letter carries its record in base64, which takes a third more. */
  dead_letters: stream(deadLetter, 'stage', 90, LARGE + LARGE / 2),
  schedule_state: state(scheduleState, 'source_id'),
  fetch_state: state(fetchState, 'url'),
  /** Owned by detect: one record per series and one per source address. */
  detect_state: state(z.unknown(), 'source_id|url[|series]', LARGE),
  /** Owned by merge: the evidence of every market and the signals made of it. */
  merge_state: state(z.unknown(), 'type|market|id', LARGE),
  /** Owned by alerts: what was sent. */
  alert_state: state(z.unknown(), 'alert_id'),
} as const satisfies Record<string, TopicContract>;

export type TopicName = keyof typeof TOPICS;
export type RecordOf<T extends TopicName> = z.infer<(typeof TOPICS)[T]['schema']>;
