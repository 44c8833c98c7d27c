import type { Announcement } from '../../infra/contracts/announcement.ts';
import { announcementKey, priceChangeKey } from '../../infra/contracts/market.ts';
import type { PriceChange } from '../../infra/contracts/price-change.ts';
import type { Signal } from '../../infra/contracts/signal.ts';
import type { Draft } from './announced-signal.ts';
import { type Derivation, Market } from './market.ts';
import { hashOf, outlineOf, type Stated, type StateRecord, stateKey, stateRecord } from './state.ts';

/** The durable state, as the log shows it. What is not in it has not been said. */
export interface StateView {
  get(key: string): unknown;
  entries(): Iterable<[string, unknown]>;
}

/** Markets of one partition: their evidence in memory, and the durable view of what has been stated about it. */
export interface MergeState {
  readonly view: StateView;
  readonly markets: Map<string, Market>;
  /** Signals ever stated, by market and bucket. */
  readonly issued: Map<string, Set<string>>;
}

/** What to append: signals first, then the state, so that a crash in between states a signal again and never loses one. */
export interface MergeOutput {
  readonly signals: readonly Signal[];
  /** Key and value on `merge_state`; null deletes. */
  readonly state: readonly (readonly [string, StateRecord | null])[];
}

export function loadMerge(view: StateView): MergeState {
  const state: MergeState = { view, markets: new Map(), issued: new Map() };
  for (const [, value] of view.entries()) {
    const record = stateRecord.parse(value);
    const market = marketOf(state, record.market);
    if (record.type === 'claim') market.announce(record.announcement);
    else if (record.type === 'group') market.restore(record.group);
    else issue(state, record.market, record.stated.bucket, record.stated.outline.signal_id);
  }
  return state;
}

/** Announcements in any order; those known already change nothing. */
export function applyAnnouncements(
  state: MergeState,
  announcements: readonly Announcement[],
  now: number,
): MergeOutput {
  const evidence = new Map<string, StateRecord | null>();
  const touched = new Set<string>();
  for (const announcement of announcements) {
    const market = announcementKey(announcement);
    const superseded = marketOf(state, market).announce(announcement);
    touched.add(market);
    if (superseded === null) continue;
    evidence.set(stateKey('claim', market, announcement.announcement_id), { type: 'claim', market, announcement });
    for (const id of superseded) evidence.set(stateKey('claim', market, id), null);
  }
  return settle(state, touched, evidence, now);
}

/** Price changes in any order, several revisions of one included. */
export function applyChanges(state: MergeState, changes: readonly PriceChange[], now: number): MergeOutput {
  const evidence = new Map<string, StateRecord | null>();
  const touched = new Set<string>();
  for (const change of changes) {
    const market = priceChangeKey(change);
    const group = marketOf(state, market).observe(change);
    evidence.set(stateKey('group', market, group.group_id), { type: 'group', market, group });
    touched.add(market);
  }
  return settle(state, touched, evidence, now);
}

/** The passing of time: announced changes become overdue, then unconfirmed. Epoch milliseconds. */
export function applyClock(state: MergeState, now: number): MergeOutput {
  const due = [...state.markets].flatMap(([name, market]) => (now >= market.nextDue ? [name] : []));
  return settle(state, due, new Map(), now);
}

function settle(
  state: MergeState,
  touched: Iterable<string>,
  evidence: ReadonlyMap<string, StateRecord | null>,
  now: number,
): MergeOutput {
  const signals: Signal[] = [];
  const records = [...evidence].filter(([key, value]) => value !== null || state.view.get(key) !== undefined);
  const written: [string, StateRecord | null][] = records;
  for (const market of touched) {
    const { signals: derived, complete, home } = marketOf(state, market).derive(now);
    const alive = new Set(derived.map(({ draft }) => draft.signal_id));
    const gone = [...complete]
      .flatMap((bucket) => [...(state.issued.get(`${market}|${bucket}`) ?? [])])
      .filter((id) => !alive.has(id));
    for (const derivation of [...derived, ...gone.flatMap((id) => takenBack(state, market, id, home))]) {
      const next = restate(state, market, derivation);
      if (next === null) continue;
      signals.push({ ...derivation.draft, revision: next.revision });
      written.push([stateKey('signal', market, derivation.draft.signal_id), { type: 'signal', market, stated: next }]);
      issue(state, market, derivation.bucket, derivation.draft.signal_id);
    }
  }
  return { signals, state: written };
}

/** The next statement of a signal, or null when it would say nothing new. */
function restate(state: MergeState, market: string, { draft, anchor, bucket }: Derivation): Stated | null {
  const before = statedOf(state, market, draft.signal_id);
  const hash = hashOf(draft);
  if (before?.hash === hash) return null;
  return {
    revision: (before?.revision ?? 0) + 1,
    hash,
    bucket,
    anchor,
    retracted: draft.retracted,
    outline: outlineOf(draft),
  };
}

/** A signal whose evidence is gone or belongs to another one now. */
function takenBack(state: MergeState, market: string, id: string, home: ReadonlyMap<string, string>): Derivation[] {
  const before = statedOf(state, market, id);
  if (before === undefined) return [];
  const into = home.get(before.anchor);
  const related: Draft['related'] = into === undefined ? [] : [{ signal_id: into, relation: 'merged_into' }];
  return [
    {
      draft: { ...before.outline, related, mentions: 0, retracted: true },
      anchor: before.anchor,
      bucket: before.bucket,
    },
  ];
}

function statedOf(state: MergeState, market: string, id: string): Stated | undefined {
  const value = state.view.get(stateKey('signal', market, id));
  if (value === undefined) return undefined;
  const record = stateRecord.parse(value);
  return record.type === 'signal' ? record.stated : undefined;
}

function marketOf(state: MergeState, name: string): Market {
  const market = state.markets.get(name) ?? new Market();
  state.markets.set(name, market);
  return market;
}

function issue(state: MergeState, market: string, bucket: string, id: string): void {
  const key = `${market}|${bucket}`;
  state.issued.set(key, (state.issued.get(key) ?? new Set()).add(id));
}
