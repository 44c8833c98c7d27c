import type { Alert } from '../../infra/contracts/alert.ts';
import type { FetchAttempt } from '../../infra/contracts/fetch.ts';
import { stableId } from '../../infra/contracts/ids.ts';
import { signalKey } from '../../infra/contracts/market.ts';
import type { Signal } from '../../infra/contracts/signal.ts';
import { alertRecord } from './alert-record.ts';
import type { Book } from './book.ts';
import { decide } from './decide.ts';
import { type Entry, entryOf } from './entry.ts';
import { isSignalRule, type Rule } from './rule.ts';
import { concerns, observeFetch, observeSilence, type SourceEvent, type SourceMemory } from './source-health.ts';
import { type Item, itemKey, memoryKey, type StateWrite, sourceKey } from './state.ts';

/** What came of new records: written before their offsets are committed. */
export interface TakenIn {
  readonly writes: readonly StateWrite[];
  readonly alerts: readonly Alert[];
}

/** Decides what each rule tells about a signal. Items and memories are written together, so that a repeat decides nothing twice. */
export function takeInSignal(rules: readonly Rule[], signal: Signal, book: Book, now: number): TakenIn {
  const writes: StateWrite[] = [];
  const alerts: Alert[] = [];
  for (const rule of rules) {
    if (!isSignalRule(rule)) continue;
    const decision = decide(rule, signal, book, now);
    if (decision.outcome === 'none') continue;
    writes.push([memoryKey(rule.name, signal.signal_id), { type: 'memory', memory: decision.memory }]);
    const isSuspect = decision.outcome === 'hold';
    if (decision.outcome === 'suppress') continue;
    const entry = entryOf(signal, decision.outcome === 'tell' ? decision.reason : 'new');
    const key = `${signal.signal_id}@${signal.revision}`;
    for (const made of itemsOf(rule, key, entry, groupOf(rule, signal), now)) {
      if (isSuspect)
        alerts.push(
          alertRecord(made, 'held', now, { error: signal.suspect_reason ?? 'suspect until a second look agrees' }),
        );
      else writes.push([itemKey(made.alert_id), { type: 'item', item: made }]);
    }
  }
  return { writes, alerts };
}

/** What source rules make of an attempt to fetch. */
export function takeInFetch(rules: readonly Rule[], attempt: FetchAttempt, book: Book, now: number): TakenIn {
  const writes: StateWrite[] = [];
  for (const rule of rules) {
    if (isSignalRule(rule) || !concerns(rule, attempt.source_id)) continue;
    const before = book.source(rule.name, attempt.source_id);
    const { memory, events } = observeFetch(rule, before, attempt);
    if (memory !== before) writes.push(...sourceWrites(rule, memory, events, now));
  }
  return { writes, alerts: [] };
}

/** What source rules make of the time that has passed. */
export function takeInClock(rules: readonly Rule[], book: Book, now: number): TakenIn {
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const writes: StateWrite[] = [];
  for (const before of book.sources) {
    const rule = byName.get(before.rule);
    if (rule === undefined || isSignalRule(rule)) continue;
    const { memory, events } = observeSilence(rule, before, now);
    if (memory !== before) writes.push(...sourceWrites(rule, memory, events, now));
  }
  return { writes, alerts: [] };
}

function sourceWrites(rule: Rule, memory: SourceMemory, events: readonly SourceEvent[], now: number): StateWrite[] {
  const items = events.flatMap(({ key, entry }) =>
    itemsOf(rule, key, entry, rule.group_by === 'rule' ? '' : memory.source_id, now),
  );
  return [
    [sourceKey(rule.name, memory.source_id), { type: 'source', memory }],
    ...items.map((made): StateWrite => [itemKey(made.alert_id), { type: 'item', item: made }]),
  ];
}

/** One per channel; the id is stable per rule, signal revision (or source event) and channel. */
function itemsOf(rule: Rule, key: string, entry: Entry, group: string, now: number): Item[] {
  return rule.channels.map((channel) => {
    const alert_id = stableId('alert', rule.name, key, channel);
    return {
      alert_id,
      rule: rule.name,
      channel,
      group,
      entry: { ...entry, alert_id },
      decided_at: now,
      due_at: now + rule.group_wait,
      digest: false,
    };
  });
}

function groupOf(rule: Rule, signal: Signal): string {
  if (rule.group_by === 'rule') return '';
  return rule.group_by === 'signal' ? signal.signal_id : signalKey(signal);
}
