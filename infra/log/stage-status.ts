import type { DeadLetter } from '../contracts/dead-letter.ts';
import type { TopicName } from '../contracts/topics.ts';

export interface BatchReport {
  readonly stage: string;
  readonly topic: TopicName;
  readonly partition: number;
  readonly records: number;
  readonly bytes: number;
  readonly outputs: number;
  readonly seconds: number;
}

/** What a stage is doing, as plain data for health and metrics. Counters run from the start of the process. */
export interface StageStatus {
  readonly name: string;
  readonly group: string;
  readonly topics: readonly TopicName[];
  /** waiting: something it depends on is away, see `waitingFor`; broken: its breaker is open; failed: its consumer has died. */
  readonly state: 'running' | 'waiting' | 'broken' | 'failed' | 'stopped';
  readonly waitingFor: string | null;
  readonly breaker: { readonly open: boolean; readonly reason: string | null };
  /** Partitions held now, as "topic/partition". */
  readonly assigned: readonly string[];
  /** Epoch milliseconds of the last turn of the loop, whether or not there was work. */
  readonly lastTick: number;
  /** Epoch milliseconds since when the oldest running batch is at work; null while there is none. */
  readonly busySince: number | null;
  readonly recordsIn: number;
  readonly recordsOut: number;
  readonly batches: number;
  readonly retries: number;
  readonly deadLetters: number;
  readonly lastBatch: BatchReport | null;
  readonly lastError: string | null;
}

/** Told as things happen: the place for histograms and log lines. */
export interface StageObserver {
  batch?(report: BatchReport): void;
  deadLetter?(letter: DeadLetter): void;
  retry?(retry: { stage: string; error: Error; attempt: number; delayMs: number; waiting: boolean }): void;
  broken?(stage: string, reason: string): void;
}

export type MutableStatus = { -readonly [K in keyof StageStatus]: StageStatus[K] };

export function newStatus(
  name: string,
  group: string,
  topics: readonly TopicName[],
  live: { readonly lastTick: () => number; readonly busySince: () => number | null },
): MutableStatus {
  return {
    name,
    group,
    topics,
    state: 'running',
    waitingFor: null,
    breaker: { open: false, reason: null },
    assigned: [],
    get lastTick() {
      return live.lastTick();
    },
    get busySince() {
      return live.busySince();
    },
    recordsIn: 0,
    recordsOut: 0,
    batches: 0,
    retries: 0,
    deadLetters: 0,
    lastBatch: null,
    lastError: null,
  };
}
