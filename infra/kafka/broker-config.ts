export interface BrokerAddress {
  readonly id: number;
  readonly port: number;
  readonly controllerPort: number;
}

/** A broker's server.properties: KRaft, broker and controller in one process, loopback only. */
export function serverProperties(self: BrokerAddress, all: readonly BrokerAddress[], logDir: string): string {
  const replicas = Math.min(all.length, 3);
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': self.id,
    'controller.quorum.voters': all.map(({ id, controllerPort }) => `${id}@127.0.0.1:${controllerPort}`).join(','),
    listeners: `CLIENT://127.0.0.1:${self.port},CONTROLLER://127.0.0.1:${self.controllerPort}`,
    'advertised.listeners': `CLIENT://127.0.0.1:${self.port}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'CLIENT',
    'listener.security.protocol.map': 'CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT',
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
  };
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

/** What `kafka-storage format` writes; the rest is the broker's default, which saves starting a second JVM. */
export function metaProperties(self: BrokerAddress): string {
  const directoryId = Buffer.alloc(16, self.id).toString('base64url');
  return `version=1\ncluster.id=tokentape-local-kafka0\nnode.id=${self.id}\ndirectory.id=${directoryId}\n`;
}
