import type { Admin, Kafka } from 'kafkajs';
import type { TopicName } from '../../contracts/topics.ts';
import type { ConsumedRecord, ReadOptions } from '../port.ts';
import { Reader } from './reader.ts';

interface Parts {
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly prefix: string;
}

/** What lies on the topic now, partition by partition. Holds one fetched batch at a time. */
export async function* readTopic(
  { kafka, admin, prefix }: Parts,
  topic: TopicName,
  { partition, from = 0 }: ReadOptions = {},
): AsyncIterable<ConsumedRecord> {
  const ranges = (await admin.fetchTopicOffsets(prefix + topic))
    .map((range) => ({ partition: range.partition, low: Math.max(from, Number(range.low)), high: Number(range.high) }))
    .filter((range) => (partition === undefined || range.partition === partition) && range.low < range.high)
    .sort((a, b) => a.partition - b.partition);
  if (ranges.length === 0) return;

  const reader = new Reader(kafka, topic, prefix);
  try {
    for (const range of ranges) yield* readPartition(reader, range);
  } finally {
    await reader.close();
  }
}

async function* readPartition(
  reader: Reader,
  { partition, low, high }: { readonly partition: number; readonly low: number; readonly high: number },
): AsyncIterable<ConsumedRecord> {
  let arrival = Promise.withResolvers<{ records: readonly ConsumedRecord[]; next: number }>();
  let taken = Promise.withResolvers<void>();
  await reader.follow(partition, low, (records, next) => {
    arrival.resolve({ records, next });
    return taken.promise;
  });
  try {
    for (let position = low; position < high; ) {
      const { records, next } = await arrival.promise;
      yield* records.filter(({ offset }) => offset >= position && offset < high);
      position = next;
      arrival = Promise.withResolvers();
      const done = taken;
      taken = Promise.withResolvers();
      done.resolve();
    }
  } finally {
    reader.unfollow(partition);
    taken.resolve();
  }
}
