import { z } from 'zod';

export interface FieldInfo {
  readonly env: string;
  /** Path in tokentape.yaml. */
  readonly yaml: string;
  readonly doc: string;
  /** Never printed; the environment may name a file that holds it (NAME_FILE). */
  readonly secret: boolean;
}

/** What a setting is called and means, beside its schema. */
export const FIELD_INFO = z.registry<FieldInfo>();

const field = <T extends z.ZodType>(env: string, yaml: string, schema: T, doc: string): T => {
  FIELD_INFO.add(schema, { env, yaml, doc, secret: false });
  return schema;
};
const secret = <T extends z.ZodType>(env: string, yaml: string, schema: T, doc: string): T => {
  FIELD_INFO.add(schema, { env, yaml, doc, secret: true });
  return schema;
};

const text = z.string().min(1);
const integer = (min: number, max: number) =>
  z.coerce
    .number('expected a whole number')
    .int('expected a whole number')
    .min(min, `expected a whole number from ${min} to ${max}`)
    .max(max, `expected a whole number from ${min} to ${max}`);
const port = integer(0, 65_535);
const flag = z.union([z.boolean(), z.stringbool('expected true or false')], 'expected true or false');
const list = z.union(
  [
    z.array(text),
    z.string().transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  ],
  'expected a list, or its values separated by commas',
);
const url = z.url({ protocol: /^https?$/, error: 'expected an address such as http://127.0.0.1:8123' });

