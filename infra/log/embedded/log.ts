import type { TopicName } from '../../contracts/topics.ts';
import { encode } from '../encode.ts';
import { partitionOf } from '../partition.ts';
import type { AppendRecord, ConsumedRecord, ConsumeOptions, Consumer, EventLog, Lag, ReadOptions } from '../port.ts';
import { openDatabase, openPartitions, type PartitionRow } from './database.ts';
import { lockGroup } from './group-lock.ts';
import { Group } from './groups.ts';
import { Member } from './member.ts';
import { Reader } from './reader.ts';
import { Retention } from './retention.ts';
import { Tables } from './tables.ts';
import { Wakeup } from './wakeup.ts';
import { Writer } from './writer.ts';

export interface EmbeddedLogOptions {
  /** The SQLite file; its directory is made. */
  readonly path: string;
  /** Partitions of a topic when it is first made. An existing topic keeps its number. Default 4. */
  readonly partitions?: number;
  /** Most bytes a topic may take before its oldest records go. Default: age alone decides. */
  readonly maxTopicBytes?: number;
  /** How often old records are deleted. Default: every minute. */
  readonly retentionEveryMs?: number;
  /** How long an append waits for another process's write before it fails as Unavailable. Default 10 s. */
  readonly lockTimeoutMs?: number;
}

export interface EmbeddedLog extends EventLog {
  /** Deletes what retention no longer keeps; also runs by itself. Resolves to the number of records deleted. */
  enforceRetention(now?: number): Promise<number>;
}

/** The event log in one SQLite file: for one machine, one process a consumer group. */
export function openEmbeddedLog(options: EmbeddedLogOptions): EmbeddedLog {
  const { path, partitions = 4, maxTopicBytes = null, retentionEveryMs = 60_000, lockTimeoutMs = 10_000 } = options;
  const db = openDatabase(path);
  const topics = openPartitions(db, partitions);
  const reader = new Reader(db, path);
  const tables = new Tables(reader);
  const wakeup = new Wakeup(db, () => tables.catchUp());
  const writer = new Writer(db, {
    path,
    lockTimeoutMs,
    onAppended: (grown) => {
      tables.catchUp(grown);
      wakeup.notify(grown);
    },
  });
  const retention = new Retention(db, writer, maxTopicBytes);
  const groups = new Map<string, { readonly group: Group; readonly unlock: () => void }>();
  const consumers = new Set<Consumer>();

  const partitionsOf = (topic: TopicName): PartitionRow[] => topics.get(topic) ?? [];
  const enforceRetention = (now?: number) => retention.run(topics.values(), now);
  const retentionTimer = setInterval(() => void enforceRetention().catch(() => undefined), retentionEveryMs).unref();

  async function append(topic: TopicName, records: readonly AppendRecord[]): Promise<void> {
    const rows = partitionsOf(topic);
    await writer.append(
      records.map((record) => {
        const row = rows[record.partition ?? partitionOf(record.key, rows.length)];
        if (row === undefined) throw new Error(`${topic} has no partition ${record.partition}`);
        return { partition: row, key: record.key, bytes: encode(topic, record) };
      }),
    );
  }

  async function consume(consumeOptions: ConsumeOptions): Promise<Consumer> {
    const { group: name } = consumeOptions;
    const entry = groups.get(name) ?? {
      group: new Group(consumeOptions.topics, partitionsOf),
      unlock: lockGroup(path, name),
    };
    groups.set(name, entry);
    const member = new Member(consumeOptions, { reader, writer, wakeup });
    entry.group.join(member);
    const unwatch = wakeup.watch();

    const stop = async () => {
      consumers.delete(consumer);
      await entry.group.leave(member);
      unwatch();
      if (entry.group.empty && groups.delete(name)) entry.unlock();
    };
    let stopped: Promise<void> | undefined;
    const consumer: Consumer = {
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
      lastTick: () => wakeup.lastLook,
      failed: member.failed,
    };
    consumers.add(consumer);
    return consumer;
  }

  async function* read(topic: TopicName, { partition, from = 0 }: ReadOptions = {}): AsyncIterable<ConsumedRecord> {
    const wanted = partitionsOf(topic).filter((row) => partition === undefined || row.partition === partition);
    const ends = wanted.map((row) => reader.end(row));
    for (const [index, row] of wanted.entries()) {
      const end = ends[index] ?? 0;
      for (let position = from; position < end; ) {
        const slice = reader.next(row, position, 500, 16 << 20);
        if (slice === null) break;
        yield* reader.load(row, slice).filter(({ offset }) => offset < end);
        position = slice.last + 1;
      }
    }
  }

  async function lag(group: string, of: readonly TopicName[]): Promise<Lag[]> {
    return of.flatMap((topic) =>
      partitionsOf(topic).map((row) => {
        const position = Math.max(reader.committed(group, row) ?? 0, reader.start(row));
        return { group, topic, partition: row.partition, lag: reader.end(row) - position };
      }),
    );
  }

  async function close(): Promise<void> {
    clearInterval(retentionTimer);
    await Promise.all([...consumers].map((consumer) => consumer.stop()));
    await writer.drain();
    if (db.isOpen) db.close();
  }

  return {
    append,
    consume,
    read,
    lag,
    close,
    enforceRetention,
    table: (topic) => tables.view(topic, partitionsOf(topic)),
    partitions: async (topic) => partitionsOf(topic).length,
  };
}
