import type { ConsumedRecord, TableView } from '../port.ts';
import { TableState } from '../table-state.ts';
import type { PartitionRange } from './read-topic.ts';
import type { Reader } from './reader.ts';

interface Loaded {
  readonly state: TableState;
  users: number;
  readonly waiting: Set<{ readonly offset: number; readonly resolve: () => void }>;
  loading: Promise<void>;
}

/** The views of one compacted topic's partitions: read to the end, then followed. */
export class TopicTables implements TableView {
  readonly #reader: Reader;
  readonly #offsets: () => Promise<PartitionRange[]>;
  readonly #loaded = new Map<number, Loaded>();

  constructor(reader: Reader, offsets: () => Promise<PartitionRange[]>) {
    this.#reader = reader;
    this.#offsets = offsets;
  }

  async load(partition: number): Promise<TableState> {
    const loaded = this.#loaded.get(partition) ?? this.#open(partition);
    loaded.users++;
    try {
      await loaded.loading;
      await this.#untilCurrent(partition, loaded);
    } catch (error) {
      this.release(partition);
      throw error;
    }
    return loaded.state;
  }

  release(partition: number): void {
    const loaded = this.#loaded.get(partition);
    if (loaded === undefined || --loaded.users > 0) return;
    this.#loaded.delete(partition);
    this.#reader.unfollow(partition);
  }

  /** Shows an append of this process at once. An unknown offset (-1) is waited for instead. */
  async appended(record: Pick<ConsumedRecord, 'topic' | 'partition' | 'key' | 'offset' | 'bytes'>): Promise<void> {
    const loaded = this.#loaded.get(record.partition);
    if (loaded === undefined) return;
    if (record.offset >= 0) loaded.state.apply(record);
    else await this.#untilCurrent(record.partition, loaded);
  }

  close(): Promise<void> {
    return this.#reader.close();
  }

  #open(partition: number): Loaded {
    const state = new TableState();
    const waiting: Loaded['waiting'] = new Set();
    const follow = async () => {
      const { low } = await this.#range(partition);
      state.position = low;
      await this.#reader.follow(partition, low, (records, next) => {
        for (const record of records) state.read(record);
        state.position = Math.max(state.position, next);
        for (const waiter of waiting) {
          if (waiter.offset <= state.position && waiting.delete(waiter)) waiter.resolve();
        }
      });
    };
    const loaded: Loaded = { state, users: 0, waiting, loading: follow() };
    this.#loaded.set(partition, loaded);
    return loaded;
  }

  async #untilCurrent(partition: number, { state, waiting }: Loaded): Promise<void> {
    const { high } = await this.#range(partition);
    if (state.position >= high) return;
    await new Promise<void>((resolve) => waiting.add({ offset: high, resolve }));
  }

  async #range(partition: number): Promise<{ low: number; high: number }> {
    const found = (await this.#offsets()).find((range) => range.partition === partition);
    if (found === undefined) throw new Error(`the topic has no partition ${partition}`);
    return { low: Number(found.low), high: Number(found.high) };
  }
}
