import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { ByteBudget } from '../byte-budget.ts';
import type { ConsumeOptions } from '../port.ts';
import { withRetry } from '../retry.ts';
import { isExpelled, isRebalance } from './errors.ts';
import type { Holding } from './holding.ts';
import type { Lease } from './lease.ts';
import { recordOf } from './records.ts';

export interface Delivery {
  readonly options: ConsumeOptions;
  readonly lease: Lease;
  readonly stopping: AbortSignal;
  readonly heartbeatMs: number;
  readonly budget: ByteBudget;
  readonly maxBytes: number;
  readonly onTick: () => void;
}

/**
 * How long one partition is worked on before the others of its broker get their turn: kafkajs fetches from a broker again when all it
 * got from there is worked off. What is left of a partition's records by then is fetched again.
 */
const TURN_MS = 1_000;
const REDELIVERY = { retryIf: () => true, initialDelayMs: 100, maxDelayMs: 10_000 };

/**
 * Works off what kafkajs fetched of one partition, in batches of our own: the work, then the commit of the last offset + 1, then the
 * next. Heartbeats go on meanwhile, however long the work takes. When the group is shared out anew, the running batch may end and
 * commit; nothing new begins; the result of a partition that is lost by then is dropped.
 */
export async function deliver(payload: EachBatchPayload, holding: Holding, delivery: Delivery): Promise<void> {
  const { lease, stopping, options, budget, onTick } = delivery;
  const signal = AbortSignal.any([lease.ending.signal, stopping]);
  const turnEnds = Date.now() + TURN_MS;
  const heart = setInterval(() => void beat(payload, lease), delivery.heartbeatMs);
  try {
    await unlessAborted(holding.ready, signal);
    await beat(payload, lease);
    if (lease.lost) throw new Error(`${holding.topic}/${holding.partition}: the group has not answered for too long`);
    for (const { messages, bytes } of chunks(payload.batch.messages, options.maxRecords ?? 500, delivery.maxBytes)) {
      if (signal.aborted || payload.isStale() || Date.now() > turnEnds) break;
      await budget.acquire(bytes, signal);
      try {
        const { topic, partition } = holding;
        const records = messages.map((message) => recordOf(topic, partition, message));
        const isLost = () => lease.lost;
        await withRetry({ ...REDELIVERY, signal }, () =>
          options.onBatch({ topic, partition, records, signal, isLost }),
        );
        await commit(payload, lease, messages);
        await beat(payload, lease);
        onTick();
      } finally {
        budget.release(bytes);
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearInterval(heart);
  }
  if (lease.cause instanceof Error) throw lease.cause;
}

async function commit(payload: EachBatchPayload, lease: Lease, messages: readonly KafkaMessage[]): Promise<void> {
  const last = messages.at(-1)?.offset;
  if (last === undefined) return;
  const { topic, partition } = payload.batch;
  const offset = String(BigInt(last) + 1n);
  const policy = {
    ...REDELIVERY,
    maxDelayMs: 1_000,
    retryIf: (error: Error) => !isRebalance(error) && !isExpelled(error) && !lease.lost,
  };
  try {
    await withRetry(policy, async () => {
      if (lease.lost) throw new Error(`${topic}/${partition} was lost before offset ${last} could be committed`);
      await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
    });
    payload.resolveOffset(last);
  } catch (error) {
    lease.failed(error);
    throw error;
  }
}

/** Asks the group at most once an interval, whoever calls. */
async function beat(payload: EachBatchPayload, lease: Lease): Promise<void> {
  try {
    await payload.heartbeat();
  } catch (error) {
    lease.failed(error);
  }
}

/** Waits, but no longer than until the abort. */
async function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function* chunks(messages: readonly KafkaMessage[], maxRecords: number, maxBytes: number) {
  let start = 0;
  let bytes = 0;
  for (const [index, { value }] of messages.entries()) {
    const size = value?.length ?? 0;
    if (index > start && (index - start >= maxRecords || bytes + size > maxBytes)) {
      yield { messages: messages.slice(start, index), bytes };
      start = index;
      bytes = 0;
    }
    bytes += size;
  }
  if (start < messages.length) yield { messages: messages.slice(start), bytes };
}
