import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClickHouseClient } from '@clickhouse/client';
import { Kafka, logLevel } from 'kafkajs';
import { migrate } from '../../../infra/clickhouse/migrate.ts';
import { type Reading, reading } from '../../../infra/contracts/price.ts';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import { openKafkaLog } from '../../../infra/log/kafka/log.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import { priceRows } from '../../../sinks/clickhouse/price-rows.ts';
import { runClickHouseSink } from '../../../sinks/clickhouse/role.ts';
import { RECORD_TOPICS, type Row } from '../../../sinks/clickhouse/tables.ts';
import { makeInputs } from '../../chaos/kafka/inputs.ts';
import { type Bench, sideBySide, timed, until } from '../harness.ts';
import { drained } from '../support/drained.ts';
import { openKafka } from '../support/kafka.ts';
import { type Engine, openEngine } from '../support/market-store.ts';

const PRICES = 200_000;
const ROUNDS = 4;
const AT = '2026-03-01T00:00:00.000Z';

/** Rows per second from the log into ClickHouse; beside it the engine alone, and the consumer one would write in an afternoon. */
export async function sink(bench: Bench): Promise<void> {
  const { readings, prices } = makeInputs(bench.size(PRICES), 1);
  const engine = await openEngine(join(bench.folder, 'clickhouse'));
  const kafka = await openKafka(bench);
  try {
    const file = join(bench.folder, 'prices.jsonl');
    const columns = await writeRows(file, readings);
    const fresh = freshDatabases(engine);
    const perSecond = (ms: number) => prices / (ms / 1000);

    let round = 0;
    const embedded = async (work: (log: EventLog) => Promise<number>): Promise<number> => {
      const log = await openEmbeddedLog({ path: join(bench.folder, `log-${round++}.sqlite`) });
      try {
        await load(log, readings);
        return perSecond(await work(log));
      } finally {
        await log.close();
      }
    };
    const byLog = await sideBySide(ROUNDS, {
      ours: async () => {
        const client = await fresh();
        return embedded((log) => ourSink(log, client));
      },
      file: async () => {
        const client = await fresh();
        return perSecond(await timed(() => insertFile(client, file, columns)));
      },
      plain: async () => {
        const client = await fresh();
        return embedded((log) => plainConsumer(log, client, readings.length));
      },
    });
    bench.figure(`${prices} prices, embedded log to ClickHouse`, byLog.ours, 'rows/s', {
      'the engine from a file': byLog.file,
      'plain consumer, JSONEachRow per batch': byLog.plain,
    });

    if (kafka === null) return;
    const brokers = [...kafka.addresses];
    const onKafka = async (work: (log: EventLog, prefix: string) => Promise<number>): Promise<number> => {
      const topicPrefix = `bench-${round++}-`;
      const log = await openKafkaLog({ brokers, topicPrefix, clientId: 'bench' });
      try {
        await load(log, readings);
        return perSecond(await work(log, topicPrefix));
      } finally {
        await log.close();
      }
    };
    const byKafka = await sideBySide(ROUNDS, {
      ours: async () => {
        const client = await fresh();
        return onKafka((log) => ourSink(log, client));
      },
      file: async () => {
        const client = await fresh();
        return perSecond(await timed(() => insertFile(client, file, columns)));
      },
      plain: async () => {
        const client = await fresh();
        return onKafka((_log, prefix) => kafkajsConsumer(brokers, prefix, client, readings.length));
      },
      idle: () => onKafka((_log, prefix) => kafkajsConsumer(brokers, prefix, null, readings.length)),
    });
    bench.figure(`${prices} prices, Kafka to ClickHouse`, byKafka.ours, 'rows/s', {
      'the engine from a file': byKafka.file,
      'kafkajs, JSONEachRow per batch': byKafka.plain,
      'kafkajs, consuming without work': byKafka.idle,
    });
  } finally {
    await kafka?.stop();
    await engine.stop();
  }
}

/** A migrated database of its own for every contestant and round. */
function freshDatabases(engine: Engine): () => Promise<ClickHouseClient> {
  let made = 0;
  const admin = engine.client('default');
  return async () => {
    if (made > 0) await admin.command({ query: `DROP DATABASE sink_${made}` });
    const database = `sink_${++made}`;
    const client = engine.client(database);
    await migrate(client, { database });
    return client;
  };
}

async function load(log: EventLog, readings: readonly Reading[]): Promise<void> {
  for (let at = 0; at < readings.length; at += 100) {
    await log.append(
      'prices',
      readings.slice(at, at + 100).map((value) => ({ key: value.source_id, value })),
    );
  }
}

/** The rows as the engine reads them fastest among text formats; returns their columns. */
async function writeRows(file: string, readings: readonly Reading[]): Promise<readonly string[]> {
  const columns = Object.keys(rowsOf(readings[0])[0] ?? {});
  const lines = function* () {
    for (const one of readings) {
      yield rowsOf(one)
        .map((row) => `${JSON.stringify(columns.map((name) => row[name]))}\n`)
        .join('');
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return columns;
}

const rowsOf = (one: Reading | undefined): Row[] => (one === undefined ? [] : priceRows(one, AT));

async function insertFile(client: ClickHouseClient, file: string, columns: readonly string[]): Promise<void> {
  const result = await client.exec({
    query: `INSERT INTO prices (${columns.join(', ')}) FORMAT JSONCompactEachRow`,
    values: createReadStream(file),
    clickhouse_settings: { throw_on_max_partitions_per_insert_block: 0 },
  });
  result.stream.resume();
}

async function ourSink(log: EventLog, client: ClickHouseClient): Promise<number> {
  const start = performance.now();
  const stage = await runClickHouseSink({ log, client });
  await drained(log, 'clickhouse', RECORD_TOPICS);
  const took = performance.now() - start;
  await stage.stop();
  return took;
}

const insertPlainly = (client: ClickHouseClient, bodies: readonly (Buffer | null)[]): Promise<unknown> =>
  client.insert({
    table: 'prices',
    values: bodies.flatMap((body) => priceRows(reading.parse(JSON.parse(String(body))), AT)),
    format: 'JSONEachRow',
    clickhouse_settings: { throw_on_max_partitions_per_insert_block: 0 },
  });

async function plainConsumer(log: EventLog, client: ClickHouseClient, expected: number): Promise<number> {
  let seen = 0;
  const start = performance.now();
  const consumer = await log.consume({
    topics: ['prices'],
    group: 'plain',
    onBatch: async ({ records }) => {
      await insertPlainly(
        client,
        records.map(({ bytes }) => bytes),
      );
      seen += records.length;
    },
  });
  await until('the plain consumer at the end', () => seen >= expected);
  const took = performance.now() - start;
  await consumer.stop();
  return took;
}

/** `client` null: the broker and the client library alone. */
async function kafkajsConsumer(
  brokers: string[],
  prefix: string,
  client: ClickHouseClient | null,
  expected: number,
): Promise<number> {
  const consumer = new Kafka({ clientId: 'plain', brokers, logLevel: logLevel.NOTHING }).consumer({
    groupId: `${prefix}plain`,
  });
  let seen = 0;
  const start = performance.now();
  await consumer.connect();
  await consumer.subscribe({ topic: `${prefix}prices`, fromBeginning: true });
  await consumer.run({
    eachBatch: async ({ batch: { messages } }) => {
      if (client !== null) {
        await insertPlainly(
          client,
          messages.map(({ value }) => value),
        );
      }
      seen += messages.length;
    },
  });
  await until('kafkajs at the end', () => seen >= expected);
  const took = performance.now() - start;
  await consumer.disconnect();
  return took;
}
