import { dayOf } from '../../infra/contracts/partial-date.ts';
import type { Signal } from '../../infra/contracts/signal.ts';
import type { Cluster } from './cluster.ts';
import { type Confirmation, confirmationWindow, effectiveSpan } from './confirmation.ts';

const DAY = 86_400_000;

/** Pages are looked at daily, and their dates are of many time zones: a change is late after two days, */
const GRACE_DAYS = 2;
/** and after a month of silence nobody waits for it any more. */
const GIVE_UP_DAYS = 30;

export interface Lifecycle {
  readonly state: NonNullable<Signal['state']>;
  /** When the state came about by the clock alone, epoch milliseconds. */
  readonly since: number | null;
  /** When the clock alone will change it, epoch milliseconds. */
  readonly next: number | null;
}

/** Where an announced price change stands at `now` (epoch milliseconds); `isPutOff`: another date was announced since. */
export function lifecycleOf(cluster: Cluster, confirmation: Confirmation, now: number, isPutOff = false): Lifecycle {
  const cancellation = cluster.cancelledBy.at(-1);
  const lastMove = confirmation.changes.at(-1);
  // Prices that moved after the cancellation outweigh it.
  if (cancellation !== undefined && (lastMove === undefined || dayOf(lastMove.observed_at) <= cancellation.said)) {
    return { state: 'retracted', since: null, next: null };
  }
  if (confirmation.verdict !== null) return { state: confirmation.verdict, since: null, next: null };
  if (isPutOff) return { state: 'retracted', since: null, next: null };
  const { announced } = confirmationWindow(cluster);
  const overdue = (announced.end + 1 + GRACE_DAYS) * DAY;
  const givenUp = (announced.end + 1 + GIVE_UP_DAYS) * DAY;
  // Without a date nothing is late; it is only, in the end, not borne out.
  const canBeLate = effectiveSpan(cluster) !== null;
  if (now >= givenUp) return { state: 'unconfirmed', since: givenUp, next: null };
  if (canBeLate && now >= overdue) return { state: 'overdue', since: overdue, next: givenUp };
  return { state: 'announced', since: null, next: canBeLate ? overdue : givenUp };
}
