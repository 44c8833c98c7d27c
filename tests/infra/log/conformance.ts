import { aborted } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { partitionOf } from '../../../infra/log/partition.ts';
import type { Batch, ConsumeOptions, Consumer, EventLog } from '../../../infra/log/port.ts';
import { runUntilKilled } from './killed.ts';
import type { Opening } from './opening.ts';
import { collect, gate, jsonOf, readAll, totalLag, until } from './support.ts';

export interface Harness {
  readonly log: EventLog;
  /**
   * A consumer of a group: on Kafka each member has a client of its own, as on another machine. Its session outlives any standstill of
   * the machine the tests run on: what they count is not delivered twice for that.
   */
  join(options: ConsumeOptions): Promise<Consumer>;
  /** One whose session ends after `sessionMs`. */
  joinBriefly(options: ConsumeOptions): Promise<Consumer>;
  /** How another process opens the same log. */
  readonly opening: Opening;
  /** Makes compaction of the topic happen now. */
  compact(topic: 'fetch_state'): Promise<void>;
  /** How long a member may be silent before its partitions go to others. */
  readonly sessionMs: number;
  close(): Promise<void>;
}

/** What every event log promises, whatever it is made of. */
export function conformance(open: () => Promise<Harness>): void {
  let harness: Harness;
  let log: EventLog;

  beforeEach(async () => {
    harness = await open();
    log = harness.log;
  });
  afterEach(() => harness.close());

  const append = (count: number, key: (n: number) => string = (n) => `key-${n}`) =>
    log.append(
      'fetch_jobs',
      Array.from({ length: count }, (_, n) => ({ key: key(n), value: { n } })),
    );

  describe('append and read', () => {
    test('a record comes back as it went in, stamped with its arrival', async () => {
      const before = Date.now();
      await log.append('documents', [{ key: '火山引擎', value: { text: '降价 50%', list: [1, null, 'x'] } }]);
      const [record] = await readAll(log, 'documents');
      expect(record && jsonOf(record)).toEqual({ text: '降价 50%', list: [1, null, 'x'] });
      expect(record?.key).toBe('火山引擎');
      expect(record?.arrivedAt).toBeGreaterThanOrEqual(before - 1_000);
      expect(record?.arrivedAt).toBeLessThanOrEqual(Date.now() + 1_000);
    });

    test('keys keep their order and their partition', async () => {
      await Promise.all([append(50, (n) => `key-${n % 5}`), append(50, (n) => `other-${n % 5}`)]);
      const records = await readAll(log, 'fetch_jobs');
      const byKey = Map.groupBy(records, ({ key }) => key);
      expect(byKey.size).toBe(10);
      for (const [key, group] of byKey) {
        expect(new Set(group.map(({ partition }) => partition))).toEqual(new Set([partitionOf(key, 4)]));
        const numbers = group.map((record) => Number(Object(jsonOf(record)).n));
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }
    });

    test('a given partition is obeyed, an unknown one refused', async () => {
      await log.append('fetch_state', [{ key: 'a', value: 1, partition: 3 }]);
      expect((await readAll(log, 'fetch_state')).map(({ partition }) => partition)).toEqual([3]);
      await expect(log.append('fetch_state', [{ key: 'a', value: 1, partition: 4 }])).rejects.toThrow('no partition 4');
    });

    test('bytes travel as they are', async () => {
      await log.append('prices', [{ key: 'k', value: Buffer.from([0xff, 0x00, 0x7b]) }]);
      expect((await readAll(log, 'prices'))[0]?.bytes).toEqual(Buffer.from([0xff, 0x00, 0x7b]));
    });

    test('a record of 10 MB passes, one beyond the topic limit is refused and named', async () => {
      const body = Array.from({ length: 350_000 }, (_, n) => `price of row ${n} is ${n * 7919}`).join('\n');
      expect(body.length).toBeGreaterThan(10_000_000);
      await log.append('documents', [{ key: 'big', value: { body } }]);
      const got = gate();
      let received = '';
      await harness.join({
        topics: ['documents'],
        group: 'g',
        onBatch: async ({ records }) => {
          received = records.map((record) => String(Object(jsonOf(record)).body)).join();
          got.open();
        },
      });
      await got.passed;
      expect(received === body).toBe(true);
      const tooLarge = log.append('fetch_jobs', [{ key: 'huge', value: 'x'.repeat(2 << 20) }]);
      await expect(tooLarge).rejects.toThrow(/fetch_jobs: the record of key huge has \d+ bytes/);
    });

    test('reading ends at the end found when it began', async () => {
      await append(10, () => 'k');
      const seen: number[] = [];
      for await (const record of log.read('fetch_jobs')) {
        seen.push(record.offset);
        if (seen.length === 1) await append(5, () => 'k');
      }
      expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      const rest = await collect(log.read('fetch_jobs', { partition: partitionOf('k', 4), from: 12 }));
      expect(rest.map(({ offset }) => offset)).toEqual([12, 13, 14]);
    });
  });

  describe('consume', () => {
    test('the offset is committed after the effect, not before', async () => {
      await append(20, () => 'k');
      const arrived = gate();
      const effect = gate();
      await harness.join({
        topics: ['fetch_jobs'],
        group: 'g',
        onBatch: async () => {
          arrived.open();
          await effect.passed;
        },
      });
      await arrived.passed;
      expect(await totalLag(log, 'g', 'fetch_jobs')).toBe(20);
      effect.open();
      await until(async () => (await totalLag(log, 'g', 'fetch_jobs')) === 0);
    });

    test('a batch that fails comes again, and nothing of its partition overtakes it', async () => {
      await append(30, () => 'k');
      const seen: number[] = [];
      let failures = 2;
      await harness.join({
        topics: ['fetch_jobs'],
        group: 'g',
        maxRecords: 10,
        onBatch: async ({ records }) => {
          if (records[0]?.offset === 10 && failures-- > 0) throw new Error('not yet');
          seen.push(...records.map(({ offset }) => offset));
        },
      });
      await until(() => seen.length >= 30);
      expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => n));
      expect(failures).toBeLessThan(0);
    });

    test('groups are independent, and a group goes on where it stopped', async () => {
      await append(5);
      const seen = { a: 0, b: 0 };
      const count = (group: 'a' | 'b'): ConsumeOptions => ({
        topics: ['fetch_jobs'],
        group,
        onBatch: async ({ records }) => {
          seen[group] += records.length;
        },
      });
      const first = await harness.join(count('a'));
      await until(() => seen.a === 5);
      await first.stop();
      await append(3);
      await harness.join(count('a'));
      await harness.join(count('b'));
      await until(() => seen.a === 8 && seen.b === 8);
      await until(async () => (await totalLag(log, 'a', 'fetch_jobs')) === 0);
      expect(seen).toEqual({ a: 8, b: 8 });
    });

    test('a group that starts at the end sees only what comes then', async () => {
      await append(5);
      const seen: unknown[] = [];
      const ready = new Set<number>();
      await harness.join({
        topics: ['fetch_jobs'],
        group: 'tail',
        from: 'latest',
        onAssigned: async (_topic, partition) => void ready.add(partition),
        onBatch: async ({ records }) => void seen.push(...records.map(jsonOf)),
      });
      await until(() => ready.size === 4);
      // The position is taken with the first request; what arrives before it may be missed, so the test keeps appending.
      let n = 100;
      await until(async () => {
        await log.append('fetch_jobs', [{ key: 'late', value: { n: n++ } }]);
        return seen.length > 0;
      });
      expect(seen.every((value) => Object(value).n >= 100)).toBe(true);
    });

    test('stop waits for the running batch and commits it', async () => {
      await append(10, () => 'k');
      const arrived = gate();
      const effect = gate();
      let signal: AbortSignal | undefined;
      const consumer = await harness.join({
        topics: ['fetch_jobs'],
        group: 'g',
        onBatch: async (batch) => {
          signal = batch.signal;
          arrived.open();
          await effect.passed;
        },
      });
      await arrived.passed;
      let stopped = false;
      const stopping = consumer.stop().then(() => {
        stopped = true;
      });
      await until(() => signal?.aborted === true);
      expect(stopped).toBe(false);
      effect.open();
      await stopping;
      expect(await totalLag(log, 'g', 'fetch_jobs')).toBe(0);
    });

    test('work that takes longer than the session is neither interrupted nor done twice', async () => {
      await append(3, () => 'k');
      let deliveries = 0;
      let ticks = 0;
      let lastTick = 0;
      const joined = Promise.withResolvers<Consumer>();
      const consumer = await harness.joinBriefly({
        topics: ['fetch_jobs'],
        group: 'g',
        onBatch: async ({ records }) => {
          deliveries += records.length;
          const consumer = await joined.promise;
          const end = Date.now() + harness.sessionMs * 1.5;
          await until(() => {
            if (consumer.lastTick() > lastTick) ticks++;
            lastTick = consumer.lastTick();
            return Date.now() > end;
          });
        },
      });
      joined.resolve(consumer);
      await until(async () => (await totalLag(log, 'g', 'fetch_jobs')) === 0);
      expect(deliveries).toBe(3);
      // Slow work is no standstill: the loop turns on under it, and when there is nothing to do.
      expect(ticks).toBeGreaterThan(1);
      const idle = consumer.lastTick();
      await until(() => consumer.lastTick() > idle);
    });

    test('apart, a partition at slow work holds up no other', async () => {
      const partitions = [0, 1, 2, 3];
      const one = (n: number) => partitions.map((partition) => ({ key: 'k', value: { n }, partition }));
      await log.append('fetch_jobs', one(1));
      const work = gate();
      const done: string[] = [];
      await harness.join({
        topics: ['fetch_jobs'],
        group: 'g',
        isolate: true,
        onBatch: async ({ partition, records, signal }) => {
          // The members of the consumer join one after the other: work that goes on when its partition is taken away would put one out.
          if (partition === 2) await Promise.race([work.passed, aborted(signal, records)]);
          signal.throwIfAborted();
          done.push(...records.map(({ offset }) => `${partition}@${offset}`));
        },
      });
      await until(() => done.length === 3);
      await log.append('fetch_jobs', one(2));
      await until(() => done.length === 6);
      expect(done.toSorted()).toEqual(['0@0', '0@1', '1@0', '1@1', '3@0', '3@1']);
      work.open();
      await until(async () => (await totalLag(log, 'g', 'fetch_jobs')) === 0);
      expect(done.filter((entry) => entry.startsWith('2'))).toEqual(['2@0', '2@1']);
    });

    test('running batches hold no more bytes than allowed, and a larger record passes alone', async () => {
      const sizes = [300_000, 300_000, 900_000, 300_000, 300_000, 300_000];
      for (const partition of [0, 1, 2, 3]) {
        await log.append(
          'documents',
          sizes.map((size) => ({ key: `p${partition}`, value: Buffer.alloc(size, 0x31), partition })),
        );
      }
      let [held, most, alone, records] = [0, 0, true, 0];
      await harness.join({
        topics: ['documents'],
        group: 'g',
        maxBytes: 700_000,
        onBatch: async (batch) => {
          const bytes = batch.records.reduce((sum, record) => sum + record.bytes.length, 0);
          if (bytes > 700_000 && held > 0) alone = false;
          held += bytes;
          most = Math.max(most, held);
          await new Promise(setImmediate);
          held -= bytes;
          records += batch.records.length;
        },
      });
      await until(() => records === 24);
      expect(most).toBe(900_000);
      expect(alone).toBe(true);
    });
  });

  describe('rebalance', () => {
    /** Two members of one group, telling who works on what. */
    const member = (name: string, onBatch: (name: string, batch: Batch) => Promise<void>, held: Set<string>) => ({
      topics: ['fetch_jobs'] as const,
      group: 'g',
      onAssigned: async (_topic: string, partition: number) => void held.add(`${name}${partition}`),
      onRevoked: (_topic: string, partition: number) => void held.delete(`${name}${partition}`),
      onBatch: (batch: Batch) => onBatch(name, batch),
    });

    test('members share the partitions; when one leaves, the other has them all', async () => {
      const held = new Set<string>();
      const idle = async () => undefined;
      const a = await harness.join(member('a', idle, held));
      await until(() => held.size === 4);
      const b = await harness.join(member('b', idle, held));
      await until(() => [...held].filter((id) => id.startsWith('b')).length === 2 && held.size === 4);
      expect(new Set([...held].map((id) => id.slice(1)))).toEqual(new Set(['0', '1', '2', '3']));
      await a.stop();
      await until(() => [...held].filter((id) => id.startsWith('b')).length === 4);
      expect([...held].some((id) => id.startsWith('a'))).toBe(false);
      await b.stop();
      expect(held.size).toBe(0);
    });

    test('a partition is handed over when its running batch has ended and is committed', async () => {
      for (const partition of [0, 1, 2, 3]) {
        await log.append('fetch_jobs', [{ key: 'k', value: { first: partition }, partition }]);
      }
      const held = new Set<string>();
      const work = gate();
      const running = new Set<number>();
      const handled: string[] = [];
      let overlap = false;
      const onBatch = async (name: string, { partition, records }: Batch) => {
        if (running.has(partition)) overlap = true;
        running.add(partition);
        if (name === 'a') await work.passed;
        handled.push(...records.map(({ offset }) => `${name}:${partition}@${offset}`));
        running.delete(partition);
      };
      await harness.join(member('a', onBatch, held));
      await until(() => running.size > 0);
      const joining = harness.join(member('b', onBatch, held));
      await log.append(
        'fetch_jobs',
        [0, 1, 2, 3].map((partition) => ({ key: 'k', value: { second: partition }, partition })),
      );
      work.open();
      await joining;
      await until(() => [...held].filter((id) => id.startsWith('b')).length === 2);
      await until(async () => (await totalLag(log, 'g', 'fetch_jobs')) === 0);
      expect(overlap).toBe(false);
      const offsets = handled.map((entry) => entry.slice(2));
      expect(offsets.toSorted()).toEqual(['0@0', '0@1', '1@0', '1@1', '2@0', '2@1', '3@0', '3@1']);
    });
  });

  describe('kill -9', () => {
    test('every append that resolved is there afterwards', async () => {
      const acknowledged: string[] = [];
      for (const lines of [1, 40, 333]) acknowledged.push(...(await runUntilKilled('append', harness.opening, lines)));
      const kept = new Set(
        (await readAll(log, 'fetch_jobs')).map((record) => {
          const { run, n } = Object(jsonOf(record));
          return `${run} ${n}`;
        }),
      );
      expect(acknowledged.length).toBeGreaterThanOrEqual(374);
      expect(acknowledged.filter((line) => !kept.has(line))).toEqual([]);
    });

    test('every record is delivered at least once, whenever the consumer dies', async () => {
      await append(400);
      const delivered: string[] = [];
      for (const lines of [1, 55, 123]) delivered.push(...(await runUntilKilled('consume', harness.opening, lines)));
      const rest: string[] = [];
      await harness.join({
        topics: ['fetch_jobs'],
        group: 'crash',
        onBatch: async ({ records }) => void rest.push(...records.map((r) => `${r.partition} ${r.offset}`)),
      });
      await until(async () => (await totalLag(log, 'crash', 'fetch_jobs')) === 0);
      expect(new Set([...delivered, ...rest]).size).toBe(400);
      // What was committed before a kill is not done again: the survivor had less than everything to do.
      expect(rest.length).toBeLessThan(400);
    });
  });

  describe('tables', () => {
    test('a loaded view shows what lies there, its own appends at once, and deletions', async () => {
      await log.append('fetch_state', [
        { key: 'a', value: { v: 1 }, partition: 1 },
        { key: 'b', value: { v: 2 }, partition: 1 },
        { key: 'elsewhere', value: { v: 3 }, partition: 2 },
        { key: 'a', value: { v: 4 }, partition: 1 },
      ]);
      const view = log.table('fetch_state');
      const table = await view.load(1);
      expect(Object.fromEntries(table.entries())).toEqual({ a: { v: 4 }, b: { v: 2 } });
      await log.append('fetch_state', [
        { key: 'b', value: null, partition: 1 },
        { key: 'c', value: { v: 5 }, partition: 1 },
      ]);
      expect(Object.fromEntries(table.entries())).toEqual({ a: { v: 4 }, c: { v: 5 } });
      expect(table.size).toBe(2);
      expect(table.get('b')).toBeUndefined();
      view.release(1);
      expect(Object.fromEntries((await view.load(1)).entries())).toEqual({ a: { v: 4 }, c: { v: 5 } });
    });

    test('a thousand appends leave the view and the log agreeing', async () => {
      const table = await log.table('fetch_state').load(0);
      const expected: Record<string, unknown> = {};
      const rounds = Array.from({ length: 20 }, (_, round) =>
        Array.from({ length: 50 }, (_, n) => ({
          key: `k${(n * 7 + round) % 23}`,
          value: round % 5 === 4 ? null : { round, n },
          partition: 0,
        })),
      );
      for (const round of rounds) {
        await log.append('fetch_state', round);
        for (const { key, value } of round) {
          if (value === null) delete expected[key];
          else expected[key] = value;
        }
        expect(Object.fromEntries(table.entries())).toEqual(expected);
      }
    });

    test('compaction keeps the last value of every key', async () => {
      for (let round = 0; round < 20; round++) {
        await log.append(
          'fetch_state',
          Array.from({ length: 10 }, (_, n) => ({ key: `k${n}`, value: { round }, partition: 0 })),
        );
      }
      await harness.compact('fetch_state');
      const records = await readAll(log, 'fetch_state');
      expect(records.length).toBeLessThan(200);
      const last = new Map(records.map((record) => [record.key, jsonOf(record)]));
      expect([...last.keys()].filter((key) => key.startsWith('k')).length).toBe(10);
      for (const [key, value] of last) if (key.startsWith('k')) expect(value).toEqual({ round: 19 });
    });
  });
}
