/**
 * The event log: everything that flows between rooms, on one machine (SQLite) or many (Apache Kafka).
 * Three verbs. What they promise is the conformance suite, tests/infra/log/conformance.ts, which runs on both adapters.
 */
import type { TopicName } from '../contracts/topics.ts';

export interface AppendRecord {
  readonly key: string;
  /** JSON-serialisable; `null` is a tombstone on a compacted topic; bytes (Uint8Array) travel as they are. */
  readonly value: unknown;
  /** Where it must lie, for states that live beside the partition they belong to. Default: hash of the key. */
  readonly partition?: number;
}

export interface ConsumedRecord {
  readonly topic: TopicName;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  /** The record's bytes, UTF-8 JSON (a tombstone reads `null`). `decode` in decode.ts turns them into the topic's record. */
  readonly bytes: Buffer;
  /** Arrival, epoch milliseconds: retention counts from here, never from the story's date. */
  readonly arrivedAt: number;
}

export interface Batch {
  readonly topic: TopicName;
  readonly partition: number;
  /** In offset order, contiguous in delivery. */
  readonly records: readonly ConsumedRecord[];
  /** Aborted when the partition is taken away or the consumer stops: give up waiting, start nothing new. */
  readonly signal: AbortSignal;
  /** True once somebody else may be working on the partition: what this batch still wants to write must not be written. */
  readonly isLost: () => boolean;
}

export interface ConsumeOptions {
  readonly topics: readonly TopicName[];
  /**
   * Consumer group: members (which all consume the same topics) share the partitions, the group has one committed offset per
   * partition. Partition p of every topic goes to the same member, so that topics keyed alike can be joined.
   */
  readonly group: string;
  /** The batch's offsets are committed after this resolves. If it rejects, the batch is delivered again after a backoff. */
  readonly onBatch: (batch: Batch) => Promise<void>;
  /** Called before the first batch of a newly assigned partition; batches wait for it. */
  readonly onAssigned?: (topic: TopicName, partition: number) => Promise<void>;
  /** Called after the partition's last batch has ended and the partition is gone; never without its `onAssigned` having resolved. */
  readonly onRevoked?: (topic: TopicName, partition: number) => void;
  /** Most records of one batch. Default 500. */
  readonly maxRecords?: number;
  /**
   * Most bytes that running batches hold, all partitions of this consumer together: slow work makes the log wait, not memory grow.
   * A single larger record is still delivered, alone. Default 16 MiB.
   */
  readonly maxBytes?: number;
  /**
   * For slow work (seconds and more a batch): every partition goes at its own pace and none waits for another. Costs connections on
   * Kafka, nothing on the embedded log.
   */
  readonly isolate?: boolean;
  /** 'earliest' (default) or 'latest' where the group has no committed offset. */
  readonly from?: 'earliest' | 'latest';
}

export interface Consumer {
  /** Resolves when the running batches have ended and their offsets are committed. */
  stop(): Promise<void>;
  /**
   * Epoch milliseconds of the last turn of the consumer's loop, whether there was work, none, or slow work under way: health looks at
   * this. How long a batch is taking is for whoever works on it to say (StageStatus.busySince).
   */
  lastTick(): number;
  /** Rejects when the consumer has died and will not come back by itself. */
  readonly failed: Promise<never>;
}

/** A live key -> value view of one partition of a compacted topic. Values are what JSON made of them; do not change them in place. */
export interface Table {
  get(key: string): unknown;
  entries(): IterableIterator<[string, unknown]>;
  readonly size: number;
}

export interface TableView {
  /** Reads the partition to its present end, then returns its view. Records appended through the same log show at once. */
  load(partition: number): Promise<Table>;
  release(partition: number): void;
}

export interface Lag {
  readonly group: string;
  readonly topic: TopicName;
  readonly partition: number;
  readonly lag: number;
}

export interface ReadOptions {
  /** Default: every partition, one after the other. */
  readonly partition?: number;
  /** First offset wanted. Default: the oldest kept. */
  readonly from?: number;
}

export interface EventLog {
  /** Durable when it resolves; the records of one call are appended in order, per partition. */
  append(topic: TopicName, records: readonly AppendRecord[]): Promise<void>;
  consume(options: ConsumeOptions): Promise<Consumer>;
  table(topic: TopicName): TableView;
  /** What lies on the topic now, without a group: ends at the end found when the reading began. */
  read(topic: TopicName, options?: ReadOptions): AsyncIterable<ConsumedRecord>;
  /** Records between each group's committed offset and the end of the topic. */
  lag(group: string, topics: readonly TopicName[]): Promise<Lag[]>;
  partitions(topic: TopicName): Promise<number>;
  close(): Promise<void>;
}
