import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { databaseHeader } from './client.ts';
import { clusterStatements, replicatedEverywhere } from './cluster.ts';
import { literal } from './sql/lex.ts';
import { statements } from './sql/statements.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
  readonly sql: string;
}

/** The database the files name; another one is put in its place. */
const WRITTEN_FOR = 'tokentape';
const DIRECTORY = new URL('./migrations/', import.meta.url);

/** The numbered files, in order. */
export async function readMigrations(directory: URL = DIRECTORY): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, directory), 'utf8');
      const version = Number(/^\d+/.exec(name)?.[0]);
      return { version, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

const appliedRow = z.object({ version: z.number(), name: z.string(), checksum: z.string() });

export interface MigrateOptions {
  readonly database: string;
  /** Makes everything on this cluster, replicated and distributed (cluster.ts). Default: on the one server. */
  readonly cluster?: string | undefined;
  /** Default: the project's own. */
  readonly migrations?: readonly Migration[];
}

/**
 * Brings the schema up to date and returns what was applied now. Statements are idempotent, so a run that was cut off
 * goes on where it stopped, and two processes may start at once. Rejects, having changed nothing, when an applied file
 * was changed or the database is of a newer version.
 */
export async function migrate(client: ClickHouseClient, options: MigrateOptions): Promise<Migration[]> {
  const { database, cluster } = options;
  const on = cluster === undefined ? '' : ` ON CLUSTER ${literal(cluster)}`;
  const migrations = options.migrations ?? (await readMigrations());
  const run = (query: string) => client.command({ query, http_headers: databaseHeader('default') });
  await run(`CREATE DATABASE IF NOT EXISTS \`${database}\`${on} ENGINE = Atomic`);
  const engine = 'ReplacingMergeTree';
  await run(`CREATE TABLE IF NOT EXISTS \`${database}\`.schema_migrations${on}
    (version UInt32, name String, checksum String, applied_at DateTime64(3, 'UTC') DEFAULT now64(3))
    ENGINE = ${cluster === undefined ? engine : replicatedEverywhere(database, 'schema_migrations', engine)} ORDER BY version`);
  const pending = pendingOf(migrations, await readApplied(client, database), database);
  for (const migration of pending) await apply(client, options, migration, run);
  return pending;
}

type Applied = Pick<Migration, 'version' | 'name' | 'checksum'>;

async function readApplied(client: ClickHouseClient, database: string): Promise<Applied[]> {
  const found = await client.query({
    query: `SELECT version, name, checksum FROM \`${database}\`.schema_migrations FINAL`,
    format: 'JSONEachRow',
  });
  return z.array(appliedRow).parse(await found.json());
}

function pendingOf(migrations: readonly Migration[], applied: readonly Applied[], database: string): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.version, migration]));
  for (const row of applied) {
    const file = known.get(row.version);
    if (file === undefined) {
      throw new Error(
        `The database ${database} was migrated by a newer tokentape (${row.name}): update tokentape, or use another database.`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw new Error(
        `Migration ${file.name} was changed after it had been applied to the database ${database}: restore the file and put the change into a new one.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.version));
  return migrations.filter((migration) => !done.has(migration.version));
}

/** What a migration comes to in this database, on one server or on a cluster. */
export function migrationStatements({ sql }: Migration, database: string, cluster?: string): string[] {
  const written = statements(sql);
  const form = cluster === undefined ? null : { cluster, database };
  const spread = form === null ? written : written.flatMap((statement) => clusterStatements(statement, form));
  return database === WRITTEN_FOR ? spread : spread.map((of) => of.replaceAll(`${WRITTEN_FOR}.`, `${database}.`));
}

async function apply(
  client: ClickHouseClient,
  { database, cluster }: MigrateOptions,
  migration: Migration,
  run: (query: string) => Promise<unknown>,
): Promise<void> {
  for (const query of migrationStatements(migration, database, cluster)) {
    try {
      await run(query);
    } catch (error) {
      const what = query.split('\n')[0];
      throw new Error(`Migration ${migration.name} failed at "${what}": ${String(error)}`, { cause: error });
    }
  }
  await client.insert({
    table: `${database}.schema_migrations`,
    values: [{ version: migration.version, name: migration.name, checksum: migration.checksum }],
    format: 'JSONEachRow',
  });
}
