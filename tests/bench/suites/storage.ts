import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import type { Bench } from '../harness.ts';
import { millions, OBSERVATIONS, openMarket } from '../support/market-store.ts';
import { PLAIN } from '../support/plain.ts';

const size = z.object({ table: z.string(), bytes: z.coerce.number(), rows: z.coerce.number() });
/** The prices, and what materialised views keep of them. */
const OF_PRICES = [
  'prices',
  'daily_prices_state',
  'monthly_prices_state',
  'late_prices_state',
  'latest_prices_state',
  'fx_rates_state',
];
const column = z.object({ name: z.string(), bytes: z.coerce.number() });

/** Bytes per stored price, in our table and in a plain one of the same rows. */
export async function storage(bench: Bench): Promise<void> {
  for (const wanted of bench.full ? OBSERVATIONS.full : OBSERVATIONS.normal) {
    const observations = bench.size(wanted);
    const store = await openMarket(bench.cache, observations);
    try {
      const client = store.client('tokentape');
      const [ours, plain] = [await sizes(client, 'tokentape'), await sizes(client, PLAIN)];
      const rows = ours.get('prices')?.rows ?? 0;
      const per = (bytes: number | undefined) => (bytes ?? 0) / rows;
      const of = millions(observations);
      const theirs = { 'plain MergeTree': per(plain.get('prices')?.bytes) };
      bench.figure(`${of} prices, bytes each`, per(ours.get('prices')?.bytes), 'B', theirs);
      const all = OF_PRICES.reduce((sum, table) => sum + (ours.get(table)?.bytes ?? 0), 0);
      bench.figure(`${of} prices with all that is kept of them, bytes each`, per(all), 'B', theirs);
      if (store.filled !== null) {
        bench.figure(`${of} prices made and stored by the engine itself`, store.filled.ours, 'rows/s', {
          'into plain MergeTree': store.filled.plain,
        });
      }
      bench.note(`${of}: ${await largestColumns(client, rows)}`);
    } finally {
      await store.stop();
    }
  }
}

async function sizes(client: ClickHouseClient, database: string): Promise<Map<string, z.infer<typeof size>>> {
  const found = await client.query({
    query: `SELECT table, sum(bytes_on_disk) AS bytes, sum(rows) AS rows FROM system.parts WHERE active AND database = '${database}' GROUP BY table`,
    format: 'JSONEachRow',
  });
  return new Map(
    z
      .array(size)
      .parse(await found.json())
      .map((of) => [of.table, of]),
  );
}

async function largestColumns(client: ClickHouseClient, rows: number): Promise<string> {
  const found = await client.query({
    query: `SELECT name, data_compressed_bytes AS bytes FROM system.columns
      WHERE database = 'tokentape' AND table = 'prices' ORDER BY bytes DESC LIMIT 6`,
    format: 'JSONEachRow',
  });
  const columns = z.array(column).parse(await found.json());
  return `most of a price is ${columns.map(({ name, bytes }) => `${name} ${(bytes / rows).toFixed(2)} B`).join(', ')}`;
}
