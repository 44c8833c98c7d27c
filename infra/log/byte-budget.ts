interface Waiter {
  readonly bytes: number;
  readonly grant: () => void;
}

/** Bytes that running work may hold at once. Whoever wants more waits its turn; more than the whole budget is let in alone. */
export class ByteBudget {
  readonly #limit: number;
  readonly #waiting: Waiter[] = [];
  #held = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get held(): number {
    return this.#held;
  }

  /** Resolves once the bytes fit. Rejects with the signal's reason when it is aborted first. Pair it with `release`. */
  async acquire(bytes: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#waiting.length === 0 && this.#fits(bytes)) {
      this.#held += bytes;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(signal.reason);
        this.#next();
      };
      const grant = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const waiter: Waiter = { bytes, grant };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(waiter);
    });
  }

  release(bytes: number): void {
    this.#held -= bytes;
    this.#next();
  }

  #fits(bytes: number): boolean {
    return this.#held === 0 || this.#held + bytes <= this.#limit;
  }

  #next(): void {
    for (let first = this.#waiting[0]; first !== undefined && this.#fits(first.bytes); first = this.#waiting[0]) {
      this.#waiting.shift();
      this.#held += first.bytes;
      first.grant();
    }
  }
}
