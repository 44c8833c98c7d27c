import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FetchAttempt, fetchAttempt } from '../../../infra/contracts/fetch.ts';
import type { PriceChange } from '../../../infra/contracts/price-change.ts';
import type { RecordOf, TopicName } from '../../../infra/contracts/topics.ts';
import { type EmbeddedLog, openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import { runStage } from '../../../infra/log/stage.ts';
import { runDetect } from '../../../processors/detect/role.ts';
import { type Given, hour, makeReading, Tape } from './make-reading.ts';

const PATIENCE = { timeout: 10_000 };
const logger = pino({ level: 'silent' });
let directory: string;
let log: EmbeddedLog;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'detect-'));
  log = openEmbeddedLog({ path: join(directory, 'log.sqlite'), partitions: 2 });
});
afterEach(async () => {
  await log.close();
  rmSync(directory, { recursive: true });
});

const append = (...given: Given[]) =>
  log.append(
    'prices',
    given.map((one) => ({ key: 'acme', value: makeReading(one) })),
  );

/** Everything on a topic so far and from now on. */
async function watch<T extends TopicName>(topic: T): Promise<RecordOf<T>[]> {
  const seen: RecordOf<T>[] = [];
  await runStage(log, {
    name: `watch-${topic}`,
    topics: [topic],
    handle: async (records) => {
      seen.push(...records.map((record) => record.value));
      return [];
    },
  });
  return seen;
}

async function caughtUp(group: string, topic: TopicName): Promise<void> {
  await vi.waitFor(async () => {
    const lags = await log.lag(group, [topic]);
    expect(lags.reduce((sum, { lag }) => sum + lag, 0)).toBe(0);
  }, PATIENCE);
}

const story: Given[] = [
  { at: 0, prices: { gpt: '2', opus: '5' } },
  { at: 4, prices: { gpt: '20', opus: '5' } },
  { at: 2, prices: { gpt: '2', opus: '6' } },
  { at: 5, prices: { gpt: '20' } },
];
function expected(given: readonly Given[]): PriceChange[] {
  const tape = new Tape();
  tape.read(...given);
  return tape.stated;
}

test('readings become changes; a restart goes on where it stopped', async () => {
  const changes = await watch('price_changes');
  await append(...story.slice(0, 2));
  const first = await runDetect({ log, logger });
  await caughtUp('detect', 'prices');
  await first.stop();
  await append(...story.slice(2));
  const second = await runDetect({ log, logger });
  await caughtUp('detect', 'prices');
  await second.stop();
  await vi.waitFor(() => expect(changes).toEqual(expected(story)), PATIENCE);
});

test('what was computed but not written is computed again: every write fails once', async () => {
  const changes = await watch('price_changes');
  await append(...story);
  const tried = new Set<string>();
  const failing: EventLog = {
    append: async (topic, records) => {
      const write = JSON.stringify([topic, records]);
      if (!tried.has(write)) {
        tried.add(write);
        throw Object.assign(new Error('disk full'), { isRetriable: true });
      }
      await log.append(topic, records);
    },
    consume: (options) => log.consume(options),
    read: (topic, options) => log.read(topic, options),
    table: (topic) => log.table(topic),
    lag: (group, topics) => log.lag(group, topics),
    partitions: (topic) => log.partitions(topic),
    close: () => log.close(),
  };
  const stage = await runDetect({ log: failing, logger, retry: { initialDelayMs: 1, maxDelayMs: 2 } });
  await caughtUp('detect', 'prices');
  await stage.stop();
  const key = ({ change_id, revision, suspect, retracted }: PriceChange) =>
    [change_id, revision, suspect, retracted].join(' ');
  await vi.waitFor(() => expect(new Set(changes.map(key))).toEqual(new Set(expected(story).map(key))), PATIENCE);
});

test('a fetch that found the document unchanged is the second look', async () => {
  const changes = await watch('price_changes');
  await append({ at: 0, prices: { gpt: '2' } }, { at: 1, prices: { gpt: '20' }, document_id: 'd' });
  const stage = await runDetect({ log, logger });
  await caughtUp('detect', 'prices');
  const unchanged: FetchAttempt = fetchAttempt.parse({
    fetch_id: 'f',
    job_id: 'j',
    source_id: 'acme',
    url: makeReading({ at: 0, prices: {} }).url,
    started_at: hour(2),
    duration_ms: 1,
    outcome: 'not_modified',
    document_id: 'd',
  });
  const failed = { ...unchanged, fetch_id: 'g', outcome: 'timeout' as const };
  await log.append(
    'fetches',
    [failed, unchanged].map((value) => ({ key: 'acme', value })),
  );
  await vi.waitFor(() =>
    expect(changes.map(({ suspect, revision }) => [suspect, revision])).toEqual([
      [true, 0],
      [false, 1],
    ]),
  );
  await stage.stop();
});

test('a page that yields nothing where it did before is a failed fetch with a name', async () => {
  const fetches = await watch('fetches');
  const changes = await watch('price_changes');
  await append({ at: 0, prices: { gpt: '2' } }, { at: 1, prices: {}, document_id: 'shell' });
  const stage = await runDetect({ log, logger });
  await vi.waitFor(() => expect(fetches).toHaveLength(1), PATIENCE);
  expect(fetches[0]).toMatchObject({
    source_id: 'acme',
    outcome: 'no_prices',
    document_id: 'shell',
    started_at: hour(1),
  });
  expect(fetches[0]?.error).toContain('yields no prices');
  expect(changes).toEqual([]);
  await stage.stop();
});
