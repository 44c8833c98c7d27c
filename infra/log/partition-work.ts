import type { TopicName } from '../contracts/topics.ts';
import { Breaker } from './breaker.ts';
import { deadLetterOf } from './dead-letter.ts';
import { decodeRecord } from './decode.ts';
import { isRetriable, toError } from './errors.ts';
import type { AppendRecord, Batch, ConsumedRecord, EventLog } from './port.ts';
import { withRetry } from './retry.ts';
import type { Output, StageOptions, StageRecord } from './stage-contract.ts';
import type { MutableStatus } from './stage-status.ts';

/** Too much of the partition is poison: the rest stays on the topic until somebody has looked. */
export class BreakerOpen extends Error {
  override readonly name = 'BreakerOpen';
}

/** The partition went to somebody else while the work was on: its result is dropped, they do it again. */
class PartitionLost extends Error {
  override readonly name = 'PartitionLost';
}

/** Failures that are no record's fault and end the batch at once. */
const endsBatch = (error: unknown) => error instanceof BreakerOpen || error instanceof PartitionLost;

/** The work on one partition of one topic: batches one after the other, poison singled out. */
export class PartitionWork<T extends TopicName> {
  readonly #log: EventLog;
  readonly #options: StageOptions<T>;
  readonly #status: MutableStatus;
  readonly #topic: T;
  readonly #partition: number;
  readonly #breaker: Breaker;
  busySince: number | null = null;

  constructor(log: EventLog, options: StageOptions<T>, status: MutableStatus, topic: T, partition: number) {
    this.#log = log;
    this.#options = options;
    this.#status = status;
    this.#topic = topic;
    this.#partition = partition;
    this.#breaker = new Breaker(options.breaker);
  }

  async run(batch: Batch): Promise<void> {
    this.busySince = Date.now();
    try {
      await this.#work(batch);
    } finally {
      this.busySince = null;
    }
  }

  async #work(batch: Batch): Promise<void> {
    const started = performance.now();
    const before = this.#status.recordsOut;
    const sound: StageRecord<T>[] = [];
    for (const record of batch.records) {
      try {
        sound.push(decodeRecord(this.#topic, record));
      } catch (thrown) {
        await this.#bury(record, toError(thrown), 1, batch);
      }
    }
    if (sound.length > 0) await this.#isolate(sound, batch);

    const report = {
      stage: this.#options.name,
      topic: this.#topic,
      partition: this.#partition,
      records: batch.records.length,
      bytes: batch.records.reduce((sum, record) => sum + record.bytes.length, 0),
      outputs: this.#status.recordsOut - before,
      seconds: (performance.now() - started) / 1000,
    };
    this.#status.batches++;
    this.#status.recordsIn += report.records;
    this.#status.lastBatch = report;
    this.#options.observer?.batch?.(report);
  }

  /** Halves a failing batch, in order, until the record at fault stands alone. */
  async #isolate(records: readonly StageRecord<T>[], batch: Batch): Promise<void> {
    try {
      await this.#handle(records, batch);
      return;
    } catch (thrown) {
      batch.signal.throwIfAborted();
      if (endsBatch(thrown)) throw thrown;
      const [only] = records;
      if (records.length === 1 && only !== undefined) {
        await this.#tryAgain(only, toError(thrown), batch);
        return;
      }
    }
    const middle = Math.ceil(records.length / 2);
    await this.#isolate(records.slice(0, middle), batch);
    await this.#isolate(records.slice(middle), batch);
  }

