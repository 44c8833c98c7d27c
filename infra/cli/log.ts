import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../config/errors.ts';
import type { Config } from '../config/fields.ts';
import { openEmbeddedLog } from '../log/embedded/log.ts';
import type { EventLog } from '../log/port.ts';
import type { Logger } from '../telemetry/logger.ts';

/** Kafka where brokers are named, else the SQLite file in the data folder. */
export async function openLog(config: Config, logger: Logger): Promise<EventLog> {
  if (config.kafkaBrokers === undefined) return openEmbeddedLog({ path: join(config.dataDir, 'log.sqlite') });
  const { openKafkaLog } = await import('../log/kafka/log.ts');
  return openKafkaLog({
    brokers: config.kafkaBrokers,
    clientId: config.kafkaClientId,
    topicPrefix: config.kafkaTopicPrefix,
    partitions: config.kafkaPartitions,
    ...(config.kafkaReplication === undefined ? {} : { replication: config.kafkaReplication }),
    ...sasl(config),
    ...tls(config),
    report: (level, message, details) => logger[level](details, message),
  });
}

function sasl({ kafkaSaslMechanism: mechanism, kafkaSaslUsername: username, kafkaSaslPassword: password }: Config) {
  if (mechanism === undefined) return {};
  if (username === undefined || password === undefined) {
    throw new UserError(
      'KAFKA_SASL_MECHANISM needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD (or KAFKA_SASL_PASSWORD_FILE).',
    );
  }
  return { sasl: { mechanism, username, password } };
}

function tls({ kafkaTls, kafkaCaFile }: Config) {
  if (!kafkaTls) return {};
  if (kafkaCaFile === undefined) return { tls: true as const };
  try {
    return { tls: { ca: readFileSync(kafkaCaFile, 'utf8') } };
  } catch (cause) {
    throw new UserError(
      `KAFKA_CA_FILE names ${kafkaCaFile}, which cannot be read: ${cause instanceof Error ? cause.message : cause}.`,
    );
  }
}
