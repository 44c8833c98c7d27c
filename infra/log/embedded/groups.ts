import type { TopicName } from '../../contracts/topics.ts';
import { assign } from '../assign.ts';
import type { PartitionRow } from './database.ts';
import type { Member } from './member.ts';

interface Ownership {
  readonly partition: PartitionRow;
  owner: Member | null;
  /** Hand-overs of one partition run one after the other; other partitions do not wait for them. */
  handover: Promise<void>;
}

/** A consumer group inside this process: shares the partitions out anew whenever a member joins or leaves. */
export class Group {
  readonly #members: Member[] = [];
  readonly #topics: readonly TopicName[];
  /** By partition number: the partitions of that number of every topic. */
  readonly #ownerships = new Map<number, Ownership[]>();

  constructor(topics: readonly TopicName[], partitionsOf: (topic: TopicName) => readonly PartitionRow[]) {
    this.#topics = topics;
    for (const partition of topics.flatMap(partitionsOf)) {
      const sameNumber = this.#ownerships.get(partition.partition) ?? [];
      sameNumber.push({ partition, owner: null, handover: Promise.resolve() });
      this.#ownerships.set(partition.partition, sameNumber);
    }
  }

  get empty(): boolean {
    return this.#members.length === 0;
  }

  join(member: Member): void {
    const { group, topics } = member.options;
    if (new Set(this.#topics).symmetricDifference(new Set(topics)).size > 0) {
      throw new Error(
        `group ${group} consumes ${this.#topics.join(', ')}; a member cannot consume ${topics.join(', ')}`,
      );
    }
    this.#members.push(member);
    this.#rebalance();
  }

  /** Resolves when the member's running batches have ended and their offsets are committed. */
  async leave(member: Member): Promise<void> {
    const index = this.#members.indexOf(member);
    if (index < 0) return;
    this.#members.splice(index, 1);
    this.#rebalance();
    await member.releaseAll();
  }

  /** Partition p of every topic goes to the same member. */
  #rebalance(): void {
    const numbers = [...this.#ownerships.keys()];
    const owners = assign(
      this.#members,
      numbers.map((number) => this.#ownerships.get(number)?.[0]?.owner ?? null),
    );
    numbers.forEach((number, index) => {
      for (const ownership of this.#ownerships.get(number) ?? []) this.#handOver(ownership, owners[index] ?? null);
    });
  }

  #handOver(ownership: Ownership, next: Member | null): void {
    const { owner, partition } = ownership;
    if (owner === next) return;
    ownership.owner = next;
    ownership.handover = ownership.handover.then(async () => {
      await owner?.release(partition);
      // Given on, or the new owner has left, while the old one was still at work.
      if (next !== null && ownership.owner === next) next.take(partition);
    });
  }
}
