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
  readonly #openReader: () => Reader;
  readonly #offsets: () => Promise<PartitionRange[]>;
  readonly #loaded = new Map<number, Loaded>();
  #reader: Reader;

  constructor(openReader: () => Reader, offsets: () => Promise<PartitionRange[]>) {
    this.#openReader = openReader;
    this.#reader = openReader();
    this.#offsets = offsets;
  }

  async load(partition: number): Promise<TableState> {
    if (this.#reader.dead !== null) this.#replaceReader();
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
    const begin = async () => {
      state.position = (await this.#range(partition)).low;
      await this.#follow(partition, { state, waiting });
    };
    const loaded: Loaded = { state, users: 0, waiting, loading: begin() };
    this.#loaded.set(partition, loaded);
    return loaded;
  }

  #follow(partition: number, { state, waiting }: Pick<Loaded, 'state' | 'waiting'>): Promise<void> {
    return this.#reader.follow(partition, state.position, (records, next) => {
      for (const record of records) state.read(record);
      state.position = Math.max(state.position, next);
      for (const waiter of waiting) {
        if (waiter.offset <= state.position && waiting.delete(waiter)) waiter.resolve();
      }
    });
  }

  /** What is loaded goes on from where the dead reader left it. */
  #replaceReader(): void {
    void this.#reader.close().catch(() => undefined);
    this.#reader = this.#openReader();
    for (const [partition, loaded] of this.#loaded) {
      loaded.loading = this.#follow(partition, loaded);
      loaded.loading.catch(() => undefined);
    }
  }

  async #untilCurrent(partition: number, { state, waiting }: Loaded): Promise<void> {
    const { high } = await this.#range(partition);
    if (state.position >= high) return;
    const current = new Promise<void>((resolve) => waiting.add({ offset: high, resolve }));
    await Promise.race([current, this.#reader.died]);
  }

  async #range(partition: number): Promise<{ low: number; high: number }> {
    const found = (await this.#offsets()).find((range) => range.partition === partition);
    if (found === undefined) throw new Error(`the topic has no partition ${partition}`);
    return { low: Number(found.low), high: Number(found.high) };
  }
}
