import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStoreClient } from '../../../infra/clickhouse/client.ts';
import { type Migration, migrate, readMigrations } from '../../../infra/clickhouse/migrate.ts';
import { type TestClickHouse, withClickHouse } from '../../support/clickhouse.ts';

let store: TestClickHouse;
beforeAll(async () => {
  store = await withClickHouse({ migrated: false });
});
afterAll(() => store.stop());

const migration = (version: number, sql: string): Migration => ({
  version,
  name: `${String(version).padStart(4, '0')}_test.sql`,
  sql,
  checksum: `sum-${sql}`,
});

const clientOf = (database: string) =>
  createStoreClient({ url: store.server.url, username: store.server.user, password: store.server.password, database });

test('the files are numbered without a gap and applied in that order', async () => {
  const migrations = await readMigrations();
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

test('a second run, and two at once, change nothing', async () => {
  const client = clientOf('twice');
  const both = await Promise.all([migrate(client, { database: 'twice' }), migrate(client, { database: 'twice' })]);
  expect(both.flat().length).toBeGreaterThan(0);
  expect(await migrate(client, { database: 'twice' })).toEqual([]);
  const query = "SELECT count() AS n FROM system.tables WHERE database = 'twice' AND name = 'prices'";
  expect(await store.rows(query)).toEqual([{ n: '1' }]);
  await client.close();
});

test('another database holds everything itself: no view looks back into the first', async () => {
  const client = clientOf('other');
  await migrate(client, { database: 'other' });
  const query = `SELECT name FROM system.tables WHERE database = 'other' AND create_table_query LIKE '%tokentape.%'`;
  expect(await store.rows(query)).toEqual([]);
  expect(
    await (await client.query({ query: "SELECT * FROM price_at(at = '2026-01-01')", format: 'JSONEachRow' })).json(),
  ).toEqual([]);
  await client.close();
});

test('a file that was changed after it had been applied is refused, and nothing is touched', async () => {
  const client = clientOf('changed');
  const first = migration(1, 'CREATE TABLE IF NOT EXISTS tokentape.a (x UInt8) ENGINE = MergeTree ORDER BY x;');
  await migrate(client, { database: 'changed', migrations: [first] });
  const edited = { ...first, checksum: 'another' };
  const next = migration(2, 'CREATE TABLE IF NOT EXISTS tokentape.b (x UInt8) ENGINE = MergeTree ORDER BY x;');
  await expect(migrate(client, { database: 'changed', migrations: [edited, next] })).rejects.toThrow(
    'Migration 0001_test.sql was changed after it had been applied to the database changed: restore the file and put the change into a new one.',
  );
  expect(await store.rows("SELECT name FROM system.tables WHERE database = 'changed' AND name = 'b'")).toEqual([]);
  await client.close();
});

test('a database of a newer version is left alone', async () => {
  const client = clientOf('newer');
  await migrate(client, { database: 'newer', migrations: [migration(1, 'SELECT 1'), migration(2, 'SELECT 1')] });
  await expect(migrate(client, { database: 'newer', migrations: [migration(1, 'SELECT 1')] })).rejects.toThrow(
    /was migrated by a newer tokentape \(0002_test\.sql\)/,
  );
  await client.close();
});

test('a run that was cut off goes on where it stopped', async () => {
  const client = clientOf('cut');
  const good = 'CREATE TABLE IF NOT EXISTS tokentape.a (x UInt8) ENGINE = MergeTree ORDER BY x';
  const broken = migration(1, `${good};\nCREATE TABLE tokentape.b (x Nonsense) ENGINE = Memory;`);
  await expect(migrate(client, { database: 'cut', migrations: [broken] })).rejects.toThrow(
    /^Migration 0001_test\.sql failed at "CREATE TABLE cut\.b/,
  );
  const mended = migration(1, `${good};\nCREATE TABLE IF NOT EXISTS tokentape.b (x UInt8) ENGINE = Memory;`);
  expect(await migrate(client, { database: 'cut', migrations: [mended] })).toEqual([mended]);
  await client.close();
});
