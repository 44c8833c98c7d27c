import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { TOPICS } from '../../contracts/topics.ts';
import { type PartitionRow, rowId } from './database.ts';
import { explain, isBusy } from './sqlite-error.ts';
import { pack } from './value-codec.ts';

export interface Write {
  readonly partition: PartitionRow;
  readonly key: string;
  readonly bytes: Buffer;
}

interface Job {
  readonly run: () => void;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

interface WriterOptions {
  readonly path: string;
  /** How long to wait for another process's write lock before saying so. */
  readonly lockTimeoutMs: number;
  /** Told which partitions grew, after the commit and before the appends resolve. */
  readonly onAppended: (partitionIds: ReadonlySet<number>) => void;
}

/** The single writer: everything asked for while one commit runs goes to the disk with the next (group commit). */
export class Writer {
  readonly #db: DatabaseSync;
  readonly #options: WriterOptions;
  #jobs: Job[] = [];
  #grown = new Set<number>();
  #flushing: Promise<void> | null = null;
  readonly #nextOffset: StatementSync;
  readonly #advance: StatementSync;
  readonly #insert: StatementSync;
  readonly #latest: StatementSync;
  readonly #setLatest: StatementSync;
  readonly #stored: StatementSync;
  readonly #delete: StatementSync;
  readonly #commit: StatementSync;

  constructor(db: DatabaseSync, options: WriterOptions) {
    this.#db = db;
    this.#options = options;
    this.#nextOffset = db.prepare('SELECT next_offset FROM topic_partition WHERE id = ?');
    this.#advance = db.prepare('UPDATE topic_partition SET next_offset = ?, bytes = bytes + ? WHERE id = ?');
    this.#insert = db.prepare(
      'INSERT INTO record (id, arrived_at, size, stored, key, codec, value) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.#latest = db.prepare('SELECT record_id FROM latest WHERE partition_id = ? AND key = ?');
    this.#setLatest = db.prepare(
      'INSERT INTO latest (partition_id, key, record_id) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET record_id = excluded.record_id',
    );
    this.#stored = db.prepare('SELECT stored FROM record WHERE id = ?');
    this.#delete = db.prepare('DELETE FROM record WHERE id = ?');
    this.#commit = db.prepare(
      `INSERT INTO committed (consumer_group, partition_id, next_offset, committed_at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET next_offset = excluded.next_offset, committed_at = excluded.committed_at`,
    );
  }

  append(writes: readonly Write[]): Promise<void> {
    const packed = writes.map((write) => ({ ...write, ...pack(write.bytes) }));
    return this.transact(() => {
      const now = Date.now();
      for (const { partition, key, bytes, codec, value } of packed) {
        const offset = Number(this.#nextOffset.get(partition.id)?.['next_offset'] ?? 0);
        const id = rowId(partition.id, offset);
        this.#insert.run(id, now, bytes.length, value.length, key, codec, value);
        const replaced = TOPICS[partition.topic].compacted ? this.#compact(partition, key, id) : 0;
        this.#advance.run(offset + 1, value.length - replaced, partition.id);
        this.#grown.add(partition.id);
      }
    });
  }

  commit(group: string, partition: PartitionRow, nextOffset: number): Promise<void> {
    return this.transact(() => void this.#commit.run(group, partition.id, nextOffset, Date.now()));
  }

  /** Runs `work` inside the next transaction; resolves when it is on the disk. */
  transact(work: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ run: work, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  /** Resolves when everything asked for so far has been written or refused. */
  async drain(): Promise<void> {
    await this.#flushing;
  }

  /** Deletes the key's older record at once: a compacted topic never holds more than one. Returns the bytes freed. */
  #compact(partition: PartitionRow, key: string, id: number): number {
    const older = this.#latest.get(partition.id, key)?.['record_id'];
    this.#setLatest.run(partition.id, key, id);
    if (typeof older !== 'number') return 0;
    const freed = Number(this.#stored.get(older)?.['stored'] ?? 0);
    this.#delete.run(older);
    return freed;
  }

  async #flush(): Promise<void> {
    // Whatever is asked for in this turn of the event loop shares the commit.
    await new Promise(setImmediate);
    while (this.#jobs.length > 0) {
      const jobs = this.#jobs;
      this.#jobs = [];
      this.#grown = new Set();
      try {
        await this.#begin();
        for (const job of jobs) job.run();
        this.#db.exec('COMMIT');
      } catch (error) {
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
        for (const job of jobs) job.reject(explain(error, this.#options.path));
        continue;
      }
      this.#options.onAppended(this.#grown);
      for (const job of jobs) job.resolve();
    }
    this.#flushing = null;
  }

  async #begin(): Promise<void> {
    const deadline = Date.now() + this.#options.lockTimeoutMs;
    for (;;) {
      try {
        this.#db.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || Date.now() > deadline) throw error;
        await delay(5);
      }
    }
  }
}
