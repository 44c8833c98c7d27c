import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import { stableId } from '../../infra/contracts/ids.ts';
import type { PriceChange } from '../../infra/contracts/price-change.ts';
import type { Signal } from '../../infra/contracts/signal.ts';
import { byOrder, type Claim } from './claim.ts';
import { anchorOf, type Cluster, firstOf } from './cluster.ts';
import { type Confirmation, UNCONFIRMED } from './confirmation.ts';
import { announcedHeadline } from './headline-announced.ts';
import type { Lifecycle } from './lifecycle.ts';
import { isGeneric, isPresentable } from './product-name.ts';
import { signalChange } from './signal-change.ts';

/** A signal before it is stated: merge numbers the revisions. */
export type Draft = Omit<Signal, 'revision'>;

/** More quotes than anybody reads are counted, not carried. */
const MOST_CITATIONS = 50;

/** Whatever arrives in whatever order, the same evidence has the same id. */
export function announcedId(cluster: Cluster): string {
  return stableId('announced', anchorOf(cluster).id);
}

/** The signal of one cluster of claims, with what price pages say about it and where it stands. */
export function announcedSignal(
  cluster: Cluster,
  related: Signal['related'],
  confirmation: Confirmation = UNCONFIRMED,
  lifecycle: Lifecycle | null = null,
): Draft {
  const { leader } = cluster;
  const all = [...cluster.claims, ...cluster.cancelledBy].sort(byOrder);
  const { changes } = confirmation;
  const claim = leader.source;
  const fields = {
    kind: claim.kind,
    subject: subjectOf(all, leader),
    object: objectOf(cluster, 'en'),
    direction: pick(leader, all, (source) => source.direction),
    value_min: claim.value_min,
    value_max: claim.value_max,
    unit: claim.unit,
    old_value: claim.old_value,
    meter: pick(leader, all, (source) => source.meter),
    per: claim.per,
    period: pick(leader, all, (source) => source.period),
    as_of: pick(leader, all, (source) => source.as_of),
    effective: pick(leader, all, (source) => source.effective),
    growth_pct: pick(leader, all, (source) => source.growth_pct),
    metric: pick(leader, all, (source) => source.metric),
    status: claim.status,
    state: lifecycle?.state ?? null,
  };
  const headline = announcedHeadline(fields, objectOf(cluster, 'zh'));
  const object = fields.object ?? claim.object;
  return {
    version: CONTRACT_VERSION,
    signal_id: announcedId(cluster),
    ...fields,
    object,
    origin: changes.length > 0 ? 'both' : 'announced',
    headline: headline.en,
    headline_zh: headline.zh,
    lag_days: confirmation.lagDays,
    first_seen_at: earliest([...all.map(saidAt), ...changes.map((change) => change.observed_at)]),
    updated_at: updatedAt(all, changes, lifecycle),
    url: firstOf(cluster).source.url,
    mentions: new Set(all.map(({ source }) => source.url)).size,
    sources: [...new Set(all.map(({ source }) => source.source_id))],
    citations: all.slice(0, MOST_CITATIONS).map(citationOf),
    changes: changes.map(signalChange),
    related,
    suspect: false,
    suspect_reason: null,
    confidence: changes.length > 0 ? 1 : jointConfidence(all),
    retracted: false,
    backfill: all.every(({ source }) => source.backfill) && changes.every((change) => change.backfill),
  };
}

/** The slug most documents use; the leader's where they are even. */
function subjectOf(all: readonly Claim[], leader: Claim): string | null {
  return mostCommon(
    all.map(({ source }) => source.subject),
    leader.source.subject,
  );
}

/**
 * What most claims call it, in the language asked for where one does: everything, where claims differ in what they name; else by name.
 * Null where no wording can stand by itself.
 */
function objectOf({ leader, claims, isWide }: Cluster, language: 'en' | 'zh'): string | null {
  const wantsGeneric = (isWide && leader.source.kind === 'price_change') || isGeneric(leader.name);
  const wordings = claims
    .filter((claim) => isGeneric(claim.name) === wantsGeneric)
    .flatMap(({ source }) => (source.object !== null && isPresentable(source.object) ? [source.object] : []));
  const inLanguage = wordings.filter((wording) => /\p{Script=Han}/u.test(wording) === (language === 'zh'));
  const candidates = inLanguage.length > 0 ? inLanguage : wordings;
  const [first] = candidates;
  return first === undefined ? null : mostCommon(candidates, first);
}

function mostCommon<T>(values: readonly T[], preferred: T): T {
  const counts = new Map<T, number>([[preferred, 0]]);
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = preferred;
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** The leader's word, or the earliest claim's that has one. */
function pick<T>(leader: Claim, all: readonly Claim[], of: (source: Claim['source']) => T | null): T | null {
  return of(leader.source) ?? all.map(({ source }) => of(source)).find((value) => value !== null) ?? null;
}

/** Independent documents add up; claims of one document do not. */
function jointConfidence(all: readonly Claim[]): number {
  const byDocument = new Map<string, number>();
  for (const { source } of all)
    byDocument.set(source.document_id, Math.max(byDocument.get(source.document_id) ?? 0, source.confidence));
  const doubt = [...byDocument.values()].sort().reduce((product, confidence) => product * (1 - confidence), 1);
  return Math.round((1 - doubt) * 10_000) / 10_000;
}

function citationOf({ source }: Claim): Signal['citations'][number] {
  const { announcement_id, document_id, source_id, url, title, quote, published_at, observed_at } = source;
  return { announcement_id, document_id, source_id, url, title, quote, published_at, observed_at };
}

function saidAt({ source }: Claim): string {
  return source.published_at ?? source.observed_at;
}

function earliest(times: readonly string[]): string {
  return [...times].sort()[0] ?? '';
}

/** When the last piece of evidence was seen, or the clock moved the state. */
function updatedAt(all: readonly Claim[], changes: readonly PriceChange[], lifecycle: Lifecycle | null): string {
  const times = [...all.map(({ source }) => source.observed_at), ...changes.map((change) => change.observed_at)];
  if (lifecycle !== null && lifecycle.since !== null) times.push(new Date(lifecycle.since).toISOString());
  return times.sort().at(-1) ?? '';
}
