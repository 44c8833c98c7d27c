import { signalKey } from '../../infra/contracts/market.ts';
import type { Signal } from '../../infra/contracts/signal.ts';
import { PartitionTurns } from '../../infra/log/partition-turns.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { runStage, type Stage } from '../../infra/log/stage.ts';
import type { StageObserver } from '../../infra/log/stage-status.ts';
import type { Logger } from '../../infra/telemetry/logger.ts';
import {
  applyAnnouncements,
  applyChanges,
  applyClock,
  loadMerge,
  type MergeOutput,
  type MergeState,
  resume,
} from './merge.ts';

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
  const turns = new PartitionTurns<Held>(
    async (partition) => {
      const held = { state: loadMerge(await table.load(partition)), unsaid: [] };
      await state(log, partition, held, (merge) => resume(merge, now()));
      return held;
    },
    (partition) => table.release(partition),
  );

  /** Appends here, not through the stage: the next batch of the partition's other topic must see this one's state. */
  const apply = (partition: number, work: Work) => turns.take(partition, (held) => state(log, partition, held, work));

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

type Work = (state: MergeState) => MergeOutput;

interface Held {
  readonly state: MergeState;
  /** On record, and not yet on the signals topic. */
  unsaid: readonly Signal[];
}

/**
 * State before signals: nothing is said that is not on record, so that no crash leaves a signal behind that nobody knows of. What is on
 * record and unsaid is said before anything else, by this process or, after a crash, by the one that resumes.
 */
async function state(log: EventLog, partition: number, held: Held, work: Work): Promise<void> {
  await sayUnsaid(log, held);
  const output = work(held.state);
  try {
    if (output.state.length > 0) {
      await log.append(
        'merge_state',
        output.state.map(([key, value]) => ({ key, value, partition })),
      );
    }
  } catch (error) {
    for (const market of held.state.markets.values()) market.invalidate();
    throw error;
  }
  held.unsaid = output.signals;
  await sayUnsaid(log, held);
}

async function sayUnsaid(log: EventLog, held: Held): Promise<void> {
  if (held.unsaid.length === 0) return;
  await log.append(
    'signals',
    held.unsaid.map((value) => ({ key: signalKey(value), value })),
  );
  held.unsaid = [];
}
