import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { LocalBroker } from './broker.ts';
import type { BrokerAddress, SecureListener } from './broker-config.ts';
import { freePorts } from './free-ports.ts';
import { classpath, kafkaJars } from './jars.ts';

export interface LocalKafkaOptions {
  /** 1 (default) or 3. */
  readonly brokers?: 1 | 3;
  /** Topics and offsets live here and are there again after the next start. */
  readonly dataDir: string;
  /** The jars are fetched into it once. */
  readonly cacheDir: string;
  /** One more listener of the (single) broker, with TLS and a login. */
  readonly secure?: SecureListener;
  /** Default 60 s. */
  readonly startTimeoutMs?: number;
}

export interface LocalKafka {
  /** "127.0.0.1:port" of each broker: what KAFKA_BROKERS takes, joined by commas. */
  readonly addresses: readonly string[];
  readonly brokers: readonly LocalBroker[];
  /** Resolves when every running broker answers and the cluster knows them all. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a real Apache Kafka (KRaft) on loopback, on free ports, and resolves when it answers. It ends with `stop()`, or with this process.
 * @throws Error when java or mvn are missing or a broker ends early, with its last words.
 */
export async function startLocalKafka(options: LocalKafkaOptions): Promise<LocalKafka> {
  const { brokers: count = 1, dataDir, cacheDir, secure = null, startTimeoutMs = 60_000 } = options;
  const jars = await kafkaJars(cacheDir);
  const addresses = await freeAddresses(count);
  const archive = join(jars, 'classes.jsa');
  const shared = { all: addresses, classpath: await classpath(jars), archive, secure };
  const brokers = addresses.map(
    (address) => new LocalBroker({ ...shared, address, directory: join(dataDir, `broker-${address.id}`) }),
  );
  const kafka: LocalKafka = {
    addresses: brokers.map(({ address }) => address),
    brokers,
    ready: () => untilReady(brokers, startTimeoutMs),
    stop: async () => void (await Promise.all(brokers.map((broker) => broker.stop()))),
  };
  try {
    await Promise.all(brokers.map((broker) => broker.start()));
    await kafka.ready();
    return kafka;
  } catch (error) {
    await Promise.all(brokers.map((broker) => broker.kill()));
    throw error;
  }
}

async function untilReady(brokers: readonly LocalBroker[], timeoutMs: number): Promise<void> {
  const running = brokers.filter((broker) => broker.running);
  const client = new Kafka({
    clientId: 'tokentape-local-kafka',
    brokers: running.map(({ address }) => address),
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
  });
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const dead = running.find((broker) => !broker.running);
    if (dead !== undefined) throw new Error(`Kafka broker ${dead.id} ended while starting:\n${dead.lastWords()}`);
    const admin = client.admin();
    try {
      await admin.connect();
      const { brokers: known, controller } = await admin.describeCluster();
      if (known.length >= running.length && controller !== null) return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    } finally {
      await admin.disconnect();
    }
    if (Date.now() > deadline)
      throw new Error(`Kafka did not get ready within ${timeoutMs} ms: ${brokers[0]?.lastWords()}`);
    await delay(100);
  }
}

async function freeAddresses(count: number): Promise<BrokerAddress[]> {
  const ports = await freePorts(count * 2);
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    port: ports[index * 2] ?? 0,
    controllerPort: ports[index * 2 + 1] ?? 0,
  }));
}
