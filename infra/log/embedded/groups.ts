import type { TopicName } from '../../contracts/topics.ts';
import { assign } from './assign.ts';
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
  readonly #ownerships = new Map<number, Ownership>();
  readonly #partitionsOf: (topic: TopicName) => readonly PartitionRow[];

  constructor(partitionsOf: (topic: TopicName) => readonly PartitionRow[]) {
    this.#partitionsOf = partitionsOf;
  }

  get empty(): boolean {
    return this.#members.length === 0;
  }

  join(member: Member): void {
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

  #rebalance(): void {
    const topics = new Set(this.#members.flatMap(({ options }) => options.topics));
    for (const { partition } of this.#ownerships.values()) topics.add(partition.topic);
    for (const topic of topics) {
      const takers = this.#members.filter(({ options }) => options.topics.includes(topic));
      const ownerships = this.#partitionsOf(topic).map((partition) => this.#ownership(partition));
      const owners = assign(
        takers,
        ownerships.map(({ owner }) => owner),
      );
      ownerships.forEach((ownership, index) => {
        this.#handOver(ownership, owners[index] ?? null);
      });
    }
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

  #ownership(partition: PartitionRow): Ownership {
    const known = this.#ownerships.get(partition.id);
    if (known !== undefined) return known;
    const made: Ownership = { partition, owner: null, handover: Promise.resolve() };
    this.#ownerships.set(partition.id, made);
    return made;
  }
}
