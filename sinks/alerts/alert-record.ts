import type { Alert } from '../../infra/contracts/alert.ts';
import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import { plainEntry } from './channels/plain-text.ts';
import type { Item, Outgoing } from './state.ts';

type Status = Alert['status'];

/** The delivery log's line about an alert that is not in a message yet. `now` in epoch milliseconds. */
export function alertRecord(item: Item, status: Status, now: number, about: { readonly error?: string } = {}): Alert {
  return {
    version: CONTRACT_VERSION,
    alert_id: item.alert_id,
    rule: item.rule,
    channel: item.channel,
    signal_ids: item.entry.signal_id === null ? [] : [item.entry.signal_id],
    status,
    message_id: null,
    attempts: 0,
    title: item.entry.headline,
    text: plainEntry(item.entry, 'en'),
    error: about.error ?? null,
    created_at: new Date(item.decided_at).toISOString(),
    updated_at: new Date(now).toISOString(),
  };
}

/** The delivery log's lines about a message: one per alert in it. */
export function messageRecords(outgoing: Outgoing, status: Status): Alert[] {
  const { message, channel, attempts, error, updated_at } = outgoing;
  return message.entries.map((entry) => ({
    version: CONTRACT_VERSION,
    alert_id: entry.alert_id ?? message.message_id,
    rule: message.rule,
    channel,
    signal_ids: entry.signal_id === null ? [] : [entry.signal_id],
    status,
    message_id: message.message_id,
    attempts,
    title: entry.headline,
    text: plainEntry(entry, 'en'),
    error,
    created_at: new Date(message.created_at).toISOString(),
    updated_at: new Date(updated_at).toISOString(),
  }));
}
