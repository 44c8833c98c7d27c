import { isExpelled, isRebalance } from './errors.ts';

/** All in milliseconds. */
interface LeaseTimes {
  readonly session: number;
  readonly heartbeat: number;
  readonly rebalance: number;
}

/**
 * Whether this member still owns its partitions, judged without asking, and never later than the coordinator judges: heartbeats renew
 * it; a rebalance ends it when the coordinator stops waiting; a process that slept through its session finds it expired when it wakes.
 */
export class Lease {
  readonly #times: LeaseTimes;
  /** Aborted when the partitions are about to be shared out anew. */
  readonly ending = new AbortController();
  /** When the group was last known to be settled, with this member in it. */
  #settledAt = Date.now();
  #heardAt = Date.now();
  #deadline = Number.POSITIVE_INFINITY;
  #cause: unknown = null;

  constructor(times: LeaseTimes) {
    this.#times = times;
  }

  get lost(): boolean {
    // The coordinator counts from when it got the heartbeat, which was before its answer came.
    const { session, heartbeat } = this.#times;
    return Date.now() > Math.min(this.#heardAt + session - heartbeat, this.#deadline);
  }

  /** What kafkajs has to be told so that it joins again; null while all is well. */
  get cause(): unknown {
    return this.#cause;
  }

  renew(): void {
    this.#heardAt = Date.now();
    this.#settledAt = this.#heardAt;
  }

  /** Takes in what a heartbeat or commit answered. Other failures only let time pass. */
  failed(error: unknown): void {
    if (isExpelled(error)) this.#end(error, 0);
    else if (isRebalance(error)) {
      this.#heardAt = Date.now();
      // It began after the last heartbeat that found the group settled, perhaps right after.
      this.#end(error, this.#settledAt + this.#times.rebalance);
    }
  }

  /** The generation is over and its partitions are with their new owners. */
  revoke(): void {
    this.#end(this.#cause, 0);
  }

  #end(cause: unknown, deadline: number): void {
    this.#cause ??= cause;
    this.#deadline = Math.min(this.#deadline, deadline);
    this.ending.abort(new Error('the partitions of the group are shared out anew'));
  }
}
