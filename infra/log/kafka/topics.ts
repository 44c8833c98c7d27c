import kafkajs, { type Admin } from 'kafkajs';
import { TOPICS, type TopicName } from '../../contracts/topics.ts';
import { Unavailable } from '../errors.ts';
import { topicNames } from '../topic-names.ts';

export interface TopicOptions {
  /** Put before every topic and group, where several installations share a cluster. Default none. */
  readonly prefix: string;
  /** Partitions of topics that are made now. */
  readonly partitions: number;
  /** Copies of each record; at most the number of brokers. */
  readonly replication: number;
}

interface Settings {
  readonly 'cleanup.policy': string;
  readonly 'retention.ms': string;
  readonly 'max.message.bytes': string;
  readonly 'min.insync.replicas': string;
  readonly 'message.timestamp.type': string;
}

/** Kept and compacted as the contract says. Arrival is the broker's clock, so that retention never sees a story's date. */
function settingsOf(topic: TopicName, replication: number): Settings {
  const { compacted, retentionMs, maxMessageBytes } = TOPICS[topic];
  return {
    'cleanup.policy': compacted ? 'compact' : 'delete',
    'retention.ms': String(retentionMs ?? -1),
    'max.message.bytes': String(maxMessageBytes + 4_096),
    'min.insync.replicas': String(replication >= 3 ? 2 : 1),
    'message.timestamp.type': 'LogAppendTime',
  };
}

/**
 * Makes the topics that are missing and compares the rest with the contract.
 * @returns the number of partitions, the same for every topic, and differences worth a warning
 * @throws Error naming every difference the pipeline cannot live with
 */
export async function ensureTopics(
  admin: Admin,
  { prefix, partitions, replication }: TopicOptions,
): Promise<{ partitions: number; warnings: string[] }> {
  const existing = new Set(await admin.listTopics());
  const missing = topicNames().filter((topic) => !existing.has(prefix + topic));
  if (missing.length > 0) {
    await admin.createTopics({
      waitForLeaders: false,
      topics: missing.map((topic) => ({
        topic: prefix + topic,
        numPartitions: partitions,
        replicationFactor: replication,
        configEntries: Object.entries(settingsOf(topic, replication)).map(([name, value]) => ({ name, value })),
      })),
    });
  }
  return compare(admin, prefix, replication);
}

async function compare(admin: Admin, prefix: string, replication: number) {
  const names = topicNames();
  const { topics } = await admin.fetchTopicMetadata({ topics: names.map((topic) => prefix + topic) });
  const described = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((topic) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name: prefix + topic })),
  });
  const fatal: string[] = [];
  const warnings: string[] = [];
  for (const { resourceName, configEntries } of described.resources) {
    const topic = names.find((name) => prefix + name === resourceName);
    if (topic === undefined) continue;
    const wanted = settingsOf(topic, replication);
    const actual = (setting: keyof Settings) => configEntries.find((e) => e.configName === setting)?.configValue ?? '';
    const differs = (setting: keyof Settings) =>
      `${resourceName}: ${setting} is ${actual(setting)}, expected ${wanted[setting]}`;
    if (actual('cleanup.policy') !== wanted['cleanup.policy']) fatal.push(differs('cleanup.policy'));
    if (Number(actual('max.message.bytes')) < Number(wanted['max.message.bytes']))
      fatal.push(differs('max.message.bytes'));
    if (actual('retention.ms') !== wanted['retention.ms']) warnings.push(differs('retention.ms'));
    if (actual('message.timestamp.type') !== 'LogAppendTime') warnings.push(differs('message.timestamp.type'));
    if (Number(actual('min.insync.replicas')) < Number(wanted['min.insync.replicas']))
      warnings.push(differs('min.insync.replicas'));
  }
  const leaderless = topics.find(({ partitions }) => partitions.some(({ leader }) => leader < 0));
  if (leaderless !== undefined) throw new Unavailable(`${leaderless.name} has partitions without a leader`);
  const counts = new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
  const [count = 0] = counts.values();
  if (new Set(counts.values()).size > 1) {
    const list = [...counts].map(([name, partitions]) => `${name} ${partitions}`).join(', ');
    fatal.push(`topics must all have the same number of partitions, they have: ${list}`);
  }
  for (const { name, partitions } of topics) {
    const copies = Math.min(...partitions.map(({ replicas }) => replicas.length));
    if (copies < replication) warnings.push(`${name}: ${copies} replicas, expected ${replication}`);
  }
  if (fatal.length > 0) {
    throw new Error(
      `the Kafka topics are not as tokentape needs them; mend them with kafka-configs.sh:\n  ${fatal.join('\n  ')}`,
    );
  }
  return { partitions: count, warnings };
}
