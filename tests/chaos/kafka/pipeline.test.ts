import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { whyNoKafka } from '../../../infra/kafka/jars.ts';
import { startLocalKafka } from '../../../infra/kafka/local-kafka.ts';
import { listDeadLetters } from '../../../infra/log/dead-letters.ts';
import { openKafkaLog } from '../../../infra/log/kafka/log.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import { KAFKA_CACHE } from '../../setup/kafka.ts';
import { withClickHouse } from '../../support/clickhouse.ts';
import { type Expected, expectedOf, QUERIES } from './expected.ts';
import { tcpGate } from './gate.ts';
import { makeInputs, mulberry32 } from './inputs.ts';
import { strike } from './strike.ts';
import { SupervisedWorker } from './supervised.ts';
import type { WorkerOptions } from './worker-options.ts';

/** In CI the short form. CHAOS_PRICES and CHAOS_SEED choose another size and another course of events. */
const SHORT = process.env['CI'] === 'true';
const PRICES = Number(process.env['CHAOS_PRICES'] ?? (SHORT ? 20_000 : 200_000));
const SEED = Number(process.env['CHAOS_SEED'] ?? 1);
const AWAY_MS = SHORT ? 3_000 : 30_000;
const TIMES = { session: 3_000, heartbeat: 500, rebalance: 10_000, stall: 60_000 };
const PARTITIONS = 8;

describe.skipIf(whyNoKafka() !== null)('a real pipeline on three brokers, everything killed', () => {
  test('every price has one row, every change is one change, every view agrees with the inputs', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'tokentape-chaos-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const kafka = await startLocalKafka({ brokers: 3, dataDir, cacheDir: KAFKA_CACHE });
    onTestFinished(() => kafka.stop());
    const clickhouse = await withClickHouse();
    onTestFinished(() => clickhouse.stop());
    const gate = await tcpGate(clickhouse.server.port);
    onTestFinished(() => gate.stop());
    const log = await openKafkaLog({ brokers: kafka.addresses, partitions: PARTITIONS });
    onTestFinished(() => log.close());

    const inputs = makeInputs(PRICES, SEED);
    const { user: username, password } = clickhouse.server;
    const options = (role: WorkerOptions['role']): WorkerOptions => ({
      role,
      kafka: { brokers: [...kafka.addresses], partitions: PARTITIONS, times: TIMES },
      clickhouse: { url: `http://127.0.0.1:${gate.port}`, username, password, database: 'tokentape' },
    });
    const workers = (['detect', 'detect', 'clickhouse', 'clickhouse'] as const).map(
      (role, index) => new SupervisedWorker(`${role}-${index}`, options(role)),
    );
    onTestFinished(() => Promise.all(workers.map((worker) => worker.stop())).then(() => undefined));

    const random = mulberry32(SEED + 1_000);
    const pick = <T>(items: readonly T[]): T => {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    };
    const events: Record<string, () => Promise<void>> = {
      'kill a worker': () => pick(workers).kill(),
      'kill two workers': async () => void (await Promise.all([pick(workers).kill(), pick(workers).kill()])),
      'freeze a worker': () => pick(workers).freeze(TIMES.session * 2),
      'crash a broker': async () => {
        const broker = pick(kafka.brokers);
        await broker.kill();
        await delay(2_000);
        await broker.start();
        await kafka.ready();
      },
      'cut the store off in mid-insert': async () => gate.cut(),
      'kill the store': async () => strike(clickhouse.server.pid(), 'SIGKILL'),
      'add and remove a worker': async () => {
        const extra = new SupervisedWorker('extra', options(pick(['detect', 'clickhouse'] as const)));
        await delay(4_000);
        await extra.stop();
      },
    };

    const counts: Record<string, number> = {};
    const happen = async (name: string) => {
      counts[name] = (counts[name] ?? 0) + 1;
      await events[name]?.();
    };
    const appended = appendAll(log, inputs.readings, SHORT ? 20 : 45);
    // Everything once, in a random order, then at random while there is work.
    const names = Object.keys(events);
    for (const name of names.toSorted(() => random() - 0.5)) {
      await happen(name);
      await delay(500 + random() * 1_500);
    }
    gate.close();
    strike(clickhouse.server.pid(), 'SIGKILL');
    await delay(AWAY_MS);
    gate.open();
    let done = false;
    const finished = settled(log, appended).then(() => {
      done = true;
    });
    for (let more = SHORT ? 2 : 10; !done && more > 0; more--) {
      await happen(pick(names));
      await Promise.race([finished, delay(1_000 + random() * 2_000)]);
    }
    await finished;

    const expected = expectedOf(inputs.readings);
    const report: Record<string, unknown> = {
      seed: SEED,
      prices: inputs.prices,
      readings: inputs.readings.length,
      events: counts,
    };
    for (const what of Object.keys(QUERIES)) {
      if (!isTable(what)) continue;
      const rows = await clickhouse.rows(QUERIES[what]);
      const lines = rows.map((row) => String(Object(row).line));
      const unique = new Set(lines);
      report[what] = lines.length;
      expect({
        what,
        missing: take(expected[what].difference(unique)),
        alien: take(unique.difference(expected[what])),
      }).toEqual({
        what,
        missing: [],
        alien: [],
      });
      expect({ what, rows: lines.length }).toEqual({ what, rows: expected[what].size });
    }
    expect(await listDeadLetters(log)).toEqual([]);
    const [twice] = await clickhouse.rows(
      'SELECT count() AS stored, count() - (SELECT count() FROM tokentape.prices FINAL) AS folded FROM tokentape.prices',
    );
    report['stored'] = twice;
    report['deaths'] = Object.fromEntries(workers.map((worker) => [worker.name, worker.deaths]));
    console.error(`chaos: ${JSON.stringify(report)}`);
  });
});

/** Appends at a pace that leaves time for events to happen in the middle of the work. */
async function appendAll(
  log: EventLog,
  readings: ReturnType<typeof makeInputs>['readings'],
  seconds: number,
): Promise<void> {
  const perSlice = Math.ceil(readings.length / (seconds * 5));
  for (let start = 0; start < readings.length; start += perSlice) {
    const slice = readings.slice(start, start + perSlice);
    const records = slice.map((reading) => ({ key: reading.source_id, value: reading }));
    // What a broker's crash refuses is sent again: at least once, like every producer of the pipeline.
    for (let sent = false; !sent; ) {
      sent = await log.append('prices', records).then(
        () => true,
        () => delay(500).then(() => false),
      );
    }
    await delay(200);
  }
}

/** Resolves when everything is appended and no group has anything left to do, seen twice. */
async function settled(log: EventLog, appended: Promise<void>): Promise<void> {
  await appended;
  for (let quiet = 0; quiet < 3; ) {
    const left = await Promise.all([
      log.lag('detect', ['prices']),
      log.lag('clickhouse', ['prices', 'price_changes']),
    ]).catch(() => null);
    const idle = left?.flat().every(({ lag }) => lag === 0) ?? false;
    quiet = idle ? quiet + 1 : 0;
    await delay(500);
  }
}

const isTable = (name: string): name is keyof Expected => name in QUERIES;
const take = (lines: ReadonlySet<string>): string[] => [...lines].slice(0, 5);
