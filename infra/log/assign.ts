/**
 * Shares partitions out evenly and leaves as many as possible where they are.
 * @param owners today's owner of each partition, null where it has none
 * @returns the new owner of each partition
 */
export function assign<M>(members: readonly M[], owners: readonly (M | null)[]): (M | null)[] {
  if (members.length === 0) return owners.map(() => null);
  const least = Math.floor(owners.length / members.length);
  let extras = owners.length % members.length;
  const counts = new Map<M, number>(members.map((member) => [member, 0]));

  const kept = owners.map((owner) => {
    const count = owner === null ? undefined : counts.get(owner);
    if (owner === null || count === undefined) return null;
    if (count >= least && (count > least || extras === 0)) return null;
    if (count === least) extras--;
    counts.set(owner, count + 1);
    return owner;
  });
  return kept.map((owner) => {
    if (owner !== null) return owner;
    const [poorest] = [...counts].sort(([, a], [, b]) => a - b);
    if (poorest === undefined) return null;
    counts.set(poorest[0], poorest[1] + 1);
    return poorest[0];
  });
}
