import { byOrder, type Claim, compareText } from './claim.ts';
import { isSilent, widthOf } from './magnitude.ts';
import { isGeneric, relate } from './product-name.ts';
import { sameness } from './same-claim.ts';

/** Claims that state the same thing. */
export interface Cluster {
  /** The claim the others were compared with: the one that says most. */
  readonly leader: Claim;
  /** Earliest first. */
  readonly claims: readonly Claim[];
  /** About everything the provider sells, or about several products at once: no single name stands for it. */
  readonly isWide: boolean;
  /** Later announcements that take it back, earliest first. */
  readonly cancelledBy: readonly Claim[];
}

/**
 * Groups claims by what they state. A pure function of the set: claims are taken in an order of their own (those that say most
 * first), each joins the group it agrees with best or opens one, so arrival order cannot matter. A group's provider-wide claims
 * ("prices of computing, storage and other products") also take in the parts they cover, which the leader alone would not.
 */
export function clusterClaims(claims: Iterable<Claim>): Cluster[] {
  const affirmed: Claim[] = [];
  const cancelling: Claim[] = [];
  for (const claim of claims) (claim.cancels ? cancelling : affirmed).push(claim);
  const groups = group(affirmed);
  const takenBack = new Map<Claim[], Claim[]>();
  const loose: Claim[] = [];
  for (const claim of cancelling.sort(byOrder)) {
    const target = cancelledGroup(claim, groups);
    if (target === null) loose.push(claim);
    else takenBack.set(target, [...(takenBack.get(target) ?? []), claim]);
  }
  return [
    ...groups.map((members) => toCluster(members, takenBack.get(members) ?? [])),
    ...group(loose).map((members) => toCluster([], members)),
  ].sort((a, b) => byOrder(firstOf(a), firstOf(b)));
}

/** The claim that gives the signal its id: the first that was seen. What is published earlier but found later does not change it. */
export function anchorOf(cluster: Cluster): Claim {
  const all = [...cluster.claims, ...cluster.cancelledBy];
  return all.reduce(
    (first, claim) => (compareText(claim.seen, first.seen) < 0 ? claim : first),
    all[0] ?? cluster.leader,
  );
}

/** The earliest said: it is named first. */
export function firstOf(cluster: Cluster): Claim {
  return cluster.claims[0] ?? cluster.cancelledBy[0] ?? cluster.leader;
}

/** All claims as one cluster; none when there are none. */
export function oneCluster(claims: Iterable<Claim>): Cluster[] {
  const [leader, ...others] = [...claims].sort(byOrder);
  return leader === undefined ? [] : [toCluster([leader, ...others], [])];
}

function group(claims: readonly Claim[]): Claim[][] {
  const groups: Claim[][] = [];
  for (const claim of [...claims].sort(byWeight)) {
    let best: Claim[] | null = null;
    let bestScore = 0;
    for (const members of groups) {
      const score = agreement(claim, members);
      if (score > bestScore) [best, bestScore] = [members, score];
    }
    if (best === null) groups.push([claim]);
    else best.push(claim);
  }
  return groups;
}

function agreement(claim: Claim, members: readonly Claim[]): number {
  const [leader] = members;
  if (leader === undefined) return 0;
  let best = sameness(claim, leader);
  for (const member of members) {
    if (member === leader || !isUmbrella(member)) continue;
    best = Math.max(best, sameness(claim, member));
  }
  if (best === 0) return 0;
  return best + 1 / (2 + Math.abs(claim.said - leader.said));
}

/** A dated claim about everything a provider sells, with a figure. */
function isUmbrella(claim: Claim): boolean {
  return (
    claim.source.kind === 'price_change' && claim.when !== null && isGeneric(claim.name) && !isSilent(claim.magnitude)
  );
}

/** The latest group said before the cancellation that it can mean. */
function cancelledGroup(cancellation: Claim, groups: readonly Claim[][]): Claim[] | null {
  const plain = { ...cancellation, cancels: false };
  const candidates = groups
    .filter((members) => {
      const [first] = [...members].sort(byOrder);
      return (
        first !== undefined &&
        first.order < cancellation.order &&
        members.some((claim) => sameness(plain, claim) > 0 || namesIt(plain, claim))
      );
    })
    .sort((a, b) => compareText(lastOrder(b), lastOrder(a)));
  return candidates[0] ?? null;
}

/** A cancellation may come months after the announcement, and often repeats neither date nor figures. */
function namesIt(cancellation: Claim, claim: Claim): boolean {
  const when = claim.when ?? { start: claim.said, end: claim.said };
  const isAhead = cancellation.said <= when.end + 30 && cancellation.said >= claim.said;
  return isAhead && sameness({ ...cancellation, said: claim.said }, claim) > 0;
}

function lastOrder(members: readonly Claim[]): string {
  return [...members].sort(byOrder).at(-1)?.order ?? '';
}

function toCluster(members: readonly Claim[], cancelledBy: readonly Claim[]): Cluster {
  const leader = members[0] ?? cancelledBy[0];
  if (leader === undefined) throw new Error('a cluster has at least one claim');
  return {
    leader,
    claims: [...members].sort(byOrder),
    isWide: members.some(({ name }) => isGeneric(name) || relate(name, leader.name) === 'disjoint'),
    cancelledBy: [...cancelledBy].sort(byOrder),
  };
}

/** Dated before undated, figures before none, ranges before "up to" before single figures, wide before narrow, named before general. */
function byWeight(a: Claim, b: Claim): number {
  return weight(b) - weight(a) || widthOf(b.magnitude) - widthOf(a.magnitude) || byOrder(a, b);
}

function weight(claim: Claim): number {
  const { low, high } = claim.magnitude;
  const isRange = low !== null && high !== null && low < high;
  const isOpen = !isSilent(claim.magnitude) && (low === null || high === null);
  const shape = isRange ? 2 : isOpen || isGeneric(claim.name) ? 1 : 0;
  return (
    (claim.when === null ? 0 : 16) + (isSilent(claim.magnitude) ? 0 : 8) + shape * 2 + (isGeneric(claim.name) ? 0 : 1)
  );
}
