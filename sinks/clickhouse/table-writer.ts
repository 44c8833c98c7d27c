import { failureKind } from '../../infra/clickhouse/errors.ts';
import { toError } from '../../infra/log/errors.ts';
import type { Chunk } from './chunk.ts';

/** An insert of so many rows costs what its rows cost: it waits for nobody. */
const FULL_ROWS = 10_000;
/** What one insert may hold: it is one block, in memory here and in the engine. */
const MAX_ROWS = 100_000;
const MAX_BYTES = 32 << 20;
/** A smaller one costs mostly itself. After it the table rests so many times as long as it took, but never longer than REST_MS. */
const REST_TIMES = 2;
const REST_MS = 500;

interface Waiting {
  readonly chunk: Chunk;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Inserts into one table, one insert at a time: whatever comes while one runs, from whichever partition, goes with the next. The busier
 * the engine the larger the inserts, so that small ones never pile up.
 */
export class TableWriter {
  readonly #insert: (chunks: readonly Chunk[]) => Promise<void>;
  #waiting: Waiting[] = [];
  #running = false;
  #restUntil = 0;
  /** Ends the rest early. */
  #wake: (() => void) | null = null;

  constructor(insert: (chunks: readonly Chunk[]) => Promise<void>) {
    this.#insert = insert;
  }

  /** Resolves when the chunk is stored; rejects with the engine's word on it. */
  write(chunk: Chunk): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ chunk, resolve, reject });
      if (this.#full()) this.#wake?.();
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      await this.#rest();
      const started = performance.now();
      await this.#store(this.#take());
      const ended = performance.now();
      this.#restUntil = ended + Math.min(REST_TIMES * (ended - started), REST_MS);
    }
    this.#running = false;
  }

  /** What the engine refuses for the data's sake is tried chunk by chunk: only the batch at fault hears of it. */
  async #store(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#insert(group.map(({ chunk }) => chunk));
      for (const { resolve } of group) resolve();
    } catch (thrown) {
      if (group.length > 1 && failureKind(thrown) === 'split') {
        for (const one of group) await this.#store([one]);
      } else {
        for (const { reject } of group) reject(toError(thrown));
      }
    }
  }

  /** The longest waiting chunk, and what fits with it. */
  #take(): Waiting[] {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    let [rows, bytes, columns] = [0, 0, ''];
    for (const one of this.#waiting) {
      const { chunk } = one;
      const alike = taken.length === 0 || columns === chunk.columns.join();
      const fits = taken.length === 0 || (rows + chunk.rows <= MAX_ROWS && bytes + chunk.lines.length <= MAX_BYTES);
      if (alike && fits) {
        taken.push(one);
        rows += chunk.rows;
        bytes += chunk.lines.length;
        columns = chunk.columns.join();
      } else {
        left.push(one);
      }
    }
    this.#waiting = left;
    return taken;
  }

  async #rest(): Promise<void> {
    const left = this.#restUntil - performance.now();
    if (left <= 0 || this.#full()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, left);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }

  #full(): boolean {
    return this.#waiting.reduce((rows, { chunk }) => rows + chunk.rows, 0) >= FULL_ROWS;
  }
}
