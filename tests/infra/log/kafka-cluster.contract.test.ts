import { randomUUID } from 'node:crypto';
import { type Admin, Kafka, logLevel, Partitioners } from 'kafkajs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRetriable } from '../../../infra/log/errors.ts';
import { type KafkaLogOptions, openKafkaLog } from '../../../infra/log/kafka/log.ts';
import type { Batch, EventLog } from '../../../infra/log/port.ts';
import { kafkaBrokers } from '../../setup/brokers.ts';
import { gate, readAll, totalLag, until } from './support.ts';

const brokers = await kafkaBrokers();

describe.skipIf(brokers.length === 0)('Kafka event log, beyond the common promises', () => {
  let topicPrefix: string;
  let admin: Admin;
  const logs: EventLog[] = [];
  const open = async (options: Partial<KafkaLogOptions> = {}) => {
    const log = await openKafkaLog({ brokers, topicPrefix, partitions: 4, ...options });
    logs.push(log);
    return log;
  };

  /** Settings reach the brokers some moments after they are taken. */
  const alter = async (topic: string, settings: Record<string, string>) => {
    const resource = { type: 2, name: topicPrefix + topic };
    const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
    await admin.alterConfigs({ validateOnly: false, resources: [{ ...resource, configEntries }] });
    await until(async () => {
      const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [resource] });
      const now = new Map(resources[0]?.configEntries.map((entry) => [entry.configName, entry.configValue]));
      return Object.entries(settings).every(([name, value]) => now.get(name) === value);
    });
  };

  beforeEach(async () => {
    topicPrefix = `test-${randomUUID().slice(0, 8)}.`;
    admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
  });
  afterEach(async () => {
    await Promise.all(logs.splice(0).map((log) => log.close()));
    await admin.disconnect();
  });

  describe('a partition that is lost while the work is on', () => {
    test('is worked on by its new owner; the late result is told that it is late and commits nothing', async () => {
      const times = { session: 1_500, heartbeat: 200, rebalance: 1_500 };
      const slow = await open({ times });
      const quick = await open({ times });
      await slow.append(
        'fetch_jobs',
        [0, 1, 2, 3].map((partition) => ({ key: 'k', value: 'x', partition })),
      );
      const stuck = gate();
      const late: { batch: Batch; lostAtStart: boolean }[] = [];
      const settled = gate();
      await slow.consume({
        topics: ['fetch_jobs'],
        group: 'g',
        onBatch: async (batch) => {
          late.push({ batch, lostAtStart: batch.isLost() });
          await stuck.passed;
          settled.open();
        },
      });
      await until(() => late.length === 4);
      const done: string[] = [];
      await quick.consume({
        topics: ['fetch_jobs'],
        group: 'g',
        onBatch: async ({ partition, records }) => {
          done.push(...records.map(({ offset }) => `${partition}@${offset}`));
        },
      });
      // The group stops waiting for the slow member and goes on without it.
      await until(() => done.length === 4);
      expect(late.map(({ lostAtStart }) => lostAtStart)).toEqual([false, false, false, false]);
      expect(late.every(({ batch }) => batch.isLost() && batch.signal.aborted)).toBe(true);
      await quick.append('fetch_jobs', [{ key: 'k', value: 'y', partition: 0 }]);
      await until(async () => done.includes('0@1') && (await totalLag(quick, 'g', 'fetch_jobs')) === 0);
      // Were the late result committed, the offset of partition 0 would go back from 2 to 1.
      stuck.open();
      await settled.passed;
      await slow.close();
      logs.splice(logs.indexOf(slow), 1);
      expect(await totalLag(quick, 'g', 'fetch_jobs')).toBe(0);
    });
  });

  test('partition p of every topic goes to the same member, and a third member moves as little as it must', async () => {
    const held = new Map<string, Set<string>>();
    const join = async (name: string) => {
      const mine = new Set<string>();
      held.set(name, mine);
      return (await open()).consume({
        topics: ['price_changes', 'announcements'],
        group: 'merge',
        onBatch: async () => undefined,
        onAssigned: async (topic, partition) => void mine.add(`${topic}/${partition}`),
        onRevoked: (topic, partition) => void mine.delete(`${topic}/${partition}`),
      });
    };
    const sizes = () => [...held.values()].map((mine) => mine.size).toSorted();
    await join('a');
    await join('b');
    await until(() => sizes().join() === '4,4');
    const before = new Map([...held].map(([name, mine]) => [name, new Set(mine)]));
    await join('c');
    await until(() => sizes().join() === '2,2,4');
    for (const [name, mine] of held) {
      const numbers = (topic: string) => [...mine].filter((id) => id.startsWith(topic)).map((id) => id.split('/')[1]);
      expect(numbers('price_changes').toSorted()).toEqual(numbers('announcements').toSorted());
      if (name !== 'c') expect(mine.isSubsetOf(before.get(name) ?? new Set())).toBe(true);
    }
  });

  test('processes with a member for every partition share evenly; each partition is let go before it is taken again', async () => {
    const told: string[] = [];
    const join = async (name: string) =>
      (await open()).consume({
        topics: ['fetch_jobs'],
        group: 'fetch',
        isolate: true,
        onBatch: async () => undefined,
        onAssigned: async (_topic, partition) => void told.push(`${name}${partition} taken`),
        onRevoked: (_topic, partition) => void told.push(`${name}${partition} let go`),
      });
    const held = (name: string) =>
      told.reduce((sum, line) => sum + (line.startsWith(name) ? (line.endsWith('taken') ? 1 : -1) : 0), 0);
    const a = await join('a');
    await until(() => held('a') === 4);
    const b = await join('b');
    await until(() => held('a') === 2 && held('b') === 2);
    await a.stop();
    await until(() => held('b') === 4);
    await b.stop();
    expect([held('a'), held('b')]).toEqual([0, 0]);
    for (const lines of Map.groupBy(told, (line) => line.slice(0, 2)).values()) {
      expect(lines.every((line, index) => line.endsWith(index % 2 === 0 ? 'taken' : 'let go'))).toBe(true);
    }
  });

  test('a consumer that cannot be a member of its group says so instead of living on', async () => {
    const log = await open();
    const stranger = new Kafka({ brokers, logLevel: logLevel.NOTHING }).consumer({ groupId: `${topicPrefix}g` });
    await stranger.connect();
    await stranger.subscribe({ topics: [`${topicPrefix}prices`] });
    await stranger.run({ eachMessage: async () => undefined });
    await until(async () => (await stranger.describeGroup()).members.length === 1);
    await expect(log.consume({ topics: ['prices'], group: 'g', onBatch: async () => undefined })).rejects.toThrow(
      /did not take the join of group g \(.*protocol/i,
    );
    await stranger.disconnect();
  });

  test('a consumer whose loop stands still is declared dead', async () => {
    // No heartbeat falls due while the work is on, so nothing turns.
    const log = await open({ times: { session: 30_000, heartbeat: 25_000, rebalance: 30_000, stall: 5_000 } });
    await log.append('prices', [{ key: 'k', value: 1 }]);
    const stuck = gate();
    const consumer = await log.consume({ topics: ['prices'], group: 'g', onBatch: () => stuck.passed });
    await expect(consumer.failed).rejects.toThrow(/the consumer of g has not turned for \d+ s/);
    stuck.open();
  });

  describe('topics', () => {
    test('are made as the contract says', async () => {
      await open();
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: ['documents', 'detect_state'].map((topic) => ({ type: 2, name: topicPrefix + topic })),
      });
      const settings = resources.map(({ configEntries }) => {
        const wanted = ['cleanup.policy', 'retention.ms', 'message.timestamp.type', 'max.message.bytes'];
        return Object.fromEntries(
          configEntries.filter((entry) => wanted.includes(entry.configName)).map((e) => [e.configName, e.configValue]),
        );
      });
      const size = String((32 << 20) + 4_096);
      expect(settings).toEqual([
        {
          'cleanup.policy': 'delete',
          'retention.ms': '604800000',
          'message.timestamp.type': 'LogAppendTime',
          'max.message.bytes': size,
        },
        {
          'cleanup.policy': 'compact',
          'retention.ms': '-1',
          'message.timestamp.type': 'LogAppendTime',
          'max.message.bytes': size,
        },
      ]);
    });

    test('made by several processes at once are made once', async () => {
      const opened = await Promise.all([open(), open(), open()]);
      expect(await Promise.all(opened.map((log) => log.partitions('prices')))).toEqual([4, 4, 4]);
    });

    test('that the pipeline cannot live with are refused, every difference named', async () => {
      await open();
      await alter('detect_state', { 'cleanup.policy': 'delete' });
      await alter('prices', { 'max.message.bytes': '1000' });
      const refused = await open().catch((error: unknown) => error);
      expect(isRetriable(refused)).toBe(false);
      expect(String(refused)).toContain(`${topicPrefix}detect_state: cleanup.policy is delete, expected compact`);
      expect(String(refused)).toContain(`${topicPrefix}prices: max.message.bytes is 1000, expected 33558528`);
    });

    test('of different sizes are refused: their keys would not lie side by side', async () => {
      await open();
      await admin.createPartitions({ topicPartitions: [{ topic: `${topicPrefix}prices`, count: 6 }] });
      await until(async () => {
        const { topics } = await admin.fetchTopicMetadata({ topics: [`${topicPrefix}prices`] });
        return topics[0]?.partitions.length === 6;
      });
      await expect(open()).rejects.toThrow(/must all have the same number of partitions.*prices 6/);
    });

    test('kept shorter than the contract says are reported', async () => {
      await open();
      await alter('fetches', {
        'retention.ms': '1000',
        'message.timestamp.type': 'LogAppendTime',
        'max.message.bytes': '2000000',
      });
      const warnings: string[] = [];
      await open({ report: (level, message) => void (level === 'warn' && warnings.push(message)) });
      expect(warnings).toContain(`${topicPrefix}fetches: retention.ms is 1000, expected 604800000`);
    });
  });

  test('records of other producers are read, whatever they compress with', async () => {
    const log = await open();
    const producer = new Kafka({ brokers, logLevel: logLevel.NOTHING }).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    const text = '价格'.repeat(5_000);
    for (const compression of [0, 1, 4]) {
      await producer.send({
        topic: `${topicPrefix}prices`,
        compression,
        messages: [{ key: 'k', value: JSON.stringify(text) }],
      });
    }
    await producer.disconnect();
    const records = await readAll(log, 'prices');
    expect(records.map(({ bytes }) => JSON.parse(bytes.toString()))).toEqual([text, text, text]);
  });

  test('no broker at the address is one clear error, worth trying again', async () => {
    const nowhere = await open({ brokers: ['127.0.0.1:1'] }).catch((error: unknown) => error);
    expect(isRetriable(nowhere)).toBe(true);
    expect(String(nowhere)).toMatch(/Kafka at 127\.0\.0\.1:1 did not take the first request .*KAFKA_BROKERS/);
  });
});
