import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { describe } from 'vitest';
import { openKafkaLog } from '../../../infra/log/kafka/log.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import { kafkaBrokers } from '../../setup/brokers.ts';
import { conformance } from './conformance.ts';
import { readAll, until } from './support.ts';

const brokers = await kafkaBrokers();
const times = { session: 30_000, heartbeat: 300, rebalance: 10_000 };
/** Of a member that works for longer, and of processes that are killed. */
const BRIEF_MS = 4_000;
const KILLED_MS = 1_500;

describe.skipIf(brokers.length === 0)('Kafka event log', () => {
  conformance(async () => {
    const topicPrefix = `test-${randomUUID().slice(0, 8)}.`;
    const opening = { adapter: 'kafka' as const, brokers, topicPrefix, partitions: 4, times };
    const brief = { ...opening, times: { ...times, session: BRIEF_MS } };
    const logs: EventLog[] = [];
    const open = async (how = opening) => {
      const log = await openKafkaLog(how);
      logs.push(log);
      return log;
    };
    const log = await open();
    return {
      log,
      opening: { ...opening, times: { ...times, session: KILLED_MS } },
      sessionMs: BRIEF_MS,
      join: async (options) => (await open()).consume(options),
      joinBriefly: async (options) => (await open(brief)).consume(options),
      compact: (topic) => compactNow(log, topicPrefix, topic),
      close: async () => {
        await Promise.all(logs.map((each) => each.close()));
      },
    };
  });
});

/** Compaction never touches the segment being written: small segments, and one record more to begin a new one. */
async function compactNow(log: EventLog, prefix: string, topic: 'fetch_state'): Promise<void> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  const before = (await readAll(log, topic)).length;
  await admin.connect();
  try {
    const setting = (name: string, value: string) => ({ name, value });
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: 2,
          name: prefix + topic,
          configEntries: [
            setting('cleanup.policy', 'compact'),
            setting('segment.ms', '50'),
            setting('min.cleanable.dirty.ratio', '0.01'),
            setting('max.compaction.lag.ms', '50'),
          ],
        },
      ],
    });
    let n = 0;
    await until(async () => {
      await log.append(topic, [{ key: 'roll', value: n++, partition: 0 }]);
      return (await readAll(log, topic)).length < before;
    });
  } finally {
    await admin.disconnect();
  }
}
