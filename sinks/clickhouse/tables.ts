import type { TopicName } from '../../infra/contracts/topics.ts';

/** Topics whose records are stored. The others are jobs and states. */
export const RECORD_TOPICS = [
  'documents',
  'fetches',
  'prices',
  'price_changes',
  'announcements',
  'signals',
  'alerts',
  'dead_letters',
] as const satisfies readonly TopicName[];
export type RecordTopic = (typeof RECORD_TOPICS)[number];

/** Each topic's table, and `readings`: the messages of `prices` without their prices. */
export type TableName = RecordTopic | 'readings';

export type Row = Readonly<Record<string, unknown>>;
