import type { RecordOf, TopicName } from '../contracts/topics.ts';
import type { BreakerOptions } from './breaker.ts';
import type { AppendRecord, ConsumeOptions, Lag } from './port.ts';
import type { StageObserver, StageStatus } from './stage-status.ts';

/** One decoded record of topic T. Over several topics a union: `record.topic` tells `record.value`. */
export type StageRecord<T extends TopicName> = {
  readonly [K in T]: {
    readonly topic: K;
    readonly partition: number;
    readonly offset: number;
    readonly key: string;
    readonly value: RecordOf<K>;
    /** Arrival, epoch milliseconds. */
    readonly arrivedAt: number;
    /** The record as it travelled, for dead letters and byte counts. */
    readonly bytes: Buffer;
  };
}[T];

/** A record to append before the batch is committed. */
export type Output = {
  readonly [K in TopicName]: AppendRecord & { readonly topic: K; readonly value: RecordOf<K> | null };
}[TopicName];

export interface StageContext<T extends TopicName> {
  readonly topic: T;
  readonly partition: number;
  /** Aborted when the partition is taken away or the stage stops: give up waiting, start nothing new. */
  readonly signal: AbortSignal;
  /** This record alone is bad and trying again will not help: dead-letter it; the rest of the batch goes on. */
  reject(record: StageRecord<T>, reason: Error): void;
}

export interface StageOptions<T extends TopicName>
  extends Pick<ConsumeOptions, 'onAssigned' | 'onRevoked' | 'maxRecords' | 'maxBytes' | 'from' | 'isolate'> {
  readonly name: string;
  readonly topics: readonly T[];
  /** Consumer group. Default: the stage's name. */
  readonly group?: string;
  /**
   * Does the work for one partition's records, in offset order, and returns what to append. It may be called again with the same
   * records, or with fewer of them: ids are deterministic and effects idempotent.
   * - Resolves: the outputs are appended (per topic in the order given), then the offsets are committed.
   * - Throws `Unavailable` (or any error with `isRetriable: true`): tried again until it works; no record is blamed.
   * - Throws anything else: the batch is halved until the record at fault stands alone; that one is tried `attempts` times and then
   *   goes to dead_letters.
   */
  readonly handle: (
    records: readonly StageRecord<T>[],
    context: StageContext<T>,
  ) => Promise<readonly Output[] | undefined>;
  readonly retry?: RetryOptions;
  /** The stage stops when `limit` of the last `window` records of a partition went to dead_letters. Default 20 of 100. */
  readonly breaker?: BreakerOptions;
  readonly observer?: StageObserver;
}

export interface RetryOptions {
  /** Tries of one failing record before it is dead-lettered. Default 5. */
  readonly attempts?: number;
  readonly initialDelayMs?: number;
  readonly maxDelayMs?: number;
}

export interface Stage {
  /** Read it at any time: health and metrics look at this. */
  readonly status: StageStatus;
  lag(): Promise<Lag[]>;
  /** Ends the running batches, commits what they did, and leaves the group. */
  stop(): Promise<void>;
  /** Rejects when the consumer has died and will not come back by itself. A tripped breaker is no death: see `status.breaker`. */
  readonly failed: Promise<never>;
}
