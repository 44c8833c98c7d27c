import { randomUUID } from 'node:crypto';
import { TOPICS, type TopicName } from '../../contracts/topics.ts';
import { ByteBudget } from '../byte-budget.ts';
import { encode, isTombstone } from '../encode.ts';
import { partitionOf } from '../partition.ts';
import type { AppendRecord, ConsumeOptions, Consumer, EventLog, Lag } from '../port.ts';
import { type KafkaClientOptions, kafkaClient } from './client.ts';
import { explain } from './errors.ts';
import { DEFAULT_MAX_BYTES, GroupMember, type GroupTimes } from './member.ts';
import { patiently } from './patience.ts';
import { LogProducer, type OutgoingRecord } from './producer.ts';
import { readTopic } from './read-topic.ts';
import { Reader } from './reader.ts';
import { TopicTables } from './tables.ts';
import { ensureTopics } from './topics.ts';

export interface KafkaLogOptions extends KafkaClientOptions {
  /** Put before every topic and group, where several installations share a cluster. Default none. */
  readonly topicPrefix?: string;
  /** Partitions of topics that are made now: the most members a group can use. Default 12. */
  readonly partitions?: number;
  /** Copies of each record. Default: one a broker, at most three. */
  readonly replication?: number;
  readonly times?: GroupTimes;
}

/**
 * The event log on Apache Kafka. Makes missing topics and compares the others with the contract.
 * @throws Unavailable when no broker answers, Error when topics are not as the pipeline needs them
 */
export async function openKafkaLog(options: KafkaLogOptions): Promise<EventLog> {
  const { brokers, topicPrefix: prefix = '', partitions: wanted = 12, times, report } = options;
  const kafka = kafkaClient(options);
  const admin = kafka.admin();
  const partitions = await setUp();
  const producer = new LogProducer(kafka, brokers);
  const tables = new Map<TopicName, TopicTables>();
  const consumers = new Set<Consumer>();
  const process = randomUUID();

  async function setUp(): Promise<number> {
    try {
      return await patiently(brokers, 'the first request', async () => {
        await admin.connect();
        const { brokers: nodes } = await admin.describeCluster();
        const replication = options.replication ?? Math.min(3, nodes.length);
        const found = await ensureTopics(admin, { prefix, partitions: wanted, replication });
        for (const warning of found.warnings) report?.('warn', warning, {});
        return found.partitions;
      });
    } catch (thrown) {
      await admin.disconnect().catch(() => undefined);
      throw thrown;
    }
  }

  const offsetsOf = (topic: TopicName) =>
    patiently(brokers, `a question about ${topic}`, () => admin.fetchTopicOffsets(prefix + topic));

  async function append(topic: TopicName, records: readonly AppendRecord[]): Promise<void> {
    const lanes = new Map<number, { key: string; bytes: Buffer; outgoing: OutgoingRecord }[]>();
    for (const record of records) {
      const partition = record.partition ?? partitionOf(record.key, partitions);
      if (partition >= partitions) throw new Error(`${topic} has no partition ${partition}`);
      const bytes = encode(topic, record);
      const message = { key: record.key, value: isTombstone(topic, bytes) ? null : bytes };
      const lane = lanes.get(partition) ?? [];
      lane.push({ key: record.key, bytes, outgoing: { message, bytes: bytes.length + record.key.length } });
      lanes.set(partition, lane);
    }
    await Promise.all(
      [...lanes].map(async ([partition, lane]) => {
        const offsets = await producer.send(
          prefix + topic,
          partition,
          lane.map(({ outgoing }) => outgoing),
        );
        for (const [index, { key, bytes }] of lane.entries()) {
          await tables.get(topic)?.appended({ topic, partition, key, bytes, offset: offsets[index] ?? -1 });
        }
      }),
    );
  }

  async function consume(consumeOptions: ConsumeOptions): Promise<Consumer> {
    const budget = new ByteBudget(consumeOptions.maxBytes ?? DEFAULT_MAX_BYTES);
    const parts = { prefix, process, times, budget, held: new Map() };
    // A member fetches from a broker only when all it got from there is worked off; apart, no partition waits for another.
    const count = consumeOptions.isolate === true ? partitions : 1;
    const members = Array.from({ length: count }, () => new GroupMember(kafka, consumeOptions, parts));
    const stop = () => Promise.all(members.map((member) => member.stop()));
    const consumer: Consumer = {
      stop: async () => {
        await stop();
        consumers.delete(consumer);
      },
      lastTick: () => Math.min(...members.map((member) => member.lastTick)),
      failed: Promise.race(members.map((member) => member.failed)),
    };
    try {
      await Promise.all(members.map((member) => member.start()));
    } catch (thrown) {
      consumer.failed.catch(() => undefined);
      await stop();
      throw explain(thrown, brokers, `the join of group ${consumeOptions.group}`);
    }
    consumers.add(consumer);
    return consumer;
  }

  function table(topic: TopicName): TopicTables {
    if (!TOPICS[topic].compacted) throw new Error(`${topic} is not compacted: it has no table`);
    const known = tables.get(topic);
    if (known !== undefined) return known;
    const made = new TopicTables(
      () => new Reader(kafka, topic, prefix),
      () => offsetsOf(topic),
    );
    tables.set(topic, made);
    return made;
  }

  async function lag(group: string, topics: readonly TopicName[]): Promise<Lag[]> {
    const names = topics.map((topic) => prefix + topic);
    const committed = await patiently(brokers, `a question about group ${group}`, () =>
      admin.fetchOffsets({ groupId: prefix + group, topics: names }),
    );
    const lags = await Promise.all(
      topics.map(async (topic) => {
        const positions = committed.find((entry) => entry.topic === prefix + topic)?.partitions ?? [];
        const ends = await offsetsOf(topic);
        return ends.map(({ partition, low, high }) => {
          const position = Number(positions.find((entry) => entry.partition === partition)?.offset ?? -1);
          return { group, topic, partition, lag: Number(high) - Math.max(position, Number(low)) };
        });
      }),
    );
    return lags.flat();
  }

  async function close(): Promise<void> {
    await Promise.all([...consumers].map((consumer) => consumer.stop()));
    await producer.close();
    await Promise.all([...tables.values()].map((view) => view.close()));
    await admin.disconnect();
  }

  return {
    append,
    consume,
    table,
    lag,
    close,
    read: (topic, readOptions) =>
      readTopic(
        () => new Reader(kafka, topic, prefix),
        () => offsetsOf(topic),
        readOptions,
      ),
    partitions: async () => partitions,
  };
}
