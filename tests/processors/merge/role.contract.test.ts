import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Announcement } from '../../../infra/contracts/announcement.ts';
import { announcementKey, priceChangeKey } from '../../../infra/contracts/market.ts';
import type { PriceChange } from '../../../infra/contracts/price-change.ts';
import { type Signal, signal } from '../../../infra/contracts/signal.ts';
import { upcomingChange } from '../../../infra/contracts/upcoming.ts';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import { Unavailable } from '../../../infra/log/errors.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import type { Stage } from '../../../infra/log/stage.ts';
import { runMerge } from '../../../processors/merge/role.ts';
import { noon, reports, repriced } from './story.ts';

const logger = pino({ level: 'silent' });
let folder = '';
let log: EventLog;
let running: Stage[] = [];
let clock = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokentape-merge-'));
  log = openEmbeddedLog({ path: join(folder, 'log.sqlite'), partitions: 4 });
  clock = noon('2026-03-26');
});
afterEach(async () => {
  for (const stage of running) await stage.stop();
  running = [];
  await log.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(on: EventLog = log): Promise<Stage> {
  const stage = await runMerge({ log: on, logger, now: () => clock, tickMs: 5 });
  running.push(stage);
  return stage;
}
async function stop(stage: Stage): Promise<void> {
  running = running.filter((one) => one !== stage);
  await stage.stop();
}
const announce = (all: readonly Announcement[]) =>
  log.append(
    'announcements',
    all.map((value) => ({ key: announcementKey(value), value })),
  );
const observe = (all: readonly PriceChange[]) =>
  log.append(
    'price_changes',
    all.map((value) => ({ key: priceChangeKey(value), value })),
  );

async function statements(): Promise<Signal[]> {
  const all: Signal[] = [];
  for await (const record of log.read('signals')) all.push(signal.parse(JSON.parse(record.bytes.toString())));
  return all;
}
/** The signals that stand. */
async function current(): Promise<Signal[]> {
  const last = new Map<string, Signal>();
  for (const one of await statements())
    if ((last.get(one.signal_id)?.revision ?? 0) < one.revision) last.set(one.signal_id, one);
  return [...last.values()].filter((one) => !one.retracted);
}
/** Waits until the standing signals are as wanted; the test's own timeout is the limit. */
async function until(isWanted: (signals: readonly Signal[]) => boolean): Promise<Signal[]> {
  for (;;) {
    const signals = await current();
    if (isWanted(signals)) return signals;
    await delay(5);
  }
}

describe('the merge role', () => {
  it('brings announcements and price changes of one market together, over a restart', async () => {
    const stage = await start();
    await announce(reports);
    await until(([first]) => first?.mentions === 4);
    await stop(stage);
    await observe(repriced);
    clock = noon('2026-04-18');
    await start();
    const [hike, ...others] = await until(([first]) => first?.state === 'confirmed');
    expect(others).toEqual([]);
    expect(hike).toMatchObject({ origin: 'both', lag_days: 0, mentions: 4, changes: [{}, {}, {}] });
  });

  it('says nothing new when everything is delivered again', async () => {
    const stage = await start();
    await announce(reports);
    await observe(repriced);
    await until(([first]) => first?.state === 'confirmed' && first.mentions === 4);
    const said = (await statements()).length;
    await announce(reports);
    await observe(repriced);
    await until(() => stage.status.recordsIn === 2 * (reports.length + repriced.length));
    expect((await statements()).length).toBe(said);
  });

  it('lets announced changes become overdue by the clock, and tells the scheduler when to look', async () => {
    const stage = await start();
    await announce(reports);
    const [announced] = await until(([first]) => first?.mentions === 4);
    expect(announced === undefined ? null : upcomingChange(announced)).toMatchObject({
      provider: 'alibaba-cloud',
      from: '2026-04-17',
      until: '2026-04-21',
    });
    await stop(stage);
    clock = noon('2026-04-22');
    await start();
    const [overdue] = await until(([first]) => first?.state === 'overdue');
    expect(overdue?.updated_at).toBe('2026-04-21T00:00:00.000Z');
  });

  it('states again, and loses nothing, when the log goes away in the middle', async () => {
    let failures = 0;
    const unsteady: EventLog = {
      ...log,
      append: async (topic, records) => {
        if ((topic === 'merge_state' || topic === 'signals') && failures-- % 2 === 0 && failures > -9)
          throw new Unavailable('the broker is away');
        await log.append(topic, records);
      },
    };
    await start(unsteady);
    await announce(reports);
    await observe(repriced);
    const [hike, ...others] = await until(([first]) => first?.state === 'confirmed' && first.mentions === 4);
    expect(others).toEqual([]);
    expect(hike?.citations).toHaveLength(reports.length);
  });
});
