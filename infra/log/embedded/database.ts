import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TopicName } from '../../contracts/topics.ts';
import { topicNames } from '../topic-names.ts';
import { explain } from './sqlite-error.ts';

/** A record's row id is its partition's id in the high bits and its offset below: a partition is one range of the table. */
const OFFSETS = 2 ** 40;
const SCHEMA_VERSION = 1;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS topic_partition (
  id INTEGER PRIMARY KEY, topic TEXT NOT NULL, partition INTEGER NOT NULL,
  next_offset INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
  UNIQUE (topic, partition)
) STRICT;
CREATE TABLE IF NOT EXISTS record (
  id INTEGER PRIMARY KEY, arrived_at INTEGER NOT NULL, size INTEGER NOT NULL, stored INTEGER NOT NULL,
  key TEXT NOT NULL, codec INTEGER NOT NULL, value BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS latest (
  partition_id INTEGER NOT NULL, key TEXT NOT NULL, record_id INTEGER NOT NULL, PRIMARY KEY (partition_id, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS committed (
  consumer_group TEXT NOT NULL, partition_id INTEGER NOT NULL, next_offset INTEGER NOT NULL, committed_at INTEGER NOT NULL,
  PRIMARY KEY (consumer_group, partition_id)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = ${SCHEMA_VERSION};
`;

export interface PartitionRow {
  readonly id: number;
  readonly topic: TopicName;
  readonly partition: number;
}

export const rowId = (partitionId: number, offset: number): number => partitionId * OFFSETS + offset;
export const offsetOf = (id: number): number => id % OFFSETS;

/** Opens or creates the file. `synchronous = FULL`: a commit is on the disk when it returns, whatever is killed afterwards. */
export function openDatabase(path: string): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const db = new DatabaseSync(path, { timeout: 2_000 });
    db.exec('PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    db.exec('PRAGMA journal_size_limit = 67108864;');
    const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version > SCHEMA_VERSION) {
      throw new Error(`${path} was written by a newer version of tokentape (format ${version}); upgrade this one`);
    }
    if (version < SCHEMA_VERSION) db.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
    // From here on the writer waits for locks itself, without holding up the event loop.
    db.exec('PRAGMA busy_timeout = 50');
    return db;
  } catch (error) {
    throw explain(error, path);
  }
}

/** Every topic's partitions. The number is fixed when the topic is first made: keys would move otherwise. */
export function openPartitions(db: DatabaseSync, partitions: number): Map<TopicName, PartitionRow[]> {
  const select = db.prepare('SELECT id, partition FROM topic_partition WHERE topic = ? ORDER BY partition');
  const insert = db.prepare('INSERT INTO topic_partition (topic, partition) VALUES (?, ?)');
  const byTopic = new Map<TopicName, PartitionRow[]>();
  db.exec('BEGIN IMMEDIATE');
  for (const topic of topicNames()) {
    if (select.all(topic).length === 0) {
      for (let partition = 0; partition < partitions; partition++) insert.run(topic, partition);
    }
    const rows = select.all(topic);
    byTopic.set(
      topic,
      rows.map((row) => ({ id: Number(row['id']), topic, partition: Number(row['partition']) })),
    );
  }
  db.exec('COMMIT');
  return byTopic;
}
