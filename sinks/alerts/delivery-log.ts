import type { EventLog } from '../../infra/log/port.ts';
import { messageRecords } from './alert-record.ts';
import type { Settled } from './settle.ts';
import { alertState, type Outgoing } from './state.ts';
import type { TakenIn } from './take-in.ts';

/** Older outcomes are on the delivery log for certain. */
const AGAIN_MS = 15 * 60_000;

/**
 * Writes down what was decided or what came of an attempt. The state counts: what is in it is done. The letter goes before it, so that
 * nothing is given up unseen; the delivery log after it, see `logAgain`.
 */
export async function writeDown(log: EventLog, partition: number, result: TakenIn | Settled): Promise<void> {
  const letters = 'letter' in result && result.letter !== null ? [result.letter] : [];
  if (letters.length > 0)
    await log.append(
      'dead_letters',
      letters.map((value) => ({ key: value.stage, value })),
    );
  if (result.writes.length > 0)
    await log.append(
      'alert_state',
      result.writes.map(([key, value]) => ({ key, value, partition })),
    );
  if (result.alerts.length > 0)
    await log.append(
      'alerts',
      result.alerts.map((value) => ({ key: value.alert_id, value })),
    );
}

/** A crash between state and delivery log leaves a line out: the latest are written again, under their ids. */
export async function logAgain(log: EventLog, messages: readonly Outgoing[], now: number): Promise<void> {
  const alerts = messages
    .filter(({ updated_at }) => now - updated_at < AGAIN_MS)
    .flatMap((outgoing) => (outgoing.status === 'pending' ? [] : messageRecords(outgoing, outgoing.status)));
  if (alerts.length > 0)
    await log.append(
      'alerts',
      alerts.map((value) => ({ key: value.alert_id, value })),
    );
}

/** The messages among a partition's state. */
export function messagesOf(entries: Iterable<[string, unknown]>): Outgoing[] {
  return [...entries].flatMap(([, value]) => {
    const state = alertState.parse(value);
    return state.type === 'message' ? [state.outgoing] : [];
  });
}
