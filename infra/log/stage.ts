import type { TopicName } from '../contracts/topics.ts';
import { toError } from './errors.ts';
import { BreakerOpen, PartitionWork } from './partition-work.ts';
import type { Consumer, EventLog } from './port.ts';
import type { Stage, StageOptions } from './stage-contract.ts';
import { newStatus } from './stage-status.ts';

export type { Output, Stage, StageContext, StageOptions, StageRecord } from './stage-contract.ts';

/**
 * Runs one stage of the pipeline: consume -> decode -> handle -> append -> commit. Poison never blocks, nothing is lost.
 *
 * @example
 * const stage = await runStage(log, {
 *   name: 'detect',
 *   topics: ['prices'],
 *   onAssigned: async (_topic, partition) => void states.set(partition, await table.load(partition)),
 *   onRevoked: (_topic, partition) => void (states.delete(partition), table.release(partition)),
 *   handle: async (records, { partition }) => {
 *     const { changes, updates } = detect(records.map((record) => record.value), states.get(partition));
 *     return [
 *       ...changes.map((change) => ({ topic: 'price_changes', key: change.provider, value: change }) as const),
 *       ...updates.map(([key, value]) => ({ topic: 'detect_state', key, value, partition }) as const),
 *     ];
 *   },
 * });
 */
export async function runStage<T extends TopicName>(log: EventLog, options: StageOptions<T>): Promise<Stage> {
  const { name, topics, group = name } = options;
  let consumer: Consumer | undefined;
  const works = new Map<string, PartitionWork<T>>();
  const status = newStatus(name, group, topics, {
    lastTick: () => consumer?.lastTick() ?? Date.now(),
    busySince: () => oldest([...works.values()].map((work) => work.busySince)),
  });
  const tripped = Promise.withResolvers<void>();

  const running = await log.consume({
    ...options,
    group,
    onAssigned: async (topic, partition) => {
      try {
        await options.onAssigned?.(topic, partition);
      } catch (thrown) {
        // The log asks again after a backoff; until then this is all there is to see of it.
        status.lastError = `${topic}/${partition} could not be taken over: ${toError(thrown).message}`;
        throw thrown;
      }
      const id = `${topic}/${partition}`;
      works.set(id, new PartitionWork(log, options, status, known(topics, topic), partition));
      status.assigned = [...works.keys()];
    },
    onRevoked: (topic, partition) => {
      works.delete(`${topic}/${partition}`);
      status.assigned = [...works.keys()];
      options.onRevoked?.(topic, partition);
    },
    onBatch: async (batch) => {
      if (status.breaker.open) throw new BreakerOpen(`stage ${name} is stopped: ${status.breaker.reason}`);
      const work = works.get(`${batch.topic}/${batch.partition}`);
      if (work === undefined) throw new Error(`${batch.topic}/${batch.partition} was not assigned to ${name}`);
      try {
        await work.run(batch);
      } catch (thrown) {
        if (thrown instanceof BreakerOpen && !status.breaker.open) {
          status.breaker = { open: true, reason: thrown.message };
          status.state = 'broken';
          options.observer?.broken?.(name, thrown.message);
          tripped.resolve();
        }
        throw thrown;
      }
    },
  });
  consumer = running;
  void tripped.promise.then(() => running.stop());
  // Whoever runs the stage must see this: unheard, it ends the process, which is right for a consumer that will not come back.
  const failed = running.failed.catch((thrown: unknown) => {
    status.state = 'failed';
    status.lastError = toError(thrown).message;
    throw thrown;
  });

  return {
    status,
    lag: () => log.lag(group, topics),
    failed,
    stop: async () => {
      await running.stop();
      if (!status.breaker.open) status.state = 'stopped';
    },
  };
}

function known<T extends TopicName>(topics: readonly T[], topic: TopicName): T {
  const found = topics.find((candidate) => candidate === topic);
  if (found === undefined) throw new Error(`a record of ${topic} came to a stage of ${topics.join(', ')}`);
  return found;
}

function oldest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
