import { AssignerProtocol, type PartitionAssigner } from 'kafkajs';
import { assign } from '../assign.ts';

const NAME = 'TokentapeSticky';
const VERSION = 1;

/**
 * Partition p of every topic goes to the same member, and stays where it is when it can: members say what they hold in their
 * metadata, and the leader moves as little as it must, because a moved partition means its state is read anew.
 * @param held the partition numbers this member holds now
 */
export function stickyAssigner(held: () => readonly number[]): PartitionAssigner {
  return ({ cluster }) => ({
    name: NAME,
    version: VERSION,

    protocol: ({ topics }) => ({
      name: NAME,
      metadata: AssignerProtocol.MemberMetadata.encode({
        version: VERSION,
        topics,
        userData: Buffer.from(JSON.stringify(held())),
      }),
    }),

    assign: async ({ members, topics }) => {
      const ids = members.map(({ memberId }) => memberId).sort();
      const partitions = Math.max(...topics.map((topic) => cluster.findTopicPartitionMetadata(topic).length));
      const owners: (string | null)[] = Array.from({ length: partitions }, () => null);
      for (const { memberId, memberMetadata } of members) {
        for (const number of heldBy(memberMetadata)) {
          // Two claims on one partition: the one who was expelled does not know it yet. The first claim is as good as the other.
          if (number < owners.length) owners[number] ??= memberId;
        }
      }
      const assigned = assign(ids, owners);
      return ids.map((memberId) => ({
        memberId,
        memberAssignment: AssignerProtocol.MemberAssignment.encode({
          version: VERSION,
          assignment: Object.fromEntries(topics.map((topic) => [topic, numbersOf(memberId, assigned)])),
          userData: Buffer.alloc(0),
        }),
      }));
    },
  });
}

const numbersOf = (memberId: string, assigned: readonly (string | null)[]): number[] =>
  assigned.flatMap((owner, number) => (owner === memberId ? [number] : []));

function heldBy(metadata: Buffer): number[] {
  const userData = AssignerProtocol.MemberMetadata.decode(metadata)?.userData;
  if (userData === undefined || userData.length === 0) return [];
  const numbers: unknown = JSON.parse(userData.toString());
  return Array.isArray(numbers) ? numbers.filter((number) => Number.isInteger(number)) : [];
}
