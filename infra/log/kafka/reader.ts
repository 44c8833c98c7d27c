import { randomUUID } from 'node:crypto';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { TopicName } from '../../contracts/topics.ts';
import type { ConsumedRecord } from '../port.ts';
import { recordOf } from './records.ts';

/** Short, so that a partition that is followed anew need not wait long for the request that is under way. */
const FETCH_WAIT_MS = 100;

/** Called with records in offset order, and the offset that comes next; the next call waits for it. */
export type Follower = (records: readonly ConsumedRecord[], next: number) => Promise<void> | void;

/**
 * Reads single partitions of one topic, from any offset, without sharing them with anybody. kafkajs knows no such consumer, so this is
 * the only member of a group of its own, which holds every partition, pauses those nobody follows, and commits nothing: the broker
 * forgets the group when it leaves.
 */
export class Reader {
  readonly #consumer: Consumer;
  readonly #topic: TopicName;
  readonly #name: string;
  readonly #followers = new Map<number, { readonly follower: Follower; position: number }>();
  readonly #joined = Promise.withResolvers<void>();
  #started: Promise<void> | null = null;
  readonly #death = Promise.withResolvers<never>();
  /** Why it will read nothing any more; null while it lives. */
  dead: Error | null = null;

  constructor(kafka: Kafka, topic: TopicName, prefix: string) {
    this.#topic = topic;
    this.#name = prefix + topic;
    // Nobody may be waiting when it dies; the next who asks will see `dead`.
    this.died.catch(() => undefined);
    this.#consumer = kafka.consumer({
      groupId: `${prefix}reader-${topic}-${randomUUID()}`,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      // Alone in its group: after a lost connection it waits for nobody but its former self to expire.
      sessionTimeout: 6_000,
      heartbeatInterval: 2_000,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8, restartOnFailure: async () => true },
    });
  }

  /** Rejects when it will read nothing any more: whoever waits for records waits for this too. */
  get died(): Promise<never> {
    return this.#death.promise;
  }

  /** Follows a partition from an offset on, until `unfollow`. */
  async follow(partition: number, from: number, follower: Follower): Promise<void> {
    if (this.dead !== null) throw this.dead;
    this.#started ??= this.#start();
    await this.#started;
    this.#followers.set(partition, { follower, position: from });
    this.#seek(partition, from);
  }

  unfollow(partition: number): void {
    this.#followers.delete(partition);
  }

  async close(): Promise<void> {
    await this.#started?.catch(() => undefined);
    await this.#consumer.disconnect();
  }

  async #start(): Promise<void> {
    // Joined anew after a crash, kafkajs has forgotten where everybody was.
    this.#consumer.on(this.#consumer.events.GROUP_JOIN, () => {
      for (const [partition, { position }] of this.#followers) this.#seek(partition, position);
      this.#joined.resolve();
    });
    this.#consumer.on(this.#consumer.events.CRASH, ({ payload }) => {
      if (payload.restart) return;
      this.dead = payload.error;
      this.#death.reject(payload.error);
    });
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topics: [this.#name], fromBeginning: true });
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 16,
      eachBatch: (payload) => this.#deliver(payload),
    });
    await Promise.race([this.#joined.promise, this.died]);
  }

  #seek(partition: number, position: number): void {
    this.#consumer.seek({ topic: this.#name, partition, offset: String(position) });
    this.#consumer.resume([{ topic: this.#name, partitions: [partition] }]);
  }

  async #deliver({ batch, resolveOffset, isStale, pause }: EachBatchPayload): Promise<void> {
    const { partition } = batch;
    const following = this.#followers.get(partition);
    if (following === undefined) {
      pause();
      return;
    }
    // A seek is waiting: these records are of before it.
    if (isStale()) return;
    const last = batch.lastOffset();
    const records = batch.messages.map((message) => recordOf(this.#topic, partition, message));
    await following.follower(records, Number(last) + 1);
    following.position = Number(last) + 1;
    resolveOffset(last);
  }
}
