import type { Alert } from '../../infra/contracts/alert.ts';
import { stableId } from '../../infra/contracts/ids.ts';
import { alertRecord } from './alert-record.ts';
import { quietUntil } from './quiet-hours.ts';
import type { Rule } from './rule.ts';
import type { SendLedger } from './send-ledger.ts';
import { type Item, itemKey, messageKey, type Outgoing, type StateWrite } from './state.ts';
import type { TakenIn } from './take-in.ts';

/** More than anybody reads in one message; the rest is counted. */
const MOST_ENTRIES = 50;

/**
 * Puts what is due into messages: one per rule, channel and group. Quiet hours and limits put items off, and what was put off goes
 * out as one digest. The message is written before it is sent, in the same append that removes its items.
 */
export function bundle(rules: readonly Rule[], items: Iterable<Item>, ledger: SendLedger, now: number): TakenIn {
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const writes: StateWrite[] = [];
  const alerts: Alert[] = [];
  for (const group of groupsDue(items, now)) {
    const [first] = group;
    if (first === undefined) continue;
    const rule = byName.get(first.rule);
    if (rule === undefined || !rule.channels.includes(first.channel)) {
      writes.push(...group.map(({ alert_id }): StateWrite => [itemKey(alert_id), null]));
      alerts.push(...group.map((item) => alertRecord(item, 'suppressed', now, { error: 'the rule is gone' })));
      continue;
    }
    const wait = putOff(rule, first.channel, ledger, now);
    if (wait !== null) {
      writes.push(
        ...group.map(
          (item): StateWrite => [
            itemKey(item.alert_id),
            { type: 'item', item: { ...item, due_at: wait.until, digest: true } },
          ],
        ),
      );
      const fresh = group.filter((item) => !item.digest);
      alerts.push(...fresh.map((item) => alertRecord(item, wait.status, now)));
      continue;
    }
    const outgoing = toMessage(group, now);
    ledger.add(outgoing);
    writes.push([messageKey(outgoing.message.message_id), { type: 'message', outgoing }]);
    writes.push(...group.map(({ alert_id }): StateWrite => [itemKey(alert_id), null]));
  }
  return { writes, alerts };
}

/** When the earliest waiting item is due, epoch milliseconds. */
export function nextDue(items: Iterable<Item>): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { due_at } of items) next = Math.min(next, due_at);
  return next;
}

/** A group is due with its first item, and takes along what has come since. */
function groupsDue(items: Iterable<Item>, now: number): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify([item.rule, item.channel, item.digest ? null : item.group]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].filter((group) => nextDue(group) <= now);
}

function putOff(
  rule: Rule,
  channel: string,
  ledger: SendLedger,
  now: number,
): { until: number; status: 'held' | 'digested' } | null {
  const quiet = rule.quiet_hours === undefined ? null : quietUntil(rule.quiet_hours, now);
  if (quiet !== null) return { until: quiet, status: 'held' };
  const free = rule.limit === undefined ? null : ledger.freeAt(rule.name, channel, rule.limit, now);
  return free === null ? null : { until: free, status: 'digested' };
}

function toMessage(group: readonly Item[], now: number): Outgoing {
  const items = [...group].sort(byInterest);
  const [first] = items;
  if (first === undefined) throw new Error('a message has at least one item');
  const message_id =
    items.length === 1 ? first.alert_id : stableId('message', ...items.map(({ alert_id }) => alert_id).sort());
  return {
    message: {
      message_id,
      rule: first.rule,
      digest: first.digest,
      created_at: now,
      entries: items.slice(0, MOST_ENTRIES).map(({ entry }) => entry),
      more: Math.max(0, items.length - MOST_ENTRIES),
    },
    channel: first.channel,
    status: 'pending',
    attempts: 0,
    next_at: now,
    error: null,
    updated_at: now,
  };
}

/** Earliest first; of what came together, the largest move first. */
function byInterest(a: Item, b: Item): number {
  return a.decided_at - b.decided_at || largestMove(b) - largestMove(a) || (nameOf(a) < nameOf(b) ? -1 : 1);
}

function largestMove({ entry }: Item): number {
  return Math.max(0, ...entry.changes.map(({ pct }) => Math.abs(pct ?? 0)));
}

function nameOf({ entry, alert_id }: Item): string {
  return entry.signal_id ?? alert_id;
}
