import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDemoCatalog } from '../../infra/demo/catalog.ts';
import { type DemoMarket, startMarket } from '../../infra/demo/server.ts';
import { kafkaBrokers } from '../setup/brokers.ts';
import { type TestClickHouse, withClickHouse } from '../support/clickhouse.ts';
import { differences, expectedPrices, pricesOf } from '../support/demo.ts';
import { eventually, spawnTokentape, temporaryFolder } from '../support/tokentape.ts';

const SEED = 5;
const brokers = await kafkaBrokers();

describe.skipIf(brokers.length === 0)('roles as processes on Kafka and a ClickHouse server', () => {
  const folder = temporaryFolder();
  let market: DemoMarket;
  let clickhouse: TestClickHouse;
  let processes: ReturnType<typeof spawnTokentape>[] = [];

  beforeAll(async () => {
    market = await startMarket({ port: 0, seed: SEED, stepMs: null });
    clickhouse = await withClickHouse({ migrated: false });
    const sources = join(folder.path, 'sources');
    writeDemoCatalog(sources, market.url, '* * * * * *');
    const env = {
      KAFKA_BROKERS: brokers.join(','),
      KAFKA_TOPIC_PREFIX: `e2e-${randomBytes(4).toString('hex')}-`,
      KAFKA_PARTITIONS: '3',
      CLICKHOUSE_URL: clickhouse.server.url,
      CLICKHOUSE_USER: clickhouse.server.user,
      CLICKHOUSE_PASSWORD: clickhouse.server.password,
      CATALOG_DIRS: sources,
      TOKENTAPE_DATA_DIR: folder.path,
      LOG_LEVEL: 'warn',
    };
    // Two of those that share work, one of the others; two schedulers make one set of jobs.
    const roles = [
      ['schedule', 'fetch', 'extract'],
      ['schedule', 'fetch', 'extract', 'detect'],
      ['detect', 'merge', 'clickhouse'],
    ];
    processes = roles.map((names) => spawnTokentape(['run', ...names], env));
  });

  afterAll(async () => {
    const running = processes.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    for (const child of running) child.kill('SIGTERM');
    await Promise.all(running.map((child) => once(child, 'exit')));
    await market.stop();
    await clickhouse.stop();
    folder.remove();
  });

  const rows = (query: string) => clickhouse.rows(query).catch(() => null);
  const tapeShows = (step: number) => {
    let last: string[] = [];
    return eventually(
      `step ${step} on the tape`,
      async () => {
        const found = await rows('SELECT provider, product, meter, toString(unit_price) AS price FROM latest_prices');
        last = found === null ? ['no answer'] : differences(expectedPrices(SEED, step), pricesOf(found));
        return last.length === 0 ? true : null;
      },
      90_000,
    ).catch((cause) => {
      throw new Error(`${cause.message}: ${last.slice(0, 5).join('; ')}`);
    });
  };

  test('the market’s prices and changes arrive, once', async () => {
    await tapeShows(0);
    for (let step = 1; step <= 7; step++) market.advance();
    await tapeShows(7);
    const changes = await eventually('the changes', async () => {
      const found = await rows('SELECT series, count() AS times FROM current_price_changes GROUP BY series');
      return found !== null && found.length > 0 ? found : null;
    });
    expect(
      changes.every((row) => row !== null && typeof row === 'object' && 'times' in row && Number(row.times) === 1),
    ).toBe(true);
    expect(await rows('SELECT count() AS n FROM dead_letters')).toEqual([{ n: '0' }]);
    const signals = await eventually('a signal', async () => {
      const found = await rows(
        "SELECT headline FROM current_signals WHERE subject = 'alibaba-cloud' AND kind = 'price_change'",
      );
      return found !== null && found.length > 0 ? found : null;
    });
    expect(signals.length).toBeGreaterThan(0);
  });

  test('one of two processes is killed: the other takes over its partitions', async () => {
    const [victim] = processes;
    victim?.kill('SIGKILL');
    // Far enough for several vendors to move, so that no partition goes unheard.
    for (let step = 8; step <= 13; step++) market.advance();
    await tapeShows(13);
  });
});
