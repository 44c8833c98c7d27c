import type { ConsumedRecord, ReadOptions } from '../port.ts';
import type { Reader } from './reader.ts';

/** Offsets as Kafka tells them: the oldest kept, and the one the next record will get. */
export interface PartitionRange {
  readonly partition: number;
  readonly low: string;
  readonly high: string;
}

/** What lies on the topic now, partition by partition. Holds one fetched batch at a time. */
export async function* readTopic(
  openReader: () => Reader,
  offsets: () => Promise<PartitionRange[]>,
  { partition, from = 0 }: ReadOptions = {},
): AsyncIterable<ConsumedRecord> {
  const ranges = (await offsets())
    .map((range) => ({ partition: range.partition, low: Math.max(from, Number(range.low)), high: Number(range.high) }))
    .filter((range) => (partition === undefined || range.partition === partition) && range.low < range.high)
    .sort((a, b) => a.partition - b.partition);
  if (ranges.length === 0) return;

  const reader = openReader();
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
      const { records, next } = await Promise.race([arrival.promise, reader.died]);
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
