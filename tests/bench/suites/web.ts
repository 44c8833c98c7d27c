import { join } from 'node:path';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import { runWeb } from '../../../sinks/web/run.ts';
import { type Bench, quantile, timed } from '../harness.ts';
import { millions, OBSERVATIONS, openMarket } from '../support/market-store.ts';

const REQUESTS = 40;
const ADDRESSES = ['/', '/api/v1/signals', '/api/v1/price-changes', '/api/v1/prices?limit=50', '/api/v1/sources'];

/** Milliseconds a reader waits, p50 and p95, beside the store's own answer to the smallest question over the same HTTP. */
export async function web(bench: Bench): Promise<void> {
  const observations = bench.size(OBSERVATIONS.normal[0] ?? 1);
  const store = await openMarket(bench.cache, observations);
  const log = openEmbeddedLog({ path: join(bench.folder, 'log.sqlite') });
  const client = store.client('tokentape');
  const served = await runWeb({ log, client, catalog: [], port: 0, requestsPerMinute: 1_000_000 });
  try {
    const least = await waits(async () => (await client.query({ query: 'SELECT 1' })).text());
    for (const address of ADDRESSES) {
      const waited = await waits(async () => {
        const answer = await fetch(served.url + address);
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
      });
      const name = `${millions(observations)} prices, ${address}`;
      bench.figure(`${name}, p50`, quantile(waited, 0.5), 'ms', { 'SELECT 1': quantile(least, 0.5) });
      bench.figure(`${name}, p95`, quantile(waited, 0.95), 'ms', { 'SELECT 1': quantile(least, 0.95) });
    }
  } finally {
    await served.stop();
    await log.close();
    await client.close();
    await store.stop();
  }
}

/** One after the other; the first warms up and is not counted. */
async function waits(request: () => Promise<unknown>): Promise<number[]> {
  await request();
  const waited: number[] = [];
  for (let count = 0; count < REQUESTS; count++) waited.push(await timed(request));
  return waited;
}
