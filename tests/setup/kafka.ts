import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { whyNoKafka } from '../../infra/kafka/jars.ts';
import { startLocalKafka } from '../../infra/kafka/local-kafka.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses joined by commas; empty where there is no Kafka to test against. */
    kafkaBrokers: string;
  }
}

export const KAFKA_CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));

/** Gives tests a real Kafka: the one KAFKA_BROKERS names, or a local one for the time of the run. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['KAFKA_BROKERS'] ?? '';
  if (given !== '') {
    project.provide('kafkaBrokers', given);
    return undefined;
  }
  const reason = whyNoKafka();
  if (reason !== null) {
    if (process.env['CI'] === 'true') throw new Error(`the Kafka tests cannot run: ${reason}`);
    console.error(
      `\nThe Kafka tests are SKIPPED: ${reason}. Set KAFKA_BROKERS to run them against a cluster of yours.\n`,
    );
    project.provide('kafkaBrokers', '');
    return undefined;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'tokentape-kafka-'));
  const kafka = await startLocalKafka({ dataDir, cacheDir: KAFKA_CACHE });
  project.provide('kafkaBrokers', kafka.addresses.join(','));
  return async () => {
    await kafka.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
