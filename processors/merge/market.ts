import type { Announcement } from '../../infra/contracts/announcement.ts';
import type { PriceChange } from '../../infra/contracts/price-change.ts';
import { announcedId, announcedSignal, type Draft } from './announced-signal.ts';
import { bucketOf, isOneStatement, PRICE_CHANGES } from './bucket.ts';
import { type ChangeGroup, groupIdOf, withChange } from './change-group.ts';
import { type Claim, toClaim } from './claim.ts';
import { anchorOf, type Cluster, clusterClaims, oneCluster } from './cluster.ts';
import { confirmAll } from './confirmation.ts';
import { lifecycleOf } from './lifecycle.ts';
import { observedSignal } from './observed-signal.ts';
import { postponements } from './postponement.ts';
import { restatements } from './restatement.ts';

/** A signal as the evidence has it. */
export interface Derivation {
  readonly draft: Draft;
  /** The claim or group that gives the signal its id. */
  readonly anchor: string;
  readonly bucket: string;
}

/** What a market's evidence comes to. */
export interface Derived {
  /** Signals that may have changed. */
  readonly signals: readonly Derivation[];
  /** Buckets that are whole in `signals`: a signal of theirs that is not there is no more. */
  readonly complete: ReadonlySet<string>;
  /** Signals that are as they were when they were last derived. */
  readonly unchanged: ReadonlySet<string>;
  /** The signal each anchor now belongs to. */
  readonly home: ReadonlyMap<string, string>;
}

/**
 * The evidence about one market and what it comes to. Signals are a pure function of the evidence and the time, never of the order
 * in which it came. Only what new evidence can touch is worked out anew.
 */
export class Market {
  readonly #claims = new Map<string, Map<string, Claim>>();
  readonly #bucketOf = new Map<string, string>();
  readonly #groups = new Map<string, ChangeGroup>();
  readonly #dirtyBuckets = new Set<string>();
  readonly #dirtyGroups = new Set<string>();
  /** The newest extractor version per document, and its claims. */
  readonly #versions = new Map<string, { readonly version: string; readonly ids: Set<string> }>();
  #clusters: readonly Cluster[] = [];
  /** What the last derivation of a cluster rested on beside its claims. */
  #standing = new WeakMap<Cluster, string>();
  /** Group to the announced signals its changes bear out. */
  #bearsOut: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  /** A market that was just loaded is due: the clock went on while nobody looked. */
  #nextDue = Number.NEGATIVE_INFINITY;

  /** When the clock alone changes a signal, epoch milliseconds. */
  get nextDue(): number {
    return this.#nextDue;
  }

