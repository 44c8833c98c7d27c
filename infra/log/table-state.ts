import { isTombstone } from './encode.ts';
import type { ConsumedRecord, Table } from './port.ts';

interface Entry {
  readonly offset: number;
  /** undefined where the key was deleted: kept until the reader has passed the tombstone, so that nothing older brings it back. */
  readonly value: unknown;
}

type StateRecord = Pick<ConsumedRecord, 'topic' | 'key' | 'offset' | 'bytes'>;

/**
 * The view behind `table(topic)`: the last value of each key of one partition. Records come by two ways, read from the log in order
 * and straight from this process's appends; per key the highest offset wins, whichever way it came.
 */
export class TableState implements Table {
  readonly #entries = new Map<string, Entry>();
  #deleted = 0;
  /** The offset the reader will read next. */
  position = 0;

  /** A record read from the log, in offset order. */
  read(record: StateRecord): void {
    if (record.offset < this.position) return;
    this.apply(record);
    this.position = record.offset + 1;
    if (isTombstone(record.topic, record.bytes) && this.#entries.get(record.key)?.offset === record.offset) {
      this.#entries.delete(record.key);
      this.#deleted--;
    }
  }

  /** A record this process has appended, perhaps before the reader gets there. */
  apply({ topic, key, offset, bytes }: StateRecord): void {
    const known = this.#entries.get(key);
    if (offset < this.position || (known !== undefined && known.offset >= offset)) return;
    const value: unknown = isTombstone(topic, bytes) ? undefined : JSON.parse(bytes.toString());
    if (known !== undefined && known.value === undefined) this.#deleted--;
    if (value === undefined) this.#deleted++;
    this.#entries.set(key, { offset, value });
  }

  get(key: string): unknown {
    return this.#entries.get(key)?.value;
  }

  *entries(): IterableIterator<[string, unknown]> {
    for (const [key, { value }] of this.#entries) if (value !== undefined) yield [key, value];
  }

  get size(): number {
    return this.#entries.size - this.#deleted;
  }
}
