import { ByteBudget } from '../byte-budget.ts';
import { isRetriable, toError } from '../errors.ts';
import type { ConsumedRecord, ConsumeOptions } from '../port.ts';
import { withRetry } from '../retry.ts';
import type { PartitionRow } from './database.ts';
import type { Reader } from './reader.ts';
import type { Wakeup } from './wakeup.ts';
import type { Writer } from './writer.ts';

const REDELIVERY = { retryIf: () => true, initialDelayMs: 100, maxDelayMs: 10_000 };

interface Held {
  readonly partition: PartitionRow;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/** Inside one process a partition is never given on before its batch has ended. */
const never = () => false;

export interface MemberParts {
  readonly reader: Reader;
  readonly writer: Writer;
  readonly wakeup: Wakeup;
}

/** One consumer of a group: a loop for every partition it holds. */
export class Member {
  readonly options: ConsumeOptions;
  readonly #parts: MemberParts;
  readonly #budget: ByteBudget;
  readonly #maxBytes: number;
  readonly #held = new Map<number, Held>();
  readonly #death = Promise.withResolvers<never>();

  constructor(options: ConsumeOptions, parts: MemberParts) {
    this.options = options;
    this.#parts = parts;
    this.#maxBytes = options.maxBytes ?? 16 << 20;
    this.#budget = new ByteBudget(this.#maxBytes);
  }

  get failed(): Promise<never> {
    return this.#death.promise;
  }

  take(partition: PartitionRow): void {
    const abort = new AbortController();
    const done = this.#serve(partition, abort.signal);
    this.#held.set(partition.id, { partition, abort, done });
  }

  /** Lets the running batch end and be committed; the partition is free when this resolves. */
  async release(partition: PartitionRow): Promise<void> {
    const held = this.#held.get(partition.id);
    if (held === undefined) return;
    held.abort.abort(new Error(`${partition.topic}/${partition.partition} was given away`));
    await held.done;
    this.#held.delete(partition.id);
  }

  async releaseAll(): Promise<void> {
    await Promise.all([...this.#held.values()].map(({ partition }) => this.release(partition)));
  }

  async #serve(partition: PartitionRow, signal: AbortSignal): Promise<void> {
    const { topic, partition: number } = partition;
    let taken = false;
    try {
      await withRetry({ ...REDELIVERY, signal }, async () => this.options.onAssigned?.(topic, number));
      taken = true;
      // A file that cannot be read for a while (a full or failing disk) is waited for, like everything that is away.
      await withRetry({ ...REDELIVERY, retryIf: isRetriable, signal }, () => this.#deliver(partition, signal));
    } catch (thrown) {
      if (!signal.aborted) this.#death.reject(toError(thrown));
    }
    if (taken) this.options.onRevoked?.(topic, number);
  }

  async #deliver(partition: PartitionRow, signal: AbortSignal): Promise<void> {
    const { reader, writer, wakeup } = this.#parts;
    const { group, from, maxRecords = 500 } = this.options;
    const fresh = from === 'latest' ? reader.end(partition) : 0;
    let position = reader.committed(group, partition) ?? fresh;
    while (!signal.aborted) {
      const slice = reader.next(partition, position, maxRecords, this.#maxBytes);
      if (slice === null) {
        await wakeup.wait(partition.id, signal);
        continue;
      }
      await this.#budget.acquire(slice.bytes, signal);
      try {
        const records = reader.load(partition, slice);
        // Retention may have been faster than this consumer.
        if (records.length > 0) await this.#hand(partition, records, signal);
        position = slice.last + 1;
        const commit = () => writer.commit(group, partition, position);
        // The first try belongs to the batch, also when the partition is about to go; only the waiting ends with the signal.
        await commit().catch(() => withRetry({ ...REDELIVERY, signal }, commit));
      } finally {
        this.#budget.release(slice.bytes);
      }
    }
  }

  async #hand({ topic, partition }: PartitionRow, records: ConsumedRecord[], signal: AbortSignal): Promise<void> {
    const batch = { topic, partition, records, signal, isLost: never };
    await withRetry({ ...REDELIVERY, signal }, () => this.options.onBatch(batch));
  }
}
