import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aSignal } from '../../sinks/clickhouse/samples.ts';
import { type TestClickHouse, withClickHouse } from '../../support/clickhouse.ts';
import { loadSampleMarket } from '../clickhouse/sample-market.ts';

const folder = 'infra/deploy/grafana';
const dashboard = z.looseObject({
  panels: z.array(z.looseObject({ title: z.string(), targets: z.array(z.looseObject({ rawSql: z.string() })) })),
  templating: z.object({ list: z.array(z.looseObject({ name: z.string(), query: z.string() })) }),
});
const boards = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, board: dashboard.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))) }));

/** Macros and variables as the ClickHouse data source expands them, over all of time; `values` by variable. */
function expand(sql: string, values: ReadonlyMap<string, readonly string[]>): string {
  return sql
    .replaceAll(/\$__timeFilter\(([^)]+)\)/g, '$1 >= toDateTime(0) AND $1 <= toDateTime(4102444800)')
    .replaceAll(/\$__timeInterval\(([^)]+)\)/g, 'toStartOfInterval(toDateTime($1), INTERVAL 60 second)')
    .replaceAll(/\$\{(\w+):singlequote\}/g, (_, name: string) =>
      (values.get(name) ?? []).map((value) => `'${value}'`).join(','),
    );
}

describe('every query of the Grafana dashboards runs as the read-only user', () => {
  let store: TestClickHouse;
  const now = new Date().toISOString();
  beforeAll(async () => {
    store = await withClickHouse();
    await loadSampleMarket(store.client);
    await store.client.insert({
      table: 'signals',
      values: [
        { ...aSignal({ signal_id: 'elsewhere', subject: 'nvidia' }), recorded_at: now },
        { ...aSignal({ signal_id: 'nobody', subject: null }), recorded_at: now },
      ],
      format: 'JSONEachRow',
    });
    const letter = {
      dead_letter_id: 'd1',
      stage: 'extract',
      topic: 'documents',
      partition: 0,
      offset: 1,
      raw: '',
      error: 'x',
      attempts: 1,
      failed_at: now,
    };
    await store.client.insert({
      table: 'dead_letters',
      values: [{ ...letter, app_version: '0', status: 'open', version: 1, recorded_at: now }],
      format: 'JSONEachRow',
    });
  });
  afterAll(() => store.stop());

  const read = async (query: string): Promise<Record<string, unknown>[]> =>
    z
      .array(z.record(z.string(), z.unknown()))
      .parse(await (await store.reader.query({ query, format: 'JSONEachRow' })).json());

  test.each(boards.map(({ file, board }) => [file, board] as const))('%s', async (_file, board) => {
    const values = new Map<string, string[]>();
    for (const { name, query } of board.templating.list) {
      const rows = await read(query);
      values.set(
        name,
        rows.map((row) => String(Object.values(row)[0])),
      );
      expect(values.get(name), name).not.toEqual([]);
    }
    for (const { title, targets } of board.panels) {
      for (const { rawSql } of targets) {
        const sql = expand(rawSql, values);
        expect(sql, title).not.toMatch(/\$/);
        const rows = await read(sql);
        expect(rows.length, title).toBeGreaterThan(0);
        // Of whom nobody sells anything, and of nobody: signals all the same.
        if (title === 'Signals')
          expect(rows.map((row) => row['subject'])).toEqual(expect.arrayContaining(['nvidia', null]));
        if (/ AS time\b/.test(rawSql) && rows.length > 0) expect(Object.keys(rows[0] ?? {}), title).toContain('time');
      }
    }
  });
});
