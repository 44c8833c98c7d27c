/**
 * The same records as somebody without our schema would keep them: MergeTree by time, plain types, the engine's default codec, no
 * materialised view, and our views (same names, same answers) computed from the records when asked.
 */
import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { readMigrations } from '../../../infra/clickhouse/migrate.ts';
import { statements } from '../../../infra/clickhouse/sql/statements.ts';

export const PLAIN = 'plain';

const TIMES: Readonly<Record<string, string>> = {
  prices: 'observed_at',
  readings: 'observed_at',
  price_changes: 'observed_at',
  documents: 'fetched_at',
  fetches: 'started_at',
  signals: 'updated_at',
};

const column = z.object({
  name: z.string(),
  type: z.string(),
  default_kind: z.string(),
  default_expression: z.string(),
});

/** Makes the database `plain` beside a migrated `tokentape`. */
export async function makePlain(client: ClickHouseClient): Promise<void> {
  await client.command({ query: `CREATE DATABASE ${PLAIN} ENGINE = Atomic` });
  for (const [table, time] of Object.entries(TIMES)) {
    const found = await client.query({
      query: `SELECT name, type, default_kind, default_expression FROM system.columns WHERE database = 'tokentape' AND table = '${table}' ORDER BY position`,
      format: 'JSONEachRow',
    });
    const columns = z
      .array(column)
      .parse(await found.json())
      .map((of) => {
        const type = of.type.replaceAll(/LowCardinality\(((?:[^()]|\([^()]*\))*)\)/g, '$1');
        return of.default_kind === '' ? `${of.name} ${type}` : `${of.name} ${type} ALIAS ${of.default_expression}`;
      });
    await client.command({
      query: `CREATE TABLE ${PLAIN}.${table} (${columns.join(', ')}) ENGINE = MergeTree ORDER BY ${time}`,
    });
  }
  for (const { sql } of await readMigrations()) {
    for (const statement of statements(sql)) {
      const view = naiveView(statement);
      if (view === null) continue;
      await client.command({
        query: view.replaceAll('tokentape.', `${PLAIN}.`).replaceAll(/ FINAL\b/g, ''),
      });
    }
  }
}

const LATEST_COLUMNS = [
  ...[
    'provider',
    'product',
    'product_key',
    'meter',
    'mode',
    'tier',
    'region',
    'currency',
    'per',
    'amount',
    'unit_price',
  ],
  ...['unit_price_usd', 'observed_at', 'effective_at', 'document_id', 'evidence', 'extractor', 'extractor_version'],
  'recorded_at',
];

/** What a materialised view keeps, asked of the records themselves. */
const BY_HAND: Readonly<Record<string, string>> = {
  latest_prices_state: `SELECT p.series AS series, p.source_id AS source_id, p.url AS url, cityHash64(p.series, p.source_id, p.url) AS line_id,
    argMax(tuple(${LATEST_COLUMNS.map((name) => `p.${name}`).join(', ')}), (p.observed_at, p.recorded_at)) AS newest,
    ${LATEST_COLUMNS.map((name, index) => `newest.${index + 1} AS ${name}`).join(', ')}
    FROM tokentape.prices AS p GROUP BY p.series, p.source_id, p.url`,
  latest_readings_state: `SELECT source_id, url, document_id, observed_at, seen_again, authority, extractor, extractor_version
    FROM tokentape.readings WHERE prices > 0 OR seen_again ORDER BY observed_at DESC, recorded_at DESC LIMIT 1 BY source_id, url`,
  price_changes_state: 'SELECT * FROM tokentape.price_changes ORDER BY revision DESC LIMIT 1 BY change_id',
  signals_state: 'SELECT * FROM tokentape.signals ORDER BY revision DESC LIMIT 1 BY signal_id',
};

function naiveView(statement: string): string | null {
  if (/^CREATE VIEW/.test(statement)) return statement;
  const [, target, select] =
    /^CREATE MATERIALIZED VIEW IF NOT EXISTS tokentape\.\w+ TO tokentape\.(\w+) AS\s+([\s\S]*)$/.exec(statement) ?? [];
  if (target === undefined || select === undefined) return null;
  return `CREATE VIEW tokentape.${target} AS ${BY_HAND[target] ?? select}`;
}
