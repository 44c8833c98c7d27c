import { signalKey } from '../../infra/contracts/market.ts';
import { PartitionTurns } from '../../infra/log/partition-turns.ts';
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
  /** How often to look whether an announced change has become overdue. Default 30 s. */
  readonly tickMs?: number;
  readonly observer?: StageObserver;
}

/** Price changes and announcements become signals: one per thing that happened, restated as evidence and time move it. */
export async function runMerge(options: MergeOptions): Promise<Stage> {
  const { log, logger, now = Date.now, tickMs = 30_000 } = options;
  const table = log.table('merge_state');
  const turns = new PartitionTurns<MergeState>(
    async (partition) => loadMerge(await table.load(partition)),
    (partition) => table.release(partition),
  );

  /** Appends here, not through the stage: the next batch of the partition's other topic must see this one's state. */
  const apply = (partition: number, work: (state: MergeState) => MergeOutput) =>
    turns.take(partition, async (state) => {
      try {
        await write(log, partition, work(state));
      } catch (error) {
        for (const market of state.markets.values()) market.invalidate();
        throw error;
      }
    });

  const stage = await runStage(log, {
    name: 'merge',
    topics: ['price_changes', 'announcements'],
    ...(options.observer === undefined ? {} : { observer: options.observer }),
    onAssigned: (topic, partition) => turns.assigned(topic, partition),
    onRevoked: (topic, partition) => turns.revoked(topic, partition),
    handle: async (records, { partition }) => {
      const announcements = records.flatMap((record) => (record.topic === 'announcements' ? [record.value] : []));
      const changes = records.flatMap((record) => (record.topic === 'price_changes' ? [record.value] : []));
      if (announcements.length > 0) await apply(partition, (state) => applyAnnouncements(state, announcements, now()));
      if (changes.length > 0) await apply(partition, (state) => applyChanges(state, changes, now()));
      return [];
    },
  });

  const timer = setInterval(() => {
    for (const partition of turns.partitions()) {
      apply(partition, (state) => applyClock(state, now())).catch((error: unknown) => {
        logger.warn({ err: error, partition }, 'merge could not append what the clock changed; it is tried again');
      });
    }
  }, tickMs);

  return {
    ...stage,
    stop: async () => {
      clearInterval(timer);
      await turns.idle();
      await stage.stop();
    },
  };
}

/** Signals before state: a crash in between states a signal again and never loses one. */
async function write(log: EventLog, partition: number, { signals, state }: MergeOutput): Promise<void> {
  if (signals.length > 0) {
    await log.append(
      'signals',
      signals.map((value) => ({ key: signalKey(value), value })),
    );
  }
  if (state.length > 0) {
    await log.append(
      'merge_state',
      state.map(([key, value]) => ({ key, value, partition })),
    );
  }
}
