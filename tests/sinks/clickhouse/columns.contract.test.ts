import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { price, reading } from '../../../infra/contracts/price.ts';
import { TOPICS } from '../../../infra/contracts/topics.ts';
import { RECORD_TOPICS } from '../../../sinks/clickhouse/tables.ts';
import { type TestClickHouse, withClickHouse } from '../../support/clickhouse.ts';

let store: TestClickHouse;
beforeAll(async () => {
  store = await withClickHouse();
});
afterAll(() => store.stop());

const named = z.array(z.object({ name: z.string() }));

async function columnsOf(table: string): Promise<string[]> {
  const query = `SELECT name FROM system.columns WHERE database = currentDatabase() AND table = '${table}' AND default_kind NOT IN ('MATERIALIZED', 'ALIAS')`;
  return named.parse(await store.rows(query)).map(({ name }) => name);
}

/** A record's fields by table; a reading's prices lie in a table of their own, with the page's address. */
const contracts: [string, string[]][] = [
  ...RECORD_TOPICS.filter((topic) => topic !== 'prices').map((topic): [string, string[]] => [
    topic,
    Object.keys(TOPICS[topic].schema.shape),
  ]),
  ['prices', [...Object.keys(price.shape), 'url', 'backfill']],
  ['readings', [...Object.keys(reading.shape), 'extractor', 'extractor_version']],
];

test.each(contracts)('table %s has a column for every field, and no other', async (table, fields) => {
  expect((await columnsOf(table)).sort()).toEqual([...fields, 'recorded_at'].sort());
});
