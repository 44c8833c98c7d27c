import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { type ClickHouseOptions, createClickHouse } from './client.ts';
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

/**
 * Brings the schema up to date and returns what was applied now. Statements are idempotent, so a run that was cut off
 * goes on where it stopped, and two processes may start at once.
 */
export async function migrate(options: ClickHouseOptions & { readonly database: string }): Promise<Migration[]> {
  const client = createClickHouse({ ...options, database: null });
  try {
    return await applyMigrations(client, options.database, await readMigrations());
  } finally {
    await client.close();
  }
}

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

export async function applyMigrations(
  client: ClickHouseClient,
  database: string,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  await client.command({ query: `CREATE DATABASE IF NOT EXISTS \`${database}\` ENGINE = Atomic` });
  await client.command({
    query: `CREATE TABLE IF NOT EXISTS \`${database}\`.schema_migrations
      (version UInt32, name String, checksum String, applied_at DateTime64(3, 'UTC') DEFAULT now64(3))
      ENGINE = ReplacingMergeTree ORDER BY version`,
  });
  const found = await client.query({
    query: `SELECT version, name, checksum FROM \`${database}\`.schema_migrations FINAL`,
    format: 'JSONEachRow',
  });
  const applied = new Map(
    z
      .array(appliedRow)
      .parse(await found.json())
      .map((row) => [row.version, row]),
  );
  const known = Math.max(0, ...migrations.map((migration) => migration.version));
  const newer = [...applied.values()].find((row) => row.version > known);
  if (newer !== undefined) {
    throw new Error(
      `The database ${database} was migrated by a newer tokentape (${newer.name}): update tokentape, or use another database.`,
    );
  }
  const done: Migration[] = [];
  for (const migration of migrations) {
    const before = applied.get(migration.version);
    if (before === undefined) {
      await apply(client, database, migration);
      done.push(migration);
    } else if (before.checksum !== migration.checksum) {
      throw new Error(
        `Migration ${migration.name} was changed after it had been applied to the database ${database}: restore the file and put the change into a new one.`,
      );
    }
  }
  return done;
}

async function apply(client: ClickHouseClient, database: string, migration: Migration): Promise<void> {
  for (const statement of statements(migration.sql)) {
    const query = database === WRITTEN_FOR ? statement : statement.replaceAll(`${WRITTEN_FOR}.`, `${database}.`);
    try {
      await client.command({ query });
    } catch (error) {
      const what = statement.split('\n')[0];
      throw new Error(`Migration ${migration.name} failed at "${what}": ${String(error)}`, { cause: error });
    }
  }
  await client.insert({
    table: `${database}.schema_migrations`,
    values: [{ version: migration.version, name: migration.name, checksum: migration.checksum }],
    format: 'JSONEachRow',
  });
}
