import { signalKey } from '../../infra/contracts/market.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { runStage, type Stage } from '../../infra/log/stage.ts';
import type { StageObserver } from '../../infra/log/stage-status.ts';
import type { Logger } from '../../infra/telemetry/logger.ts';
import { applyAnnouncements, applyChanges, applyClock, loadMerge, type MergeOutput, type MergeState } from './merge.ts';

export interface MergeOptions {
  readonly log: EventLog;
  readonly logger: Logger;
  /** Epoch milliseconds. Default: the clock. */
  readonly now?: () => number;
  /** How often to look whether an announced change has become overdue. */
  readonly tickMs?: number;
  readonly observer?: StageObserver;
}

interface Held {
  topics: number;
  readonly state: Promise<MergeState>;
  /** Tail of the work on this partition: announcements, price changes and the clock take turns. */
  turn: Promise<unknown>;
}

/** Price changes and announcements become signals: one per thing that happened, restated as evidence and time move it. */
export async function runMerge(options: MergeOptions): Promise<Stage> {
  const { log, logger, now = Date.now, tickMs = 30_000 } = options;
  const table = log.table('merge_state');
  const held = new Map<number, Held>();

  const stage = await runStage(log, {
    name: 'merge',
    topics: ['price_changes', 'announcements'],
    ...(options.observer === undefined ? {} : { observer: options.observer }),
    onAssigned: async (_topic, partition) => {
      const before = held.get(partition);
      if (before !== undefined) before.topics++;
      else held.set(partition, { topics: 1, state: table.load(partition).then(loadMerge), turn: Promise.resolve() });
      await held.get(partition)?.state;
    },
    onRevoked: (_topic, partition) => {
      const before = held.get(partition);
      if (before === undefined || --before.topics > 0) return;
      held.delete(partition);
      table.release(partition);
    },
    handle: async (records, { partition }) => {
      const announcements = records.flatMap((record) => (record.topic === 'announcements' ? [record.value] : []));
      const changes = records.flatMap((record) => (record.topic === 'price_changes' ? [record.value] : []));
      await inTurn(partition, (state) =>
        announcements.length > 0
          ? applyAnnouncements(state, announcements, now())
          : applyChanges(state, changes, now()),
      );
      return [];
    },
  });

  /** Appends here, not through the stage: the next batch of the partition's other topic must see this one's state. */
  async function inTurn(partition: number, work: (state: MergeState) => MergeOutput): Promise<void> {
    const part = held.get(partition);
    if (part === undefined) throw new Error(`merge: partition ${partition} came without being assigned`);
    const mine = part.turn.then(async () => {
      const state = await part.state;
      try {
        await write(log, partition, work(state));
      } catch (error) {
        for (const market of state.markets.values()) market.invalidate();
        throw error;
      }
    });
    part.turn = mine.catch(() => undefined);
    await mine;
  }

  const timer = setInterval(() => {
    for (const partition of held.keys()) {
      inTurn(partition, (state) => applyClock(state, now())).catch((error: unknown) => {
        logger.warn({ err: error, partition }, 'merge could not append what the clock changed; it is tried again');
      });
    }
  }, tickMs);

  return {
    ...stage,
    stop: async () => {
      clearInterval(timer);
      await stage.stop();
      await Promise.all([...held.values()].map((part) => part.turn));
    },
  };
}

async function write(log: EventLog, partition: number, { signals, state }: MergeOutput): Promise<void> {
  if (signals.length > 0)
    await log.append(
      'signals',
      signals.map((value) => ({ key: signalKey(value), value })),
    );
  if (state.length > 0)
    await log.append(
      'merge_state',
      state.map(([key, value]) => ({ key, value, partition })),
    );
}
