import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../../infra/config/load.ts';
import { configReference } from '../../../infra/config/reference.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentape-config-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const yaml = (text: string) => {
  const path = join(folder, 'tokentape.yaml');
  writeFileSync(path, text);
  return { TOKENTAPE_CONFIG: path };
};

describe('settings', () => {
  test('environment over file over default', () => {
    const file = yaml('web:\n  port: 9000\n  host: 0.0.0.0\nkafka:\n  brokers: [a:9092, b:9092]\n');
    const { config, origins } = loadConfig({ ...file, WEB_PORT: '9100' });
    expect(config).toMatchObject({
      webPort: 9100,
      webHost: '0.0.0.0',
      kafkaBrokers: ['a:9092', 'b:9092'],
      dataDir: './data',
    });
    expect(origins.get('webPort')).toBe('WEB_PORT in the environment');
    expect(origins.get('webHost')).toMatch(/tokentape\.yaml:3:3/);
    expect(origins.has('dataDir')).toBe(false);
  });

  test('every bad value is named in one message: key, source, what is allowed', () => {
    const file = yaml('web:\n  prot: 1\nlog:\n  level: loud\n');
    const attempt = () => loadConfig({ ...file, KAFKA_PARTITIONS: 'many', CLICKHOUSE_URL: 'localhost' });
    expect(attempt).toThrow(/tokentape\.yaml:2:3: unknown setting web\.prot\. Known here: host, port/);
    expect(attempt).toThrow(/log\.level .*tokentape\.yaml:4:3.* is "loud": .*"trace"/);
    expect(attempt).toThrow(/KAFKA_PARTITIONS in the environment is "many": expected a whole number/);
    expect(attempt).toThrow(/CLICKHOUSE_URL in the environment is "localhost": expected an address such as/);
  });

  test('broken YAML is named by line', () => {
    expect(() => loadConfig(yaml('web:\n  port: [1,\n'))).toThrow(/tokentape\.yaml:\d+:\d+: /);
  });

  test('a secret can come from a file, and is never shown', () => {
    const path = join(folder, 'password');
    writeFileSync(path, 's3cret\n');
    expect(loadConfig({ CLICKHOUSE_PASSWORD_FILE: path }).config.clickhousePassword).toBe('s3cret');
    expect(() => loadConfig({ CLICKHOUSE_PASSWORD_FILE: join(folder, 'absent') })).toThrow(
      /CLICKHOUSE_PASSWORD_FILE names .*absent, which cannot be read/,
    );
  });

  test('a file that was named must exist', () => {
    expect(() => loadConfig({ TOKENTAPE_CONFIG: '/nowhere/t.yaml' })).toThrow(
      /\/nowhere\/t\.yaml, which does not exist/,
    );
  });
});

test('docs/configuration.md is what the code says', () => {
  expect(readFileSync('docs/configuration.md', 'utf8')).toBe(configReference());
});
