import type { TopicName } from '../../contracts/topics.ts';
import type { ConsumeOptions } from '../port.ts';
import { withRetry } from '../retry.ts';

/** One partition this member holds, from its assignment to its revocation. */
export class Holding {
  readonly topic: TopicName;
  readonly partition: number;
  readonly #options: Pick<ConsumeOptions, 'onAssigned' | 'onRevoked'>;
  readonly #revoked = new AbortController();
  #ready: Promise<void> = Promise.resolve();
  #taken = false;
  #gone: Promise<void> | null = null;

  constructor(topic: TopicName, partition: number, options: Pick<ConsumeOptions, 'onAssigned' | 'onRevoked'>) {
    this.topic = topic;
    this.partition = partition;
    this.#options = options;
  }

  /** Batches wait for it. Rejects when the partition is taken away first. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** @param before what must have ended first: the revocation of an earlier assignment of the same partition */
  assign(stopping: AbortSignal, before: Promise<void> = Promise.resolve()): void {
    const signal = AbortSignal.any([stopping, this.#revoked.signal]);
    const policy = { retryIf: () => true, initialDelayMs: 100, maxDelayMs: 10_000, signal };
    this.#ready = before
      .then(() => withRetry(policy, async () => this.#options.onAssigned?.(this.topic, this.partition)))
      .then(() => {
        this.#taken = true;
      });
    this.#ready.catch(() => undefined);
  }

  /** Resolves when the partition has been let go; asking again is the same. */
  revoke(): Promise<void> {
    this.#gone ??= this.#letGo();
    return this.#gone;
  }

  async #letGo(): Promise<void> {
    this.#revoked.abort(new Error(`${this.topic}/${this.partition} was given away`));
    await this.#ready.catch(() => undefined);
    if (this.#taken) this.#options.onRevoked?.(this.topic, this.partition);
  }
}
