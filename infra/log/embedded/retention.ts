import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { TOPICS } from '../../contracts/topics.ts';
import { TOMBSTONE } from '../encode.ts';
import { type PartitionRow, rowId } from './database.ts';
import type { Writer } from './writer.ts';

/** Records deleted in one transaction: appends get their turn in between. */
const STEP = 500;
/** A tombstone stays this long so that followers see it. */
const TOMBSTONE_MS = 86_400_000;
/** A group none of whose members has committed for so long is gone: beyond the longest retention nothing it knew is left. */
const GROUP_MS = 100 * 86_400_000;

/** Deletes what is older than its topic keeps, then the oldest beyond the size limit. Age counts from arrival. */
export class Retention {
  readonly #db: DatabaseSync;
  readonly #writer: Writer;
  readonly #maxTopicBytes: number | null;
  readonly #oldest: StatementSync;
  readonly #delete: StatementSync;
  readonly #shrink: StatementSync;
  readonly #size: StatementSync;
  readonly #tombstones: StatementSync;
  readonly #forget: StatementSync;
  readonly #groups: StatementSync;

  constructor(db: DatabaseSync, writer: Writer, maxTopicBytes: number | null) {
    this.#db = db;
    this.#writer = writer;
    this.#maxTopicBytes = maxTopicBytes;
    this.#oldest = db.prepare('SELECT id, arrived_at, stored FROM record WHERE id >= ? AND id < ? ORDER BY id LIMIT ?');
    this.#delete = db.prepare('DELETE FROM record WHERE id >= ? AND id <= ?');
    this.#shrink = db.prepare('UPDATE topic_partition SET bytes = bytes - ? WHERE id = ?');
    this.#size = db.prepare('SELECT bytes FROM topic_partition WHERE id = ?');
    this.#tombstones = db.prepare(
      'SELECT id, key, stored FROM record WHERE id >= ? AND id < ? AND size = ? AND arrived_at < ? AND value = ? LIMIT ?',
    );
    this.#groups = db.prepare(
      'DELETE FROM committed WHERE consumer_group IN (SELECT consumer_group FROM committed GROUP BY 1 HAVING max(committed_at) < ?)',
    );
    this.#forget = db.prepare('DELETE FROM latest WHERE partition_id = ? AND key = ?');
  }

  /** @returns how many records were deleted. */
  async run(topics: Iterable<readonly PartitionRow[]>, now = Date.now()): Promise<number> {
    let deleted = 0;
    for (const partitions of topics) {
      for (const partition of partitions) {
        for (let step = -1; step !== 0; deleted += step) {
          step = await this.#step(partition, now, partitions.length);
          await turn();
        }
      }
    }
    await this.#writer.transact(() => void this.#groups.run(now - GROUP_MS));
    if (deleted > 0) this.#db.exec('PRAGMA incremental_vacuum');
    return deleted;
  }

  async #step(partition: PartitionRow, now: number, partitions: number): Promise<number> {
    let deleted = 0;
    await this.#writer.transact(() => {
      deleted = TOPICS[partition.topic].compacted
        ? this.#dropTombstones(partition, now)
        : this.#dropOldest(partition, now, partitions);
    });
    return deleted;
  }

  #dropOldest({ id, topic }: PartitionRow, now: number, partitions: number): number {
    const { retentionMs } = TOPICS[topic];
    const limit = this.#maxTopicBytes === null ? Number.POSITIVE_INFINITY : this.#maxTopicBytes / partitions;
    let excess = Number(this.#size.get(id)?.['bytes'] ?? 0) - limit;
    let [last, deleted, freed] = [0, 0, 0];
    for (const row of this.#oldest.iterate(rowId(id, 0), rowId(id + 1, 0), STEP)) {
      const expired = retentionMs !== null && Number(row['arrived_at']) < now - retentionMs;
      if (!expired && excess <= 0) break;
      last = Number(row['id']);
      deleted++;
      freed += Number(row['stored']);
      excess -= Number(row['stored']);
    }
    if (deleted === 0) return 0;
    this.#delete.run(rowId(id, 0), last);
    this.#shrink.run(freed, id);
    return deleted;
  }

  #dropTombstones({ id }: PartitionRow, now: number): number {
    const [from, to] = [rowId(id, 0), rowId(id + 1, 0)];
    const rows = this.#tombstones.all(from, to, TOMBSTONE.length, now - TOMBSTONE_MS, TOMBSTONE, STEP);
    for (const row of rows) {
      const tombstone = Number(row['id']);
      this.#delete.run(tombstone, tombstone);
      this.#forget.run(id, String(row['key']));
      this.#shrink.run(Number(row['stored']), id);
    }
    return rows.length;
  }
}
