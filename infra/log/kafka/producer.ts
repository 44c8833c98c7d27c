import { CompressionTypes, type Kafka, type Message, Partitioners, type Producer } from 'kafkajs';
import { isRetriable } from '../errors.ts';
import { explain } from './errors.ts';

/** One request's worth of a partition's records; a single larger record travels alone. */
const BATCH_BYTES = 512 << 10;
const WORTH_COMPRESSING = 1 << 10;

export interface OutgoingRecord {
  readonly message: Message;
  readonly bytes: number;
}

interface Queued extends OutgoingRecord {
  readonly settle: (outcome: Sent | Error) => void;
}

interface Sent {
  /** -1 where the broker recognised a repeated request and no longer knows where it put it. */
  readonly offset: number;
}

/**
 * Appends to partitions, idempotently. Each partition has a lane with one request in flight: what is asked for meanwhile goes with the
 * next request. One partition a request, because kafkajs, retrying a request that spans brokers, takes partitions whose leader has
 * moved to a broker that already answered for sent.
 */
export class LogProducer {
  readonly #kafka: Kafka;
  readonly #brokers: readonly string[];
  readonly #lanes = new Map<string, Queued[]>();
  readonly #running = new Set<Promise<void>>();
  #session: Session | null = null;

  constructor(kafka: Kafka, brokers: readonly string[]) {
    this.#kafka = kafka;
    this.#brokers = brokers;
  }

  /** Resolves to the records' offsets when every in-sync replica has them. */
  async send(topic: string, partition: number, records: readonly OutgoingRecord[]): Promise<number[]> {
    const id = `${topic}/${partition}`;
    const sent = records.map(
      (record) =>
        new Promise<number>((resolve, reject) => {
          const settle = (outcome: Sent | Error) =>
            outcome instanceof Error ? reject(outcome) : resolve(outcome.offset);
          this.#enqueue(id, topic, partition, { ...record, settle });
        }),
    );
    return Promise.all(sent);
  }

  #enqueue(id: string, topic: string, partition: number, queued: Queued): void {
    const lane = this.#lanes.get(id);
    if (lane !== undefined) {
      lane.push(queued);
      return;
    }
    const fresh = [queued];
    this.#lanes.set(id, fresh);
    const run = this.#drain(topic, partition, fresh).then(() => void this.#running.delete(run));
    this.#running.add(run);
  }

  async close(): Promise<void> {
    await Promise.all(this.#running);
    if (this.#session !== null) await closeSession(this.#session);
  }

  async #drain(topic: string, partition: number, lane: Queued[]): Promise<void> {
    // Whatever is asked for in this turn of the event loop shares the request.
    await new Promise(setImmediate);
    while (lane.length > 0) {
      await this.#append(topic, partition, takeBatch(lane));
    }
    this.#lanes.delete(`${topic}/${partition}`);
  }

  /** One request, or one a record where Kafka refuses some record of several. */
  async #append(topic: string, partition: number, batch: readonly Queued[]): Promise<void> {
    const outcome = await this.#request(topic, partition, batch);
    if (outcome instanceof Error && !isRetriable(outcome) && batch.length > 1) {
      for (const queued of batch) await this.#append(topic, partition, [queued]);
      return;
    }
    batch.forEach((queued, index) => {
      if (outcome instanceof Error) queued.settle(outcome);
      else queued.settle({ offset: outcome.offset < 0 ? -1 : outcome.offset + index });
    });
  }

  async #request(topic: string, partition: number, batch: readonly Queued[]): Promise<Sent | Error> {
    this.#session ??= openSession(this.#kafka);
    const session = this.#session;
    session.requests++;
    try {
      const producer = await session.connected;
      const bytes = batch.reduce((sum, record) => sum + record.bytes, 0);
      const [answer] = await producer.send({
        topic,
        acks: -1,
        timeout: 15_000,
        compression: bytes < WORTH_COMPRESSING ? CompressionTypes.None : CompressionTypes.ZSTD,
        messages: batch.map(({ message }) => ({ ...message, partition })),
      });
      return { offset: Number(answer?.baseOffset ?? -1) };
    } catch (error) {
      // Whether the broker has the records is unknown, and the next batch would carry the same sequence number: the broker might take
      // it for this one and drop it. A new producer id starts a new sequence.
      if (this.#session === session) this.#session = null;
      return explain(error, this.#brokers, `${batch.length} records for ${topic}/${partition}`);
    } finally {
      session.requests--;
      if (session !== this.#session && session.requests === 0) await closeSession(session);
    }
  }
}

/** One producer id. */
interface Session {
  readonly connected: Promise<Producer>;
  requests: number;
}

function openSession(kafka: Kafka): Session {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 5,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 12 },
  });
  return { connected: producer.connect().then(() => producer), requests: 0 };
}

/** A connection that cannot be closed is gone already. */
async function closeSession({ connected }: Session): Promise<void> {
  await connected.then((producer) => producer.disconnect()).catch(() => undefined);
}

function takeBatch(lane: Queued[]): Queued[] {
  let bytes = 0;
  let count = 0;
  for (const { bytes: size } of lane) {
    if (count > 0 && bytes + size > BATCH_BYTES) break;
    bytes += size;
    count++;
  }
  return lane.splice(0, count);
}
