import { isTombstone } from './encode.ts';
import type { ConsumedRecord, Table } from './port.ts';

/** The view behind `table(topic)`: the last value of each key of one partition, as far as it has been read. */
export class TableState implements Table {
  readonly #values = new Map<string, unknown>();
  /** The offset that will be read next. */
  position = 0;

  /** Takes a record in. Records already seen are passed over, so that two paths may bring the same one. */
  apply({ topic, key, offset, bytes }: ConsumedRecord): void {
    if (offset < this.position) return;
    this.position = offset + 1;
    if (isTombstone(topic, bytes)) this.#values.delete(key);
    else this.#values.set(key, JSON.parse(bytes.toString()));
  }

  get(key: string): unknown {
    return this.#values.get(key);
  }

  entries(): IterableIterator<[string, unknown]> {
    return this.#values.entries();
  }

  get size(): number {
    return this.#values.size;
  }
}
