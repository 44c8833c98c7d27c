import { AssignerProtocol, type PartitionAssigner } from 'kafkajs';
import { z } from 'zod';
import { assign } from '../assign.ts';

const NAME = 'TokentapeSticky';
const VERSION = 1;

/** What a member tells the leader: the process it lives in, and the partition numbers it holds now. */
const claim = z.object({ process: z.string(), held: z.array(z.int().nonnegative()) });
type Claim = z.infer<typeof claim>;

/**
 * Partition p of every topic goes to the same member, and stays where it is when it can, because a moved partition means its state is
 * read anew. Processes get equal shares first, then each process's members: a process may have several.
 */
export function stickyAssigner(own: () => Claim): PartitionAssigner {
  return ({ cluster }) => ({
    name: NAME,
    version: VERSION,

    protocol: ({ topics }) => ({
      name: NAME,
      metadata: AssignerProtocol.MemberMetadata.encode({
        version: VERSION,
        topics,
        userData: Buffer.from(JSON.stringify(own())),
      }),
    }),

    assign: async ({ members, topics }) => {
      const claims = new Map(
        members
          .map(({ memberId, memberMetadata }) => [memberId, claimOf(memberId, memberMetadata)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      const partitions = Math.max(...topics.map((topic) => cluster.findTopicPartitionMetadata(topic).length));
      const owners = share(claims, partitions);
      return [...claims.keys()].map((memberId) => ({
        memberId,
        memberAssignment: AssignerProtocol.MemberAssignment.encode({
          version: VERSION,
          assignment: Object.fromEntries(topics.map((topic) => [topic, numbersOf(memberId, owners)])),
          userData: Buffer.alloc(0),
        }),
      }));
    },
  });
}

/** @returns the member that gets each partition number */
export function share(claims: ReadonlyMap<string, Claim>, partitions: number): (string | null)[] {
  const holders: (string | null)[] = Array.from({ length: partitions }, () => null);
  for (const [memberId, { held }] of claims) {
    for (const number of held) {
      // Two claims on one partition: the one who was expelled does not know it yet. The first claim is as good as the other.
      if (number < partitions) holders[number] ??= memberId;
    }
  }
  const processOf = (memberId: string | null) => (memberId === null ? null : (claims.get(memberId)?.process ?? null));
  const processes = [...new Set([...claims.values()].map(({ process }) => process))].sort();
  const byProcess = assign(processes, holders.map(processOf));
  const owners: (string | null)[] = Array.from({ length: partitions }, () => null);
  for (const process of processes) {
    const members = [...claims.keys()].filter((memberId) => processOf(memberId) === process);
    const numbers = numbersOf(process, byProcess);
    const shares = assign(
      members,
      numbers.map((number) => (processOf(holders[number] ?? null) === process ? (holders[number] ?? null) : null)),
    );
    numbers.forEach((number, index) => {
      owners[number] = shares[index] ?? null;
    });
  }
  return owners;
}

const numbersOf = (owner: string, owners: readonly (string | null)[]): number[] =>
  owners.flatMap((candidate, number) => (candidate === owner ? [number] : []));

function claimOf(memberId: string, metadata: Buffer): Claim {
  const userData = AssignerProtocol.MemberMetadata.decode(metadata)?.userData;
  if (userData === undefined || userData.length === 0) return { process: memberId, held: [] };
  return claim.parse(JSON.parse(userData.toString()));
}
