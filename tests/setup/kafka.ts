import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { whyNoKafka } from '../../infra/kafka/jars.ts';
import { type LocalKafka, startLocalKafka } from '../../infra/kafka/local-kafka.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the brokers' addresses, joined by commas; with nothing where there is no Kafka to test against. */
    kafkaDesk: string;
  }
}

export const KAFKA_CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));

/**
 * Gives tests a real Kafka: the one KAFKA_BROKERS names, or a local one, started when the first test file asks for it (see brokers.ts)
 * and stopped at the end of the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['KAFKA_BROKERS'] ?? '';
  const reason = given === '' ? whyNoKafka() : null;
  if (reason !== null && process.env['CI'] === 'true') throw new Error(`the Kafka tests cannot run: ${reason}`);

  let starting: Promise<{ kafka: LocalKafka; dataDir: string }> | null = null;
  const brokers = async (): Promise<string> => {
    if (given !== '') return given;
    if (reason !== null) {
      console.error(
        `\nThe Kafka tests are SKIPPED: ${reason}. Set KAFKA_BROKERS to run them against a cluster of yours.\n`,
      );
      return '';
    }
    starting ??= start();
    return (await starting).kafka.addresses.join(',');
  };
  const desk = createServer((_request, response) => {
    brokers().then(
      (addresses) => response.end(addresses),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  const address = desk.address();
  project.provide(
    'kafkaDesk',
    `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
  );

  return async () => {
    desk.close();
    const started = await starting?.catch(() => null);
    await started?.kafka.stop();
    if (started) await rm(started.dataDir, { recursive: true, force: true });
  };
}

async function start(): Promise<{ kafka: LocalKafka; dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tokentape-kafka-'));
  return { dataDir, kafka: await startLocalKafka({ dataDir, cacheDir: KAFKA_CACHE }) };
}
