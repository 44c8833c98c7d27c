import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FetchAttempt } from '../contracts/fetch.ts';
import type { StageObserver, StageStatus } from '../log/stage-status.ts';

export interface Metrics {
  readonly registry: Registry;
  /** Told by stages as batches end. */
  readonly observer: StageObserver;
  /** Told every attempt to fetch. */
  fetched(attempt: FetchAttempt): void;
  /** Stages whose counters and lag are read whenever somebody scrapes. */
  watch(stage: {
    readonly status: StageStatus;
    lag(): Promise<readonly { lag: number; topic: string; partition: number }[]>;
  }): void;
}

/** Prometheus metrics of this process; docs/operations.md says what each alarm on them means. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const batchSeconds = new Histogram({
    name: 'tokentape_stage_batch_seconds',
    help: 'Time from the delivery of a batch to its committed offset',
    labelNames: ['stage', 'topic'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers,
  });
  const batchRecords = new Histogram({
    name: 'tokentape_stage_batch_records',
    help: 'Records in a batch',
    labelNames: ['stage', 'topic'],
    buckets: [1, 10, 100, 1000, 10_000],
    registers,
  });
  const retries = new Counter({
    name: 'tokentape_stage_retries_total',
    help: 'Tries that failed and were repeated',
    labelNames: ['stage'],
    registers,
  });
  const letters = new Counter({
    name: 'tokentape_dead_letters_total',
    help: 'Records that could not be processed',
    labelNames: ['stage', 'topic'],
    registers,
  });
  const fetches = new Counter({
    name: 'tokentape_fetches_total',
    help: 'Attempts to fetch, by what came of them',
    labelNames: ['source', 'outcome'],
    registers,
  });
  const freshness = new Map<string, number>();
  new Gauge({
    name: 'tokentape_source_age_seconds',
    help: 'Time since this process last saw a source’s content, changed or not',
    labelNames: ['source'],
    registers,
    collect() {
      for (const [source, seenAt] of freshness) this.set({ source }, (Date.now() - seenAt) / 1000);
    },
  });
  const watched: Parameters<Metrics['watch']>[0][] = [];
  stageGauges(registry, watched);
  return {
    registry,
    observer: {
      batch: ({ stage, topic, records, seconds }) => {
        batchSeconds.observe({ stage, topic }, seconds);
        batchRecords.observe({ stage, topic }, records);
      },
      retry: ({ stage }) => retries.inc({ stage }),
      deadLetter: ({ stage, topic }) => letters.inc({ stage, topic }),
    },
    fetched: ({ source_id: source, outcome, document_id }) => {
      fetches.inc({ source, outcome });
      if (document_id !== null) freshness.set(source, Date.now());
    },
    watch: (stage) => {
      watched.push(stage);
    },
  };
}

function stageGauges(registry: Registry, watched: readonly Parameters<Metrics['watch']>[0][]): void {
  const registers = [registry];
  const gauge = (name: string, help: string, of: (status: StageStatus) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['stage'],
      registers,
      collect() {
        for (const { status } of watched) this.set({ stage: status.name }, of(status));
      },
    });
  gauge('tokentape_stage_records_in', 'Records taken since the process started', (status) => status.recordsIn);
  gauge('tokentape_stage_records_out', 'Records appended since the process started', (status) => status.recordsOut);
  gauge('tokentape_stage_up', '1 while the stage works, 0 while it waits, is broken or has died', (status) =>
    status.state === 'running' ? 1 : 0,
  );
  gauge(
    'tokentape_stage_seconds_since_tick',
    'Age of the loop’s last turn',
    (status) => (Date.now() - status.lastTick) / 1000,
  );
  new Gauge({
    name: 'tokentape_stage_lag_records',
    help: 'Records between the committed offset and the end of the partition',
    labelNames: ['stage', 'topic', 'partition'],
    registers,
    async collect() {
      for (const stage of watched) {
        for (const { topic, partition, lag } of await stage.lag()) {
          this.set({ stage: stage.status.name, topic, partition: String(partition) }, lag);
        }
      }
    },
  });
}
