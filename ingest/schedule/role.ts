import { randomUUID } from 'node:crypto';
import { schedule } from 'node-cron';
import { type FetchJob, fetchState, scheduleState } from '../../infra/contracts/fetch.ts';
import type { TopicName } from '../../infra/contracts/topics.ts';
import { DecodeError, decode } from '../../infra/log/decode.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { runStage, type Stage } from '../../infra/log/stage.ts';
import type { StageObserver } from '../../infra/log/stage-status.ts';
import type { Catalog } from '../catalog/load.ts';
import { Addresses } from './addresses.ts';
import { Expectations } from './expectations.ts';
import { Scheduler } from './scheduler.ts';

export interface RunScheduleOptions {
  readonly log: EventLog;
  readonly catalog: Catalog;
  readonly clock?: { now(): number };
  /** Told every job after it has been appended. */
  readonly onJob?: (job: FetchJob) => void;
  /** Told why a second's work failed; it is tried again the second after. */
  readonly onError?: (error: unknown) => void;
  readonly observer?: StageObserver;
}

export interface ScheduleStage extends Stage {
  /** Epoch milliseconds of the last second that was looked at: health looks at this. */
  lastTick(): number;
}

/**
 * The schedule role: the clock -> fetch_jobs. node-cron wakes it every second; what came of its jobs it hears from `fetches`, and whose
 * prices are about to move from `signals`.
 * Where it left off lies in schedule_state, so that a restart catches up once and repeats nothing.
 */
export async function runSchedule(options: RunScheduleOptions): Promise<ScheduleStage> {
  const { log, catalog, clock = Date } = options;
  const addresses = new Addresses();
  const expectations = new Expectations();
  const remembered = Promise.withResolvers<Map<string, number>>();
  const stage = await runStage(log, {
    name: 'schedule',
    // Each hears everything: one that heard a share only would take the others' jobs for under way when it is left alone.
    group: `schedule-${randomUUID()}`,
    from: 'latest',
    topics: ['fetches', 'signals'],
    ...(options.observer === undefined ? {} : { observer: options.observer }),
    handle: async (records) => {
      // What is told from now on is newer than what is remembered.
      await remembered.promise;
      for (const record of records) {
        if (record.topic === 'fetches') addresses.heard(record.value);
        else expectations.heard(record.value);
      }
      return [];
    },
  });
  recall(log, addresses, expectations).then(remembered.resolve, remembered.reject);
  const lastDue = await remembered.promise.catch(async (thrown: unknown) => {
    await stage.stop();
    throw thrown;
  });
  const scheduler = new Scheduler(log, catalog, addresses, expectations, lastDue);

  let lastTick = clock.now();
  let running: Promise<void> = Promise.resolve();
  const tick = async (): Promise<void> => {
    try {
      for (const job of await scheduler.tick(clock.now())) options.onJob?.(job);
      lastTick = clock.now();
    } catch (error) {
      options.onError?.(error);
    }
  };
  const ticker = schedule(
    '* * * * * *',
    () => {
      running = tick();
      return running;
    },
    { name: 'tokentape schedule', noOverlap: true, suppressMissedWarning: true, timezone: 'UTC', logger: QUIET },
  );
  return {
    ...stage,
    lastTick: () => lastTick,
    stop: async () => {
      await ticker.destroy();
      await running;
      await stage.stop();
    },
  };
}

const ignore = (): void => undefined;
/** A second that is skipped because the last one still works is no news: the next one does what is due. */
const QUIET = { info: ignore, warn: ignore, error: ignore, debug: ignore };

/** What lies on the topics of earlier runs, and of the others that run. Returns each source's last due time that was dealt with. */
async function recall(log: EventLog, addresses: Addresses, expectations: Expectations): Promise<Map<string, number>> {
  for (const value of await snapshot(log, 'fetch_state')) {
    const state = fetchState.safeParse(value);
    if (state.success) addresses.remember(state.data);
  }
  for await (const record of log.read('signals')) {
    try {
      expectations.heard(decode('signals', record));
    } catch (error) {
      // The ClickHouse sink sets it aside by name; no schedule waits for it.
      if (!(error instanceof DecodeError)) throw error;
    }
  }
  const lastDue = new Map<string, number>();
  for (const value of await snapshot(log, 'schedule_state')) {
    const state = scheduleState.safeParse(value);
    if (state.success) lastDue.set(state.data.source_id, Date.parse(state.data.last_due_at));
  }
  return lastDue;
}

/** The values of a compacted topic as they are now, all partitions. */
async function snapshot(log: EventLog, topic: TopicName): Promise<unknown[]> {
  const view = log.table(topic);
  const values: unknown[] = [];
  for (let partition = 0; partition < (await log.partitions(topic)); partition++) {
    const table = await view.load(partition);
    for (const [, value] of table.entries()) values.push(value);
    view.release(partition);
  }
  return values;
}
