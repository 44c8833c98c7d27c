import type { Claim } from './claim.ts';
import { type Cluster, firstOf } from './cluster.ts';
import { sameness } from './same-claim.ts';

const WORDS =
  /\b(postpon(e|es|ed|ing)|delay(s|ed|ing)?|defer(s|red|ring)?|push(es|ed)? back|put off|moved? back)\b|推迟|延期|延后|延至|顺延|改期/i;

/**
 * Announced changes that were put off, each with the later announcement that gives the new date. Both stay signals: the first will not
 * happen on its day, the second restates it. Pure function of the set.
 */
export function postponements(clusters: readonly Cluster[]): Map<Cluster, Cluster> {
  const putOff = new Map<Cluster, Cluster>();
  for (const later of clusters) {
    if (later.leader.when === null || !later.claims.some(({ source }) => WORDS.test(source.quote))) continue;
    const earlier = clusters.filter((cluster) => isPutOff(cluster, later)).at(-1);
    if (earlier !== undefined) putOff.set(earlier, later);
  }
  return putOff;
}

function isPutOff(earlier: Cluster, later: Cluster): boolean {
  const [before, after] = [earlier.leader.when, later.leader.when];
  if (earlier === later || before === null || after === null || before.end >= after.start) return false;
  return firstOf(earlier).order < firstOf(later).order && sameness(undated(earlier.leader), undated(later.leader)) > 0;
}

/** The claim as if it were about no date, said on one day: all else must agree. */
function undated(claim: Claim): Claim {
  return { ...claim, when: null, said: 0 };
}
