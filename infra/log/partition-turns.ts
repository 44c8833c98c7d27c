import type { TopicName } from '../contracts/topics.ts';

/**
 * State of the partitions a stage holds, when it consumes several topics whose partitions share it (partition 3 of one and of the
 * other). The state is loaded once, and work on it takes turns: batches of either topic, and timers.
 */
export class PartitionTurns<S> {
  readonly #load: (partition: number) => Promise<S>;
  readonly #release: (partition: number) => void;
  readonly #held = new Map<
    number,
    { readonly topics: Set<TopicName>; readonly state: Promise<S>; turn: Promise<unknown> }
  >();

  constructor(load: (partition: number) => Promise<S>, release: (partition: number) => void) {
    this.#load = load;
    this.#release = release;
  }

  /** For a stage's onAssigned. */
  async assigned(topic: TopicName, partition: number): Promise<void> {
    const known = this.#held.get(partition);
    if (known !== undefined) {
      known.topics.add(topic);
      await known.state;
      return;
    }
    const state = this.#load(partition);
    this.#held.set(partition, { topics: new Set([topic]), state, turn: Promise.resolve() });
    try {
      await state;
    } catch (error) {
      this.#held.delete(partition);
      throw error;
    }
  }

  /** For a stage's onRevoked. */
  revoked(topic: TopicName, partition: number): void {
    const known = this.#held.get(partition);
    if (known === undefined) return;
    known.topics.delete(topic);
    if (known.topics.size > 0) return;
    this.#held.delete(partition);
    this.#release(partition);
  }

  /** Partitions held now. */
  partitions(): number[] {
    return [...this.#held.keys()];
  }

  /** Runs `work` when everything asked for earlier on this partition has ended. Null where the partition is not held any more. */
  async take<R>(partition: number, work: (state: S) => Promise<R>): Promise<R | null> {
    const known = this.#held.get(partition);
    if (known === undefined) return null;
    const mine = known.turn.then(async () => work(await known.state));
    known.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Resolves when the turns asked for so far have ended. */
  async idle(): Promise<void> {
    await Promise.all([...this.#held.values()].map(({ turn }) => turn));
  }
}