/** Every setting: its variable, its place in tokentape.yaml, its type and default, and its line in docs/configuration.md. */
export const configSchema = z.object({
  dataDir: field(
    'TOKENTAPE_DATA_DIR',
    'data_dir',
    text.default('./data'),
    'Folder for everything the embedded mode writes.',
  ),
  catalogDirs: field(
    'CATALOG_DIRS',
    'catalog.dirs',
    list.default([]),
    'Folders with more sources (YAML), read after the built-in catalog; the same id replaces.',
  ),
  catalogBuiltin: field(
    'CATALOG_BUILTIN',
    'catalog.builtin',
    flag.default(true),
    'Whether the sources that come with tokentape are used.',
  ),
  userAgentContact: field(
    'FETCH_CONTACT',
    'fetch.contact',
    text.optional(),
    'Address or URL put into the User-Agent, for site owners who want to ask.',
  ),
  fetchConcurrency: field(
    'FETCH_CONCURRENCY',
    'fetch.concurrency',
    integer(1, 1000).default(16),
    'Hosts fetched from at the same time by one worker. One host is always paced by its source.',
  ),
  chromiumPath: field(
    'CHROMIUM_PATH',
    'fetch.chromium_path',
    text.default('/usr/bin/chromium'),
    'Browser for sources with `render: browser`.',
  ),
  kafkaBrokers: field(
    'KAFKA_BROKERS',
    'kafka.brokers',
    list.optional(),
    'Kafka brokers, host:port. Unset: the embedded log in the data folder.',
  ),
  kafkaClientId: field(
    'KAFKA_CLIENT_ID',
    'kafka.client_id',
    text.default('tokentape'),
    'Client id shown in the brokers’ logs and quotas.',
  ),
  kafkaTopicPrefix: field(
    'KAFKA_TOPIC_PREFIX',
    'kafka.topic_prefix',
    z.string().default(''),
    'Put before every topic and group name, for a shared cluster.',
  ),
  kafkaPartitions: field(
    'KAFKA_PARTITIONS',
    'kafka.partitions',
    integer(1, 10_000).default(12),
    'Partitions of a topic created at start: the most workers one role can use.',
  ),
  kafkaReplication: field(
    'KAFKA_REPLICATION_FACTOR',
    'kafka.replication_factor',
    integer(1, 15).optional(),
    'Replicas of a topic created at start. Unset: one a broker, at most three.',
  ),
  kafkaTls: field('KAFKA_TLS', 'kafka.tls', flag.default(false), 'Encrypt the connection to the brokers.'),
  kafkaCaFile: field(
    'KAFKA_CA_FILE',
    'kafka.ca_file',
    text.optional(),
    'PEM file of the authority that signed the brokers’ certificates.',
  ),
  kafkaSaslMechanism: field(
    'KAFKA_SASL_MECHANISM',
    'kafka.sasl.mechanism',
    z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
    'How to log in to the brokers.',
  ),
  kafkaSaslUsername: field('KAFKA_SASL_USERNAME', 'kafka.sasl.username', text.optional(), 'User name for SASL.'),
  kafkaSaslPassword: secret('KAFKA_SASL_PASSWORD', 'kafka.sasl.password', text.optional(), 'Password for SASL.'),
  clickhouseUrl: field(
    'CLICKHOUSE_URL',
    'clickhouse.url',
    url.optional(),
    'ClickHouse server. Unset: the embedded engine in the data folder.',
  ),
  clickhouseUser: field('CLICKHOUSE_USER', 'clickhouse.user', text.default('default'), 'User on that server.'),
  clickhousePassword: secret('CLICKHOUSE_PASSWORD', 'clickhouse.password', z.string().default(''), 'Its password.'),
  clickhouseDatabase: field(
    'CLICKHOUSE_DATABASE',
    'clickhouse.database',
    z
      .string()
      .regex(/^[a-z_][a-z0-9_]*$/i, 'expected letters, digits and underscores')
      .default('tokentape'),
    'Database that holds the tables; created when absent.',
  ),
  clickhouseCluster: field(
    'CLICKHOUSE_CLUSTER',
    'clickhouse.cluster',
    text.optional(),
    'Cluster of that server on which tables are made replicated and distributed. Unset: on the one server.',
  ),
  clickhouseEmbeddedPort: field(
    'CLICKHOUSE_EMBEDDED_PORT',
    'clickhouse.embedded_port',
    port.default(8123),
    'Port on 127.0.0.1 where the embedded engine answers the ClickHouse HTTP interface. 0 takes a free one.',
  ),
  webHost: field(
    'WEB_HOST',
    'web.host',
    text.default('127.0.0.1'),
    'Address the dashboard and API listen on. Anything but loopback demands a token.',
  ),
  webPort: field('WEB_PORT', 'web.port', port.default(8080), 'Port of the dashboard and API. 0 takes a free one.'),
  webHosts: field(
    'WEB_HOSTS',
    'web.hosts',
    list.default([]),
    'Names the dashboard is reached by, besides loopback and addresses: tape.example.com.',
  ),
  webPublicUrl: field(
    'WEB_PUBLIC_URL',
    'web.public_url',
    url.optional(),
    'Address people reach it by, for links in feeds, where a proxy stands in front.',
  ),
  webReadToken: secret('WEB_READ_TOKEN', 'web.read_token', text.optional(), 'Token that may read.'),
  webAdminToken: secret('WEB_ADMIN_TOKEN', 'web.admin_token', text.optional(), 'Token that may read and change.'),
  webTlsCertFile: field('WEB_TLS_CERT_FILE', 'web.tls.cert_file', text.optional(), 'PEM certificate: serve HTTPS.'),
  webTlsKeyFile: field('WEB_TLS_KEY_FILE', 'web.tls.key_file', text.optional(), 'Its private key.'),
  healthPort: field(
    'HEALTH_PORT',
    'health.port',
    port.default(9464),
    'Port on 127.0.0.1 of /healthz, /readyz and /metrics. 0 takes a free one.',
  ),
  healthHost: field(
    'HEALTH_HOST',
    'health.host',
    text.default('127.0.0.1'),
    'Address of /healthz, /readyz and /metrics; 0.0.0.0 inside a container.',
  ),
  readerUrl: field(
    'READER_URL',
    'reader.url',
    url.optional(),
    'OpenAI-compatible endpoint for a second reading of articles (docs/news.md), such as http://127.0.0.1:11434/v1. Unset: none.',
  ),
  readerModel: field('READER_MODEL', 'reader.model', text.optional(), 'Model that the endpoint is asked for.'),
  readerKey: secret('READER_KEY', 'reader.key', text.optional(), 'Key for the endpoint.'),
  alertsFile: field(
    'ALERTS_FILE',
    'alerts.file',
    text.optional(),
    'YAML with alert rules and channels (docs/alerts.md).',
  ),
  logLevel: field(
    'LOG_LEVEL',
    'log.level',
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    'What is logged.',
  ),
  logFormat: field(
    'LOG_FORMAT',
    'log.format',
    z.enum(['auto', 'pretty', 'json']).default('auto'),
    'auto: pretty on a terminal, JSON elsewhere.',
  ),
});

export type Config = z.output<typeof configSchema>;
