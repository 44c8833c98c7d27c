import { failureKind } from '../../infra/clickhouse/errors.ts';
import { toError } from '../../infra/log/errors.ts';
import type { Chunk } from './chunk.ts';

/** An insert of so many rows or bytes costs what they cost: it waits for nobody, and two may run at a time. */
const FULL_ROWS = 10_000;
const FULL_BYTES = 4 << 20;
const FULL_AT_A_TIME = 2;
/** What one insert may hold: not everything there is, so that some partitions make the next batch ready while others are stored. */
const MAX_ROWS = 50_000;
const MAX_BYTES = 32 << 20;
/** A smaller one costs mostly itself. After it the table rests so many times as long as it took, but never longer than REST_MS. */
const REST_TIMES = 0.5;
const REST_MS = 250;

/** Runs the work when its turn has come, and ends with it. */
export type Turns = (work: () => Promise<void>) => Promise<void>;

interface Waiting {
  readonly chunk: Chunk;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Inserts into one table, small inserts one at a time: whatever comes while one runs, from whichever partition, goes with the next. The
 * busier the engine the larger the inserts, so that small ones never pile up. Tables that share `turns` take them for small inserts:
 * side by side they would only make each other slower, and with them whoever reads pages on the same cores.
 */
export class TableWriter {
  readonly #insert: (chunks: readonly Chunk[]) => Promise<void>;
  readonly #turns: Turns;
  #waiting: Waiting[] = [];
  #running = 0;
  #restUntil = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(insert: (chunks: readonly Chunk[]) => Promise<void>, turns: Turns = (work) => work()) {
    this.#insert = insert;
    this.#turns = turns;
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
      const full = isFull(this.#waiting);
      if (this.#running >= (full ? FULL_AT_A_TIME : 1)) return;
      const rest = full ? 0 : this.#restUntil - performance.now();
      if (rest > 0) {
        this.#timer = setTimeout(() => this.#pump(), rest);
        return;
      }
      void this.#run(full);
    }
  }

  async #run(full: boolean): Promise<void> {
    this.#running++;
    if (full) await this.#insertNext();
    else await this.#turns(() => this.#insertNext());
    this.#running--;
    this.#pump();
  }

  /** Takes what waits when it begins: more than when the turn was asked for, or nothing where a full insert was faster. */
  async #insertNext(): Promise<void> {
    const group = this.#take();
    if (group.length === 0) return;
    const started = performance.now();
    await this.#store(group);
    const ended = performance.now();
    this.#restUntil = ended + (isFull(group) ? 0 : Math.min(REST_TIMES * (ended - started), REST_MS));
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

function isFull(group: readonly Waiting[]): boolean {
  let [rows, bytes] = [0, 0];
  for (const { chunk } of group) {
    rows += chunk.rows;
    bytes += chunk.lines.length;
  }
  return rows >= FULL_ROWS || bytes >= FULL_BYTES;
}
