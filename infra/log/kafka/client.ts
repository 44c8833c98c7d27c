import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import kafkajs, { CompressionTypes, Kafka, type KafkaConfig, logLevel, type SASLOptions } from 'kafkajs';

export interface KafkaClientOptions {
  /** "host:port" each. */
  readonly brokers: readonly string[];
  readonly clientId?: string;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** TLS: true for the system's authorities, or PEM texts of one's own. */
  readonly tls?: true | { readonly ca?: string; readonly cert?: string; readonly key?: string };
  /** What the client has to say; rebalances and lost connections are news, not errors. */
  readonly report?: KafkaReport;
}

export type KafkaReport = (level: 'warn' | 'info' | 'debug', message: string, details: object) => void;

type ReportLevel = Parameters<KafkaReport>[0];

// kafkajs calls every rebalance and broken connection an error; what matters reaches the caller as a rejection.
const LEVELS = new Map<logLevel, ReportLevel>([
  [logLevel.ERROR, 'warn'],
  [logLevel.WARN, 'info'],
  [logLevel.INFO, 'debug'],
]);

// kafkajs brings gzip only; zstd is smaller and several times faster, and Node has it built in.
const FAST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
kafkajs.CompressionCodecs[CompressionTypes.ZSTD] = () => ({
  compress: (encoder: { readonly buffer: Buffer }) => compress(encoder.buffer, FAST),
  decompress: (buffer: Buffer) => decompress(buffer),
});

export function kafkaClient(options: KafkaClientOptions): Kafka {
  const { brokers, clientId = 'tokentape', sasl, tls, report } = options;
  const config: KafkaConfig = {
    clientId,
    brokers: [...brokers],
    connectionTimeout: 5_000,
    requestTimeout: 30_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    logLevel: report === undefined ? logLevel.NOTHING : logLevel.INFO,
    logCreator: () => (entry) => {
      const { timestamp: _timestamp, message, ...details } = entry.log;
      report?.(LEVELS.get(entry.level) ?? 'debug', message, { kafka: entry.namespace, ...details });
    },
  };
  if (sasl !== undefined) config.sasl = saslOf(sasl);
  if (tls !== undefined) config.ssl = tls === true ? true : { ...tls };
  return new Kafka(config);
}

function saslOf({ mechanism, username, password }: NonNullable<KafkaClientOptions['sasl']>): SASLOptions {
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password };
    case 'scram-sha-256':
      return { mechanism, username, password };
    case 'scram-sha-512':
      return { mechanism, username, password };
  }
}