  /** What was derived was not written down: work it out anew at the next opportunity. */
  invalidate(): void {
    for (const bucket of this.#claims.keys()) this.#dirtyBuckets.add(bucket);
    for (const group of this.#groups.keys()) this.#dirtyGroups.add(group);
    this.#standing = new WeakMap();
    this.#nextDue = Number.NEGATIVE_INFINITY;
  }

  /**
   * Takes a claim in, unless a newer extractor has read its document. Returns the ids of claims that count no more: a document says
   * what its newest extractor reads in it. Null where the claim itself is outdated.
   */
  announce(announcement: Announcement): readonly string[] | null {
    const claim = toClaim(announcement);
    const key = `${announcement.document_id} ${announcement.extractor}`;
    const known = this.#versions.get(key);
    const age = known === undefined ? 1 : compareVersions(announcement.extractor_version, known.version);
    if (age < 0) return null;
    const superseded = known !== undefined && age > 0 ? [...known.ids] : [];
    for (const id of superseded) this.#remove(id);
    const ids = known !== undefined && age === 0 ? known.ids : new Set<string>();
    this.#versions.set(key, { version: announcement.extractor_version, ids: ids.add(claim.id) });
    const bucket = bucketOf(claim);
    const members = this.#claims.get(bucket) ?? new Map<string, Claim>();
    this.#claims.set(bucket, members.set(claim.id, claim));
    this.#bucketOf.set(claim.id, bucket);
    this.#dirtyBuckets.add(bucket);
    return superseded.filter((id) => id !== claim.id);
  }

  /** Takes a price change in; returns its group. */
  observe(change: PriceChange): ChangeGroup {
    const group = withChange(this.#groups.get(groupIdOf(change)), change);
    this.restore(group);
    return group;
  }

  restore(group: ChangeGroup): void {
    this.#groups.set(group.group_id, group);
    this.#dirtyGroups.add(group.group_id);
  }

  /** Works out what new evidence, and the time (epoch milliseconds), make of the market. */
  derive(now: number): Derived {
    const signals: Derivation[] = [];
    const complete = new Set(this.#dirtyBuckets);
    const home = new Map<string, string>();
    const unchanged = new Set<string>();
    for (const bucket of this.#dirtyBuckets) {
      if (bucket === PRICE_CHANGES) continue;
      const clusters = this.#cluster(bucket);
      const links = restatements(clusters);
      for (const cluster of clusters) {
        const draft = announcedSignal(cluster, links.get(cluster) ?? []);
        signals.push({ draft, anchor: anchorOf(cluster).id, bucket });
        settleIn(home, cluster);
      }
    }
    if (this.#dirtyBuckets.has(PRICE_CHANGES) || this.#dirtyGroups.size > 0 || now >= this.#nextDue) {
      complete.add(PRICE_CHANGES);
      this.#derivePrices(now, signals, complete, home, unchanged);
    }
    this.#dirtyBuckets.clear();
    this.#dirtyGroups.clear();
    return { signals, complete, home, unchanged };
  }

  #derivePrices(
    now: number,
    signals: Derivation[],
    complete: Set<string>,
    home: Map<string, string>,
    unchanged: Set<string>,
  ): void {
    if (this.#dirtyBuckets.has(PRICE_CHANGES))
      this.#clusters = sameObjects(this.#clusters, this.#cluster(PRICE_CHANGES));
    const bearsOut = new Map<string, Set<string>>();
    const elsewhere = new Set<string>();
    const putOff = postponements(this.#clusters);
    const restates = new Map([...putOff].map(([earlier, later]) => [later, announcedId(earlier)]));
    this.#nextDue = Number.POSITIVE_INFINITY;
    for (const [cluster, confirmation] of confirmAll(this.#clusters, [...this.#groups.values()])) {
      const lifecycle = lifecycleOf(cluster, confirmation, now, putOff.has(cluster));
      this.#nextDue = Math.min(this.#nextDue, lifecycle.next ?? Number.POSITIVE_INFINITY);
      const earlier = restates.get(cluster);
      const related: Draft['related'] = earlier === undefined ? [] : [{ signal_id: earlier, relation: 'restates' }];
      const signalId = announcedId(cluster);
      const standing = JSON.stringify([
        lifecycle.state,
        earlier,
        confirmation.verdict,
        confirmation.changes.map(versionOf),
      ]);
      if (this.#standing.get(cluster) === standing) unchanged.add(signalId);
      else {
        const draft = announcedSignal(cluster, related, confirmation, lifecycle);
        signals.push({ draft, anchor: anchorOf(cluster).id, bucket: PRICE_CHANGES });
        this.#standing.set(cluster, standing);
      }
      settleIn(home, cluster);
      for (const change of confirmation.changes) {
        const groupId = groupIdOf(change);
        bearsOut.set(groupId, (bearsOut.get(groupId) ?? new Set()).add(signalId));
        elsewhere.add(change.change_id);
      }
    }
    for (const id of new Set([...this.#dirtyGroups, ...bearsOut.keys(), ...this.#bearsOut.keys()])) {
      const group = this.#groups.get(id);
      if (group === undefined) continue;
      const borneOut = [...(bearsOut.get(id) ?? [])].sort();
      const draft = observedSignal(group, elsewhere, borneOut);
      complete.add(id);
      const [only] = borneOut;
      if (draft !== null) signals.push({ draft, anchor: id, bucket: id });
      else if (only !== undefined) home.set(id, only);
    }
    this.#bearsOut = bearsOut;
  }

  #cluster(bucket: string): Cluster[] {
    const claims = this.#claims.get(bucket)?.values() ?? [];
    return isOneStatement(bucket) ? oneCluster(claims) : clusterClaims(claims);
  }

  #remove(id: string): void {
    const bucket = this.#bucketOf.get(id);
    if (bucket === undefined) return;
    this.#claims.get(bucket)?.delete(id);
    this.#bucketOf.delete(id);
    this.#dirtyBuckets.add(bucket);
  }
}

function settleIn(home: Map<string, string>, cluster: Cluster): void {
  const signalId = announcedId(cluster);
  for (const claim of [...cluster.claims, ...cluster.cancelledBy]) home.set(claim.id, signalId);
}

/** New clusters, but the old object where nothing about it changed: what is remembered of it stays good. */
function sameObjects(before: readonly Cluster[], after: readonly Cluster[]): Cluster[] {
  const known = new Map(before.map((cluster) => [membersOf(cluster), cluster]));
  return after.map((cluster) => {
    const old = known.get(membersOf(cluster));
    return old !== undefined && areSame(old, cluster) ? old : cluster;
  });
}

function areSame(a: Cluster, b: Cluster): boolean {
  const isIn = (list: readonly Claim[]) => (claim: Claim, index: number) => claim === list[index];
  return a.claims.every(isIn(b.claims)) && a.cancelledBy.every(isIn(b.cancelledBy));
}

function membersOf({ claims, cancelledBy }: Cluster): string {
  return JSON.stringify([claims.map(({ id }) => id), cancelledBy.map(({ id }) => id)]);
}

function versionOf({ change_id, revision }: PriceChange): string {
  return `${change_id}@${revision}`;
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
