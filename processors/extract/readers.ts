import { availableParallelism } from 'node:os';
import { bulkhead } from 'cockatiel';
import { Tinypool } from 'tinypool';
import type { Document } from '../../infra/contracts/document.ts';
import type { Extraction } from './extract.ts';

/** Longer than the largest page takes on a busy machine; what takes longer would never end. */
const PATIENCE_MS = 30_000;

/** This document takes too long to read: trying again will not help. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

export interface Readers {
  /** `extract` in a thread of its own. Rejects with `Unreadable` where it does not end; the thread is then replaced. */
  extract(source: Document): Promise<Extraction>;
  stop(): Promise<void>;
}

/**
 * Threads that read documents, so that neither many nor one that does not end hold up the heartbeats, requests and roles of the process.
 * @param threads default: all cores but the one this process needs itself
 */
export function startReaders({
  threads = Math.max(1, availableParallelism() - 1),
  patienceMs = PATIENCE_MS,
  filename = new URL('./thread.ts', import.meta.url).href,
}: {
  readonly threads?: number;
  readonly patienceMs?: number;
  readonly filename?: string;
} = {}): Readers {
  const pool = new Tinypool({ filename, minThreads: 1, maxThreads: threads, idleTimeout: 60_000 });
  // A document waits here and not in the pool: its time counts from when a thread takes it.
  const places = bulkhead(threads, Number.POSITIVE_INFINITY);
  return {
    extract: (source) =>
      places.execute(async () => {
        const signal = AbortSignal.timeout(patienceMs);
        try {
          const found: Extraction = await pool.run(source, { signal });
          return found;
        } catch (thrown) {
          if (!signal.aborted) throw thrown;
          throw new Unreadable(
            `${source.url} could not be read within ${patienceMs / 1000} s and is set aside; please report the page`,
          );
        }
      }),
    stop: () => pool.destroy(),
  };
}
