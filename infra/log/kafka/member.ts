import type { ConsumerGroupJoinEvent, EachBatchPayload, Kafka, Consumer as KafkaConsumer } from 'kafkajs';
import type { ByteBudget } from '../byte-budget.ts';
import { toError } from '../errors.ts';
import type { ConsumeOptions } from '../port.ts';
import { withRetry } from '../retry.ts';
import { topicNames } from '../topic-names.ts';
import { stickyAssigner } from './assigner.ts';
import { deliver } from './deliver.ts';
import { isLeaderless } from './errors.ts';
import { Holding } from './holding.ts';
import { Lease } from './lease.ts';

/** All in milliseconds. */
export interface GroupTimes {
  /** A member that has not been heard of for so long is out. Default 30 s. */
  readonly session?: number;
  /** Default 3 s. */
  readonly heartbeat?: number;
  /** How long a rebalance waits for members to end their batches. Default 60 s. */
  readonly rebalance?: number;
  /** The consumer is declared dead when its loop has not turned for so long. Default 5 min. */
  readonly stall?: number;
}

export const DEFAULT_MAX_BYTES = 16 << 20;
const CONCURRENT_PARTITIONS = 64;

export interface MemberParts {
  readonly prefix: string;
  /** Names the process: the members of one share what it gets. */
  readonly process: string;
  /** Shared by the members of one consumer. */
  readonly budget: ByteBudget;
  /** What the members of one consumer hold, by "topic/partition": a partition may go from one to the other. */
  readonly held: Map<string, Holding>;
  readonly times?: GroupTimes | undefined;
}

/** One consumer of a group: kafkajs fetches and joins; what is held, and for how long, is decided here. */
export class GroupMember {
  readonly #consumer: KafkaConsumer;
  readonly #options: ConsumeOptions;
  readonly #prefix: string;
  readonly #times: Required<GroupTimes>;
  readonly #budget: ByteBudget;
  readonly #maxBytes: number;
  readonly #holdings = new Map<string, Holding>();
  readonly #heldByAll: Map<string, Holding>;
  readonly #stopping = new AbortController();
  readonly #joinedOnce = Promise.withResolvers<void>();
  readonly #death = Promise.withResolvers<never>();
  readonly #watch: NodeJS.Timeout;
  #lease: Lease;
  #memberId = '';
  #stopped: Promise<void> | null = null;
  /** Fetches, joins, heartbeats (they go on during slow work) and finished batches all count. */
  lastTick = Date.now();

