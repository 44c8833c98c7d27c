import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { DecodeError, decode } from '../../../infra/log/decode.ts';
import type { Batch, EventLog } from '../../../infra/log/port.ts';
import type { WebLogger } from '../options.ts';
import type { StoredSignal } from '../store/stored-signal.ts';

/** How many signals stay at hand, to bridge the moment between the log and their arrival in ClickHouse. */
const RECENT = 2000;
const BATCH = 200;

export interface Subscriber {
  receive(signal: StoredSignal): void;
  close(): void;
}

/** Fans the `signals` topic out to everyone who listens to this process. */
export interface SignalHub {
  subscribe(subscriber: Subscriber): () => void;
  readonly size: number;
  /** The last signals heard, oldest first. */
  recent(): readonly StoredSignal[];
  closeStreams(): void;
  stop(): Promise<void>;
  lastTick(): number;
  readonly failed: Promise<never>;
}

const decoded = (batch: Batch, logger: WebLogger | undefined): StoredSignal[] =>
  batch.records.flatMap((record) => {
    try {
      return [{ ...decode('signals', record), recorded_at: new Date(record.arrivedAt).toISOString() }];
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      // The ClickHouse sink dead-letters the same record; the live view just goes on.
      logger?.warn({ err: error }, 'a signal was not understood and is not shown live');
      return [];
    }
  });

/** Every process listens on its own: a consumer group of its own, from now on. What was before is in ClickHouse. */
export const startHub = async (log: EventLog, logger?: WebLogger): Promise<SignalHub> => {
  const subscribers = new Set<Subscriber>();
  const recent: StoredSignal[] = [];

  const consumer = await log.consume({
    topics: ['signals'],
    group: `web-${randomUUID()}`,
    from: 'latest',
    maxRecords: BATCH,
    onBatch: async (batch) => {
      for (const signal of decoded(batch, logger)) {
        recent.push(signal);
        if (recent.length > RECENT) recent.shift();
        for (const subscriber of subscribers) subscriber.receive(signal);
      }
      // A turn for the streams to write, so that a burst does not look like readers who do not read.
      await setImmediate();
    },
  });

  return {
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
    get size() {
      return subscribers.size;
    },
    recent: () => [...recent],
    closeStreams() {
      for (const subscriber of [...subscribers]) subscriber.close();
    },
    stop: () => consumer.stop(),
    lastTick: () => consumer.lastTick(),
    failed: consumer.failed,
  };
};
