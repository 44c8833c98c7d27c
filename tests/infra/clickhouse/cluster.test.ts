import { expect, test } from 'vitest';
import { clusterStatements } from '../../../infra/clickhouse/cluster.ts';
import { migrationStatements, readMigrations } from '../../../infra/clickhouse/migrate.ts';

const spread = (statement: string) => clusterStatements(statement, { cluster: 'market', database: 'tokentape' });

test('a table becomes a replicated one on every shard and a distributed one over them', () => {
  const table = `CREATE TABLE IF NOT EXISTS tokentape.signals (signal_id String)
ENGINE = ReplacingMergeTree(revision) ORDER BY signal_id SETTINGS non_replicated_deduplication_window = 1000`;
  expect(spread(table)).toEqual([
    `CREATE TABLE IF NOT EXISTS tokentape.signals_local ON CLUSTER 'market' (signal_id String)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}', revision) ORDER BY signal_id SETTINGS replicated_deduplication_window_seconds = 86400, replicated_deduplication_window = 1000`,
    "CREATE TABLE IF NOT EXISTS tokentape.signals ON CLUSTER 'market' AS tokentape.signals_local ENGINE = Distributed('market', 'tokentape', 'signals_local', cityHash64(signal_id))",
  ]);
});

test('a materialised view feeds from local table to local table', () => {
  const view =
    'CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape.a_mv TO tokentape.a_state AS SELECT * FROM tokentape.a';
  expect(spread(view)).toEqual([
    "CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape.a_mv ON CLUSTER 'market' TO tokentape.a_state_local AS SELECT * FROM tokentape.a_local",
  ]);
});

test('a view asks the distributed tables, and computes what it joins once', () => {
  const view = `CREATE VIEW IF NOT EXISTS tokentape.v AS WITH some AS (SELECT 1 AS x)
SELECT * FROM tokentape.a AS a LEFT JOIN tokentape.b AS b ON b.x = a.x CROSS JOIN some ARRAY JOIN a.list AS of
WHERE kind IN ('x', 'y') AND x NOT IN (SELECT x FROM tokentape.b) AND x IN (some)`;
  expect(spread(view)).toEqual([
    `CREATE VIEW IF NOT EXISTS tokentape.v ON CLUSTER 'market' AS WITH some AS (SELECT 1 AS x)
SELECT * FROM tokentape.a AS a GLOBAL LEFT JOIN tokentape.b AS b ON b.x = a.x CROSS JOIN some ARRAY JOIN a.list AS of
WHERE kind IN ('x', 'y') AND x GLOBAL NOT IN (SELECT x FROM tokentape.b) AND x GLOBAL IN (some)`,
  ]);
});

test('what has no cluster form is refused, not made on one server', () => {
  expect(() => spread('ALTER TABLE tokentape.prices ADD COLUMN x UInt8')).toThrow('no cluster form for "ALTER TABLE');
  const stray = 'CREATE TABLE IF NOT EXISTS tokentape.stray (x UInt8) ENGINE = MergeTree ORDER BY x';
  expect(() => spread(stray)).toThrow('no sharding key for the table stray');
  expect(() => spread(stray.replace('MergeTree ORDER BY x', 'Memory'))).toThrow('only MergeTree tables are replicated');
});

test('a cluster has every table and view of one server, and for each table the shards’ part', async () => {
  const migrations = await readMigrations();
  const names = (cluster?: string) =>
    migrations
      .flatMap((of) => migrationStatements(of, 'tokentape', cluster))
      .map((sql) => /IF NOT EXISTS tokentape\.(\w+)/.exec(sql)?.[1] ?? sql);
  const spreadNames = names('market');
  expect(spreadNames.filter((name) => !name.endsWith('_local'))).toEqual(names());
  const tables = migrations.flatMap((of) => of.sql.match(/CREATE TABLE/g) ?? []);
  expect(spreadNames.filter((name) => name.endsWith('_local')).length).toBe(tables.length);
});

test('in another database, and with every statement on the cluster', async () => {
  const all = (await readMigrations()).flatMap((of) => migrationStatements(of, 'other', 'market'));
  expect(all.filter((sql) => sql.includes('tokentape'))).toEqual([]);
  expect(all.filter((sql) => !sql.includes("ON CLUSTER 'market'"))).toEqual([]);
});
