import type { Alert } from '../../infra/contracts/alert.ts';
import type { DeadLetter } from '../../infra/contracts/dead-letter.ts';
import { deadLetterOf } from '../../infra/log/dead-letter.ts';
import { messageRecords } from './alert-record.ts';
import type { Attempt } from './sender.ts';
import { messageKey, type Outgoing, type StateWrite } from './state.ts';

export interface Settled {
  readonly writes: readonly StateWrite[];
  readonly alerts: readonly Alert[];
  readonly letter: DeadLetter | null;
}

/** What an attempt makes of a message: acknowledged, tried again later, or given up and laid aside for people to look at. */
export function settle(before: Outgoing, attempt: Attempt, partition: number, now: number): Settled {
  const key = messageKey(before.message.message_id);
  if (attempt.outcome === 'untried') return { writes: [], alerts: [], letter: null };
  const tried = { ...before, attempts: before.attempts + 1, updated_at: now };
  if (attempt.outcome === 'sent') {
    const outgoing: Outgoing = { ...tried, status: 'sent', error: null };
    return {
      writes: [[key, { type: 'message', outgoing }]],
      alerts: messageRecords(outgoing, 'sent'),
      letter: null,
    };
  }
  if (attempt.outcome === 'later') {
    const outgoing: Outgoing = { ...tried, next_at: attempt.at, error: attempt.error };
    return {
      writes: [[key, { type: 'message', outgoing }]],
      alerts: messageRecords(outgoing, 'retrying'),
      letter: null,
    };
  }
  const outgoing: Outgoing = { ...tried, status: 'failed', error: attempt.error };
  return {
    writes: [[key, { type: 'message', outgoing }]],
    alerts: messageRecords(outgoing, 'failed'),
    letter: undelivered(before, attempt.error, tried.attempts, partition),
  };
}

/** Retried, the letter puts the message back on its way: its bytes are the state record as it was before the first try. */
function undelivered(before: Outgoing, error: string, attempts: number, partition: number): DeadLetter {
  const again: Outgoing = { ...before, attempts: 0, next_at: before.message.created_at };
  const letter = deadLetterOf({
    stage: 'alerts',
    topic: 'alert_state',
    partition,
    // The message's own place: one letter per message, however often it fails.
    offset: Number.parseInt(before.message.message_id.slice(0, 12), 16),
    key: messageKey(before.message.message_id),
    bytes: Buffer.from(JSON.stringify({ type: 'message', outgoing: again })),
    error: new Error(`${before.channel}: ${error}`),
    attempts,
  });
  return letter;
}
