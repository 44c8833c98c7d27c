const CLUSTER_ID = 'tokentape-local-kafka0';

export interface BrokerAddress {
  readonly id: number;
  readonly port: number;
  readonly controllerPort: number;
}

/** A listener that wants TLS and a login, by PLAIN or SCRAM: what a cluster of other people looks like from outside. */
export interface SecureListener {
  readonly port: number;
  /** PKCS12 file with the broker's key and certificate. */
  readonly keystore: string;
  readonly keystorePassword: string;
  readonly username: string;
  readonly password: string;
}

/** A broker's server.properties: KRaft, broker and controller in one process, loopback only. */
export function serverProperties(
  self: BrokerAddress,
  all: readonly BrokerAddress[],
  logDir: string,
  secure: SecureListener | null,
): string {
  const replicas = Math.min(all.length, 3);
  const also = secure === null ? '' : `,SECURE://127.0.0.1:${secure.port}`;
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': self.id,
    'controller.quorum.voters': all.map(({ id, controllerPort }) => `${id}@127.0.0.1:${controllerPort}`).join(','),
    listeners: `CLIENT://127.0.0.1:${self.port},CONTROLLER://127.0.0.1:${self.controllerPort}${also}`,
    'advertised.listeners': `CLIENT://127.0.0.1:${self.port}${also}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'CLIENT',
    'listener.security.protocol.map': 'CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:SASL_SSL',
    'log.dirs': logDir,
    'auto.create.topics.enable': false,
    'offsets.topic.num.partitions': 8,
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': Math.min(replicas, 2),
    // Quick to react: what a cluster of machines would settle in tens of seconds, loopback settles at once.
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1_000,
    'broker.heartbeat.interval.ms': 500,
    'broker.session.timeout.ms': 3_000,
    'controller.quorum.election.timeout.ms': 500,
    'controller.quorum.fetch.timeout.ms': 1_000,
    'log.cleaner.backoff.ms': 1_000,
    'controlled.shutdown.enable': all.length > 1,
    ...(secure === null ? {} : secureProperties(secure)),
  };
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

function secureProperties({ keystore, keystorePassword, username, password }: SecureListener) {
  const security = 'org.apache.kafka.common.security';
  return {
    'ssl.keystore.type': 'PKCS12',
    'ssl.keystore.location': keystore,
    'ssl.keystore.password': keystorePassword,
    'listener.name.secure.sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
    'listener.name.secure.plain.sasl.jaas.config': `${security}.plain.PlainLoginModule required user_${username}="${password}";`,
    'listener.name.secure.scram-sha-256.sasl.jaas.config': `${security}.scram.ScramLoginModule required;`,
    'listener.name.secure.scram-sha-512.sasl.jaas.config': `${security}.scram.ScramLoginModule required;`,
  };
}

/** What `kafka-storage format` writes; the rest is the broker's default, which saves starting a second JVM. */
export function metaProperties(self: BrokerAddress): string {
  const directoryId = Buffer.alloc(16, self.id).toString('base64url');
  return `version=1\ncluster.id=${CLUSTER_ID}\nnode.id=${self.id}\ndirectory.id=${directoryId}\n`;
}

/** Arguments of `kafka-storage` that format a directory with the listener's user in it: SCRAM keeps its users in the metadata. */
export function formatArguments(config: string, { username, password }: SecureListener): string[] {
  const user = (mechanism: string) => ['--add-scram', `${mechanism}=[name=${username},password=${password}]`];
  return ['format', '--cluster-id', CLUSTER_ID, '--config', config, ...user('SCRAM-SHA-256'), ...user('SCRAM-SHA-512')];
}
