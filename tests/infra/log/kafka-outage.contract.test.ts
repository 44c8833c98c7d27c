import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { whyNoKafka } from '../../../infra/kafka/jars.ts';
import { startLocalKafka } from '../../../infra/kafka/local-kafka.ts';
import { isRetriable } from '../../../infra/log/errors.ts';
import { openKafkaLog } from '../../../infra/log/kafka/log.ts';
import { KAFKA_CACHE } from '../../setup/kafka.ts';
import { jsonOf, until } from './support.ts';

/** Longer than kafkajs tries of itself. */
const AWAY_MS = 15_000;

describe.skipIf(whyNoKafka() !== null)('a cluster that is away for a while', () => {
  test('appends fail as retriable, consumers and tables go on when it is back', { timeout: 120_000 }, async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'tokentape-kafka-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const kafka = await startLocalKafka({ dataDir, cacheDir: KAFKA_CACHE });
    onTestFinished(() => kafka.stop());
    const log = await openKafkaLog({
      brokers: kafka.addresses,
      partitions: 1,
      times: { session: 6_000, heartbeat: 1_000, rebalance: 10_000 },
    });
    onTestFinished(() => log.close());
    const seen: unknown[] = [];
    const onBatch = async ({ records }: { records: readonly Parameters<typeof jsonOf>[0][] }) =>
      void seen.push(...records.map(jsonOf));
    const consumer = await log.consume({ topics: ['prices'], group: 'g', onBatch });
    let died: unknown = null;
    consumer.failed.catch((error: unknown) => {
      died = error;
    });
    const table = await log.table('fetch_state').load(0);
    await log.append('prices', [{ key: 'k', value: 'before' }]);
    await until(() => seen.length === 1);

    await kafka.brokers[0]?.kill();
    const refused = log.append('prices', [{ key: 'k', value: 'meanwhile' }]).then(
      () => null,
      (error: unknown) => error,
    );
    await delay(AWAY_MS);
    await kafka.brokers[0]?.start();
    await kafka.ready();
    const outcome = await refused;
    expect(outcome === null || isRetriable(outcome)).toBe(true);
    await until(() =>
      log.append('prices', [{ key: 'k', value: 'after' }]).then(
        () => true,
        () => false,
      ),
    );
    await until(() => seen.includes('after'));
    await log.append('fetch_state', [{ key: 'a', value: 1, partition: 0 }]);
    expect(table.get('a')).toBe(1);
    expect(died).toBe(null);
  });
});
