import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePorts } from '../../../infra/kafka/free-ports.ts';
import { whyNoKafka } from '../../../infra/kafka/jars.ts';
import { type LocalKafka, startLocalKafka } from '../../../infra/kafka/local-kafka.ts';
import { type KafkaLogOptions, openKafkaLog } from '../../../infra/log/kafka/log.ts';
import { KAFKA_CACHE } from '../../setup/kafka.ts';
import { jsonOf, readAll } from './support.ts';

const username = 'tape';
const password = 'ticker-of-1867';

describe.skipIf(whyNoKafka() !== null)('a cluster that wants TLS and a login', () => {
  let kafka: LocalKafka;
  let dataDir: string;
  let ca: string;
  let brokers: string[];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tokentape-kafka-'));
    const keystore = join(dataDir, 'broker.p12');
    const store = ['-keystore', keystore, '-storetype', 'PKCS12', '-storepass', 'changeit', '-alias', 'broker'];
    const subject = ['-dname', 'CN=localhost', '-ext', 'san=ip:127.0.0.1,dns:localhost'];
    execFileSync('keytool', ['-genkeypair', '-keyalg', 'EC', '-validity', '30', ...subject, ...store], {
      stdio: 'pipe',
    });
    ca = execFileSync('keytool', ['-exportcert', '-rfc', ...store], { encoding: 'utf8', stdio: 'pipe' });
    const [port = 0] = await freePorts(1);
    brokers = [`127.0.0.1:${port}`];
    kafka = await startLocalKafka({
      dataDir,
      cacheDir: KAFKA_CACHE,
      secure: { port, keystore, keystorePassword: 'changeit', username, password },
    });
  });
  afterAll(async () => {
    await kafka.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const open = (options: Partial<KafkaLogOptions>) =>
    openKafkaLog({ brokers, tls: { ca }, topicPrefix: 'secure.', partitions: 1, ...options });

  test.each(['plain', 'scram-sha-256', 'scram-sha-512'] as const)('%s', async (mechanism) => {
    const log = await open({ sasl: { mechanism, username, password } });
    await log.append('prices', [{ key: 'k', value: mechanism }]);
    expect((await readAll(log, 'prices')).map(jsonOf)).toContain(mechanism);
    await log.close();
  });

  test('a wrong password is named', async () => {
    const sasl = { mechanism: 'scram-sha-512' as const, username, password: 'wrong' };
    await expect(open({ sasl })).rejects.toThrow(/did not take the first request .*(SASL|[Aa]uthentication)/);
  });

  test('a certificate of an authority that is not trusted is refused', async () => {
    const sasl = { mechanism: 'plain' as const, username, password };
    await expect(open({ sasl, tls: true })).rejects.toThrow(/did not take the first request .*certificate/);
  });
});