  constructor(kafka: Kafka, options: ConsumeOptions, { prefix, process, budget, held, times = {} }: MemberParts) {
    this.#options = options;
    this.#prefix = prefix;
    this.#times = { session: 30_000, heartbeat: 3_000, rebalance: 60_000, stall: 300_000, ...times };
    this.#maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
    this.#budget = budget;
    this.#heldByAll = held;
    this.#lease = this.#newLease();
    this.#consumer = kafka.consumer({
      groupId: prefix + options.group,
      partitionAssigners: [stickyAssigner(() => ({ process, held: this.#numbers() }))],
      sessionTimeout: this.#times.session,
      heartbeatInterval: this.#times.heartbeat,
      rebalanceTimeout: this.#times.rebalance,
      maxBytes: this.#maxBytes,
      maxBytesPerPartition: Math.min(this.#maxBytes, 4 << 20),
      // The broker answers the first record at once.
      minBytes: 1,
      maxWaitTimeInMs: 500,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8, restartOnFailure: async () => true },
    });
    this.#listen();
    this.#watch = setInterval(() => this.#checkStall(), Math.min(1_000, this.#times.stall / 4));
  }

  get failed(): Promise<never> {
    return this.#death.promise;
  }

  /** Resolves when the group has been joined for the first time. */
  async start(): Promise<void> {
    await this.#consumer.connect();
    const topics = this.#options.topics.map((topic) => this.#prefix + topic);
    await this.#consumer.subscribe({ topics, fromBeginning: this.#options.from !== 'latest' });
    await this.#run();
    await Promise.race([this.#joinedOnce.promise, this.failed]);
  }

  #run(): Promise<void> {
    return this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: CONCURRENT_PARTITIONS,
      eachBatch: (payload) => this.#eachBatch(payload),
    });
  }

  /** Begins anew after a crash, when kafkajs would not. */
  async #restart(): Promise<void> {
    const policy = { retryIf: () => true, initialDelayMs: 500, maxDelayMs: 5_000, signal: this.#stopping.signal };
    await withRetry(policy, async () => {
      this.lastTick = Date.now();
      await this.#consumer.connect();
    });
    await this.#run();
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    clearInterval(this.#watch);
    this.#stopping.abort(new Error(`the consumer of ${this.#options.group} stops`));
    await this.#consumer.disconnect();
    await this.#revokeAll();
  }

  async #eachBatch(payload: EachBatchPayload): Promise<void> {
    const holding = this.#holdings.get(`${payload.batch.topic}/${payload.batch.partition}`);
    if (holding === undefined) return;
    this.lastTick = Date.now();
    await deliver(payload, holding, {
      options: this.#options,
      lease: this.#lease,
      stopping: this.#stopping.signal,
      heartbeatMs: this.#times.heartbeat,
      budget: this.#budget,
      maxBytes: this.#maxBytes,
      onTick: () => {
        this.lastTick = Date.now();
      },
    });
  }

  #listen(): void {
    const { events } = this.#consumer;
    this.#consumer.on(events.GROUP_JOIN, (event) => this.#joined(event));
    this.#consumer.on(events.FETCH_START, () => {
      this.lastTick = Date.now();
    });
    this.#consumer.on(events.HEARTBEAT, () => {
      this.lastTick = Date.now();
      this.#lease.renew();
    });
    this.#consumer.on(events.CRASH, ({ payload }) => {
      if (payload.restart) return;
      if (isLeaderless(payload.error)) this.#restart().catch((error: unknown) => this.#die(toError(error)));
      else this.#die(payload.error);
    });
  }

  /** Every batch of the generation before has ended by now: kafkajs joins when its fetchers have stopped. */
  #joined({ payload }: ConsumerGroupJoinEvent): void {
    this.lastTick = Date.now();
    const wanted = new Map<string, Holding>();
    for (const [name, partitions] of Object.entries(payload.memberAssignment)) {
      const topic = topicNames().find((candidate) => this.#prefix + candidate === name);
      if (topic === undefined) continue;
      for (const partition of partitions) {
        wanted.set(`${name}/${partition}`, new Holding(topic, partition, this.#options));
      }
    }
    // Expelled and let in again under a new name: others may have worked on what was held before.
    const expelled = this.#memberId !== '' && this.#memberId !== payload.memberId;
    this.#memberId = payload.memberId;
    this.#lease = this.#newLease();
    for (const [id, holding] of this.#holdings) {
      if (!expelled && wanted.delete(id)) continue;
      this.#holdings.delete(id);
      void this.#letGo(id, holding);
    }
    for (const [id, holding] of wanted) {
      // A sibling may not know yet that it has lost the partition.
      const before = this.#heldByAll.get(id)?.revoke();
      this.#holdings.set(id, holding);
      this.#heldByAll.set(id, holding);
      holding.assign(this.#stopping.signal, before);
    }
    this.#joinedOnce.resolve();
  }

  #numbers(): number[] {
    return [...new Set([...this.#holdings.values()].map(({ partition }) => partition))];
  }

  #newLease(): Lease {
    return new Lease(this.#times);
  }

  async #revokeAll(): Promise<void> {
    this.#lease.revoke();
    const held = [...this.#holdings];
    this.#holdings.clear();
    await Promise.all(held.map(([id, holding]) => this.#letGo(id, holding)));
  }

  async #letGo(id: string, holding: Holding): Promise<void> {
    await holding.revoke();
    if (this.#heldByAll.get(id) === holding) this.#heldByAll.delete(id);
  }

  #checkStall(): void {
    const silent = Date.now() - this.lastTick;
    if (silent < this.#times.stall) return;
    this.#die(new Error(`the consumer of ${this.#options.group} has not turned for ${Math.round(silent / 1000)} s`));
  }

  #die(error: Error): void {
    if (this.#stopping.signal.aborted) return;
    clearInterval(this.#watch);
    this.#lease.revoke();
    this.#death.reject(toError(error));
  }
}
