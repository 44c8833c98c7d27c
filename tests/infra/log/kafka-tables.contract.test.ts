import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { describe, expect, test } from 'vitest';
import { openKafkaLog } from '../../../infra/log/kafka/log.ts';
import { patiently } from '../../../infra/log/kafka/patience.ts';
import { Reader } from '../../../infra/log/kafka/reader.ts';
import { TopicTables } from '../../../infra/log/kafka/tables.ts';
import { kafkaBrokers } from '../../setup/brokers.ts';
import { until } from './support.ts';

const brokers = await kafkaBrokers();

describe.skipIf(brokers.length === 0)('tables on Kafka', () => {
  test('what others append to a followed partition shows, too', async () => {
    const topicPrefix = `test-${randomUUID().slice(0, 8)}.`;
    const one = await openKafkaLog({ brokers, topicPrefix, partitions: 2 });
    const other = await openKafkaLog({ brokers, topicPrefix, partitions: 2 });
    const table = await one.table('fetch_state').load(1);
    await other.append('fetch_state', [{ key: 'a', value: { v: 1 }, partition: 1 }]);
    await until(() => table.size === 1);
    await other.append('fetch_state', [{ key: 'a', value: null, partition: 1 }]);
    await until(() => table.size === 0);
    await Promise.all([one.close(), other.close()]);
  });

  test('a reader that dies is replaced at the next load, and what was loaded goes on', async () => {
    const topicPrefix = `test-${randomUUID().slice(0, 8)}.`;
    const log = await openKafkaLog({ brokers, topicPrefix, partitions: 2 });
    await log.append('fetch_state', [{ key: 'a', value: 1, partition: 0 }]);
    const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    const readers: Reader[] = [];
    const tables = new TopicTables(
      () => {
        const reader = new Reader(kafka, 'fetch_state', topicPrefix);
        readers.push(reader);
        return reader;
      },
      () => patiently(brokers, 'the offsets', () => admin.fetchTopicOffsets(`${topicPrefix}fetch_state`)),
    );
    const first = await tables.load(0);
    expect(first.get('a')).toBe(1);
    // As a crash leaves it: disconnected, and known to be dead.
    await readers[0]?.close();
    if (readers[0] !== undefined) readers[0].dead = new Error('the group may not be joined');
    await log.append('fetch_state', [
      { key: 'a', value: 2, partition: 0 },
      { key: 'b', value: 3, partition: 1 },
    ]);
    const second = await tables.load(1);
    expect(second.get('b')).toBe(3);
    await until(() => first.get('a') === 2);
    expect(readers).toHaveLength(2);
    await tables.close();
    await admin.disconnect();
    await log.close();
  });
});
