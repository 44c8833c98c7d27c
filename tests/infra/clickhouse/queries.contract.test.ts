import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestClickHouse, withClickHouse } from '../../support/clickhouse.ts';
import { loadSampleMarket } from './sample-market.ts';

/** docs/queries.md, question by question, as the read-only user asks them. */
const page = readFileSync(new URL('../../../docs/queries.md', import.meta.url), 'utf8');
const questions = page
  .split(/^### /m)
  .slice(1)
  .flatMap((section) => {
    const title = section.split('\n')[0] ?? '';
    return [...section.matchAll(/```sql\n(.*?)```/gs)].map((found): [string, string] => [title, found[1] ?? '']);
  });

let store: TestClickHouse;
beforeAll(async () => {
  store = await withClickHouse();
  await loadSampleMarket(store.client);
});
afterAll(() => store.stop());

async function ask(query: string): Promise<Record<string, unknown>[]> {
  return (await store.reader.query({ query, format: 'JSONEachRow' })).json();
}

test('there are twenty', () => {
  const numbers = [...page.matchAll(/^### (\d+)\./gm)].map((found) => Number(found[1]));
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test.each(questions)('%s', async (_title, sql) => {
  const rows = await ask(sql);
  expect(rows.length).toBeGreaterThan(0);
});

test('every name the page lists is there, and every view is listed', async () => {
  const listed = [...page.matchAll(/^\| ((?:`\w+[^`]*`(?:, )?)+) \|/gm)].flatMap((row) =>
    [...(row[1] ?? '').matchAll(/`(\w+)/g)].map((name) => name[1] ?? ''),
  );
  const found = await ask(
    "SELECT name, engine FROM system.tables WHERE database = 'tokentape' AND engine != 'MaterializedView'",
  );
  const names = found.map((row) => String(row['name']));
  expect(names).toEqual(expect.arrayContaining(listed));
  const views = found.filter((row) => row['engine'] === 'View').map((row) => String(row['name']));
  const apart = ['price_changes_believed_at', 'signals_believed_at'];
  expect(listed).toEqual(expect.arrayContaining(views.filter((view) => !apart.includes(view))));
});

describe('what the views say', () => {
  test('the newest price, in dollars, where it is still listed', async () => {
    const rows = await ask(
      "SELECT unit_price, toString(unit_price_usd) AS usd, listed FROM latest_prices WHERE provider = 'bailian' AND meter = 'output'",
    );
    expect(rows).toEqual([{ unit_price: '12', usd: expect.stringMatching(/^1\.6667/), listed: true }]);
    expect(await ask("SELECT count() AS n FROM latest_prices WHERE provider = 'ecb'")).toEqual([{ n: '0' }]);
  });

  test('the price as it stood at a time, and as it was believed to stand', async () => {
    const at = async (time: string) =>
      ask(
        `SELECT unit_price, listed FROM price_at(at = '${time}') WHERE provider = 'acme' AND meter = 'output' AND mode = 'standard'`,
      );
    expect(await at('2026-01-05 07:59:59')).toEqual([]);
    expect(await at('2026-01-05 08:00:00')).toEqual([{ unit_price: '10', listed: true }]);
    expect(await at('2026-02-05 07:59:59')).toEqual([{ unit_price: '10', listed: true }]);
    expect(await at('2026-02-06 00:00:00')).toEqual([{ unit_price: '11.5', listed: true }]);
    const believed = await ask(
      "SELECT unit_price FROM price_believed_at(at = '2026-02-06 00:00:00', believed = '2026-02-06 00:00:00') WHERE provider = 'acme' AND meter = 'output' AND mode = 'standard'",
    );
    expect(believed).toEqual([{ unit_price: '11' }]);
  });

  test('a day has its open, high, low and close', async () => {
    const rows = await ask(
      "SELECT open, high, low, close FROM daily_prices WHERE provider = 'acme' AND meter = 'output' AND mode = 'standard' AND day = '2026-02-05'",
    );
    // Both beliefs about that day are in its range; the later one is its price.
    expect(rows).toEqual([{ open: '11.5', high: '11.5', low: '11', close: '11.5' }]);
  });

  test('token volumes come to tokens per day, at the end of their period', async () => {
    const rows = await ask('SELECT toString(day) AS day, tokens_per_day FROM token_volumes ORDER BY tokens_per_day');
    expect(rows).toEqual(
      [
        { day: expect.stringMatching(/^2025-12-31/), tokens_per_day: 20000000000000000 / 365.25 },
        { day: expect.stringMatching(/^2026-03-31/), tokens_per_day: 140000000000000 },
        { day: expect.stringMatching(/^2026-03-31/), tokens_per_day: 9000000000000000 / 91.3125 },
      ].sort((a, b) => a.tokens_per_day - b.tokens_per_day),
    );
  });

  test('a source that fails counts its failures since it last did well', async () => {
    const rows = await ask(
      "SELECT last_outcome, failures_since_success, attempts_24h, last_error FROM source_health WHERE source_id = 'acme-pricing'",
    );
    expect(rows).toEqual([
      { last_outcome: 'timeout', failures_since_success: '1', attempts_24h: '1', last_error: 'no answer within 20 s' },
    ]);
  });
});
