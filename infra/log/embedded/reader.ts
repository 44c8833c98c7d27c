import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ConsumedRecord } from '../port.ts';
import { offsetOf, type PartitionRow, rowId } from './database.ts';
import { explain } from './sqlite-error.ts';
import { unpack } from './value-codec.ts';

/** What the next batch would hold: known before its bytes are in memory. */
export interface Slice {
  readonly first: number;
  readonly last: number;
  readonly records: number;
  readonly bytes: number;
}

/** Reads one partition's records and offsets. Readers never wait for the writer (WAL). */
export class Reader {
  readonly #path: string;
  readonly #sizes: StatementSync;
  readonly #records: StatementSync;
  readonly #end: StatementSync;
  readonly #start: StatementSync;
  readonly #committed: StatementSync;

  constructor(db: DatabaseSync, path: string) {
    this.#path = path;
    this.#sizes = db.prepare('SELECT id, size FROM record WHERE id >= ? AND id < ? ORDER BY id LIMIT ?');
    this.#records = db.prepare(
      'SELECT id, arrived_at, key, codec, value FROM record WHERE id >= ? AND id <= ? ORDER BY id',
    );
    this.#end = db.prepare('SELECT next_offset FROM topic_partition WHERE id = ?');
    this.#start = db.prepare('SELECT id FROM record WHERE id >= ? AND id < ? ORDER BY id LIMIT 1');
    this.#committed = db.prepare('SELECT next_offset FROM committed WHERE consumer_group = ? AND partition_id = ?');
  }

  /** The offset the next record of the partition will get. */
  end({ id }: PartitionRow): number {
    return this.#guard(() => Number(this.#end.get(id)?.['next_offset'] ?? 0));
  }

  /** The oldest kept offset, or the end where nothing is kept. */
  start(partition: PartitionRow): number {
    return this.#guard(() => {
      const row = this.#start.get(rowId(partition.id, 0), rowId(partition.id + 1, 0));
      return row === undefined ? this.end(partition) : offsetOf(Number(row['id']));
    });
  }

  committed(group: string, { id }: PartitionRow): number | null {
    return this.#guard(() => {
      const row = this.#committed.get(group, id);
      return row === undefined ? null : Number(row['next_offset']);
    });
  }

  /** The records from an offset on that fit the limits (one always does), or null at the end of the partition. */
  next({ id }: PartitionRow, from: number, maxRecords: number, maxBytes: number): Slice | null {
    return this.#guard(() => {
      let [first, last, records, bytes] = [-1, -1, 0, 0];
      for (const row of this.#sizes.iterate(rowId(id, from), rowId(id + 1, 0), maxRecords)) {
        const size = Number(row['size']);
        if (records > 0 && bytes + size > maxBytes) break;
        last = offsetOf(Number(row['id']));
        if (records === 0) first = last;
        records++;
        bytes += size;
      }
      return records === 0 ? null : { first, last, records, bytes };
    });
  }

  load({ id, topic, partition }: PartitionRow, slice: Slice): ConsumedRecord[] {
    return this.#guard(() =>
      this.#records.all(rowId(id, slice.first), rowId(id, slice.last)).map((row) => {
        const value = row['value'];
        if (!(value instanceof Uint8Array)) throw new Error(`record ${String(row['id'])} has no bytes`);
        return {
          topic,
          partition,
          offset: offsetOf(Number(row['id'])),
          key: String(row['key']),
          bytes: unpack(Number(row['codec']), value),
          arrivedAt: Number(row['arrived_at']),
        };
      }),
    );
  }

  #guard<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw explain(error, this.#path);
    }
  }
}
