import type { Announcement } from '../../infra/contracts/announcement.ts';
import { announcementKey, priceChangeKey } from '../../infra/contracts/market.ts';
import type { PriceChange } from '../../infra/contracts/price-change.ts';
import type { Signal } from '../../infra/contracts/signal.ts';
import type { Draft } from './announced-signal.ts';
import { type Derivation, Market } from './market.ts';
import { hashOf, LAST_KEY, outlineOf, type Stated, type StateRecord, stateKey, stateRecord } from './state.ts';

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

/** What to append: the state first, then the signals. What a crash keeps from being said is said by `resume`. */
export interface MergeOutput {
  readonly signals: readonly Signal[];
  /** Key and value on `merge_state`, to be written in one piece; null deletes. */
  readonly state: readonly (readonly [string, StateRecord | null])[];
}

/** Builds the markets from their durable state. */
export function loadMerge(view: StateView): MergeState {
  const state: MergeState = { view, markets: new Map(), issued: new Map() };
  for (const [, value] of view.entries()) {
    const record = stateRecord.parse(value);
    if (record.type === 'claim') marketOf(state, record.market).announce(record.announcement);
    else if (record.type === 'group') marketOf(state, record.market).restore(record.group);
    else if (record.type === 'signal')
      issue(state, record.market, record.stated.bucket, record.stated.outline.signal_id);
  }
  return state;
}

/** To be said before anything else after a load: the signals of the last write once more, and what the clock has changed since. */
export function resume(state: MergeState, now: number): MergeOutput {
  const last = stateRecord.optional().parse(state.view.get(LAST_KEY));
  const keys = new Set(last?.type === 'last' ? last.keys : []);
  const again: Signal[] = [];
  const output = settle(state, state.markets.keys(), new Map(), now, (key, draft, before) => {
    if (keys.has(key)) again.push({ ...draft, revision: before.revision });
  });
  return { ...output, signals: [...again, ...output.signals] };
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
  onUnchanged: (key: string, draft: Draft, before: Stated) => void = () => undefined,
): MergeOutput {
  const signals: Signal[] = [];
  const written = new Map([...evidence].filter(([key, value]) => value !== null || state.view.get(key) !== undefined));
  const said: string[] = [];
  for (const market of touched) {
    for (const derivation of derivationsOf(state, market, now)) {
      const { draft, anchor, bucket } = derivation;
      const key = stateKey('signal', market, draft.signal_id);
      const before = statedOf(state, key);
      const hash = hashOf(draft);
      issue(state, market, bucket, draft.signal_id);
      if (before?.hash === hash) {
        onUnchanged(key, draft, before);
        continue;
      }
      const revision = (before?.revision ?? 0) + 1;
      signals.push({ ...draft, revision });
      const stated = { revision, hash, bucket, anchor, retracted: draft.retracted, outline: outlineOf(draft) };
      written.set(key, { type: 'signal', market, stated });
      said.push(key);
    }
  }
  if (said.length > 0) written.set(LAST_KEY, { type: 'last', market: '', keys: said });
  return { signals, state: [...written] };
}

/** The market's signals as its evidence has them, and those it has no more. */
function derivationsOf(state: MergeState, market: string, now: number): Derivation[] {
  const { signals, complete, home, unchanged } = marketOf(state, market).derive(now);
  const alive = new Set([...signals.map(({ draft }) => draft.signal_id), ...unchanged]);
  const gone = [...complete]
    .flatMap((bucket) => [...(state.issued.get(`${market}|${bucket}`) ?? [])])
    .filter((id) => !alive.has(id));
  return [...signals, ...gone.flatMap((id) => takenBack(state, market, id, home))];
}

/** A signal whose evidence is gone or belongs to another one now. */
function takenBack(state: MergeState, market: string, id: string, home: ReadonlyMap<string, string>): Derivation[] {
  const before = statedOf(state, stateKey('signal', market, id));
  if (before === undefined) return [];
  const into = home.get(before.anchor);
  const related: Draft['related'] = into === undefined ? [] : [{ signal_id: into, relation: 'merged_into' }];
  const draft = { ...before.outline, related, mentions: 0, retracted: true };
  return [{ draft, anchor: before.anchor, bucket: before.bucket }];
}

function statedOf(state: MergeState, key: string): Stated | undefined {
  const value = state.view.get(key);
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
