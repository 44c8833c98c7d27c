import type { DatabaseSync } from 'node:sqlite';

/** How often another process's appends are looked for: a pragma of some microseconds. */
const POLL_MS = 20;

/** Wakes sleeping readers: at once after an append of this process, within POLL_MS after one of another process. */
export class Wakeup {
  readonly #waiting = new Map<number, Set<() => void>>();
  readonly #onForeignWrite: () => void;
  readonly #dataVersion: () => unknown;
  #seen: unknown;
  #timer: NodeJS.Timeout | null = null;
  #watchers = 0;
  /** Epoch milliseconds of the last look: while somebody watches, it never grows old unless the event loop stands still. */
  lastLook = Date.now();

  constructor(db: DatabaseSync, onForeignWrite: () => void) {
    const pragma = db.prepare('PRAGMA data_version');
    this.#dataVersion = () => pragma.get()?.['data_version'];
    this.#seen = this.#dataVersion();
    this.#onForeignWrite = onForeignWrite;
  }

  notify(partitionIds: ReadonlySet<number>): void {
    for (const id of partitionIds) this.#wake(id);
  }

  /** Resolves at the partition's next append, or when aborted. */
  wait(partitionId: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleepers = this.#waiting.get(partitionId) ?? new Set();
      const wake = () => {
        sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      sleepers.add(wake);
      this.#waiting.set(partitionId, sleepers);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  /** Looks for other processes' appends (and keeps this process alive) until the returned function is called. */
  watch(): () => void {
    this.#watchers++;
    this.lastLook = Date.now();
    this.#timer ??= setInterval(() => this.#poll(), POLL_MS);
    return () => {
      if (--this.#watchers === 0 && this.#timer !== null) {
        clearInterval(this.#timer);
        this.#timer = null;
      }
    };
  }

  #poll(): void {
    this.lastLook = Date.now();
    const version = this.#dataVersion();
    if (version === this.#seen) return;
    this.#seen = version;
    this.#onForeignWrite();
    for (const id of this.#waiting.keys()) this.#wake(id);
  }

  #wake(partitionId: number): void {
    for (const wake of [...(this.#waiting.get(partitionId) ?? [])]) wake();
  }
}
