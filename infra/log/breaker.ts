export interface BreakerOptions {
  /** Default 20. */
  readonly limit?: number;
  /** Default 100. */
  readonly window?: number;
}

/** Counts how many of a partition's last `window` records were dead-lettered; open from `limit` on, and it stays open. */
export class Breaker {
  readonly #limit: number;
  readonly #window: number;
  /** One entry a record, newest last; true where it was dead-lettered. */
  readonly #recent: boolean[] = [];
  #bad = 0;

  constructor({ limit = 20, window = 100 }: BreakerOptions = {}) {
    this.#limit = limit;
    this.#window = window;
  }

  record(deadLettered: boolean): void {
    this.#recent.push(deadLettered);
    if (deadLettered) this.#bad++;
    if (this.#recent.length > this.#window && this.#recent.shift() === true) this.#bad--;
  }

  get open(): boolean {
    return this.#bad >= this.#limit;
  }

  describe(): string {
    return `${this.#bad} of its last ${this.#recent.length} records went to dead_letters`;
  }
}
