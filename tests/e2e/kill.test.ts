import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { writeDemoCatalog } from '../../infra/demo/catalog.ts';
import { startMarket } from '../../infra/demo/server.ts';
import { freePorts } from '../../infra/kafka/free-ports.ts';
import { differences, expectedPrices, storedPrices, writtenArticles } from '../support/demo.ts';
import { ask, eventually, spawnTokentape, temporaryFolder } from '../support/tokentape.ts';

const SEED = 11;
const STEPS = 8;
const KILLS = 20;

const folders: ReturnType<typeof temporaryFolder>[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

/**
 * What a run leaves behind, without the times, which differ from run to run. A page may have been looked at twice where a kill came
 * between the look and its memory: that is two observations of one price, and no change.
 */
const LEFT_BEHIND = {
  changes: `SELECT source_id, series, direction, toString(old_unit_price) AS old, toString(new_unit_price) AS new, count() AS times
    FROM current_price_changes GROUP BY ALL ORDER BY ALL`,
  documents: `SELECT source_id, document_id FROM documents FINAL WHERE kind IN ('page', 'api') GROUP BY ALL ORDER BY ALL`,
  prices:
    'SELECT source_id, series, document_id, toString(unit_price) AS price FROM prices FINAL GROUP BY ALL ORDER BY ALL',
  announcements:
    'SELECT url, kind, subject, direction, quote, count() AS times FROM announcements FINAL GROUP BY ALL ORDER BY ALL',
  signals:
    'SELECT kind, subject, origin, direction, state, arraySort(arrayMap(c -> c.url, citations)) AS cited, count() AS times FROM current_signals GROUP BY ALL ORDER BY ALL',
  deadLetters: 'SELECT stage, error FROM dead_letters',
};

const TOLD = 'SELECT DISTINCT url FROM announcements';

/**
 * Runs the real command on a market that moves on when its last step is on the tape, killing the process `kills` times at
 * random moments. The market's address is the same in every run: documents and addresses can be compared.
 */
async function run(marketPort: number, startedAt: number, kills: number): Promise<Record<string, unknown>> {
  const folder = temporaryFolder();
  folders.push(folder);
  const market = await startMarket({ port: marketPort, seed: SEED, stepMs: null, startedAt });
  const sources = join(folder.path, 'sources');
  writeDemoCatalog(sources, market.url, '* * * * * *');
  const [healthPort = 0] = await freePorts(1);
  const start = () =>
    spawnTokentape(['start'], {
      TOKENTAPE_DATA_DIR: folder.path,
      CATALOG_DIRS: sources,
      HEALTH_PORT: String(healthPort),
      LOG_LEVEL: 'warn',
    });
  let child = start();
  let killed = 0;
  try {
    for (let step = 0; step <= STEPS; step++) {
      const killsNow = Math.floor((kills * (step + 1)) / (STEPS + 1)) - killed;
      for (let kill = 0; kill < killsNow; kill++) {
        await sleep(200 + Math.random() * 2500);
        // It must not have gone by itself: a start right after a kill finds everything free.
        expect(child.exitCode).toBeNull();
        child.kill('SIGKILL');
        await once(child, 'exit');
        killed++;
        child = start();
      }
      const expected = expectedPrices(SEED, step);
      let last: string[] = [];
      await eventually(`step ${step} on the tape`, async () => {
        const stored = await storedPrices(folder.path);
        last = stored === null ? ['the store does not answer'] : differences(expected, stored);
        return last.length === 0 ? true : null;
      }).catch((cause) => {
        throw new Error(`${cause.message}: ${last.slice(0, 5).join('; ')}`);
      });
      if (step < STEPS) market.advance();
    }
    // Articles follow the pages at the pace of their host; each states something.
    let missing: string[] = [];
    await eventually('every article on the tape', async () => {
      const told = z
        .array(z.object({ url: z.string() }))
        .nullable()
        .parse(await ask(folder.path, TOLD));
      const paths = new Set(told?.map(({ url }) => new URL(url).pathname));
      missing = writtenArticles(SEED, STEPS).filter((path) => !paths.has(path));
      return missing.length === 0 ? true : null;
    }).catch((cause) => {
      throw new Error(`${cause.message}: ${missing.join(', ')}`);
    });
    await workedThrough(`http://127.0.0.1:${healthPort}/metrics`);
    const left: Record<string, unknown> = {};
    for (const [name, query] of Object.entries(LEFT_BEHIND)) {
      left[name] = await ask(folder.path, query);
      expect(left[name], name).not.toBeNull();
    }
    expect(killed).toBe(kills);
    return left;
  } finally {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await market.stop();
  }
}

/**
 * Resolves when every document so far has gone through every stage. A stage commits after it has appended its results: once one has no
 * lag, the next one's input is complete.
 */
async function workedThrough(metrics: string): Promise<void> {
  for (const stage of ['extract', 'detect', 'merge', 'clickhouse']) {
    await eventually(`${stage} without lag`, async () => {
      // A process that has just been started again does not listen yet.
      const text = await fetch(metrics).then(
        (response) => response.text(),
        () => '',
      );
      const lags = [
        ...text.matchAll(new RegExp(`^tokentape_stage_lag_records\\{.*stage="${stage}".*\\} (\\d+)$`, 'gm')),
      ];
      return lags.length > 0 && lags.every(([, records]) => records === '0') ? true : null;
    });
  }
}

test('killed twenty times at random moments, the tape is that of an undisturbed run', {
  timeout: 400_000,
}, async () => {
  const probe = await startMarket({ port: 0, seed: SEED, stepMs: null });
  const port = Number(new URL(probe.url).port);
  await probe.stop();
  const startedAt = Date.now();
  const undisturbed = await run(port, startedAt, 0);
  const disturbed = await run(port, startedAt, KILLS);
  expect(undisturbed['deadLetters']).toEqual([]);
  expect(Object.keys(undisturbed)).toEqual(Object.keys(LEFT_BEHIND));
  for (const name of Object.keys(LEFT_BEHIND)) expect(disturbed[name], name).toEqual(undisturbed[name]);
});
