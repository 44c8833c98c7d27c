import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { decodeRecord } from '../../../../infra/log/decode.ts';
import { encode } from '../../../../infra/log/encode.ts';
import { aReading, aSignal } from '../../../sinks/clickhouse/samples.ts';
import { type TestClickHouse, withClickHouse } from '../../../support/clickhouse.ts';
import { storeRecords } from '../../../support/store-records.ts';
import { loadSampleMarket } from '../sample-market.ts';
import { curl, type ForeignClient, go, java, python, pythonProgram } from './tools.ts';

/** Other people's clients, with their defaults and without a password. */
let store: TestClickHouse;
const arrived = { partition: 0, offset: 0, key: 'k', arrivedAt: Date.parse('2026-03-01T08:00:01Z') };

beforeAll(async () => {
  store = await withClickHouse();
  const page = aReading({ prices: [{}, { meter: 'output', amount: '10', tier: '≤ 200K' }] });
  await storeRecords(store.client, [
    decodeRecord('prices', { ...arrived, topic: 'prices', bytes: encode('prices', { key: 'k', value: page }) }),
  ]);
  await storeRecords(store.client, [
    decodeRecord('signals', { ...arrived, topic: 'signals', bytes: encode('signals', { key: 'k', value: aSignal() }) }),
  ]);
});
afterAll(() => store.stop());

/** On a developer's machine a missing tool skips the test and says so; where CI is set, everything has to be there. */
async function run(context: TestContext, client: Promise<ForeignClient>, ...args: string[]): Promise<string> {
  const found = await client;
  if (found.kind === 'ready') return found.run(...args);
  if (process.env['CI'] === 'true') throw new Error(found.reason);
  return context.skip(found.reason);
}

/** The first run fetches the client and what it needs. */
const INSTALLING = { timeout: 600_000 };

const SERIES = ['acme/large-2/input/standard/-/-/USD/1000000', 'acme/large-2/output/standard/-/-/USD/1000000'];

test('curl', async (context) => {
  const csv = await run(
    context,
    curl(),
    `${store.server.url}/?default_format=CSVWithNames`,
    '--data-binary',
    'SELECT provider, unit_price FROM latest_prices ORDER BY unit_price',
  );
  expect(csv).toBe('"provider","unit_price"\n"acme",2.5\n"acme",10\n');
  const bound = await run(
    context,
    curl(),
    `${store.server.url}/?param_p=acme`,
    '--data-binary',
    'SELECT count() FROM prices WHERE provider = {p:String}',
  );
  expect(bound).toBe('2\n');
  const refused = await run(
    context,
    curl(),
    store.server.url,
    '-w',
    '%{http_code}',
    '--data-binary',
    'DROP TABLE prices',
  );
  expect(refused).toMatch(/^Code: 164\. .*403$/s);
});

test('Python: clickhouse-connect', INSTALLING, async (context) => {
  const seen = JSON.parse(await run(context, python(), '127.0.0.1', String(store.server.port)));
  expect(seen).toMatchObject({
    columns: ['series', 'unit_price', 'observed_at', 'tier'],
    rows: [
      [SERIES[0], '2.500000000000000000', '2026-03-01 08:00:00', 'None'],
      [SERIES[1], '10.000000000000000000', '2026-03-01 08:00:00', '≤ 200K'],
    ],
    bound: 2,
    signals: 'change-1',
    streamed: 200_000,
    described: ['series', 'provider', 'product'],
  });
  expect(seen.tables).toContain('latest_prices');
  // The insert comes as LZ4, which is refused before anything is read of it.
  expect(seen.refused.map((text: string) => /\d+/.exec(text)?.[0])).toEqual(['164', '48', '497', '47']);
});

/** In this file, not one of its own: tests of one file never install the same Python at the same time. */
test('docs/python.md, its blocks run as the one program they are', INSTALLING, async (context) => {
  const page = readFileSync(new URL('../../../../docs/python.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/```python\n(.*?)```/gs)].map((found) => found[1] ?? '');
  const report = `import json
print(json.dumps([list(latest.column_names), [float(price) for price in prices], len(times),
    [float(row[0]) for row in known_today], [float(row[0]) for row in believed_then]]))`;
  const program = [...blocks, report].join('\n');
  expect(program).toContain('port=8123');
  const market = await withClickHouse();
  try {
    await loadSampleMarket(market.client);
    const printed = await run(context, pythonProgram(), program.replace('port=8123', `port=${market.server.port}`));
    const lines = printed.trim().split('\n');
    expect(lines).toContain('Large 2 output 13.000000000000000000 USD');
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual([
      ['product', 'meter', 'unit_price', 'currency', 'last_seen_at'],
      [10, 11.5, 12, 13],
      4,
      [11.5],
      [11],
    ]);
  } finally {
    await market.stop();
  }
});

test('Java: the ClickHouse JDBC driver', INSTALLING, async (context) => {
  const lines = (await run(context, java(), `127.0.0.1:${store.server.port}`)).trim().split('\n');
  expect(lines[0]).toMatch(/^version \d+\.\d+/);
  expect(lines.slice(1)).toEqual([
    'table latest_prices',
    'column unit_price Decimal(38, 18)',
    `row ${SERIES[0]} 2.5 2026-03-01 08:00:00.0 null`,
    `row ${SERIES[1]} 10 2026-03-01 08:00:00.0 ≤ 200K`,
    'bound 2',
    'streamed 200000',
    'refused 164',
    'refused 164',
  ]);
});

describe("Go: clickhouse-go, which is Grafana's", () => {
  test('in every compression', INSTALLING, async (context) => {
    const client = await go();
    // Debian's own Go is too old for the driver: where there is no newer one, this client is passed over, in CI too.
    if (client.kind === 'missing') return context.skip(client.reason);
    const lines = (await client.run(`127.0.0.1:${store.server.port}`)).trim().split('\n');
    const expected = ['none', 'lz4', 'gzip', 'zstd'].flatMap((name) => [
      `${name} row ${SERIES[0]} 2.5 2026-03-01T08:00:00Z false acme`,
      `${name} row ${SERIES[1]} 10 2026-03-01T08:00:00Z true acme`,
      `${name} last 199999`,
      `${name} refused true`,
    ]);
    expect(lines.sort()).toEqual(expected.sort());
  });
});
