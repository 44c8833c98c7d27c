import { join } from 'node:path';
import { whyNoKafka } from '../../../infra/kafka/jars.ts';
import { type LocalKafka, startLocalKafka } from '../../../infra/kafka/local-kafka.ts';
import type { Bench } from '../harness.ts';

/** A one-broker Kafka on this machine for the suite; null, and a note, where there is none to be had. */
export async function openKafka(bench: Bench): Promise<LocalKafka | null> {
  const reason = whyNoKafka();
  if (reason === null) return startLocalKafka({ dataDir: join(bench.folder, 'kafka'), cacheDir: bench.cache });
  bench.note(`without Kafka: ${reason}`);
  return null;
}