  /** The record has failed once; the remaining attempts, then dead_letters. */
  async #tryAgain(record: StageRecord<T>, first: Error, batch: Batch): Promise<void> {
    const { attempts = 5, initialDelayMs = 200, maxDelayMs = 5_000 } = this.#options.retry ?? {};
    const policy = {
      retryIf: (error: Error) => !endsBatch(error),
      attempts,
      initialDelayMs,
      maxDelayMs,
      signal: batch.signal,
      onRetry: (error: Error, attempt: number, delayMs: number) => this.#retrying(error, attempt, delayMs, false),
    };
    try {
      await withRetry(policy, async (attempt) => {
        if (attempt === 1) throw first;
        await this.#handle([record], batch);
      });
    } catch (thrown) {
      batch.signal.throwIfAborted();
      if (endsBatch(thrown)) throw thrown;
      await this.#bury(record, toError(thrown), attempts, batch);
    }
  }

  /** Handle and append; what is away is waited for. */
  async #handle(records: readonly StageRecord<T>[], batch: Batch): Promise<void> {
    const rejected = await this.#waitingOut(batch.signal, async () => {
      const rejections = new Map<StageRecord<T>, Error>();
      const outputs = await this.#options.handle(records, {
        topic: this.#topic,
        partition: this.#partition,
        signal: batch.signal,
        reject: (record, reason) => void rejections.set(record, reason),
      });
      await this.#append(outputs ?? [], batch);
      return rejections;
    });
    for (const record of records) {
      const reason = rejected.get(record);
      if (reason === undefined) this.#breaker.record(false);
      else await this.#bury(record, reason, 1, batch);
    }
  }

  async #append(outputs: readonly Output[], batch: Batch): Promise<void> {
    for (const [topic, records] of groupByTopic(outputs)) {
      if (batch.isLost()) throw new PartitionLost(`${this.#topic}/${this.#partition} was given to another member`);
      await this.#log.append(topic, records);
    }
    this.#status.recordsOut += outputs.length;
  }

  async #bury(
    record: Pick<ConsumedRecord, 'offset' | 'key' | 'bytes'>,
    error: Error,
    attempts: number,
    batch: Batch,
  ): Promise<void> {
    const letter = deadLetterOf({
      stage: this.#options.name,
      topic: this.#topic,
      partition: this.#partition,
      offset: record.offset,
      key: record.key,
      bytes: record.bytes,
      error,
      attempts,
    });
    // A letter about a letter would come back for ever; this one already lies on the topic.
    if (this.#topic !== 'dead_letters') {
      await this.#waitingOut(batch.signal, () =>
        this.#log.append('dead_letters', [{ key: letter.stage, value: letter }]),
      );
    }
    this.#status.deadLetters++;
    this.#status.lastError = letter.error;
    this.#options.observer?.deadLetter?.(letter);
    this.#breaker.record(true);
    if (this.#breaker.open) {
      const { name } = this.#options;
      throw new BreakerOpen(
        `${this.#topic}/${this.#partition}: ${this.#breaker.describe()}; see \`tokentape dlq list\`, mend the cause, then restart ${name}. Last: ${letter.error}`,
      );
    }
  }

  async #waitingOut<R>(signal: AbortSignal, work: () => Promise<R>): Promise<R> {
    const { initialDelayMs = 200, maxDelayMs = 5_000 } = this.#options.retry ?? {};
    const onRetry = (error: Error, attempt: number, delayMs: number) => this.#retrying(error, attempt, delayMs, true);
    const result = await withRetry({ retryIf: isRetriable, initialDelayMs, maxDelayMs, signal, onRetry }, work);
    if (this.#status.state === 'waiting') {
      this.#status.state = 'running';
      this.#status.waitingFor = null;
    }
    return result;
  }

  #retrying(error: Error, attempt: number, delayMs: number, waiting: boolean): void {
    this.#status.retries++;
    this.#status.lastError = `${error.name}: ${error.message}`;
    if (waiting) {
      this.#status.state = 'waiting';
      this.#status.waitingFor = error.message;
    }
    this.#options.observer?.retry?.({ stage: this.#options.name, error, attempt, delayMs, waiting });
  }
}

function groupByTopic(outputs: readonly Output[]): Map<TopicName, AppendRecord[]> {
  const groups = new Map<TopicName, AppendRecord[]>();
  for (const output of outputs) {
    const group = groups.get(output.topic);
    if (group === undefined) groups.set(output.topic, [output]);
    else group.push(output);
  }
  return groups;
}
