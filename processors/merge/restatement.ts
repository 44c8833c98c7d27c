import type { Signal } from '../../infra/contracts/signal.ts';
import { announcedId } from './announced-signal.ts';
import { type Cluster, firstOf } from './cluster.ts';
import { near } from './magnitude.ts';
import { relate } from './product-name.ts';

/**
 * Links each figure to the one it replaces: "raised its target from 100 to 110" to the 100, and a later figure for the same subject,
 * measure and period to the last one before. Both stay signals of their own. Pure function of the set.
 */
export function restatements(clusters: readonly Cluster[]): Map<Cluster, Signal['related']> {
  const links = new Map<Cluster, Signal['related']>();
  for (const later of clusters) {
    const earlier = clusters
      .filter(
        (cluster) => cluster !== later && firstOf(cluster).order < firstOf(later).order && replaces(later, cluster),
      )
      .at(-1);
    if (earlier !== undefined) links.set(later, [{ signal_id: announcedId(earlier), relation: 'restates' }]);
  }
  return links;
}

function replaces(later: Cluster, earlier: Cluster): boolean {
  const [a, b] = [later.leader, earlier.leader];
  const [x, y] = [a.source, b.source];
  if (
    x.subject !== y.subject ||
    x.kind !== y.kind ||
    x.unit !== y.unit ||
    x.metric !== y.metric ||
    x.period !== y.period
  )
    return false;
  const names = relate(a.name, b.name);
  if (names === 'disjoint') return false;
  const before = x.old_value === null ? null : Number(x.old_value);
  const [low, high] = [b.magnitude.low, b.magnitude.high];
  if (before !== null) return [low, high].some((end) => end !== null && near(end, before, 0.01));
  // A document that gives several figures gives parts of a whole, not one figure twice.
  const isSameThing = names === 'equal' && x.document_id !== y.document_id && x.as_of !== null && x.as_of === y.as_of;
  return isSameThing && x.attribution === y.attribution && x.status !== 'actual' && y.status !== 'actual';
}
