import { isExpelled, isRebalance } from './errors.ts';

/**
 * Whether this member still owns its partitions, judged without asking: heartbeats renew it; a rebalance gives it until the coordinator
 * stops waiting; a process that slept through its session finds it expired when it wakes.
 */
export class Lease {
  readonly #sessionMs: number;
  readonly #rebalanceMs: number;
  /** Aborted when the partitions are about to be shared out anew. */
  readonly ending = new AbortController();
  #renewed = Date.now();
  #deadline = Number.POSITIVE_INFINITY;
  #cause: unknown = null;

  constructor(sessionMs: number, rebalanceMs: number) {
    this.#sessionMs = sessionMs;
    this.#rebalanceMs = rebalanceMs;
  }

  get lost(): boolean {
    return Date.now() > Math.min(this.#renewed + this.#sessionMs, this.#deadline);
  }

  /** What kafkajs has to be told so that it joins again; null while all is well. */
  get cause(): unknown {
    return this.#cause;
  }

  renew(): void {
    this.#renewed = Date.now();
  }

  /** Takes in what a heartbeat or commit answered. Other failures only let time pass. */
  failed(error: unknown): void {
    if (isExpelled(error)) this.#end(error, 0);
    else if (isRebalance(error)) {
      this.renew();
      this.#end(error, Date.now() + this.#rebalanceMs);
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
