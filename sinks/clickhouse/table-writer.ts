import { failureKind } from '../../infra/clickhouse/errors.ts';
import { toError } from '../../infra/log/errors.ts';
import type { Chunk } from './chunk.ts';

/** An insert of so many rows costs what its rows cost: it waits for nobody, and two may run at a time. */
const FULL_ROWS = 10_000;
const FULL_AT_A_TIME = 2;
/** What one insert may hold: not everything there is, so that some partitions make the next batch ready while others are stored. */
const MAX_ROWS = 50_000;
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
 * Inserts into one table, small inserts one at a time: whatever comes while one runs, from whichever partition, goes with the next. The
 * busier the engine the larger the inserts, so that small ones never pile up.
 */
export class TableWriter {
  readonly #insert: (chunks: readonly Chunk[]) => Promise<void>;
  #waiting: Waiting[] = [];
  #running = 0;
  #restUntil = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(insert: (chunks: readonly Chunk[]) => Promise<void>) {
    this.#insert = insert;
  }

  /** Resolves when the chunk is stored; rejects with the engine's word on it. */
  write(chunk: Chunk): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ chunk, resolve, reject });
      this.#pump();
    });
  }

  /** Starts what may start now. */
  #pump(): void {
    clearTimeout(this.#timer);
    while (this.#waiting.length > 0) {
      const full = rowsIn(this.#waiting) >= FULL_ROWS;
      if (this.#running >= (full ? FULL_AT_A_TIME : 1)) return;
      const rest = full ? 0 : this.#restUntil - performance.now();
      if (rest > 0) {
        this.#timer = setTimeout(() => this.#pump(), rest);
        return;
      }
      void this.#run(this.#take());
    }
  }

  async #run(group: readonly Waiting[]): Promise<void> {
    this.#running++;
    const started = performance.now();
    await this.#store(group);
    const ended = performance.now();
    const rest = rowsIn(group) < FULL_ROWS ? Math.min(REST_TIMES * (ended - started), REST_MS) : 0;
    this.#restUntil = ended + rest;
    this.#running--;
    this.#pump();
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
}

const rowsIn = (group: readonly Waiting[]): number => group.reduce((rows, { chunk }) => rows + chunk.rows, 0);
